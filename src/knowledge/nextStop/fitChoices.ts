/** One choice that a visitor made. */
export interface Choice {
  /** Keys of all that could be chosen, one row after the other. */
  readonly keys: Float64Array;
  /** Row of what was chosen. */
  readonly chosen: number;
}

const ROUNDS = 20;
const ENOUGH = 1e-4;

/**
 * The query under which attention falls on what was chosen: most likely weights of a multinomial logit,
 * held to `prior` by `stiffness` · |weights − prior|² / 2. Newton's steps on the gradient; the same for
 * the same choices. With no choices, the prior.
 */
export function fitChoices(
  choices: readonly Choice[],
  prior: readonly number[],
  stiffness: number,
): Float64Array {
  const weights = Float64Array.from(prior);
  for (let round = 0; round < ROUNDS && choices.length > 0; round++) {
    const { gradient, curvature } = slope(choices, weights);
    for (let f = 0; f < weights.length; f++) {
      gradient[f]! -= stiffness * (weights[f]! - prior[f]!);
      curvature[f]![f]! += stiffness;
    }
    const step = solve(curvature, gradient);
    let largest = 0;
    for (let f = 0; f < weights.length; f++) {
      weights[f]! += step[f]!;
      largest = Math.max(largest, Math.abs(step[f]!));
    }
    if (largest < ENOUGH) break;
  }
  return weights;
}

/** Likeness of a query to each of the keys. */
export function likenessOf(query: Float64Array, keys: Float64Array): Float64Array {
  const scores = new Float64Array(keys.length / query.length);
  for (let row = 0, at = 0; row < scores.length; row++)
    for (let f = 0; f < query.length; f++) scores[row]! += query[f]! * keys[at++]!;
  return scores;
}

/** Of the log-likelihood: chosen key less expected key, and the keys' covariance. */
function slope(choices: readonly Choice[], query: Float64Array) {
  const size = query.length;
  const gradient = new Float64Array(size);
  const products = new Float64Array(size * size);
  const expected = new Float64Array(size);
  for (const { keys, chosen } of choices) {
    const attention = softmax(likenessOf(query, keys));
    expected.fill(0);
    for (let at = 0, row = 0; at < keys.length; at += size, row++)
      for (let f = 0; f < size; f++) {
        const part = attention[row]! * keys[at + f]!;
        expected[f]! += part;
        for (let g = 0; g <= f; g++) products[f * size + g]! += part * keys[at + g]!;
      }
    for (let f = 0; f < size; f++) {
      gradient[f]! += keys[chosen * size + f]! - expected[f]!;
      for (let g = 0; g <= f; g++) products[f * size + g]! -= expected[f]! * expected[g]!;
    }
  }
  const curvature = Array.from({ length: size }, (_, f) =>
    Float64Array.from({ length: size }, (_, g) => products[Math.max(f, g) * size + Math.min(f, g)]!),
  );
  return { gradient, curvature };
}

/** What `attend` makes of scores without a bias, in place: it is asked ten thousand times here. */
function softmax(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i]! - most);
    sum += scores[i]!;
  }
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
  return scores;
}

/** Gauss's elimination of a positive definite system; both arguments are used up. */
function solve(rows: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) {
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = i; k < size; k++) rows[j]![k]! -= factor * rows[i]![k]!;
      right[j]! -= factor * right[i]!;
    }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) right[i]! -= rows[i]![k]! * right[k]!;
    right[i]! /= rows[i]![i]!;
  }
  return right;
}
