import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";

export interface HearingOptions {
  /** Captures a second. Default 8. */
  readonly rateHz?: number;
  /**
   * Level at 1 m, dB SPL, of a sound whose samples have RMS 1. Default 94: one unit is one pascal, so
   * that a recording at the usual -20 dBFS RMS is as loud as firm speech (74 dB).
   */
  readonly referenceDb?: number;
  /** Do walls muffle? Default true. */
  readonly occlusion?: boolean;
  /** Which meshes muffle. Default: pickable, enabled, visible, and part of no entity. */
  readonly isOccluder?: (mesh: AbstractMesh) => boolean;
  /** Rays that may be cast an update; a path that has to wait keeps its last answer. Default 4. */
  readonly raysPerUpdate?: number;
}

export type ResolvedHearingOptions = Required<Omit<HearingOptions, "isOccluder">> &
  Pick<HearingOptions, "isOccluder">;

/** @throws RangeError that names the field. */
export function resolveHearingOptions(options: HearingOptions = {}): ResolvedHearingOptions {
  const { rateHz = 8, referenceDb = 94, occlusion = true, raysPerUpdate = 4, isOccluder } = options;
  if (!(rateHz > 0 && rateHz <= 60)) fail("rateHz", "above 0 and at most 60", rateHz);
  if (!(referenceDb >= 0 && referenceDb <= 200)) fail("referenceDb", "0..200 dB SPL", referenceDb);
  if (!(raysPerUpdate >= 1)) fail("raysPerUpdate", "1 or more", raysPerUpdate);
  return { rateHz, referenceDb, occlusion, raysPerUpdate, isOccluder };
}

function fail(field: string, wanted: string, got: unknown): never {
  throw new RangeError(`hearing option "${field}" must be ${wanted}, got ${String(got)}`);
}
