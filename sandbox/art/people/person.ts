/** A jointed character in the manner of a stop-motion puppet. It faces +z; its root stands on the floor. */
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Materials } from "../materials.js";
import { Modeller } from "../shapes.js";
import { dressArm, dressLeg, dressTorso } from "./clothes.js";
import { buildFace, type Face } from "./face.js";
import { growHair } from "./hair.js";
import type { PersonLook } from "./looks.js";

export interface Limb {
  readonly upper: TransformNode;
  readonly lower: TransformNode;
}

export interface Person {
  readonly look: PersonLook;
  readonly root: TransformNode;
  readonly hips: TransformNode;
  readonly spine: TransformNode;
  readonly neck: TransformNode;
  readonly head: TransformNode;
  readonly face: Face;
  readonly legs: readonly [left: Limb, right: Limb];
  readonly arms: readonly [left: Limb, right: Limb];
  readonly meshes: readonly AbstractMesh[];
}

const HIPS = 0.92;
const THIGH = 0.44;
const UPPER_ARM = 0.27;

export function buildPerson(scene: Scene, materials: Materials, look: PersonLook): Person {
  const joint = (name: string, parent: TransformNode | null, x: number, y: number, z = 0) => {
    const node = new TransformNode(`${look.name} ${name}`, scene);
    node.parent = parent;
    node.position.set(x, y, z);
    return node;
  };
  const clad = (node: TransformNode, dress: (m: Modeller) => void) => {
    const m = new Modeller(scene, node);
    dress(m);
    m.finish();
  };
  const root = joint("root", null, 0, 0);
  const hips = joint("hips", root, 0, HIPS);
  const spine = joint("spine", hips, 0, 0.06);
  const neck = joint("neck", spine, 0, 0.42, -0.005);
  const head = joint("head", neck, 0, 0.075, 0.008);
  const limb = (name: string, parent: TransformNode, x: number, y: number, drop: number): Limb => {
    const upper = joint(`${name} upper`, parent, x, y);
    return { upper, lower: joint(`${name} lower`, upper, 0, -drop) };
  };
  // A person's left is -x when they face +z in Babylon's left-handed space.
  const legs = [
    limb("left leg", hips, -0.082, 0.0, THIGH),
    limb("right leg", hips, 0.082, 0.0, THIGH),
  ] as const;
  const arms = [
    limb("left arm", spine, -0.178, 0.335, UPPER_ARM),
    limb("right arm", spine, 0.178, 0.335, UPPER_ARM),
  ] as const;
  clad(spine, (m) => dressTorso(m, materials, look));
  for (const leg of legs) dressLeg(leg, clad, materials, look);
  for (const [i, arm] of arms.entries()) dressArm(arm, i === 0 ? -1 : 1, clad, materials, look);
  const skin = materials.get(`${look.name} skin`, { colour: look.skin, roughness: 0.68 });
  clad(neck, (m) => m.cylinder([0.052, 0.047], 0.12, [0, 0.04, 0], skin));
  const face = buildFace(scene, materials, head, look);
  clad(head, (m) => growHair(m, materials, look));
  root.scaling.setAll(look.height / 1.7);
  return { look, root, hips, spine, neck, head, face, legs, arms, meshes: root.getChildMeshes() };
}
