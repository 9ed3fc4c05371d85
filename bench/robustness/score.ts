/** Is a focus right, and are its referents? As the bench's scorer has it. */
import type { Focus } from "../../src/model/focus.js";
import type { Expected } from "../../training/records.js";

export interface Verdict {
  /** Null where nothing is expected of the focus. */
  readonly right: boolean | null;
  /** F1 of the set of referents; null where none is stated. */
  readonly f1: number | null;
}

export interface Score {
  readonly cases: number;
  /** Mean of what is decided; null if nothing is. */
  readonly right: number | null;
  readonly f1: number | null;
  /** Case by case, so that two scores of the same cases can be paired. */
  readonly each: {
    /** 0, 1, or null where nothing is expected of the focus. */
    readonly right: readonly (number | null)[];
    readonly f1: readonly (number | null)[];
  };
}

/** @param self the NPC's own entity, which is never an answer */
export function judge(focus: Focus, expected: Expected, self: string | null): Verdict {
  const { any, none, referents } = expected;
  const [first, mass] = focus.entities.find(([id]) => id !== self) ?? [null, 0];
  const attends = first !== null && mass >= focus.nothing;
  return {
    right: none ? !attends : any ? attends && any.includes(first) : null,
    f1: referents
      ? setF1(
          focus.referents.filter((id) => id !== self),
          referents,
        )
      : null,
  };
}

/** Of two empty sets 1. */
function setF1(said: readonly string[], wanted: readonly string[]): number {
  if (said.length + wanted.length === 0) return 1;
  const both = wanted.filter((id) => said.includes(id)).length;
  return (2 * both) / (said.length + wanted.length);
}

export function summarise(verdicts: readonly Verdict[]): Score {
  const right = verdicts.map((verdict) => (verdict.right === null ? null : +verdict.right));
  const f1 = verdicts.map((verdict) => verdict.f1);
  return { cases: verdicts.length, right: meanOf(right), f1: meanOf(f1), each: { right, f1 } };
}

/** Of those that are not null; null if all are. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
}

/** By how much the right answer leads; what an attack drives below 0. */
export function margin(focus: Focus, expected: Expected, self: string | null): number {
  const wanted = new Set(expected.none ? [] : expected.any);
  let [right, wrong] = expected.none ? [focus.nothing, 0] : [0, focus.nothing];
  for (const [id, mass] of focus.entities) {
    if (id === self) continue;
    if (wanted.has(id)) right = Math.max(right, mass);
    else wrong = Math.max(wrong, mass);
  }
  return right - wrong;
}
