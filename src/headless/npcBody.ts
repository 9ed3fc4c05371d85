import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { NpcBones } from "../mind/npcOptions.js";
import type { Triple } from "../world/vector.js";
import { buildBody } from "./bodies.js";

/** Of the height of the eyes: where a neck turns. */
const NECK = 0.9;
const EYE_FORWARD = 0.08;
const EYE_SIDE = 0.032;

/** A described NPC: a plain body, with a neck, a head and two eyes that turn. */
export interface NpcBody {
  /** At the feet. */
  readonly root: TransformNode;
  readonly bones: NpcBones;
}

export function buildNpcBody(
  scene: Scene,
  id: string,
  position: Triple,
  forward: Triple,
  eyeHeight: number,
): NpcBody {
  const yaw = Math.atan2(forward[0], forward[2]);
  const root = buildBody(scene, { id, kind: "npc", position, yaw, size: [0.5, eyeHeight + 0.2, 0.4] });
  return { root, bones: buildJoints(scene, root, eyeHeight) };
}

/** Joints under a root that has none. */
export function buildJoints(scene: Scene, root: TransformNode, eyeHeight: number): NpcBones {
  const joint = (name: string, parent: TransformNode, x: number, y: number, z: number) => {
    const node = new TransformNode(`${root.name} ${name}`, scene);
    node.parent = parent;
    node.position.set(x, y, z);
    return node;
  };
  const neck = joint("neck", root, 0, eyeHeight * NECK, 0);
  const head = joint("head", neck, 0, eyeHeight * (1 - NECK) * 0.5, 0);
  const up = eyeHeight * (1 - NECK) * 0.5;
  return {
    neck,
    head,
    leftEye: joint("left eye", head, -EYE_SIDE, up, EYE_FORWARD),
    rightEye: joint("right eye", head, EYE_SIDE, up, EYE_FORWARD),
  };
}
