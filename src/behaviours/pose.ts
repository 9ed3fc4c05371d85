import { Quaternion } from "@babylonjs/core/Maths/math.vector.js";
import type { GazeState } from "../mind/gazeState.js";
import type { Npc } from "../mind/npc.js";
import { JointTurner } from "./joint.js";

/** The neck's share of the head's turn. */
const NECK_SHARE = 0.4;

/** Writes a gaze state onto the bones of an NPC; remembers their rest pose and restores it. */
export class Pose {
  private readonly neck: JointTurner | null;
  private readonly head: JointTurner | null;
  private readonly eyes: JointTurner[];

  constructor(npc: Npc) {
    const turner = (joint: typeof npc.bones.head) =>
      joint ? new JointTurner(joint, npc.root, npc.gaze.bodyYaw) : null;
    const { bones } = npc;
    this.neck = bones.head ? turner(bones.neck) : null;
    this.head = turner(bones.head ?? bones.neck);
    this.eyes = [turner(bones.leftEye), turner(bones.rightEye)].filter((eye) => eye !== null);
  }

  apply(gaze: GazeState): void {
    const head = Quaternion.RotationYawPitchRoll(gaze.headYaw, gaze.headPitch, 0);
    if (this.neck) {
      const neck = Quaternion.RotationYawPitchRoll(gaze.headYaw * NECK_SHARE, gaze.headPitch * NECK_SHARE, 0);
      this.neck.apply(neck);
      this.head?.apply(Quaternion.Inverse(neck).multiply(head));
    } else this.head?.apply(head);
    // Angles of head and eyes add up: the eyes' own turn is what the head's leaves open.
    const sum = Quaternion.RotationYawPitchRoll(
      gaze.headYaw + gaze.eyeYaw,
      gaze.headPitch + gaze.eyePitch,
      0,
    );
    const eye = this.head ? Quaternion.Inverse(head).multiply(sum) : sum;
    for (const turner of this.eyes) turner.apply(eye);
  }

  restore(): void {
    for (const turner of [this.neck, this.head, ...this.eyes]) turner?.restore();
  }
}
