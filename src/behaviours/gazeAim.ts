import type { MindContext } from "../mind/context.js";
import type { Entity } from "../world/entity.js";
import type { Triple } from "../world/vector.js";
import type { Direction } from "./eyeHead.js";

/** Eyes of a person above the centre of the body, as a share of the height: 1.6 m of 1.8 m. */
const EYES_ABOVE_CENTRE = 1.6 / 1.8 - 0.5;

export function isPerson(entity: Entity): boolean {
  return entity.kind === "player" || entity.kind === "npc";
}

/** Where to look at an entity: a person's eyes, a thing's centre. Null if it has no finite place. */
export function aimPoint(entity: Entity, context: MindContext): Triple | null {
  const npc = context.npcs.find((other) => other.entity === entity);
  if (npc) return finite(npc.eyes.position);
  const [x, y, z] = entity.centre();
  if (!isPerson(entity)) return finite([x, y, z]);
  return finite([x, y + entity.size()[1] * EYES_ABOVE_CENTRE, z]);
}

/** Bounds are taken so often, seconds; between, the point moves with its node. */
const BOUNDS_EVERY = 0.25;

/** The point to look at of whatever is attended to, cheap enough for every frame. */
export class Aim {
  private entity: Entity | null = null;
  private takenAt = Number.NEGATIVE_INFINITY;
  private point: Triple | null = null;
  private node: Triple = [0, 0, 0];

  at(entity: Entity, context: MindContext): Triple | null {
    const { x, y, z } = entity.node.computeWorldMatrix(true).getTranslation();
    if (entity !== this.entity || context.now - this.takenAt >= BOUNDS_EVERY) {
      this.entity = entity;
      this.takenAt = context.now;
      this.point = aimPoint(entity, context);
      this.node = [x, y, z];
    }
    const { point, node } = this;
    return point && finite([point[0] + x - node[0], point[1] + y - node[1], point[2] + z - node[2]]);
  }
}

/** From one point to another; null where they coincide or are not finite. */
export function directionTo(from: Triple, to: Triple): Direction | null {
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const flat = Math.hypot(x, z);
  const length = Math.hypot(flat, y);
  if (!(length > 1e-3) || !Number.isFinite(length)) return null;
  return { yaw: Math.atan2(x, z), pitch: -Math.atan2(y, flat) };
}

/** Does this entity, if it has a front, face a point to within an angle (radians)? */
export function faces(entity: Entity, point: Triple, within: number): boolean {
  const yaw = entity.yaw();
  if (yaw === null) return false;
  const [x, , z] = entity.centre();
  const off = Math.atan2(point[0] - x, point[2] - z) - yaw;
  return Math.cos(off) >= Math.cos(within);
}

function finite(point: Triple): Triple | null {
  return point.every(Number.isFinite) ? point : null;
}
