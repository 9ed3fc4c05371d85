/**
 * The project's one mechanism: a query weighs keys. Tensors of many heads (operator.ts), known answers,
 * facts and the stops of a tour all go through `attend`.
 */

export interface AttendOptions {
  /** Factor on the scores. Default 1. */
  readonly scale?: number;
  /** Bound that large logits approach: softcap · tanh(logit / softcap). Default 0: none. */
  readonly softcap?: number;
  /** Added to each logit; −∞ shuts a key out, whatever its score. */
  readonly bias?: ArrayLike<number>;
  /** Rounds the logits to a narrower type before the softmax. Default: none. */
  readonly round?: (value: number) => number;
}

/**
 * softmax(scale · scores + bias): how one query attends to its keys.
 * @param scores likeness of the query to each key
 * @returns weights ≥ 0 that sum to 1; all 0 where every key is shut out or there is none
 */
export function attend(scores: ArrayLike<number>, options: AttendOptions = {}): Float64Array {
  const logits = logitsOf(scores, options);
  return softmax(options.round ? logits.map(options.round) : logits);
}

/** What the softmax gets. */
export function logitsOf(
  scores: ArrayLike<number>,
  { scale = 1, softcap = 0, bias }: AttendOptions = {},
): Float64Array {
  return Float64Array.from(scores, (score, key) => {
    const added = bias?.[key] ?? 0;
    if (added === Number.NEGATIVE_INFINITY) return added;
    const logit = score * scale;
    return (softcap > 0 ? softcap * Math.tanh(logit / softcap) : logit) + added;
  });
}

/** Likeness of a query to each key: dot products of vectors of one length. */
export function likeness(query: ArrayLike<number>, keys: readonly ArrayLike<number>[]): Float64Array {
  return Float64Array.from(keys, (key) => dot(query, key));
}

/** Σ a[from + i] · b[other + i] over `count`. */
export function dot(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  from = 0,
  other = 0,
  count = a.length,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[from + i]! * b[other + i]!;
  return sum;
}

function softmax(logits: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) most = Math.max(most, logit);
  // Nothing to attend to: nothing is, and no 0 / 0.
  if (most === Number.NEGATIVE_INFINITY) return new Float64Array(logits.length);
  const weights = logits.map((logit) => Math.exp(logit - most));
  let sum = 0;
  for (const weight of weights) sum += weight;
  return weights.map((weight) => weight / sum);
}
