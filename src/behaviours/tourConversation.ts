import type { Npc } from "../mind/npc.js";
import { CONVERSATION } from "./addressed.js";
import { ConversationBehavior } from "./conversationBehavior.js";
import type { ResponderOptions } from "./responder.js";

/** Who takes the questions on a tour: the NPC's own conversation, or one that the tour brings and takes away again. */
export class TourConversation {
  private own: ConversationBehavior | null = null;

  constructor(
    private readonly npc: Npc,
    private readonly options: ResponderOptions,
  ) {}

  /** Somebody is being answered. */
  get isBusy(): boolean {
    return this.present().isBusy;
  }

  dispose(): void {
    if (this.own) this.npc.removeBehavior(this.own);
    this.own = null;
  }

  private present(): ConversationBehavior {
    const present = this.npc.getBehaviorByName(CONVERSATION);
    if (present instanceof ConversationBehavior) return present;
    this.own = new ConversationBehavior(this.options);
    this.npc.addBehavior(this.own);
    return this.own;
  }
}
