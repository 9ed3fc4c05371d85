import { Quaternion, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Joint } from "./npcOptions.js";

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

/** The node that carries a joint's pose; null for a bone of a skeleton without nodes. */
export function nodeOf(joint: Joint): TransformNode | null {
  return "getSkeleton" in joint ? joint.getTransformNode() : joint;
}
