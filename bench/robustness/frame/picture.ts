/** Pictures as floats, and what the corruptions are made of. */
import { FRAME_HEIGHT, FRAME_WIDTH } from "../../../src/model/observation.js";

export type Random = () => number;

/** RGB, 0..1, FRAME_WIDTH × FRAME_HEIGHT × 3, row 0 at the top. */
export type Picture = Float32Array;

export const PIXELS = FRAME_WIDTH * FRAME_HEIGHT;

export function toPicture(rgba: Uint8Array): Picture {
  const out = new Float32Array(PIXELS * 3);
  for (let i = 0; i < PIXELS; i++) for (let c = 0; c < 3; c++) out[i * 3 + c] = rgba[i * 4 + c] / 255;
  return out;
}

/** Cut to 0..1; opaque. */
export function toRgba(picture: Picture): Uint8Array {
  const out = new Uint8Array(PIXELS * 4).fill(255);
  for (let i = 0; i < PIXELS; i++)
    for (let c = 0; c < 3; c++)
      out[i * 4 + c] = Math.round(255 * Math.min(1, Math.max(0, picture[i * 3 + c])));
  return out;
}

/** Standard normal (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Knuth's product for few, a rounded normal for many. */
export function poisson(mean: number, random: Random): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count++;
  return count;
}

/** Colour between pixels, bilinear; edges repeat. Writes to out[at..at + 2]. */
export function sampleInto(out: Picture, at: number, picture: Picture, x: number, y: number): void {
  const px = Math.min(FRAME_WIDTH - 1, Math.max(0, x));
  const py = Math.min(FRAME_HEIGHT - 1, Math.max(0, y));
  const [x0, y0] = [Math.floor(px), Math.floor(py)];
  const [x1, y1] = [Math.min(FRAME_WIDTH - 1, x0 + 1), Math.min(FRAME_HEIGHT - 1, y0 + 1)];
  const [fx, fy] = [px - x0, py - y0];
  for (let c = 0; c < 3; c++) {
    const top =
      picture[(y0 * FRAME_WIDTH + x0) * 3 + c] * (1 - fx) + picture[(y0 * FRAME_WIDTH + x1) * 3 + c] * fx;
    const low =
      picture[(y1 * FRAME_WIDTH + x0) * 3 + c] * (1 - fx) + picture[(y1 * FRAME_WIDTH + x1) * 3 + c] * fx;
    out[at + c] = top * (1 - fy) + low * fy;
  }
}

/** A new picture, each pixel drawn from where `from` says. */
export function warp(picture: Picture, from: (x: number, y: number) => readonly [number, number]): Picture {
  const out = new Float32Array(picture.length);
  for (let y = 0; y < FRAME_HEIGHT; y++)
    for (let x = 0; x < FRAME_WIDTH; x++) sampleInto(out, (y * FRAME_WIDTH + x) * 3, picture, ...from(x, y));
  return out;
}

/** Weighted mean over offsets [dx, dy, weight]; edges repeat. */
export function convolve(picture: Picture, kernel: readonly (readonly [number, number, number])[]): Picture {
  const total = kernel.reduce((sum, [, , weight]) => sum + weight, 0);
  const out = new Float32Array(picture.length);
  for (const [dx, dy, weight] of kernel) {
    const w = weight / total;
    for (let y = 0; y < FRAME_HEIGHT; y++) {
      const row = Math.min(FRAME_HEIGHT - 1, Math.max(0, y + dy)) * FRAME_WIDTH;
      for (let x = 0; x < FRAME_WIDTH; x++) {
        const from = (row + Math.min(FRAME_WIDTH - 1, Math.max(0, x + dx))) * 3;
        const at = (y * FRAME_WIDTH + x) * 3;
        for (let c = 0; c < 3; c++) out[at + c] += w * picture[from + c];
      }
    }
  }
  return out;
}

export function disc(radius: number): [number, number, number][] {
  const reach = Math.ceil(radius);
  const kernel: [number, number, number][] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const weight = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)));
      if (weight > 0) kernel.push([dx, dy, weight]);
    }
  return kernel;
}

export function gauss(sigma: number): [number, number, number][] {
  const reach = Math.ceil(2 * sigma);
  const kernel: [number, number, number][] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      kernel.push([dx, dy, Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma))]);
  return kernel;
}

/** A line of this length through the middle, at an angle; weights fall to its end as a shutter's do. */
export function streak(length: number, angle: number): [number, number, number][] {
  const weights = new Map<string, [number, number, number]>();
  for (let t = -length / 2; t <= length / 2; t += 0.5) {
    const [dx, dy] = [Math.round(t * Math.cos(angle)), Math.round(t * Math.sin(angle))];
    const entry = weights.get(`${dx},${dy}`) ?? [dx, dy, 0];
    entry[2] += Math.exp(-((t / length) ** 2));
    weights.set(`${dx},${dy}`, entry);
  }
  return [...weights.values()];
}

/** Fractal noise 0..1, one value a pixel: octaves of a random grid, each half as coarse, weaker by `decay`. */
export function plasma(random: Random, decay: number, coarsest = 64): Float32Array {
  const out = new Float32Array(PIXELS);
  let total = 0;
  for (let cell = coarsest, weight = 1; cell >= 2; cell /= 2, weight /= decay) {
    addOctave(out, random, cell, weight);
    total += weight;
  }
  return out.map((value) => value / total);
}

function addOctave(out: Float32Array, random: Random, cell: number, weight: number): void {
  const columns = FRAME_WIDTH / cell + 2;
  const rows = Math.ceil(FRAME_HEIGHT / cell) + 2;
  const grid = Float32Array.from({ length: columns * rows }, () => random());
  for (let y = 0; y < FRAME_HEIGHT; y++) {
    const [gy, fy] = [Math.floor(y / cell), smooth((y % cell) / cell)];
    for (let x = 0; x < FRAME_WIDTH; x++) {
      const [gx, fx] = [Math.floor(x / cell), smooth((x % cell) / cell)];
      const at = gy * columns + gx;
      const top = grid[at] * (1 - fx) + grid[at + 1] * fx;
      const low = grid[at + columns] * (1 - fx) + grid[at + columns + 1] * fx;
      out[y * FRAME_WIDTH + x] += weight * (top * (1 - fy) + low * fy);
    }
  }
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
