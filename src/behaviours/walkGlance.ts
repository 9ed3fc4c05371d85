/** Who walks looks where it goes, and only by glances at what it attends to. */

const DEGREE = Math.PI / 180;
/** First glance at something new, later glances, and between them, seconds. */
const FIRST = 1.4;
const LATER = 1;
const AHEAD = 3;
/** Nobody walks with the head turned farther back than this, radians. */
const BACK = 110 * DEGREE;

export class WalkGlance {
  private id: string | null = null;
  private seconds = 0;

  /**
   * Is it time to look at what it attends to?
   * @param id of what it attends to
   * @param off angle from the body to it, radians
   */
  step(id: string, off: number, dt: number): boolean {
    this.seconds = id === this.id ? this.seconds + dt : 0;
    this.id = id;
    if (Math.abs(off) > BACK) return false;
    const later = this.seconds - FIRST;
    return later < 0 || later % (AHEAD + LATER) > AHEAD;
  }

  /** It stands again. */
  reset(): void {
    this.id = null;
  }
}
