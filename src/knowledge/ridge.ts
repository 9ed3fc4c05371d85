/** Ridge regression on likenesses, in closed form: what value should each key have, so that like keys agree? */

export interface Ridge {
  /** Learned value of each key: one row a key, one number a column of the targets. */
  readonly values: readonly Float64Array[];
  /** What each key would be given by the others alone (leave-one-out), in the same shape. */
  readonly leftOut: readonly Float64Array[];
}

/**
 * values = (K + λ I)⁻¹ Y.
 * @param likeness K, symmetric and positive semi-definite, n × n
 * @param targets Y, n rows
 * @param stiffness λ > 0: how far a value may be from its target
 */
export function ridge(
  likeness: readonly Float64Array[],
  targets: readonly Float64Array[],
  stiffness: number,
): Ridge {
  const inverse = inverted(likeness, stiffness);
  const values = inverse.map((row) => combined(row, targets));
  const leftOut = values.map((value, i) =>
    value.map((v, column) => targets[i]![column]! - v / inverse[i]![i]!),
  );
  return { values, leftOut };
}

/** Σ weights[i] · rows[i]. */
export function combined(weights: ArrayLike<number>, rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const [i, row] of rows.entries()) {
    const weight = weights[i]!;
    if (weight !== 0) for (let c = 0; c < sum.length; c++) sum[c]! += weight * row[c]!;
  }
  return sum;
}

/** (K + λ I)⁻¹ by Cholesky: K + λ I = L Lᵀ, then the columns of L⁻¹. */
function inverted(matrix: readonly Float64Array[], stiffness: number): Float64Array[] {
  const lower = invertedLower(cholesky(matrix, stiffness));
  const n = lower.length;
  const inverse = lower.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += lower[k]![i]! * lower[k]![j]!;
      inverse[i]![j] = sum;
      inverse[j]![i] = sum;
    }
  }
  return inverse;
}

function cholesky(matrix: readonly Float64Array[], stiffness: number): Float64Array[] {
  const n = matrix.length;
  const lower = matrix.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]! + (i === j ? stiffness : 0);
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      // Rounding of likenesses must not make a root of less than nothing.
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, stiffness / 2)) : sum / lower[j]![j]!;
    }
  }
  return lower;
}

function invertedLower(lower: readonly Float64Array[]): Float64Array[] {
  const n = lower.length;
  const inverse = lower.map(() => new Float64Array(n));
  for (let column = 0; column < n; column++) {
    for (let i = column; i < n; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k++) sum -= lower[i]![k]! * inverse[k]![column]!;
      inverse[i]![column] = sum / lower[i]![i]!;
    }
  }
  return inverse;
}
