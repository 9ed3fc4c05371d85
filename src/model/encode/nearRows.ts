/** Each thing among the nearest of its own name: "a pair of dots, the darker one", "a big one by itself". */
import type { Asked, AskedAxis } from "./asked.js";
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
  const gap = (a: number, b: number) =>
    Math.hypot(values.X[a] - values.X[b], values.Y[a] - values.Y[b], values.Z[a] - values.Z[b]) + 1e-3;
  const kin = names.map((name) => names.flatMap((other, i) => (other === name ? [i] : [])));
  // Itself first.
  const near = kin.map((peers, e) =>
    peers.length < 3 || peers.length > MOST_KIN
      ? []
      : [...peers].sort((a, b) => gap(e, a) - gap(e, b)).slice(0, 4),
  );
  const rank = (group: readonly number[], axis: AskedAxis) => {
    const own = values[axis][group[0]];
    const above = group.reduce((sum, i) => {
      const more = own - values[axis][i];
      return sum + (Math.abs(more) > 0.02 ? Math.sign(more) : 0);
    }, 0);
    return above / (group.length - 1);
  };
  const towards = (group: readonly number[]) =>
    asked.reduce((sum, { axis, sign }) => {
      const at = rank(group, axis);
      return sum + (sign === 0 ? 1 - 2 * Math.abs(at) : sign * at);
    }, 0) / Math.max(1, asked.length);
  return near.map((group, e): Record<string, number> => {
    if (group.length === 0) return {};
    const gaps = group.map((other) => gap(e, other));
    const usual = kin[e].reduce((sum, i) => sum + gap(i, near[i][1]), 0) / kin[e].length;
    const further = (a: number, b: number) => clamp(Math.log(gaps[a] / gaps[b]), 0, 2) || 0;
    const three = group.slice(0, 3);
    const out: Record<string, number> = {
      nearAlone: clamp(Math.log(gaps[1] / usual), -2, 2),
      nearMutual: near[group[1]][1] === e ? 1 : 0,
      nearPair: further(2, 1),
      nearThree: group.length > 3 ? further(3, 2) : 0,
      nearGathered: three.reduce((sum, i) => sum + gathered[i], 0) / 3,
      nearAsked: towards(three),
      nearPairAsked: towards(group.slice(0, 2)),
    };
    for (const axis of AXES) {
      out[`near${axis}`] = rank(three, axis);
      for (let k = 1; k < group.length; k++) {
        const more = values[axis][group[k]] - values[axis][e];
        out[`near${k}${axis}`] =
          axis === "Lightness" ? 3 * more : axis === "Volume" ? clamp(more, -2, 2) : more / gaps[k];
      }
    }
    return out;
  });
}
