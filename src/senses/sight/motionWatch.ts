import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Observer } from "@babylonjs/core/Misc/observable.js";
import { UniqueIdGenerator } from "@babylonjs/core/Misc/uniqueIdGenerator.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { EventKind } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { meshesOf } from "./entityMeshes.js";
import { glowOf } from "./glow.js";
import { MotionTrack } from "./motionTrack.js";
import { isShown } from "./seeThrough.js";

/** A rise in glow or in pixel brightness (0..1) that is a flash. */
const FLASH = 0.25;
/** Seconds within which a flash must rise, and after which the next one is news. */
const FLASH_SECONDS = 0.3;
/** Where frames come faster than this, every other one looks at each thing: seconds, 40 Hz. */
const FASTEST = 1 / 40;
/** Seconds between looks for meshes that came or went. */
const RECOLLECT_SECONDS = 0.5;
/** Seconds after the first update in which what is added belongs to the scene's building. */
const SETTLING_SECONDS = 2;

interface Watched {
  readonly track: MotionTrack;
  lookedAt: number;
  meshes: readonly AbstractMesh[];
  shown: boolean;
  glow: number;
  glowAt: number;
  flashedAt: number;
  light: number | null;
}

/**
 * Sets `entity.event` when a thing starts to move, shakes, appears or flashes. It goes by the world, not by the
 * picture, so that the player's own turning makes nothing move; only flashes are seen in pixels, too.
 */
export class MotionWatch {
  private readonly watched = new Map<Entity, Watched>();
  /** Unique ids grow: a node whose id is above the one of half a second to a second ago is new. */
  private readonly newestIds: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  private readonly observers: { remove(): void }[] = [];
  private startedAt: number | null = null;
  private collectedAt = Number.NEGATIVE_INFINITY;
  private now = 0;
  private frame = 0;

  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
  ) {
    this.observe(entities.onAddedObservable.add((entity) => this.added(entity)));
    this.observe(entities.onRemovedObservable.add((entity) => this.watched.delete(entity)));
  }

  /** Once a frame. */
  update(now: number): void {
    this.now = now;
    this.startedAt ??= now;
    const collect = now - this.collectedAt >= RECOLLECT_SECONDS || now < this.collectedAt;
    if (collect) {
      this.collectedAt = now;
      this.newestIds[0] = this.newestIds[1];
      this.newestIds[1] = UniqueIdGenerator.UniqueId;
    }
    let turn = this.frame++;
    for (const entity of this.entities.all) {
      const watched = this.watchedOf(entity);
      if (collect) watched.meshes = meshesOf(entity, this.entities);
      if (turn++ % 2 === 1 && now >= watched.lookedAt && now - watched.lookedAt < FASTEST) continue;
      watched.lookedAt = now;
      const kind = this.look(entity, watched, now);
      if (kind) entity.event = { kind, at: now };
    }
  }

  /**
   * A new frame's mean brightness (0..1) by entity, and of the whole frame: a thing that brightens alone flashes,
   * one that brightens with all the rest is lit by it.
   */
  brightness(now: number, lights: ReadonlyMap<Entity, number>, wholeRise: number): void {
    for (const [entity, watched] of this.watched) {
      const light = lights.get(entity) ?? null;
      const before = watched.light;
      watched.light = light;
      if (light === null || before === null || light - before - Math.max(0, wholeRise) < FLASH) continue;
      if (this.flashes(watched, now)) entity.event = { kind: "flashes", at: now };
    }
  }

  dispose(): void {
    for (const observer of this.observers) observer.remove();
    this.observers.length = 0;
    this.watched.clear();
  }

  private observe(observer: Observer<never> | { remove(): void }): void {
    this.observers.push(observer);
  }

  private added(entity: Entity): void {
    const watched = this.watchedOf(entity);
    const settled =
      this.startedAt !== null && this.now - this.startedAt >= SETTLING_SECONDS && !this.scene.isLoading;
    const fresh = entity.node.uniqueId > this.newestIds[0];
    if (settled && fresh && watched.shown) entity.event = { kind: "appears", at: this.now };
  }

  private look(entity: Entity, watched: Watched, now: number): EventKind | null {
    const shown = shownNow(entity, watched.meshes);
    const appeared = shown && !watched.shown;
    watched.shown = shown;
    const motion = watched.track.update(now, placeOf(entity));
    const glow = this.brightens(watched, now);
    if (!shown) return null;
    if (appeared) return "appears";
    if (glow && this.flashes(watched, now)) return "flashes";
    return motion;
  }

  /** Compares with the lowest glow of the last moments, so that a flash may take a few frames to rise. */
  private brightens(watched: Watched, now: number): boolean {
    const glow = glowOf(watched.meshes);
    const rose = glow - watched.glow >= FLASH;
    if (rose || glow < watched.glow || now - watched.glowAt > FLASH_SECONDS) {
      watched.glow = glow;
      watched.glowAt = now;
    }
    return rose;
  }

  private flashes(watched: Watched, now: number): boolean {
    const news = now - watched.flashedAt > FLASH_SECONDS;
    watched.flashedAt = now;
    return news;
  }

  private watchedOf(entity: Entity): Watched {
    const known = this.watched.get(entity);
    if (known) return known;
    const meshes = meshesOf(entity, this.entities);
    const watched: Watched = {
      track: new MotionTrack(),
      lookedAt: Number.NEGATIVE_INFINITY,
      meshes,
      shown: shownNow(entity, meshes),
      glow: glowOf(meshes),
      glowAt: this.now,
      flashedAt: Number.NEGATIVE_INFINITY,
      light: null,
    };
    this.watched.set(entity, watched);
    return watched;
  }
}

function shownNow(entity: Entity, meshes: readonly AbstractMesh[]): boolean {
  if (entity.node.isDisposed()) return false;
  return meshes.some((mesh) => !mesh.isDisposed() && mesh.getTotalVertices() > 0)
    ? meshes.some(isShown)
    : entity.node.isEnabled();
}

/** A turn of one radian counts as much as this many metres: heads turn without shaking. */
const TURN = 0.3;

/** World place, and where its axes point: a rattle on the spot is a shake. */
function placeOf(entity: Entity): number[] {
  const m = entity.node.getWorldMatrix().m;
  return [m[12], m[13], m[14], ...[8, 9, 10, 4, 5, 6].map((i) => m[i] * TURN)];
}
