import type { Scene } from "@babylonjs/core/scene.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { meshesOf } from "./entityMeshes.js";
import { isShown } from "./seeThrough.js";
import { SurfacePoints } from "./surfacePoints.js";

/** Seconds after which meshes that came or went are noticed. */
const RECOLLECT_SECONDS = 0.5;

/** What of an entity there is to see. */
export interface Body {
  readonly points: SurfacePoints;
  /** False: it has no geometry, `points` stands for a body of the stated size. */
  readonly drawn: boolean;
  shown: boolean;
  finite: boolean;
}

/** The bodies of all entities, following their meshes. */
export class Bodies {
  private bodies = new Map<Entity, Body>();
  private collectedAt: number | null = null;

  /** immediate: nothing renders here, so meshes are placed and collected anew at each update. */
  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
    private readonly immediate: boolean,
  ) {}

  /** Once a frame. True if the scene's meshes were looked through anew. */
  update(now: number): boolean {
    const since = this.collectedAt === null ? Number.POSITIVE_INFINITY : now - this.collectedAt;
    const due = this.immediate || since < 0 || since >= RECOLLECT_SECONDS;
    if (due) {
      this.collectedAt = now;
      this.collect();
    }
    for (const body of this.bodies.values()) body.finite = body.points.follow();
    return due;
  }

  /** Null if it is not to be seen: hidden, disposed, nowhere, or no entity of this registry. */
  of(entity: Entity): Body | null {
    if (entity.node.isDisposed() || this.entities.get(entity.id) !== entity) return null;
    let body = this.bodies.get(entity);
    if (!body) {
      if (this.immediate) this.place();
      body = this.make(entity, undefined);
      body.finite = body.points.follow();
      this.bodies.set(entity, body);
    }
    return body.shown && body.finite ? body : null;
  }

  forget(): void {
    this.bodies.clear();
    this.collectedAt = null;
  }

  private collect(): void {
    if (this.immediate) this.place();
    const before = this.bodies;
    this.bodies = new Map();
    for (const entity of this.entities.all) this.bodies.set(entity, this.make(entity, before.get(entity)));
  }

  /** Where nothing renders, nobody else keeps the world matrices. */
  private place(): void {
    for (const mesh of this.scene.meshes) mesh.computeWorldMatrix(true);
  }

  private make(entity: Entity, known: Body | undefined): Body {
    const meshes = meshesOf(entity, this.entities).filter((mesh) => mesh.getTotalVertices() > 0);
    const seen = meshes.filter(isShown);
    const shown = meshes.length > 0 ? seen.length > 0 : entity.node.isEnabled();
    if (known?.points.isOf(seen)) return Object.assign(known, { shown });
    return { points: new SurfacePoints(entity, seen), drawn: meshes.length > 0, shown, finite: true };
  }
}
