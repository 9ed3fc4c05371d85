import type { Pose } from "../../world/vector.js";

/** A view cone in the frame of one pair of eyes: tells of any point whether it lies inside. */
export class ViewCone {
  private readonly cosWidth: number;
  private readonly sinWidth: number;
  private readonly tanHeightSquared: number;
  private readonly sinHeight: number;
  private readonly cosHeight: number;
  private readonly rangeSquared: number;
  private valid = false;
  private readonly axes = new Float64Array(9);
  private readonly origin = new Float64Array(3);

  /** Angles in degrees, full width and height; range in metres. */
  constructor(
    widthDegrees: number,
    heightDegrees: number,
    private readonly range: number,
  ) {
    const half = (widthDegrees * Math.PI) / 360;
    this.cosWidth = Math.cos(half);
    // A full turn has all inside: its sine is not to be rounded below 0.
    this.sinWidth = widthDegrees === 360 ? 0 : Math.sin(half);
    this.tanHeightSquared =
      heightDegrees === 180 ? Number.POSITIVE_INFINITY : Math.tan((heightDegrees * Math.PI) / 360) ** 2;
    this.sinHeight = Math.sin((heightDegrees * Math.PI) / 360);
    this.cosHeight = Math.cos((heightDegrees * Math.PI) / 360);
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

  /** Is the ball wholly inside (1), wholly outside (-1), or may the cone's edge run through it (0)? */
  sideOf(x: number, y: number, z: number, radius: number): -1 | 0 | 1 {
    if (!this.valid) return -1;
    const dx = x - this.origin[0];
    const dy = y - this.origin[1];
    const dz = z - this.origin[2];
    const a = this.axes;
    const right = Math.abs(dx * a[0] + dy * a[1] + dz * a[2]);
    const up = Math.abs(dx * a[3] + dy * a[4] + dz * a[5]);
    const ahead = dx * a[6] + dy * a[7] + dz * a[8];
    const inRange = this.range - Math.sqrt(dx * dx + dy * dy + dz * dz);
    const inWidth = ahead * this.sinWidth - right * this.cosWidth;
    const inHeight = Math.sqrt(right * right + ahead * ahead) * this.sinHeight - up * this.cosHeight;
    const least = Math.min(inRange, inWidth, inHeight);
    return least < -radius ? -1 : least > radius ? 1 : 0;
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
    // sin(half - angle) ≥ 0, and the tangents squared: no arc tangent in the innermost loop.
    return (
      Math.abs(right) * this.cosWidth <= ahead * this.sinWidth &&
      !(up * up > this.tanHeightSquared * (right * right + ahead * ahead))
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
