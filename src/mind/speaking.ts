import type { Entity } from "../world/entity.js";
import type { MindContext, Utterance } from "./context.js";
import { secondsToSay } from "./speechRate.js";

export interface SayOptions {
  /** Whom it is said to. Default: all in range. */
  readonly to?: Entity;
  /** Id of the known answer that it comes from. */
  readonly answer?: string;
}

/** One NPC's mouth: says a sentence so that subtitles, voices and the chat hear it, and knows how long it takes. */
export class Speaking {
  private until = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly speaker: Entity,
    private readonly context: MindContext,
  ) {}

  /** Seconds until the present sentence ends; 0 when silent. */
  get secondsLeft(): number {
    return Math.max(0, this.until - this.context.now);
  }

  say(text: string, { to, answer }: SayOptions): Utterance {
    const { speaker, context } = this;
    const seconds = secondsToSay(text);
    const utterance = { speaker, to: to ?? null, text, seconds, ...(answer === undefined ? {} : { answer }) };
    this.until = context.now + seconds;
    context.onSaidObservable.notifyObservers(utterance);
    context.chat.say({ speaker, text });
    return utterance;
  }

  hush(): void {
    this.until = Math.min(this.until, this.context.now);
  }
}
