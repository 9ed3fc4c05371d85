/** Left-handed, y up: yaw 0 looks along +z (north) and grows toward +x (east). */
import type { CasePose, Triple } from "./types.js";

export const round = (x: number) => Math.round(x * 1000) / 1000;
export const roundTriple = (v: Triple): Triple => [round(v[0]), round(v[1]), round(v[2])];
export const flatDistance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[2] - b[2]);
export const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

export function direction(from: Triple, to: Triple): Triple {
  const d = distance(from, to) || 1;
  return [(to[0] - from[0]) / d, (to[1] - from[1]) / d, (to[2] - from[2]) / d];
}

export const yawOf = (forward: Triple) => Math.atan2(forward[0], forward[2]);
export const forwardOf = (yaw: number, pitch = 0): Triple => [
  Math.sin(yaw) * Math.cos(pitch),
  -Math.sin(pitch),
  Math.cos(yaw) * Math.cos(pitch),
];

/** How many radians a point is off somebody's line of sight. */
export function offSight({ position, forward }: CasePose, point: Triple): number {
  const d = distance(position, point) || 1;
  const along = point.reduce((sum, v, i) => sum + (v - position[i]!) * forward[i]!, 0) / d;
  return Math.acos(Math.max(-1, Math.min(1, along)));
}

/** A point as seen by somebody: metres to the right and ahead, and the angle from straight ahead. */
export interface Seen {
  right: number;
  ahead: number;
  /** Radians, negative to the left. */
  azimuth: number;
  distance: number;
}

export function seenFrom(pose: CasePose, point: Triple): Seen {
  const yaw = yawOf(pose.forward);
  const dx = point[0] - pose.position[0];
  const dz = point[2] - pose.position[2];
  const right = dx * Math.cos(yaw) - dz * Math.sin(yaw);
  const ahead = dx * Math.sin(yaw) + dz * Math.cos(yaw);
  return { right, ahead, azimuth: Math.atan2(right, ahead), distance: Math.hypot(right, ahead) };
}

/** The point `right` and `ahead` metres from a pose, at height y. */
export function pointFrom(pose: CasePose, right: number, ahead: number, y: number): Triple {
  const yaw = yawOf(pose.forward);
  return [
    pose.position[0] + right * Math.cos(yaw) + ahead * Math.sin(yaw),
    y,
    pose.position[2] - right * Math.sin(yaw) + ahead * Math.cos(yaw),
  ];
}
