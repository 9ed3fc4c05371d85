/** Of several repetitions; what else runs on the machine shows in p95 first and in `best` last. */
export interface Spread {
  readonly best: number;
  readonly median: number;
  readonly p95: number;
  readonly count: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { best: at(0), median: at(0.5), p95: at(0.95), count: sorted.length };
}
