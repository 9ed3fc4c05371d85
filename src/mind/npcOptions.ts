import type { Bone } from "@babylonjs/core/Bones/bone.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { EYE_HEIGHT } from "../world/nodeEntity.js";
import type { ArbiterOptions } from "./arbiter.js";
import type { HabituationOptions } from "./habituation.js";
import type { MemoryOptions } from "./memory.js";

/** A joint that can be turned: a node of the hierarchy, or a bone of a skeleton. */
export type Joint = TransformNode | Bone;

/** What the NPC can turn. All optional: without bones only its root turns. */
export interface NpcBones {
  readonly head?: Joint;
  /** Shares the head's turn. */
  readonly neck?: Joint;
  readonly leftEye?: Joint;
  readonly rightEye?: Joint;
}

export interface NpcOptions {
  /** Id of its entity. Default: the node's name, made unique. */
  readonly id?: string;
  /** What it is called, and answers to. Default: its entity's label, else its id. */
  readonly name?: string;
  readonly bones?: NpcBones;
  /** Height of its eyes above the root, metres; used where no eye or head bone is given. Default 1.6. */
  readonly eyeHeight?: number;
  /** Angle from the root's +z to where the model looks, radians. Default 0. */
  readonly frontYaw?: number;
  /** Which senses work at first. Default: all. */
  readonly senses?: { readonly sight?: boolean; readonly hearing?: boolean; readonly chat?: boolean };
  /** What it does for a living, in the author's words: "guide", "visitor", … Default "". */
  readonly role?: string;
  readonly arbiter?: ArbiterOptions;
  readonly memory?: MemoryOptions;
  readonly habituation?: HabituationOptions;
}

/** @throws RangeError that names the field and the remedy. */
export function validateNpcOptions(options: NpcOptions): void {
  for (const field of ["id", "name", "role"] as const) {
    const value: unknown = options[field];
    if (value !== undefined && typeof value !== "string") fail(field, "a string", value);
  }
  if (options.name !== undefined && options.name.trim() === "")
    fail("name", "a string that is not empty", options.name);
  const { eyeHeight = EYE_HEIGHT, frontYaw = 0 } = options;
  if (!Number.isFinite(eyeHeight) || eyeHeight < 0) fail("eyeHeight", "metres, 0 or more", options.eyeHeight);
  if (!Number.isFinite(frontYaw)) fail("frontYaw", "radians", options.frontYaw);
}

function fail(field: string, wanted: string, got: unknown): never {
  throw new RangeError(`npc option "${field}" must be ${wanted}, got ${JSON.stringify(got)}`);
}
