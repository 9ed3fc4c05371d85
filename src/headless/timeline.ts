import type { Action, Condition, TimelineEntry } from "./scenario.js";

/** What an NPC does now, as a condition sees it. */
export interface Doing {
  readonly task: string;
  readonly stop: string | null;
  readonly attending: string | null;
}

/** Hands out each entry's actions once: at its time, or once its condition has held for long enough. */
export class Timeline {
  private readonly timed: readonly { readonly at: number; readonly actions: readonly Action[] }[];
  private readonly waiting: {
    readonly when: Condition;
    readonly actions: readonly Action[];
    since: number | null;
  }[];
  private next = 0;

  constructor(entries: readonly TimelineEntry[]) {
    this.timed = entries
      .flatMap(({ at, actions }) => (at === null ? [] : [{ at, actions }]))
      .sort((a, b) => a.at - b.at);
    this.waiting = entries.flatMap(({ when, actions }) => (when ? [{ when, actions, since: null }] : []));
  }

  /**
   * Actions due at `now` (seconds), those with a time first, in order of time and then of the file.
   * @param doing what an NPC does now; undefined if it is gone
   */
  due(now: number, doing: (npc: string) => Doing | undefined): Action[] {
    const due: Action[] = [];
    for (
      let entry = this.timed[this.next];
      entry && entry.at <= now + 1e-9;
      entry = this.timed[++this.next]
    ) {
      due.push(...entry.actions);
    }
    for (const entry of [...this.waiting]) {
      if (!holds(entry.when, doing(entry.when.npc))) {
        entry.since = null;
        continue;
      }
      entry.since ??= now;
      if (now - entry.since < entry.when.for - 1e-9) continue;
      due.push(...entry.actions);
      this.waiting.splice(this.waiting.indexOf(entry), 1);
    }
    return due;
  }
}

function holds({ task, stop, attending }: Condition, doing: Doing | undefined): boolean {
  if (!doing) return false;
  return (
    (task === undefined || task === doing.task) &&
    (stop === undefined || stop === doing.stop) &&
    (attending === undefined || attending === doing.attending)
  );
}
