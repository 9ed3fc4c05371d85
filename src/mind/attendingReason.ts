import type { Why } from "../explain/why.js";
import type { ModalityShares } from "../model/focus.js";
import type { Entity } from "../world/entity.js";
import { type Change, explainChoice } from "./reason.js";

export interface Reasoned {
  readonly from: Entity | null;
  readonly to: Entity | null;
  readonly why: Why;
}

/** The reason of the newest change of attending; its shares may come after it. */
export class AttendingReason {
  private change: Change | null = null;
  private newest: Why | null = null;

  get why(): Why | null {
    return this.newest;
  }

  /** Attending changed. */
  changed(change: Change): Reasoned {
    this.change = change;
    this.newest = explainChoice(change);
    return { from: change.from, to: change.to, why: this.newest };
  }

  /** The shares of what it attends to are there. Null: they are not those of the newest change, or not missing. */
  explained(target: string, shares: ModalityShares): Reasoned | null {
    const { change, newest } = this;
    if (!change?.focus || change.to?.id !== target || newest?.shares !== null) return null;
    return this.changed({ ...change, focus: { ...change.focus, shares } });
  }
}
