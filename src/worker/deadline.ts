import { REAL_TIMERS, type Timers } from "./timers.js";

/** A piece of work did not end in time. `name` is kept across realms. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

const TICKS = 4;

/**
 * Calls `onLate` once `seconds` have passed since the last `renew`, unless cancelled.
 * It counts short ticks: where the main thread itself stalls (a scene loads, a laptop sleeps), the
 * answer waits in the same queue, and one late tick must not be taken for a dead worker.
 */
export class Deadline {
  private timer: unknown;
  private left = 0;

  constructor(
    private seconds: number,
    private readonly onLate: () => void,
    private readonly timers: Timers = REAL_TIMERS,
  ) {
    this.renew(seconds);
  }

  renew(seconds: number = this.seconds): void {
    this.cancel();
    this.seconds = seconds;
    this.left = TICKS;
    this.tick();
  }

  cancel(): void {
    this.timers.clear(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    this.timer = this.timers.set(() => {
      this.left--;
      if (this.left > 0) this.tick();
      else this.onLate();
    }, this.seconds / TICKS);
  }
}
