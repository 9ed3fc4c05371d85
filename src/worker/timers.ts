/** What waits: the runtime's own timers, or those of a run whose time comes by steps. */
export interface Timers {
  set(run: () => void, seconds: number): unknown;
  clear(timer: unknown): void;
}

export const REAL_TIMERS: Timers = {
  set: (run, seconds) => setTimeout(run, seconds * 1000),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout> | undefined),
};
