import type { Triple } from "../world/vector.js";

/**
 * How an NPC holds itself. Radians: yaw 0 looks along +z and grows toward +x, positive pitch looks down;
 * the head is relative to the body, the eyes to the head.
 */
export interface GazeState {
  bodyYaw: number;
  headYaw: number;
  headPitch: number;
  eyeYaw: number;
  eyePitch: number;
  /** 0 open .. 1 closed. */
  blink: number;
}

export function restingGaze(): GazeState {
  return { bodyYaw: 0, headYaw: 0, headPitch: 0, eyeYaw: 0, eyePitch: 0, blink: 0 };
}

/** Unit vector of where the eyes look, world. */
export function gazeForward(gaze: GazeState): Triple {
  const yaw = gaze.bodyYaw + gaze.headYaw + gaze.eyeYaw;
  const pitch = gaze.headPitch + gaze.eyePitch;
  return [Math.sin(yaw) * Math.cos(pitch), -Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)];
}

/** The same angle in -π..π. */
export function wrapAngle(angle: number): number {
  const turns = Math.round(angle / (2 * Math.PI));
  return angle - turns * 2 * Math.PI;
}
