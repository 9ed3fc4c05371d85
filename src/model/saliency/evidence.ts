import { type Plane, plane } from "./plane.js";

/**
 * A map of conspicuity as evidence: how many times likelier than elsewhere a look is where the map says so.
 * Values count by their rank alone. Looked-at and other places are taken for two normal distributions of that
 * rank `separation` standard deviations apart, so the ratio at z is exp(separation · z − separation² / 2).
 */
export function evidence(map: Plane, separation: number): Plane {
  const z = normalScores(map);
  const values = z.values.map((value) => Math.exp(separation * value - (separation * separation) / 2));
  return { width: map.width, height: map.height, values };
}

/** How finely a map's range is told apart: rounding errors are no differences. */
const STEPS = 1 << 14;

/** Each value's rank as a standard normal; equal values have the mean of their ranks. */
function normalScores(map: Plane): Plane {
  const { values } = map;
  const out = plane(map.width, map.height);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(high - low > 1e-6)) return out;
  const step = (value: number) => Math.round(((value - low) / (high - low)) * STEPS);
  const counts = new Uint32Array(STEPS + 1);
  for (const value of values) counts[step(value)]!++;
  const scores = new Float32Array(STEPS + 1);
  let before = 0;
  for (let i = 0; i <= STEPS; i++) {
    const count = counts[i]!;
    if (count > 0) scores[i] = quantile((before + count / 2) / values.length);
    before += count;
  }
  for (let i = 0; i < values.length; i++) out.values[i] = scores[step(values[i]!)]!;
  return out;
}

/** The standard normal's quantile, by Newton steps on its logistic approximation (Bowling et al. 2009, error below .02). */
function quantile(p: number): number {
  const logit = Math.log(p / (1 - p));
  let z = logit / 1.702;
  for (let i = 0; i < 8; i++) z -= (0.07056 * z ** 3 + 1.5976 * z - logit) / (0.21168 * z * z + 1.5976);
  return z;
}
