import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { Triple } from "../world/vector.js";

/**
 * Finds ways. The plugin of `@babylonjs/addons/navigation` is one as it is:
 * `const navigation = await CreateNavigationPluginAsync({ instance })` and a navigation mesh made with it.
 */
export interface Navigation {
  /** World points from start to end; empty if there is no way. */
  computePath(from: Vector3, to: Vector3): Vector3[];
  /** The nearest point where one can stand. */
  getClosestPoint?(point: Vector3): Vector3;
}

/** Something to walk around, on the ground. */
export interface Obstacle {
  readonly x: number;
  readonly z: number;
  readonly radius: number;
}

/** Left between a way and what it goes around, metres. */
const CLEARANCE = 0.05;
const DEPTH = 4;

/**
 * Points to walk to, the start left out: by the navigation mesh, else straight and around obstacles.
 * @param warn called when the mesh has no way and the straight one is taken
 */
export function wayBetween(
  from: Triple,
  to: Triple,
  navigation: Navigation | null,
  obstacles: readonly Obstacle[],
  warn: (text: string) => void,
): Triple[] {
  if (navigation) {
    const path = navigation.computePath(Vector3.FromArray([...from]), Vector3.FromArray([...to]));
    const points = path
      .map(({ x, y, z }): Triple => [x, y, z])
      .filter((point) => point.every(Number.isFinite));
    if (points.length > 0)
      return distanceOf(points[0]!, from) < 0.3 && points.length > 1 ? points.slice(1) : points;
    warn("navigation: there is no way on the mesh to where an NPC wants to go; it walks straight");
  }
  return around(from, to, obstacles, DEPTH);
}

/** Where to stand instead, if a point is not on the mesh. */
export function standable(point: Triple, navigation: Navigation | null): Triple {
  const closest = navigation?.getClosestPoint?.(Vector3.FromArray([...point]));
  if (!closest || !Number.isFinite(closest.x + closest.y + closest.z)) return point;
  return [closest.x, closest.y, closest.z];
}

/** Metres on the ground. */
export function distanceOf(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[2] - b[2]);
}

/** Is a point free of obstacles? */
export function isFree(point: Triple, obstacles: readonly Obstacle[]): boolean {
  return obstacles.every(({ x, z, radius }) => Math.hypot(point[0] - x, point[2] - z) >= radius);
}

/** A straight line, pushed aside where it would cross an obstacle. */
function around(from: Triple, to: Triple, obstacles: readonly Obstacle[], depth: number): Triple[] {
  const hit = depth > 0 ? firstHit(from, to, obstacles) : null;
  if (!hit) return [to];
  const { obstacle, side } = hit;
  const length = distanceOf(from, to);
  const [ux, uz] = [(to[0] - from[0]) / length, (to[2] - from[2]) / length];
  // A corner as far out as makes both legs clear of the circle where they are about equally long.
  const out = (obstacle.radius + CLEARANCE) * 1.25;
  const corner: Triple = [obstacle.x - side * uz * out, from[1], obstacle.z + side * ux * out];
  return [...around(from, corner, obstacles, depth - 1), ...around(corner, to, obstacles, depth - 1)];
}

/** The first obstacle that a segment crosses, and on which side its middle lies (+1: pass on its left). */
function firstHit(
  from: Triple,
  to: Triple,
  obstacles: readonly Obstacle[],
): { obstacle: Obstacle; side: 1 | -1 } | null {
  const length = distanceOf(from, to);
  if (length < 1e-6) return null;
  const [ux, uz] = [(to[0] - from[0]) / length, (to[2] - from[2]) / length];
  let first: { obstacle: Obstacle; side: 1 | -1 } | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const obstacle of obstacles) {
    const [ox, oz] = [obstacle.x - from[0], obstacle.z - from[2]];
    const along = ox * ux + oz * uz;
    const aside = ox * -uz + oz * ux;
    const inside = Math.hypot(ox, oz) < obstacle.radius;
    if (inside || along <= 0 || along >= length || Math.abs(aside) >= obstacle.radius || along >= nearest)
      continue;
    nearest = along;
    first = { obstacle, side: aside > 0 ? -1 : 1 };
  }
  return first;
}
