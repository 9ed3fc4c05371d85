import { type Matrix, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Triple } from "../world/vector.js";
import { nodeOf } from "./body.js";
import type { Joint, NpcBones } from "./npcOptions.js";

/** Where an NPC's eyes are: between its eye bones, else at its head bone, else at a height above its root. */
export class EyePlace {
  /** Between the eyes in the head's space: eyes sit in the head, so one matrix a moment will do. */
  private inHead: { head: TransformNode; point: Vector3 } | null = null;

  constructor(
    private readonly root: TransformNode,
    private readonly bones: NpcBones,
    private readonly eyeHeight: number,
  ) {}

  /** World metres; always finite. */
  position(): Triple {
    const at = this.fromBones() ?? this.aboveRoot();
    return isFinitePoint(at) ? [at.x, at.y, at.z] : [0, this.eyeHeight, 0];
  }

  private fromBones(): Vector3 | null {
    const { head, leftEye, rightEye } = this.bones;
    const eyes = [leftEye, rightEye].filter((eye) => eye !== undefined);
    const joints = eyes.length > 0 ? eyes : head ? [head] : [];
    if (joints.length === 0) return null;
    const headNode = head ? nodeOf(head) : null;
    if (this.inHead && this.inHead.head === headNode) {
      const at = Vector3.TransformCoordinates(this.inHead.point, matrixOf(headNode));
      if (isFinitePoint(at)) return at;
    }
    const sum = Vector3.Zero();
    for (const joint of joints) sum.addInPlace(this.positionOf(joint));
    sum.scaleInPlace(1 / joints.length);
    if (headNode && eyes.every((eye) => nodeOf(eye)?.isDescendantOf(headNode) ?? false)) {
      const point = Vector3.TransformCoordinates(sum, matrixOf(headNode).clone().invert());
      this.inHead = { head: headNode, point };
    }
    return isFinitePoint(sum) ? sum : null;
  }

  private aboveRoot(): Vector3 {
    return matrixOf(this.root).getTranslation().addInPlaceFromFloats(0, this.eyeHeight, 0);
  }

  private positionOf(joint: Joint): Vector3 {
    const node = nodeOf(joint);
    if (node) return matrixOf(node).getTranslation();
    return "getSkeleton" in joint ? joint.getAbsolutePosition(this.root) : Vector3.Zero();
  }
}

/** Forced: within a frame Babylon takes a changed node for unchanged. */
function matrixOf(node: TransformNode): Matrix {
  return node.computeWorldMatrix(true);
}

function isFinitePoint(point: Vector3): boolean {
  return Number.isFinite(point.x + point.y + point.z);
}
