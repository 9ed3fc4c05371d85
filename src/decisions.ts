import type { Focus } from "./model/focus.js";
import type { Percepts } from "./model/percepts.js";
import { ruleFocus } from "./model/ruleFocus.js";
import type { Perception } from "./perception.js";
import type { Decision } from "./worker/protocol.js";

const DEFAULT_RATE_HZ = 8;

/** One decision for all NPCs, as it was taken. */
export interface DecisionTaken {
  readonly percepts: Percepts;
  readonly focuses: readonly Focus[];
  /** Null: the rules decided. */
  readonly decision: Decision | null;
}

/** When decisions are due, and how one is taken: by the model, else by rules, never two at once. */
export class Decisions {
  private readonly period: number;
  private takenAt = Number.NEGATIVE_INFINITY;
  /** From the decision before to the newest, seconds. */
  private interval = 0;
  private underWay: Promise<readonly Focus[]> | null = null;

  constructor(
    private readonly perception: Perception,
    rateHz = DEFAULT_RATE_HZ,
  ) {
    this.period = 1 / rateHz;
  }

  /** From one decision to the next: the newest interval or, if it is longer already, the one under way. */
  get seconds(): number {
    return Math.max(this.interval, this.underWay ? this.perception.now - this.takenAt : 0);
  }

  get isDue(): boolean {
    const { npcs, now } = this.perception;
    return !this.underWay && npcs.length > 0 && now - this.takenAt >= this.period;
  }

  /** Decides now. While one decision is under way, returns that one. */
  decide(): Promise<readonly Focus[]> {
    this.underWay ??= this.take().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  private async take(): Promise<readonly Focus[]> {
    const { perception } = this;
    this.interval = Number.isFinite(this.takenAt) ? perception.now - this.takenAt : 0;
    this.takenAt = perception.now;
    const percepts = perception.percepts();
    perception.adapter?.hear(percepts.messages);
    const decision = await this.ask(percepts);
    const decided = decision?.focuses ?? ruleFocus(percepts);
    const focuses = decided.map((focus) => perception.adapter?.adapt(focus, percepts) ?? focus);
    if (perception.isDisposed) return focuses;
    const byId = new Map(perception.npcs.map((npc) => [npc.id, npc]));
    for (const focus of focuses) byId.get(focus.npc)?.receive(focus, percepts);
    perception.onDecisionObservable.notifyObservers({ percepts, focuses, decision });
    return focuses;
  }

  private async ask(percepts: Percepts): Promise<Decision | null> {
    const { decisionMaker } = this.perception;
    try {
      return await decisionMaker.decide(percepts);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.perception.warn(`a decision failed, simple rules decide: ${reason}`);
      return null;
    }
  }
}
