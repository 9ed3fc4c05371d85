import type { Pose, Triple } from "../../world/vector.js";

/** Coordinates as somebody sees them: x right, y up, z ahead, level with the ground. */
export interface ViewFrame {
  readonly origin: Triple;
  toView(point: Triple): Triple;
}

/** Only the heading turns the axes: looking down does not tilt "above". */
export function viewFrame(pose: Pose): ViewFrame {
  const [fx, , fz] = pose.forward;
  const length = Math.hypot(fx, fz);
  const [sin, cos] = length > 1e-6 ? [fx / length, fz / length] : [0, 1];
  const [ox, oy, oz] = pose.position;
  return {
    origin: pose.position,
    toView: ([x, y, z]) => {
      const [dx, dy, dz] = [x - ox, y - oy, z - oz];
      return [dx * cos - dz * sin, dy, dx * sin + dz * cos];
    },
  };
}

/** The same eyes turned to another heading, radians. */
export function turned(pose: Pose, yaw: number | null): Pose {
  return yaw === null ? pose : { position: pose.position, forward: [Math.sin(yaw), 0, Math.cos(yaw)] };
}

/** Keeps sign and detail near 0, tames far: ±4 m is about ±0.7. */
export function signedLog(metres: number): number {
  return (Math.sign(metres) * Math.log1p(4 * Math.abs(metres))) / 4;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Softmax, finite for any finite input. */
export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / sum);
}
