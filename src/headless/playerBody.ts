/** A described player: a body with eyes that walks straight, follows and looks. */
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Triple } from "../world/vector.js";
import { buildBody } from "./bodies.js";

type Walk = {
  readonly to: () => Vector3;
  readonly gap: number;
  readonly speed: number;
  readonly endless: boolean;
} | null;

/** Within a centimetre it has arrived. */
const ARRIVED = 0.01;
const TURN_PER_SECOND = 4;

export class PlayerBody {
  /** At the feet. */
  readonly root: TransformNode;
  /** At the eyes, looking where the player looks. */
  readonly eyes: TransformNode;
  private walk: Walk = null;
  private gaze: (() => Vector3) | null = null;

  constructor(
    scene: Scene,
    readonly id: string,
    position: Triple,
    forward: Triple,
    eyeHeight: number,
  ) {
    this.root = buildBody(scene, { id, kind: "player", position, size: [0.5, eyeHeight + 0.2, 0.4] });
    this.root.rotation.y = Math.atan2(forward[0], forward[2]);
    this.eyes = new TransformNode(`${id} eyes`, scene);
    this.eyes.parent = this.root;
    this.eyes.position.y = eyeHeight;
    this.eyes.rotation.x = -Math.asin(Math.max(-1, Math.min(1, forward[1])));
  }

  walkTo(point: Triple, speed: number): void {
    const to = new Vector3(...point);
    this.walk = { to: () => to, gap: 0, speed, endless: false };
    this.gaze = null;
  }

  /** Keeps `gap` metres behind it until told otherwise. */
  follow(node: TransformNode, gap: number, speed: number): void {
    this.walk = { to: () => node.getAbsolutePosition(), gap, speed, endless: true };
    this.gaze = null;
  }

  /** Turns the head there, and the body as far as the head cannot; holds until it walks or looks elsewhere. */
  lookAt(point: () => Vector3): void {
    this.gaze = point;
  }

  update(dt: number): void {
    const turned = this.step(dt);
    if (this.gaze) this.turnTo(this.gaze().subtract(this.eyes.getAbsolutePosition()), dt, true);
    else if (turned) this.turnTo(turned, dt, false);
    this.root.computeWorldMatrix(true);
    this.eyes.computeWorldMatrix(true);
  }

  /** Returns the direction to face, or null where it stands still. */
  private step(dt: number): Vector3 | null {
    if (!this.walk) return null;
    const way = this.walk.to().subtract(this.root.position);
    way.y = 0;
    const left = way.length() - this.walk.gap;
    if (left <= ARRIVED) {
      if (!this.walk.endless) this.walk = null;
      return way.length() > ARRIVED ? way : null;
    }
    this.root.position.addInPlace(way.normalizeToNew().scaleInPlace(Math.min(left, this.walk.speed * dt)));
    return way;
  }

  private turnTo(way: Vector3, dt: number, withPitch: boolean): void {
    const most = TURN_PER_SECOND * dt;
    const off = wrap(Math.atan2(way.x, way.z) - this.root.rotation.y);
    this.root.rotation.y = wrap(this.root.rotation.y + clamp(off, most));
    const pitch = withPitch ? -Math.atan2(way.y, Math.hypot(way.x, way.z)) : 0;
    this.eyes.rotation.x += clamp(pitch - this.eyes.rotation.x, most);
  }
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** To -π..π. */
export function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
