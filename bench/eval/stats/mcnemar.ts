/** McNemar's exact test: of the cases that only one of two systems gets right, are there more on one side? */
export interface McNemar {
  readonly onlyA: number;
  readonly onlyB: number;
  /** Two-sided, by the binomial distribution; 1 if they never differ. */
  readonly p: number;
}

/** @throws RangeError if the lists are of different length */
export function mcnemar(a: readonly boolean[], b: readonly boolean[]): McNemar {
  if (a.length !== b.length)
    throw new RangeError(`mcnemar: both systems must answer the same cases, got ${a.length} and ${b.length}`);
  const onlyA = a.filter((right, i) => right && !b[i]).length;
  const onlyB = b.filter((right, i) => right && !a[i]).length;
  return { onlyA, onlyB, p: Math.min(1, 2 * binomialTail(Math.min(onlyA, onlyB), onlyA + onlyB)) };
}

/** P(at most k heads of n fair coins). In logarithms: n may be thousands. */
function binomialTail(k: number, n: number): number {
  let log = -n * Math.LN2;
  let sum = Math.exp(log);
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i);
    sum += Math.exp(log);
  }
  return sum;
}
