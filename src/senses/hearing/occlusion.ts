import type { Scene } from "@babylonjs/core/scene.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Triple } from "../../world/vector.js";
import { distanceBetween, MAX_WALLS_DB, WALL_DB } from "./earLevel.js";
import type { ResolvedHearingOptions } from "./hearingOptions.js";
import { Walls } from "./walls.js";

/** Ends of a path within one cell of this size share an answer, metres. */
const CELL = 0.5;
/** An answer older than this is asked for again, seconds: doors open. */
const MAX_AGE = 2;
/** More paths than this are not remembered. */
const MAX_PATHS = 4096;
/** A ray stops so far before the source, which may touch the floor or its pedestal, metres. */
const SOURCE_CLEARANCE = 0.3;
/** More walls make no difference. */
const ENOUGH_WALLS = Math.ceil(MAX_WALLS_DB / WALL_DB);

interface Path {
  readonly walls: number;
  readonly at: number;
}

/**
 * Walls between a source and ears, by one ray. Answers are remembered by cells of half a metre, and only
 * so many rays are cast an update: a path that has to wait keeps its last answer, or counts as free, until
 * its turn comes at one of the next updates.
 */
export class Occlusion {
  private readonly paths = new Map<string, Path>();
  private readonly waiting = new Map<string, readonly [ears: Triple, source: Triple]>();
  private readonly walls: Walls;
  private raysLeft: number;
  private now = 0;

  constructor(
    scene: Scene,
    entities: EntityRegistry,
    private readonly options: ResolvedHearingOptions,
  ) {
    this.raysLeft = options.raysPerUpdate;
    this.walls = new Walls(
      scene,
      options.isOccluder ??
        ((mesh) => mesh.isPickable && mesh.isVisible && mesh.isEnabled() && !entities.of(mesh)),
    );
  }

  update(now: number): void {
    this.now = now;
    this.raysLeft = this.options.raysPerUpdate;
    if (this.paths.size > MAX_PATHS) this.paths.clear();
    for (const [key, [ears, source]] of this.waiting) {
      if (this.raysLeft < 1) return;
      this.cast(key, ears, source);
    }
  }

  /** How many walls are between, 0..2. Both places are finite. */
  between(ears: Triple, source: Triple): number {
    if (!this.options.occlusion) return 0;
    const key = `${cell(ears)};${cell(source)}`;
    const path = this.paths.get(key);
    if (path && this.now - path.at <= MAX_AGE) return path.walls;
    if (this.raysLeft >= 1) return this.cast(key, ears, source);
    if (this.waiting.size < MAX_PATHS) this.waiting.set(key, [ears, source]);
    return path?.walls ?? 0;
  }

  /** Forgets everything, for a scene that has changed at once. */
  clear(): void {
    this.paths.clear();
    this.waiting.clear();
    this.walls.forget();
  }

  private cast(key: string, ears: Triple, source: Triple): number {
    this.raysLeft--;
    this.waiting.delete(key);
    const reach = 1 - SOURCE_CLEARANCE / distanceBetween(ears, source);
    const walls = reach > 0 ? this.walls.between(ears, source, reach, ENOUGH_WALLS, this.now) : 0;
    this.paths.set(key, { walls, at: this.now });
    return walls;
  }
}

function cell(at: Triple): string {
  return `${Math.round(at[0] / CELL)},${Math.round(at[1] / CELL)},${Math.round(at[2] / CELL)}`;
}
