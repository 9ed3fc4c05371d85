/** Nothing has to turn while somebody is so near the middle of the picture, radians. */
const IN_VIEW = 0.2;
/** The rest of the way shrinks with this time constant, seconds. */
const EASE = 0.6;

interface Ground {
  readonly x: number;
  readonly z: number;
}

/** How far a view turns in `dt` seconds to keep a place in the picture, radians; 0 where it is in it. Yaw 0 looks along +z. */
export function turnToKeep(yaw: number, from: Ground, to: Ground, dt: number): number {
  const off = Math.atan2(to.x - from.x, to.z - from.z) - yaw;
  const nearest = Math.atan2(Math.sin(off), Math.cos(off));
  const over = Math.abs(nearest) - IN_VIEW;
  return over > 0 ? Math.sign(nearest) * over * (1 - Math.exp(-dt / EASE)) : 0;
}
