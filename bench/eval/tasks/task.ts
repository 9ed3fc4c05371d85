/** What every task hands to the report: figures by the bench's definitions, each over weighted cases. */
import type { Belief } from "../stats/calibration.js";
import { mean, type Statistic } from "../stats/weighted.js";

export type Json = Readonly<Record<string, unknown>>;

/** One case. Without a prediction, or with an error, `said` is undefined: that counts as wrong. */
export interface Row {
  readonly given: Json;
  readonly gold: Json;
  readonly said: Json | undefined;
}

export interface Figure {
  readonly name: string;
  readonly of: Statistic;
}

export interface Confusion {
  readonly labels: readonly string[];
  /** counts[expected][said] */
  readonly counts: readonly (readonly number[])[];
}

export interface TaskFigures {
  /** The first is the one that stands for the set. */
  readonly figures: readonly Figure[];
  /** The named figure for each kind of case. */
  readonly kinds: { readonly figure: string; readonly values: readonly number[] } | null;
  /** Per case, where it can be told. */
  readonly right: readonly boolean[] | null;
  /** Null where nothing was said of how sure it is. */
  readonly beliefs: { readonly what: string; readonly of: readonly (Belief | null)[] } | null;
  readonly confusion: Confusion | null;
}

export type Task = (rows: readonly Row[]) => TaskFigures;

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const shareOf = (name: string, values: readonly boolean[]): Figure => ({
  name,
  of: mean(values.map(Number)),
});

/** Only of cases that fit; the others do not count. */
export const meanWhere = (
  name: string,
  rows: readonly Row[],
  fits: (row: Row) => boolean,
  value: (row: Row) => number,
): Figure => ({ name, of: mean(rows.map((row) => (fits(row) ? value(row) : Number.NaN))) });

export function confuse(labels: readonly string[], pairs: Iterable<readonly [string, string]>): Confusion {
  const counts = labels.map(() => labels.map(() => 0));
  for (const [expected, said] of pairs) counts[labels.indexOf(expected)]![labels.indexOf(said)]!++;
  return { labels, counts };
}
