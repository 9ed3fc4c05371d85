/** Means over episodes with their 95% intervals, and paired differences between two models, by the eval's bootstrap. */
import { Bootstrap, type Interval } from "../eval/stats/bootstrap.js";
import { type McNemar, mcnemar } from "../eval/stats/mcnemar.js";
import { mean } from "../eval/stats/weighted.js";
import { meanOf, type Score } from "./score.js";

export type Measure = keyof Score["each"];
export type Difference = Interval & { readonly p: number };

const bootstraps = new Map<number, Bootstrap>();

/** The same draws for all rows of so many cases. */
function bootstrapOf(cases: number): Bootstrap {
  const known = bootstraps.get(cases) ?? new Bootstrap(Array.from({ length: cases }, (_, i) => String(i)));
  bootstraps.set(cases, known);
  return known;
}

/** Per episode the mean over several scores of the same episodes (severities); NaN where nothing is expected. */
function perCase(scores: readonly Score[], measure: Measure): number[] {
  return Array.from(
    { length: scores[0]?.cases ?? 0 },
    (_, i) => meanOf(scores.map(({ each }) => each[measure][i] ?? null)) ?? Number.NaN,
  );
}

/** @param scores of the same episodes, one or more */
export function estimate(scores: readonly Score[], measure: Measure): Interval {
  return bootstrapOf(scores[0]?.cases ?? 0).interval(mean(perCase(scores, measure)));
}

/** `scores` less `before`. @throws RangeError if they are not of as many episodes */
export function differenceOf(
  scores: readonly Score[],
  before: readonly Score[],
  measure: Measure,
): Difference {
  const [ours, theirs] = [perCase(scores, measure), perCase(before, measure)];
  samePairs(ours.length, theirs.length);
  return bootstrapOf(ours.length).difference(mean(ours), mean(theirs));
}

/** Of the episodes that only one of the two gets right: `onlyA` are those of `score`. */
export function onlyOneRight(score: Score, before: Score): McNemar {
  samePairs(score.cases, before.cases);
  const right = ({ each }: Score) => each.right.map((value) => value === 1);
  return mcnemar(right(score), right(before));
}

function samePairs(ours: number, theirs: number): void {
  if (ours !== theirs)
    throw new RangeError(
      `two results are compared on the same episodes, got ${ours} and ${theirs}: measure both with the same --count and --frames`,
    );
}
