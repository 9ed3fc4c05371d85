/** Does it happen as often as it was said to? */
import type { Statistic } from "./weighted.js";

export const BINS = 10;

export interface Belief {
  /** 0..1, as told by the model. */
  readonly said: number;
  readonly happened: boolean;
}

export interface Bin {
  readonly count: number;
  /** Mean of what was said; NaN if the bin is empty. */
  readonly said: number;
  readonly happened: number;
}

/** Bins of equal width; 1 belongs to the last. */
export function reliability(beliefs: readonly Belief[], bins = BINS): Bin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const inside = beliefs.filter(({ said }) => binOf(said, bins) === bin);
    const share = (of: (belief: Belief) => number) =>
      inside.length ? inside.reduce((sum, belief) => sum + of(belief), 0) / inside.length : Number.NaN;
    return {
      count: inside.length,
      said: share(({ said }) => said),
      happened: share(({ happened }) => Number(happened)),
    };
  });
}

/** Expected calibration error: the mean gap of the bins, each by its share of the cases. */
export function calibrationError(beliefs: readonly (Belief | null)[], bins = BINS): Statistic {
  return (weights) => {
    const gaps = new Float64Array(bins);
    let count = 0;
    beliefs.forEach((belief, i) => {
      if (!belief) return;
      gaps[binOf(belief.said, bins)]! += weights[i]! * (belief.said - Number(belief.happened));
      count += weights[i]!;
    });
    return count ? gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / count : Number.NaN;
  };
}

function binOf(said: number, bins: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(said * bins)));
}
