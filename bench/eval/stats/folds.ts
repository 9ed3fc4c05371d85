/** How much a figure differs between parts of a small set. */
import type { Statistic } from "./weighted.js";

export const FOLDS = 10;

export interface FoldSpread {
  readonly folds: number;
  readonly mean: number;
  /** Sample standard deviation between the folds. */
  readonly deviation: number;
}

/** By turns, which keeps kinds that follow one another apart. */
export const foldsByTurn = (count: number, folds = FOLDS): number[] =>
  Array.from({ length: count }, (_, i) => i % folds);

export function foldSpread(statistic: Statistic, folds: readonly number[]): FoldSpread {
  const values = [...new Set(folds)]
    .map((fold) => statistic(folds.map((own) => Number(own === fold))))
    .filter((value) => !Number.isNaN(value));
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { folds: values.length, mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
