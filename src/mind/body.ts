import { Quaternion, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Triple } from "../world/vector.js";
import type { Joint, NpcBones } from "./npcOptions.js";

/** Where a node faces, radians about the world's up; `frontYaw` is the angle from its +z to its front. */
export function facingOf(root: TransformNode, frontYaw: number): number {
  // Forced: within a frame Babylon takes a changed node for unchanged.
  root.computeWorldMatrix(true);
  const forward = root.getDirection(Vector3.Forward());
  const yaw = Math.atan2(forward.x, forward.z) + frontYaw;
  return Number.isFinite(yaw) ? yaw : frontYaw;
}

/** Turns a node about the world's up by an angle, radians, whichever way its rotation is kept. */
export function turnAboutUp(root: TransformNode, angle: number): void {
  if (root.rotationQuaternion) {
    const turn = Quaternion.RotationAxis(Vector3.UpReadOnly, angle);
    turn.multiplyToRef(root.rotationQuaternion, root.rotationQuaternion);
    root.rotationQuaternion.normalize();
  } else {
    // Babylon applies y last, so this is a turn about up whatever x and z are.
    root.rotation.y += angle;
  }
}

/** Between the eyes: of the eye bones, else the head, else a height above the root. World metres. */
export function eyePosition(root: TransformNode, bones: NpcBones, eyeHeight: number): Triple {
  const eyes = [bones.leftEye, bones.rightEye].filter((eye) => eye !== undefined);
  const joints = eyes.length > 0 ? eyes : bones.head ? [bones.head] : [];
  if (joints.length > 0) {
    const sum = Vector3.Zero();
    for (const joint of joints) sum.addInPlace(positionOf(joint, root));
    sum.scaleInPlace(1 / joints.length);
    if (isFinitePoint(sum)) return [sum.x, sum.y, sum.z];
  }
  const at = root.computeWorldMatrix(true).getTranslation();
  return isFinitePoint(at) ? [at.x, at.y + eyeHeight, at.z] : [0, eyeHeight, 0];
}

/** The node that carries a joint's pose; null for a bone of a skeleton without nodes. */
export function nodeOf(joint: Joint): TransformNode | null {
  return "getSkeleton" in joint ? joint.getTransformNode() : joint;
}

function positionOf(joint: Joint, root: TransformNode): Vector3 {
  const node = nodeOf(joint);
  if (node) return node.computeWorldMatrix(true).getTranslation();
  return "getSkeleton" in joint ? joint.getAbsolutePosition(root) : Vector3.Zero();
}

function isFinitePoint(point: Vector3): boolean {
  return Number.isFinite(point.x + point.y + point.z);
}
