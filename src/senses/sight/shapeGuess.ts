import type { Shape } from "../../model/percepts.js";
import type { SurfacePoints } from "./surfacePoints.js";
import { POINTS } from "./surfaceSample.js";

/** Share of the surface that must fit for a shape to be named. */
const FITS = 0.85;

/**
 * The plain shape that a thing's surface has, or null: most things have none. Told from its surface points, since a
 * box and a cylinder may draw the same outline. "person" is never told from a surface.
 */
export function guessShape(points: SurfacePoints): Exclude<Shape, "person"> | null {
  if (isSphere(points)) return "sphere";
  if (isBox(points)) return "box";
  return isCylinder(points) ? "cylinder" : null;
}

/** All points equally far from the middle, and the surface square to the way there. */
function isSphere(points: SurfacePoints): boolean {
  const middle = [0, 1, 2].map((axis) => middleOf(points.positions, axis));
  const away = vectors(points.positions).map((p) => p.map((value, axis) => value - middle[axis]));
  const radius = away.reduce((sum, v) => sum + Math.hypot(...v), 0) / POINTS;
  const normals = vectors(points.normals);
  return share((i) => {
    const length = Math.hypot(...away[i]);
    return Math.abs(length - radius) < 0.12 * radius && dot(away[i], normals[i]) > 0.95 * length;
  });
}

/** Every normal along, or square to, the first. */
function isBox({ normals }: SurfacePoints): boolean {
  const all = vectors(normals);
  const first = all[0];
  const second = all.find((n) => Math.abs(dot(n, first)) < 0.05);
  if (!second) return false;
  const third = cross(first, second);
  return share((i) => [first, second, third].some((axis) => Math.abs(dot(all[i], axis)) > 0.99));
}

/** Upright: every normal level or vertical, the level ones pointing away from the axis all around. */
function isCylinder({ positions, normals }: SurfacePoints): boolean {
  const x = middleOf(positions, 0);
  const z = middleOf(positions, 2);
  const all = vectors(normals);
  const places = vectors(positions);
  const round = all.filter((n) => Math.abs(n[1]) < 0.15).length;
  if (round < POINTS / 4) return false;
  const radius = Math.max(...places.map((p) => Math.hypot(p[0] - x, p[2] - z)));
  return share((i) => {
    if (Math.abs(all[i][1]) > 0.98) return true;
    const out = [places[i][0] - x, 0, places[i][2] - z];
    const length = Math.hypot(...out);
    return Math.abs(all[i][1]) < 0.15 && length > 0.88 * radius && dot(out, all[i]) > 0.93 * length;
  });
}

function share(fits: (point: number) => boolean): boolean {
  let fitting = 0;
  for (let i = 0; i < POINTS; i++) if (fits(i)) fitting++;
  return fitting >= FITS * POINTS;
}

/** Half way between the extremes: the mean would lean to where points are dense. */
function middleOf(positions: Float32Array, axis: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = axis; i < positions.length; i += 3) {
    low = Math.min(low, positions[i]);
    high = Math.max(high, positions[i]);
  }
  return (low + high) / 2;
}

function vectors(flat: Float32Array): number[][] {
  return Array.from({ length: POINTS }, (_, i) => [...flat.subarray(i * 3, i * 3 + 3)]);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: readonly number[], b: readonly number[]): number[] {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
