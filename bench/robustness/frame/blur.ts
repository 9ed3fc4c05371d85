import { FRAME_HEIGHT, FRAME_WIDTH } from "../../../src/model/observation.js";
import { convolve, disc, gauss, type Picture, type Random, streak, warp } from "./picture.js";

/** Radius of the circle of confusion, pixels of 256 × 144. */
const DEFOCUS = [1, 1.5, 2.2, 3, 4];
/** Gaussian before and after, farthest exchange in pixels, rounds. */
const GLASS = [
  [0.4, 1, 1],
  [0.5, 1, 2],
  [0.6, 2, 1],
  [0.7, 2, 2],
  [0.9, 3, 2],
] as const;
/** Length of the path, pixels. */
const MOTION = [5, 8, 11, 15, 20];
/** Greatest magnification. */
const ZOOM = [1.08, 1.14, 1.2, 1.26, 1.34];
const ZOOM_STEPS = 8;

export function defocusBlur(picture: Picture, severity: number): Picture {
  return convolve(picture, disc(DEFOCUS[severity - 1]));
}

/** Pixels change places with near ones, as behind frosted glass. */
export function glassBlur(picture: Picture, severity: number, random: Random): Picture {
  const [sigma, reach, rounds] = GLASS[severity - 1];
  const out = convolve(picture, gauss(sigma));
  for (let round = 0; round < rounds; round++)
    for (let y = reach; y < FRAME_HEIGHT - reach; y++)
      for (let x = reach; x < FRAME_WIDTH - reach; x++) {
        const shift = () => Math.round((2 * random() - 1) * reach);
        exchange(out, y * FRAME_WIDTH + x, (y + shift()) * FRAME_WIDTH + x + shift());
      }
  return convolve(out, gauss(sigma));
}

export function motionBlur(picture: Picture, severity: number, random: Random): Picture {
  return convolve(picture, streak(MOTION[severity - 1], (random() - 0.5) * (Math.PI / 2)));
}

export function zoomBlur(picture: Picture, severity: number): Picture {
  const sum = Float32Array.from(picture);
  const [cx, cy] = [(FRAME_WIDTH - 1) / 2, (FRAME_HEIGHT - 1) / 2];
  for (let step = 1; step <= ZOOM_STEPS; step++) {
    const scale = 1 + ((ZOOM[severity - 1] - 1) * step) / ZOOM_STEPS;
    const nearer = warp(picture, (x, y) => [cx + (x - cx) / scale, cy + (y - cy) / scale]);
    for (let i = 0; i < sum.length; i++) sum[i] += nearer[i];
  }
  return sum.map((value) => value / (ZOOM_STEPS + 1));
}

function exchange(picture: Picture, a: number, b: number): void {
  for (let c = 0; c < 3; c++) {
    const kept = picture[a * 3 + c];
    picture[a * 3 + c] = picture[b * 3 + c];
    picture[b * 3 + c] = kept;
  }
}
