import "@babylonjs/core/Culling/ray.js";
import { Ray } from "@babylonjs/core/Culling/ray.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Npc } from "../mind/npc.js";
import type { Entity } from "../world/entity.js";
import { aimPoint } from "./gazeAim.js";
import { distanceOf } from "./navigation.js";

/** A visitor: an entity, its node, or an entity's id. */
export type Follower = Entity | TransformNode | string;

export interface VisitorsOptions {
  /** A visitor farther away than this lags, metres. */
  readonly lagDistance: number;
  /** A visitor out of sight for so long lags, seconds. */
  readonly lostSeconds: number;
}

/** Nobody within this is out of sight, whatever stands between, metres. */
const ALWAYS_NEAR = 2.5;
/** Sight is checked so often, seconds. */
const EVERY = 0.5;

/** Who follows a guide, and who lags behind. */
export class Visitors {
  private readonly seenAt = new Map<string, number>();
  private readonly givenUp = new Set<string>();
  private checkedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly npc: Npc,
    private readonly followers: readonly Follower[],
    private readonly options: VisitorsOptions,
  ) {}

  /** Those who are still there and not given up, the nearest first. */
  present(): Entity[] {
    return this.all()
      .filter(({ id }) => !this.givenUp.has(id))
      .sort((a, b) => this.distance(a) - this.distance(b));
  }

  nearest(): Entity | null {
    return this.present()[0] ?? null;
  }

  /** Are all of them within a distance (metres)? */
  allWithin(distance: number): boolean {
    return this.present().every((visitor) => this.distance(visitor) <= distance);
  }

  /** Metres on the ground; Infinity for one without a place. */
  distance(visitor: Entity): number {
    const distance = distanceOf(visitor.centre(), this.npc.eyes.position);
    return Number.isFinite(distance) ? distance : Number.POSITIVE_INFINITY;
  }

  /** Looks who is in sight. */
  update(): void {
    const { now } = this.npc.context;
    for (const { id } of this.all()) if (!this.seenAt.has(id)) this.seenAt.set(id, now);
    if (now - this.checkedAt < EVERY) return;
    this.checkedAt = now;
    for (const visitor of this.all()) {
      if (this.distance(visitor) < ALWAYS_NEAR || this.inSight(visitor)) this.seenAt.set(visitor.id, now);
    }
  }

  /** The farthest who lags, if any. @param slack metres that are forgiven */
  lagging(slack = 0): Entity | null {
    const { now } = this.npc.context;
    const late = this.present().filter((visitor) => {
      const unseen = now - (this.seenAt.get(visitor.id) ?? now);
      return this.distance(visitor) > this.options.lagDistance + slack || unseen > this.options.lostSeconds;
    });
    return late.at(-1) ?? null;
  }

  /** The tour goes on without this one. */
  giveUp(visitor: Entity): void {
    this.givenUp.add(visitor.id);
  }

  /** Those who came back near count again. */
  welcomeBack(): void {
    for (const visitor of this.all()) {
      if (this.givenUp.has(visitor.id) && this.distance(visitor) < this.options.lagDistance / 2)
        this.givenUp.delete(visitor.id);
    }
  }

  /** Was anybody named to follow at all? */
  get isAwaited(): boolean {
    return this.followers.length > 0;
  }

  private all(): Entity[] {
    const { entities } = this.npc.context;
    const found = new Set<Entity>();
    for (const follower of this.followers) {
      const entity =
        typeof follower === "string"
          ? entities.get(follower)
          : "node" in follower
            ? entities.get(follower.id)
            : entities.of(follower);
      if (entity) found.add(entity);
    }
    return [...found];
  }

  private inSight(visitor: Entity): boolean {
    const { npc } = this;
    const aim = aimPoint(visitor, npc.context);
    if (!aim) return false;
    const from = Vector3.FromArray([...npc.eyes.position]);
    const way = Vector3.FromArray([...aim]).subtract(from);
    const length = way.length();
    const ray = new Ray(from, way.normalize(), length);
    const between = (mesh: AbstractMesh) =>
      mesh.isEnabled() && mesh.isVisible && !isPartOf(mesh, npc.root) && !isPartOf(mesh, visitor.node);
    return !npc.context.scene.pickWithRay(ray, between, true)?.hit;
  }
}

function isPartOf(mesh: AbstractMesh, node: TransformNode): boolean {
  return mesh === node || mesh.isDescendantOf(node);
}
