import type { Triple } from "../../world/vector.js";

/** Nearer than this a sound gets no louder, metres. */
export const MIN_DISTANCE = 0.5;
/** What one wall takes away, dB: a light partition between rooms with open doors, far less than its own rating. */
export const WALL_DB = 12;
/** However many walls: sound also comes round them. */
export const MAX_WALLS_DB = 24;

/**
 * Level at the ears, dB SPL, 0 or more. Free field: 6 dB less for each doubling of the distance from 1 m.
 * @param levelDb at 1 m
 * @param walls how many are in the way
 */
export function earLevel(levelDb: number, distance: number, walls: number): number {
  const spread = 20 * Math.log10(Math.max(distance, MIN_DISTANCE));
  const level = levelDb - spread - Math.min(MAX_WALLS_DB, walls * WALL_DB);
  return Number.isFinite(level) ? Math.max(0, level) : 0;
}

export function distanceBetween(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** A copy, or null if it is not three finite numbers. */
export function finiteTriple(v: Triple): Triple | null {
  return v.length === 3 && v.every(Number.isFinite) ? [v[0], v[1], v[2]] : null;
}
