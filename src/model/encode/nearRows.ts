/** Each thing among the nearest of its own name: "a pair of dots, the darker one", "a big one by itself". */
import type { Asked, AskedAxis } from "./asked.js";
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
  const towards = (group: readonly number[]) =>
    asked.reduce((sum, { axis, sign }) => {
      const at = rank(group, axis);
      return sum + (sign === 0 ? 1 - 2 * Math.abs(at) : sign * at);
    }, 0) / Math.max(1, asked.length);
  for (const peers of rivalsOf(names)) {
    if (peers.length < 3 || peers.length > MOST_KIN) continue;
    // Itself first.
    const near = new Map(
      peers.map((e) => {
        const gaps = peers.map((other) => [gap(e, other), other]);
        return [
          e,
          gaps
            .sort((a, b) => a[0] - b[0])
            .slice(0, 4)
            .map(([, other]) => other),
        ];
      }),
    );
    const usual = peers.reduce((sum, e) => sum + gap(e, near.get(e)![1]), 0) / peers.length;
    for (const [e, group] of near) {
      const gaps = group.map((other) => gap(e, other));
      const three = group.slice(0, 3);
      Object.assign(out[e], {
        nearAlone: clamp(Math.log(gaps[1] / usual), -2, 2),
        nearMutual: near.get(group[1])![1] === e ? 1 : 0,
        nearPair: clamp(Math.log(gaps[2] / gaps[1]), 0, 2),
        nearThree: clamp(Math.log((gaps[3] ?? 0) / gaps[2]), 0, 2),
        nearGathered: three.reduce((sum, i) => sum + gathered[i], 0) / 3,
        nearAsked: towards(three),
        nearPairAsked: towards(group.slice(0, 2)),
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
