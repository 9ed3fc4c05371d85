import { Ray } from "@babylonjs/core/Culling/ray.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Triple } from "../../world/vector.js";
import { MAX_WALLS_DB, WALL_DB } from "./earLevel.js";
import type { ResolvedHearingOptions } from "./hearingOptions.js";

/** Ends of a path within one cell of this size share an answer, metres. */
const CELL = 0.5;
/** An answer older than this is asked for again, seconds: doors open. */
const MAX_AGE = 2;
/** The list of occluders is made anew so often, seconds. */
const OCCLUDERS_AGE = 1;
/** More paths than this are not remembered. */
const MAX_PATHS = 4096;
/** A ray stops so far before the source, which may touch the floor or its pedestal, metres. */
const SOURCE_CLEARANCE = 0.3;
/** More walls make no difference. */
const ENOUGH_WALLS = Math.ceil(MAX_WALLS_DB / WALL_DB);

interface Path {
  walls: number;
  at: number;
}

/**
 * Walls between a source and ears, by one ray. Answers are remembered by cells of half a metre, and only
 * so many rays are cast between two updates: a path that has to wait keeps its last answer, or counts as
 * free until its turn comes.
 */
export class Occlusion {
  private readonly paths = new Map<string, Path>();
  private occluders: AbstractMesh[] = [];
  private occludersAt = Number.NEGATIVE_INFINITY;
  private raysLeft: number;
  private now = 0;
  private readonly ray = new Ray(Vector3.Zero(), Vector3.Forward(), 1);

  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
    private readonly options: ResolvedHearingOptions,
  ) {
    this.raysLeft = options.raysPerUpdate;
  }

  /** Rays cast since the last update, for a look at the cost. */
  get raysCast(): number {
    return this.options.raysPerUpdate - this.raysLeft;
  }

  update(now: number): void {
    this.now = now;
    this.raysLeft = this.options.raysPerUpdate;
    if (this.paths.size > MAX_PATHS) this.paths.clear();
  }

  /** How many walls are between, 0..2. Both places are finite. */
  walls(ears: Triple, source: Triple): number {
    if (!this.options.occlusion) return 0;
    const key = `${cell(ears)};${cell(source)}`;
    const path = this.paths.get(key);
    if (path && this.now - path.at <= MAX_AGE) return path.walls;
    if (this.raysLeft < 1) return path?.walls ?? 0;
    this.raysLeft--;
    const walls = this.cast(ears, source);
    this.paths.set(key, { walls, at: this.now });
    return walls;
  }

  /** Forgets everything, for a scene that has changed at once. */
  clear(): void {
    this.paths.clear();
    this.occluders = [];
    this.occludersAt = Number.NEGATIVE_INFINITY;
  }

  private cast(ears: Triple, source: Triple): number {
    const { ray } = this;
    ray.origin.set(...ears);
    ray.direction.set(source[0] - ears[0], source[1] - ears[1], source[2] - ears[2]);
    const length = ray.direction.length() - SOURCE_CLEARANCE;
    if (length <= 0) return 0;
    ray.direction.normalize();
    ray.length = length;
    let walls = 0;
    for (const mesh of this.currentOccluders()) {
      if (mesh.isDisposed() || !ray.intersectsMesh(mesh, true).hit) continue;
      if (++walls >= ENOUGH_WALLS) break;
    }
    return walls;
  }

  private currentOccluders(): readonly AbstractMesh[] {
    if (this.now - this.occludersAt > OCCLUDERS_AGE) {
      const isOccluder = this.options.isOccluder ?? ((mesh) => this.isWall(mesh));
      this.occluders = this.scene.meshes.filter((mesh) => mesh.getTotalVertices() > 0 && isOccluder(mesh));
      this.occludersAt = this.now;
    }
    return this.occluders;
  }

  private isWall(mesh: AbstractMesh): boolean {
    return mesh.isPickable && mesh.isVisible && mesh.isEnabled() && !this.entities.of(mesh);
  }
}

function cell(at: Triple): string {
  return `${Math.round(at[0] / CELL)},${Math.round(at[1] / CELL)},${Math.round(at[2] / CELL)}`;
}
