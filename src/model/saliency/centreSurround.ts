import { blur, type Plane, plane, resize } from "./plane.js";

/** Centre and surround as shares of the picture's longer side: four octaves (after Itti, Koch & Niebur 1998). */
const SCALES = [
  [0.008, 0.04],
  [0.016, 0.08],
  [0.03, 0.15],
  [0.06, 0.3],
] as const;
/** The eye tells hue apart more finely than OKLab's axes are long beside lightness. */
const WEIGHTS = [1, 2, 2] as const;

/** How much each place differs in lightness and colour from what surrounds it, at several scales. */
export function centreSurround(opponents: readonly [Plane, Plane, Plane]): Plane {
  const [{ width, height }] = opponents;
  const side = Math.max(width, height);
  const sum = plane(width, height);
  for (const [centre, surround] of SCALES) {
    const contrast = promote(contrastAt(opponents, centre * side, surround * side));
    for (let i = 0; i < sum.values.length; i++) sum.values[i]! += contrast.values[i]!;
  }
  return sum;
}

function contrastAt(opponents: readonly Plane[], centre: number, surround: number): Plane {
  const { width, height } = opponents[0]!;
  const sum = plane(width, height);
  opponents.forEach((channel, c) => {
    const inner = blur(channel, centre).values;
    const outer = coarseBlur(channel, surround).values;
    for (let i = 0; i < inner.length; i++) sum.values[i]! += WEIGHTS[c]! * (inner[i]! - outer[i]!) ** 2;
  });
  return { width, height, values: sum.values.map(Math.sqrt) };
}

/** A wide blur at a coarser grid, which it does not show. */
function coarseBlur(source: Plane, sigma: number): Plane {
  const step = Math.max(1, Math.floor(sigma / 3));
  const side = (length: number) => Math.max(1, Math.round(length / step));
  const small = resize(source, side(source.width), side(source.height));
  return resize(blur(small, sigma / step), source.width, source.height);
}

/** A map with one peak counts more than one that is restless all over: (1 − mean / peak)², Itti's idea. */
function promote(map: Plane): Plane {
  let peak = 0;
  let sum = 0;
  for (const value of map.values) {
    if (value > peak) peak = value;
    sum += value;
  }
  const gain = peak < 0.01 ? 0 : (1 - sum / map.values.length / peak) ** 2;
  return { ...map, values: map.values.map((value) => value * gain) };
}
