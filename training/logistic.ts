/** Logistic regression by Newton's method, a little stiff, so that rows that can be told apart for sure give no infinite weights. */
import { combined } from "../src/knowledge/ridge.js";

const STIFFNESS = 1e-3;
const ROUNDS = 30;

/**
 * @param rows one row of inputs for each case
 * @param targets 1 or 0
 * @param weights how much each case counts; they should sum to 1
 * @returns the bias and one weight for each input, in the inputs' own units
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  targets: readonly number[],
  weights: readonly number[],
): { bias: number; weights: Float64Array } {
  const width = rows[0]!.length;
  const mean = combined(weights, rows);
  const spread = combined(
    weights,
    rows.map((row) => row.map((value, i) => (value - mean[i]!) ** 2)),
  ).map((variance) => Math.sqrt(variance) || 1);
  const inputs = rows.map((row) =>
    Float64Array.of(1, ...row.map((value, i) => (value - mean[i]!) / spread[i]!)),
  );
  let fitted = new Float64Array(width + 1);
  for (let round = 0; round < ROUNDS; round++) fitted = newtonStep(fitted, inputs, targets, weights);
  const inUnits = fitted.slice(1).map((weight, i) => weight / spread[i]!);
  return {
    bias: fitted[0]! - inUnits.reduce((sum, weight, i) => sum + weight * mean[i]!, 0),
    weights: inUnits,
  };
}

export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function newtonStep(
  at: Float64Array,
  inputs: readonly Float64Array[],
  targets: readonly number[],
  weights: readonly number[],
): Float64Array<ArrayBuffer> {
  const n = at.length;
  const slope = at.map((value, i) => (i === 0 ? 0 : STIFFNESS * value));
  const curve = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = i === 0 ? 1e-9 : STIFFNESS;
    return row;
  });
  for (const [k, input] of inputs.entries()) {
    const p = logistic(input.reduce((sum, value, i) => sum + value * at[i]!, 0));
    for (let i = 0; i < n; i++) {
      slope[i]! += weights[k]! * (p - targets[k]!) * input[i]!;
      for (let j = 0; j < n; j++) curve[i]![j]! += weights[k]! * p * (1 - p) * input[i]! * input[j]!;
    }
  }
  const step = solved(curve, slope);
  return at.map((value, i) => value - step[i]!) as Float64Array<ArrayBuffer>;
}

/** Gaussian elimination with pivots. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, i) => Float64Array.of(...row, right[i]!));
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let k = i + 1; k < n; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j <= n; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  return Float64Array.from(rows, (row, i) => row[n]! / row[i]!);
}
