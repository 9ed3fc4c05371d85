import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Pose } from "../../world/vector.js";
import type { Bodies, Body } from "./bodies.js";
import type { Occluders } from "./occluders.js";
import type { SurfacePoints } from "./surfacePoints.js";
import { POINTS } from "./surfaceSample.js";
import type { ViewCone } from "./viewCone.js";

/** Eyes that look from somewhere; `entity` is the viewer's own, which never stands in its own view. */
export interface Viewer {
  readonly id: string;
  readonly eyes: Pose;
  readonly entity: string | null;
}

/** Rays start this far from the eyes, so that the viewer's own face and hair do not blind it; metres. */
const FACE = 0.25;
/** Rays end this far before the surface, so that the ground that a thing stands on does not hide it; metres. */
const SKIN = 0.01;
/** Every fourth point is tried at one visit, the others at the next three. */
const PHASES = 4;
/** Pairs of eyes and entity that are looked at in one frame, most of which lie outside the cone. */
const PAIRS_PER_FRAME = 400;

interface Glance {
  /** Weight seen and weight tried, by phase. */
  readonly seen: Float32Array;
  readonly tried: Float32Array;
  phase: number;
}

/**
 * What each NPC sees: for every entity, the share of its silhouette that lies in the view cone and is hidden by
 * nothing. By rays to points on its surface, so it needs no screen and answers alike with and without one.
 */
export class Eyesight {
  private readonly glances = new Map<string, WeakMap<Entity, Glance>>();
  private readonly immediate: boolean;
  private cursor = 0;
  private readonly origin = new Float64Array(3);
  private readonly direction = new Float64Array(3);
  private readonly inside = new Uint8Array(POINTS);

  /** raysPerFrame Infinity: every question is answered by rays cast there and then. */
  constructor(
    private readonly entities: EntityRegistry,
    private readonly bodies: Bodies,
    private readonly occluders: Occluders,
    private readonly cone: ViewCone,
    private readonly raysPerFrame: number,
  ) {
    this.immediate = raysPerFrame === Number.POSITIVE_INFINITY;
  }

  /** Once a frame: follows what moved and casts this frame's rays. */
  update(now: number, viewers: readonly Viewer[]): void {
    this.occluders.follow(this.bodies.update(now));
    for (const id of this.glances.keys())
      if (!viewers.some((viewer) => viewer.id === id)) this.glances.delete(id);
    if (!this.immediate) this.look(viewers);
  }

  /** Forgets what was seen. */
  forget(): void {
    this.glances.clear();
  }

  sees(viewer: Viewer, order: readonly Entity[]): number[] {
    const aimed = this.cone.aim(viewer.eyes);
    const own = viewer.entity === null ? null : (this.entities.get(viewer.entity) ?? null);
    return order.map((entity) => {
      const body = aimed && entity !== own ? this.bodies.of(entity) : null;
      if (!body) return 0;
      const inside = this.shareInCone(body.points, viewer.eyes);
      return inside > 0 ? inside * this.unhidden(viewer, own, entity, body) : 0;
    });
  }

  private unhidden(viewer: Viewer, own: Entity | null, entity: Entity, body: Body): number {
    const glance = this.glanceOf(viewer.id, entity);
    if (this.immediate) {
      body.points.weigh(...viewer.eyes.position);
      for (let phase = 0; phase < PHASES; phase++) this.cast(viewer, own, entity, body, glance);
    }
    let seen = 0;
    let tried = 0;
    for (let phase = 0; phase < PHASES; phase++) {
      seen += glance.seen[phase];
      tried += glance.tried[phase];
    }
    return tried > 0 ? seen / tried : 0;
  }

  private look(viewers: readonly Viewer[]): void {
    const order = [...this.entities.all];
    const pairs = viewers.length * order.length;
    let rays = this.raysPerFrame;
    let aimed = -1;
    for (let n = 0; n < Math.min(pairs, PAIRS_PER_FRAME) && rays > 0; n++) {
      this.cursor = (this.cursor + 1) % pairs;
      const index = Math.floor(this.cursor / order.length);
      const viewer = viewers[index];
      if (index !== aimed) this.cone.aim(viewer.eyes);
      aimed = index;
      const entity = order[this.cursor % order.length];
      const body = entity.id === viewer.entity ? null : this.bodies.of(entity);
      if (!body) continue;
      const { ball } = body.points;
      if (this.cone.sideOf(ball[0], ball[1], ball[2], ball[3]) < 0) continue;
      body.points.weigh(...viewer.eyes.position);
      const own = viewer.entity === null ? null : (this.entities.get(viewer.entity) ?? null);
      rays -= this.cast(viewer, own, entity, body, this.glanceOf(viewer.id, entity));
    }
  }

  /** Casts one phase's rays. Returns how many. */
  private cast(viewer: Viewer, own: Entity | null, entity: Entity, body: Body, glance: Glance): number {
    const { positions, weights } = body.points;
    this.occluders.between(viewer.eyes.position, body.points.bounds, entity, own);
    const phase = glance.phase;
    glance.phase = (phase + 1) % PHASES;
    let seen = 0;
    let tried = 0;
    let rays = 0;
    for (let i = phase; i < POINTS; i += PHASES) {
      if (!(weights[i] > 0)) continue;
      tried += weights[i];
      rays++;
      if (this.reaches(viewer, positions, i * 3)) seen += weights[i];
    }
    glance.seen[phase] = seen;
    glance.tried[phase] = tried;
    return rays;
  }

  private reaches(viewer: Viewer, to: Float32Array, at: number): boolean {
    const [x, y, z] = viewer.eyes.position;
    const dx = to[at] - x;
    const dy = to[at + 1] - y;
    const dz = to[at + 2] - z;
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const start = Math.min(FACE, distance / 2) / distance;
    const reach = 1 - start - SKIN / distance;
    if (!(reach > 0)) return true;
    const { origin, direction } = this;
    origin[0] = x + dx * start;
    origin[1] = y + dy * start;
    origin[2] = z + dz * start;
    direction[0] = dx;
    direction[1] = dy;
    direction[2] = dz;
    return !this.occluders.blocked(origin, direction, reach);
  }

  /** Weighs the points only where the cone's edge runs through the thing: most are wholly in or out. */
  private shareInCone(points: SurfacePoints, eyes: Pose): number {
    const { positions, ball } = points;
    const side = this.cone.sideOf(ball[0], ball[1], ball[2], ball[3]);
    if (side !== 0) return side > 0 ? 1 : 0;
    let count = 0;
    for (let i = 0; i < POINTS; i++) {
      this.inside[i] = this.cone.contains(positions[i * 3], positions[i * 3 + 1], positions[i * 3 + 2])
        ? 1
        : 0;
      count += this.inside[i];
    }
    if (count === 0 || count === POINTS) return count / POINTS;
    points.weigh(...eyes.position);
    let inside = 0;
    let total = 0;
    for (let i = 0; i < POINTS; i++) {
      total += points.weights[i];
      inside += points.weights[i] * this.inside[i];
    }
    return total > 0 ? inside / total : 0;
  }

  private glanceOf(viewer: string, entity: Entity): Glance {
    let own = this.glances.get(viewer);
    if (!own) {
      own = new WeakMap();
      this.glances.set(viewer, own);
    }
    let glance = own.get(entity);
    if (!glance) {
      glance = { seen: new Float32Array(PHASES), tried: new Float32Array(PHASES), phase: 0 };
      own.set(entity, glance);
    }
    return glance;
  }
}
