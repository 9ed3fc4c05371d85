import { wrapAngle } from "../mind/gazeState.js";

const DEGREE = Math.PI / 180;
/** From here on a target is behind, and both ways to it are about as long, radians. */
const BEHIND = 140 * DEGREE;
/** A side counts as taken beyond this angle, radians. */
const TAKEN = 90 * DEGREE;
/** … or once the body turns to it at this speed, radians a second. */
const TURNING = 10 * DEGREE;

/**
 * Which way round to a target: one choice for eyes, head and body. The short way for the body, unless the target is
 * behind and a side is taken already: then that side, until the other way is shorter by 80°.
 */
export class TurnSide {
  private last = 0;
  private lastBody: number | null = null;

  /**
   * @param yaw of the target, radians, world
   * @param bodyYaw where the body faces now, radians, world
   * @returns angle from the body to the target, radians; beyond ±π where the way leads round the back
   */
  step(yaw: number, bodyYaw: number, dt: number): number {
    const angle = wrapAngle(yaw - bodyYaw);
    const speed = this.lastBody === null ? 0 : wrapAngle(bodyYaw - this.lastBody) / dt;
    const taken = Math.abs(speed) > TURNING ? speed : Math.abs(this.last) > TAKEN ? this.last : 0;
    this.lastBody = bodyYaw;
    this.last = Math.abs(angle) >= BEHIND && angle * taken < 0 ? otherWay(angle) : angle;
    return this.last;
  }
}

function otherWay(angle: number): number {
  return angle - Math.sign(angle) * 2 * Math.PI;
}
