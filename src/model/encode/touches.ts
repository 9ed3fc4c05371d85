/** Which things touch by a side. */
import type { EntityPercept } from "../percepts.js";

/** Gaps up to this are none, metres. */
export const GAP = 0.05;

export interface Touch {
  readonly other: number;
  /** 0 x, 1 y, 2 z, and whether the other is on the greater side. */
  readonly axis: number;
  readonly up: boolean;
}

export function touchesOf(entities: readonly EntityPercept[], i: number): Touch[] {
  const out: Touch[] = [];
  const own = entities[i];
  if (!own.size) return out;
  for (let other = 0; other < entities.length; other++) {
    const there = entities[other];
    if (other === i || !there.size) continue;
    // Overlap along each axis, less than 0 for a gap.
    const overlaps = [0, 1, 2].map(
      (k) => (own.size![k] + there.size![k]) / 2 - Math.abs(own.position[k] - there.position[k]),
    );
    const axis = overlaps.indexOf(Math.min(...overlaps));
    const beside = [0, 1, 2].every(
      (k) => k === axis || overlaps[k] > 0.5 * Math.min(own.size![k], there.size![k]),
    );
    if (beside && Math.abs(overlaps[axis]) <= GAP)
      out.push({ other, axis, up: there.position[axis] > own.position[axis] });
  }
  return out;
}
