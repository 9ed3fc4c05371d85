import { Matrix, Quaternion, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { nodeOf } from "../mind/body.js";
import type { Joint } from "../mind/npcOptions.js";

/**
 * Turns one joint away from its rest pose, or from what an animation made of it, by an angle given
 * in the body's frame (y up, z to the front), whatever axes the model's maker gave the joint.
 */
export class JointTurner {
  private readonly rest: Quaternion;
  private readonly restEuler: Vector3 | null;
  private readonly toParent: Matrix;
  private readonly mirrored: boolean;
  /** What the joint holds without us. */
  private base: Quaternion;
  private written: Quaternion | null = null;
  private readonly turn = Quaternion.Identity();

  /**
   * Takes the present pose as the rest pose.
   * @param bodyYaw where the body faces now, radians
   */
  constructor(
    private readonly joint: Joint,
    root: TransformNode,
    bodyYaw: number,
  ) {
    const node = nodeOf(joint);
    this.restEuler = node && !node.rotationQuaternion ? node.rotation.clone() : null;
    this.rest = this.read().clone();
    this.base = this.rest.clone();
    const parent = parentMatrix(joint, root);
    const toBody = parent.multiply(Matrix.RotationY(-bodyYaw));
    this.mirrored = toBody.determinant() < 0;
    this.toParent = Matrix.Invert(toBody);
  }

  /** Applies a turn of the body's frame. Repeating it changes nothing. */
  apply(turn: Quaternion): void {
    const present = this.read();
    const untouched = this.written?.equals(present) ?? false;
    if (untouched && this.turn.equals(turn)) return;
    this.turn.copyFrom(turn);
    if (!untouched) this.base.copyFrom(present);
    const next = this.intoParent(turn).multiply(this.base).normalize();
    this.write(next);
    this.written = this.read().clone();
  }

  /** Puts the rest pose back. */
  restore(): void {
    const node = nodeOf(this.joint);
    if (node && this.restEuler) {
      node.rotationQuaternion = null;
      node.rotation.copyFrom(this.restEuler);
    } else this.write(this.rest);
  }

  /** The same turn about an axis of the parent's frame; a mirrored frame turns the other way. */
  private intoParent(turn: Quaternion): Quaternion {
    const axis = new Vector3(turn.x, turn.y, turn.z);
    const sine = axis.length();
    if (sine < 1e-9) return Quaternion.Identity();
    const angle = 2 * Math.atan2(sine, turn.w);
    const local = Vector3.TransformNormal(axis, this.toParent).normalize();
    return Quaternion.RotationAxis(local, this.mirrored ? -angle : angle);
  }

  private read(): Quaternion {
    const node = nodeOf(this.joint);
    if (!node)
      return "getSkeleton" in this.joint ? this.joint.getRotationQuaternion() : Quaternion.Identity();
    const { rotation } = node;
    return (
      node.rotationQuaternion?.clone() ?? Quaternion.RotationYawPitchRoll(rotation.y, rotation.x, rotation.z)
    );
  }

  private write(value: Quaternion): void {
    const node = nodeOf(this.joint);
    if (node) {
      if (node.rotationQuaternion) node.rotationQuaternion.copyFrom(value);
      else node.rotationQuaternion = value.clone();
    } else if ("getSkeleton" in this.joint) this.joint.setRotationQuaternion(value);
  }
}

function parentMatrix(joint: Joint, root: TransformNode): Matrix {
  const node = nodeOf(joint);
  if (node) {
    const parent = node.parent as TransformNode | null;
    return parent ? parent.computeWorldMatrix(true).clone() : Matrix.Identity();
  }
  const world = root.computeWorldMatrix(true);
  const parent = "getSkeleton" in joint ? joint.getParent() : null;
  return parent ? parent.getAbsoluteMatrix().multiply(world) : world.clone();
}
