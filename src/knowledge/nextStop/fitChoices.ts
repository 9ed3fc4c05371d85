import { attend, likeness } from "../../model/attention/attend.js";

/** One choice that a visitor made: keys of all that could be chosen, and which was. */
export interface Choice {
  readonly keys: readonly Float64Array[];
  readonly chosen: number;
}

const ROUNDS = 20;
const ENOUGH = 1e-6;

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

/** Of the log-likelihood: chosen key less expected key, and the keys' covariance. */
function slope(choices: readonly Choice[], query: Float64Array) {
  const size = query.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const { keys, chosen } of choices) {
    const attention = attend(likeness(query, keys));
    const expected = new Float64Array(size);
    for (const [i, key] of keys.entries())
      for (let f = 0; f < size; f++) expected[f]! += attention[i]! * key[f]!;
    for (let f = 0; f < size; f++) gradient[f]! += keys[chosen]![f]! - expected[f]!;
    for (const [i, key] of keys.entries())
      for (let f = 0; f < size; f++) {
        const part = attention[i]! * (key[f]! - expected[f]!);
        for (let g = 0; g < size; g++) curvature[f]![g]! += part * (key[g]! - expected[g]!);
      }
  }
  return { gradient, curvature };
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
