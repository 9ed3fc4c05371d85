import type { Pose } from "../../world/vector.js";

/** A view cone in the frame of one pair of eyes: tells of any point whether it lies inside. */
export class ViewCone {
  private readonly halfWidth: number;
  private readonly halfHeight: number;
  private readonly rangeSquared: number;
  private valid = false;
  private readonly axes = new Float64Array(9);
  private readonly origin = new Float64Array(3);

  /** Angles in degrees, full width and height; range in metres. */
  constructor(widthDegrees: number, heightDegrees: number, range: number) {
    this.halfWidth = (widthDegrees * Math.PI) / 360;
    this.halfHeight = (heightDegrees * Math.PI) / 360;
    this.rangeSquared = range * range;
  }

  /** False if the pose is not finite or looks nowhere: then nothing is inside. */
  aim(eyes: Pose): boolean {
    const [x, y, z] = eyes.forward;
    const length = Math.hypot(x, y, z);
    this.valid = length > 1e-6 && Number.isFinite(length) && eyes.position.every(Number.isFinite);
    if (!this.valid) return false;
    this.origin.set(eyes.position);
    this.setAxes(x / length, y / length, z / length);
    return true;
  }

  contains(x: number, y: number, z: number): boolean {
    if (!this.valid) return false;
    const dx = x - this.origin[0];
    const dy = y - this.origin[1];
    const dz = z - this.origin[2];
    if (!(dx * dx + dy * dy + dz * dz <= this.rangeSquared)) return false;
    const a = this.axes;
    const right = dx * a[0] + dy * a[1] + dz * a[2];
    const up = dx * a[3] + dy * a[4] + dz * a[5];
    const ahead = dx * a[6] + dy * a[7] + dz * a[8];
    return (
      Math.atan2(Math.abs(right), ahead) <= this.halfWidth &&
      Math.atan2(Math.abs(up), Math.hypot(right, ahead)) <= this.halfHeight
    );
  }

  private setAxes(x: number, y: number, z: number): void {
    const flat = Math.hypot(x, z);
    // Looking straight up or down leaves the heading open: any will do.
    const rx = flat > 1e-6 ? z / flat : 1;
    const rz = flat > 1e-6 ? -x / flat : 0;
    this.axes.set([rx, 0, rz, y * rz, z * rx - x * rz, -y * rx, x, y, z]);
  }
}
