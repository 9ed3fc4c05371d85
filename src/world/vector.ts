/** Three numbers [x, y, z], metres, left-handed, y up, z forward, as in Babylon.js. */
export type Triple = readonly [number, number, number];

/** Where somebody's eyes are and where they look. */
export interface Pose {
  readonly position: Triple;
  /** Unit vector. */
  readonly forward: Triple;
}
