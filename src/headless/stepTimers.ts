import type { Timers } from "../worker/timers.js";

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Timers of a time that comes by steps: what is due runs when the step reaches it, in order. */
export class StepTimers implements Timers {
  private now = 0;
  private next = 1;
  private readonly waiting = new Map<number, Waiting>();

  set(run: () => void, seconds: number): number {
    const order = this.next++;
    this.waiting.set(order, { at: this.now + Math.max(0, seconds), order, run });
    return order;
  }

  clear(timer: unknown): void {
    this.waiting.delete(timer as number);
  }

  /** To `now`, seconds. A timer that is set meanwhile waits for the next step. */
  advance(now: number): void {
    this.now = now;
    const due = [...this.waiting.values()].filter(({ at }) => at <= now + 1e-9);
    due.sort((a, b) => a.at - b.at || a.order - b.order);
    // One that is due may clear another.
    for (const { order, run } of due) if (this.waiting.delete(order)) run();
  }
}
