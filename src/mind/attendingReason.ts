import type { Why } from "../explain/why.js";
import type { ModalityShares } from "../model/focus.js";
import type { Entity } from "../world/entity.js";
import { type Change, explainChoice } from "./reason.js";

export interface Reasoned {
  readonly from: Entity | null;
  readonly to: Entity | null;
  readonly why: Why;
}

/** So many changes wait for their shares; on a slow device an NPC has turned elsewhere before they are known. */
const WAITING = 4;

/** The reasons of the newest changes of attending; their shares may come after them. */
export class AttendingReason {
  /** Changes without shares, newest last. */
  private waiting: Change[] = [];
  private newestChange: Change | null = null;
  private newest: Why | null = null;

  /** Of the newest change. */
  get why(): Why | null {
    return this.newest;
  }

  /** Attending changed. */
  changed(change: Change): Reasoned {
    const reasoned = explained(change);
    this.newestChange = change;
    this.newest = reasoned.why;
    if (change.focus && reasoned.why.shares === null)
      this.waiting = [...this.waiting, change].slice(-WAITING);
    return reasoned;
  }

  /** The shares of what it turned to are there. Null: it has not turned to that lately, or knows them. */
  explained(target: string, shares: ModalityShares): Reasoned | null {
    const change = [...this.waiting].reverse().find(({ to }) => to?.id === target);
    if (!change?.focus) return null;
    this.waiting = this.waiting.filter((each) => each !== change);
    const reasoned = explained({ ...change, focus: { ...change.focus, shares } });
    if (change === this.newestChange) this.newest = reasoned.why;
    return reasoned;
  }
}

function explained(change: Change): Reasoned {
  return { from: change.from, to: change.to, why: explainChoice(change) };
}
