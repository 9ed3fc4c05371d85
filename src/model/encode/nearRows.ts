/** Each thing among the nearest of its own name: "a pair of dots, the darker one", "a big one by itself". */
import { type Asked, type AskedAxis, towards } from "./asked.js";
import { rivalsOf } from "./ranks.js";
import { clamp } from "./viewFrame.js";

/** Among more than these nobody tells one by its neighbours. */
const MOST_KIN = 40;
const AXES = ["X", "Y", "Volume", "Lightness"] as const;

/** `gathered`: what the dialogue says of each; `asked`: which end was asked for last. */
export function nearFeatures(
  names: readonly string[],
  values: Readonly<Record<AskedAxis, readonly number[]>>,
  gathered: readonly number[],
  asked: readonly Asked[],
): Record<string, number>[] {
  const out = names.map((): Record<string, number> => ({}));
  const { X, Y, Z } = values;
  const gap = (a: number, b: number) => Math.hypot(X[a] - X[b], Y[a] - Y[b], Z[a] - Z[b]) + 1e-3;
  /** Of the group's first, from -1 to 1. */
  const rank = (group: readonly number[], axis: AskedAxis) =>
    group.reduce((sum, i) => {
      const more = values[axis][group[0]] - values[axis][i];
      return Math.abs(more) > 0.02 ? sum + Math.sign(more) : sum;
    }, 0) /
    (group.length - 1);
  const towardsAsked = (group: readonly number[]) =>
    asked.reduce((sum, one) => sum + towards(one, rank(group, one.axis)), 0) / Math.max(1, asked.length);
  for (const peers of rivalsOf(names)) {
    if (peers.length < 3 || peers.length > MOST_KIN) continue;
    // Itself first.
    const near = new Map(
      peers.map((e) => {
        const nearest = peers.map((other) => ({ other, far: gap(e, other) })).sort((a, b) => a.far - b.far);
        return [e, nearest.slice(0, 4)];
      }),
    );
    const usual = peers.reduce((sum, e) => sum + near.get(e)![1].far, 0) / peers.length;
    for (const [e, nearest] of near) {
      const group = nearest.map(({ other }) => other);
      const gaps = nearest.map(({ far }) => far);
      const three = group.slice(0, 3);
      Object.assign(out[e], {
        nearAlone: clamp(Math.log(gaps[1] / usual), -2, 2),
        nearMutual: near.get(group[1])![1].other === e ? 1 : 0,
        nearPair: clamp(Math.log(gaps[2] / gaps[1]), 0, 2),
        nearThree: clamp(Math.log((gaps[3] ?? 0) / gaps[2]), 0, 2),
        nearGathered: three.reduce((sum, i) => sum + gathered[i], 0) / 3,
        nearAsked: towardsAsked(three),
        nearPairAsked: towardsAsked(group.slice(0, 2)),
      });
      for (const axis of AXES) {
        out[e][`near${axis}`] = rank(three, axis);
        for (let k = 1; k < group.length; k++) {
          const more = values[axis][group[k]] - values[axis][e];
          out[e][`near${k}${axis}`] =
            axis === "Lightness" ? 3 * more : axis === "Volume" ? clamp(more, -2, 2) : more / gaps[k];
        }
      }
    }
  }
  return out;
}
