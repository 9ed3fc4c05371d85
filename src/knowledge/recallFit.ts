import { attend } from "../model/attention/attend.js";

/** How sharply a line's attention is divided among outcomes and "none", and how like "none" is. */
export interface RecallFit {
  readonly sharpness: number;
  readonly threshold: number;
}

/** Where fitting starts, and stays with few examples: the best on a scene's jargon that is not measured (bench/adapter). */
const PRIOR: RecallFit = { sharpness: 25, threshold: 0.2 };
/** Standard deviations of the prior: of the sharpness' logarithm, of the threshold. */
const SPREAD = { sharpness: 0.3, threshold: 0.04 };
const SHARPNESSES = Array.from({ length: 11 }, (_, i) => PRIOR.sharpness * Math.exp(-0.6 + 0.15 * i));
const THRESHOLDS = Array.from({ length: 36 }, (_, i) => 0.1 + 0.01 * i);

/** One line that nothing explains must not decide alone. */
const MOST_SURPRISE = 20;

/** What the others alone give a line, and where it leads. */
export interface LeftOut {
  /** One for each outcome. */
  readonly scores: Float64Array;
  /** Index of the outcome; null: an ordinary line, which leads to none. */
  readonly outcome: number | null;
}

/**
 * The likeliest fit for lines that were left out: taught lines lead to their outcome, ordinary ones to none.
 * Without a taught line (each outcome has one example only) there is nothing to learn from: the prior.
 */
export function fitRecall(lines: readonly LeftOut[]): RecallFit {
  if (!lines.some(({ outcome }) => outcome !== null)) return PRIOR;
  let best = PRIOR;
  let least = Number.POSITIVE_INFINITY;
  for (const sharpness of SHARPNESSES) {
    for (const threshold of THRESHOLDS) {
      const fit = { sharpness, threshold };
      const surprise = lines.reduce((sum, line) => sum + surpriseOf(line, fit), oddness(fit));
      if (surprise < least) [best, least] = [fit, surprise];
    }
  }
  return best;
}

/** Weights of the outcomes, then of "none"; they sum to 1. */
export function divided(scores: Float64Array, { sharpness, threshold }: RecallFit): Float64Array {
  return attend([...scores, threshold], { scale: sharpness });
}

/** −log of the weight that `divided` gives to what is right, without making the others: it is asked thousands of times. */
function surpriseOf({ scores, outcome }: LeftOut, { sharpness, threshold }: RecallFit): number {
  let most = threshold;
  for (const score of scores) most = Math.max(most, score);
  let sum = Math.exp(sharpness * (threshold - most));
  for (const score of scores) sum += Math.exp(sharpness * (score - most));
  const right = outcome === null ? threshold : scores[outcome]!;
  return Math.min(MOST_SURPRISE, Math.log(sum) - sharpness * (right - most));
}

function oddness({ sharpness, threshold }: RecallFit): number {
  const a = Math.log(sharpness / PRIOR.sharpness) / SPREAD.sharpness;
  const b = (threshold - PRIOR.threshold) / SPREAD.threshold;
  return (a * a + b * b) / 2;
}
