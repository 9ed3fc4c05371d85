import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import type { Observer } from "@babylonjs/core/Misc/observable.js";
import { ConversationBehavior } from "../src/behaviours/conversationBehavior.js";
import type { Navigation } from "../src/behaviours/navigation.js";
import { Walker } from "../src/behaviours/walker.js";
import type { Npc } from "../src/mind/npc.js";
import type { Entity } from "../src/world/entity.js";

export interface StrollOptions {
  readonly navigation: Navigation | null;
  /** Ids of what to look at, in no order. */
  readonly stops: readonly string[];
}

const STANDOFF = 1.25;
const LOOKS_SECONDS = 9;

/** Goes from piece to piece as it pleases, and looks at each for a while: an example of an own behaviour. */
export class StrollBehavior implements Behavior<Npc> {
  readonly name = "Stroll";
  attachedNode: Npc | null = null;
  private walker: Walker | null = null;
  private onUpdate: Observer<number> | null = null;
  private target: Entity | null = null;
  private wait = 6;

  constructor(private readonly options: StrollOptions) {}

  init(): void {}

  attach(npc: Npc): void {
    this.attachedNode = npc;
    this.walker = new Walker(npc, { navigation: this.options.navigation, speed: 0.9 });
    this.onUpdate = npc.context.onUpdateObservable.add((dt) => this.update(npc, dt));
  }

  detach(): void {
    this.attachedNode?.context.onUpdateObservable.remove(this.onUpdate);
    this.attachedNode?.intend(null);
    this.walker?.release();
    this.walker = null;
    this.attachedNode = null;
  }

  private update(npc: Npc, dt: number): void {
    const { walker } = this;
    if (!walker) return;
    const talk = npc.getBehaviorByName("Conversation");
    if (talk instanceof ConversationBehavior && talk.isBusy) walker.stop();
    else if (!walker.isWalking) this.stand(npc, walker, dt);
    walker.step(dt);
  }

  private stand(npc: Npc, walker: Walker, dt: number): void {
    if (this.target) npc.intend(this.target);
    this.wait -= dt;
    if (this.wait > 0) return;
    this.wait = LOOKS_SECONDS * (0.7 + npc.context.random() * 0.8);
    const { stops } = this.options;
    this.target =
      npc.context.entities.get(stops[Math.floor(npc.context.random() * stops.length)] ?? "") ?? null;
    if (!this.target) return;
    const [x, , z] = this.target.centre();
    const [sizeX] = this.target.size();
    // On the side of the room's axis, where its front looks.
    walker.walkTo([
      x - Math.sign(x) * (STANDOFF + sizeX / 2),
      0,
      x === 0 ? z - STANDOFF : z + (npc.context.random() - 0.5),
    ]);
  }
}
