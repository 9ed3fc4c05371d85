/** Two models on the same cases. */
import { bootstrapOf, figuresOf } from "./evaluate.js";
import type { Kept } from "./predictions.js";
import type { BenchSet } from "./sets.js";
import type { Interval } from "./stats/bootstrap.js";
import { type McNemar, mcnemar } from "./stats/mcnemar.js";
import { once } from "./stats/weighted.js";

export interface Comparison {
  readonly title: string;
  readonly figure: string;
  readonly a: number;
  readonly b: number;
  /** a - b, paired bootstrap. */
  readonly difference: Interval & { readonly p: number };
  /** Null where a case is not simply right or wrong. */
  readonly mcnemar: McNemar | null;
}

export type Answers = ReadonlyMap<unknown, Kept>;

export function compare(title: string, set: BenchSet, a: Answers, b: Answers): Comparison {
  const [ours, theirs] = [figuresOf(set, a), figuresOf(set, b)];
  const [figure, other] = [ours.figures[0]!, theirs.figures[0]!];
  const all = once(set.cases.length);
  return {
    title,
    figure: figure.name,
    a: figure.of(all),
    b: other.of(all),
    difference: bootstrapOf(set).difference(figure.of, other.of),
    mcnemar: ours.right && theirs.right ? mcnemar(ours.right, theirs.right) : null,
  };
}
