import type { Entity } from "../world/entity.js";
import type { Triple } from "../world/vector.js";
import { distanceOf, isFree, type Obstacle } from "./navigation.js";

const DEGREE = Math.PI / 180;
/** Beside the visitors' line of sight rather than in it; then farther round if there is no room. */
const ANGLES = [35, -35, 60, -60, 90, -90, 120, -120, 0, 150, -150, 180].map((angle) => angle * DEGREE);
/** A body's half width and some air. */
const BODY = 0.35;

/** Can it be gone to? */
export function hasPlace(entity: Entity): boolean {
  return entity.centre().every(Number.isFinite);
}

/** What must not be walked through, seen from above. */
export function obstacleOf(entity: Entity): Obstacle {
  const [x, , z] = entity.centre();
  return { x, z, radius: halfWidth(entity) + BODY };
}

/**
 * Where a guide stands to show an exhibit: `standoff` metres from its side, on the side of `from`
 * (where the visitors come from), a little aside so that they see it.
 */
export function stationAt(
  exhibit: Entity,
  from: Triple,
  guide: Triple,
  standoff: number,
  obstacles: readonly Obstacle[],
): Triple {
  const [x, , z] = exhibit.centre();
  const front = exhibit.yaw();
  const toward = front ?? Math.atan2(from[0] - x, from[2] - z);
  const radius = halfWidth(exhibit) + standoff;
  const at = (angle: number): Triple => [
    x + Math.sin(toward + angle) * radius,
    guide[1],
    z + Math.cos(toward + angle) * radius,
  ];
  for (let i = 0; i < ANGLES.length; i += 2) {
    const pair = [ANGLES[i], ANGLES[i + 1]].filter((angle) => angle !== undefined).map(at);
    const free = pair.filter((point) => isFree(point, obstacles));
    const nearest = free.sort((a, b) => distanceOf(a, guide) - distanceOf(b, guide))[0];
    if (nearest) return nearest;
  }
  return at(0);
}

/** Half its extent on the ground, metres. */
function halfWidth(entity: Entity): number {
  const [width, , depth] = entity.size();
  const half = Math.max(width, depth) / 2;
  return Number.isFinite(half) ? half : 0.2;
}
