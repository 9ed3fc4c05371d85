import { Spring } from "./spring.js";
import { TurnSide } from "./turnSide.js";

export type BodyTurns = "never" | "far" | "always";

const DEGREE = Math.PI / 180;
const STIFFNESS = 6;
const TOP_SPEED = 150 * DEGREE;
/** When each way of turning begins: beyond so much, held for so long; and how near it brings the body. */
const STARTS = {
  never: { beyond: Number.POSITIVE_INFINITY, held: 0, leaves: 0 },
  far: { beyond: 70 * DEGREE, held: 1, leaves: 15 * DEGREE },
  always: { beyond: 10 * DEGREE, held: 0.25, leaves: 0 },
} as const;

/** Turns a body toward a yaw, smoothly; returns by how much in this step. */
export class BodyTurn {
  private readonly spring = new Spring(0, STIFFNESS, TOP_SPEED);
  private readonly side = new TurnSide();
  private heldSeconds = 0;
  private turning = false;

  constructor(private readonly turns: BodyTurns = "always") {}

  /** @param off from where it faces to where it should, radians, as TurnSide says @returns radians to turn */
  step(off: number, dt: number): number {
    const { beyond, held, leaves } = STARTS[this.turns];
    this.heldSeconds = Math.abs(off) > beyond ? this.heldSeconds + dt : 0;
    if (this.heldSeconds > held) this.turning = true;
    const wanted = Math.sign(off) * Math.max(0, Math.abs(off) - leaves);
    if (this.turning && Math.abs(wanted) < 0.5 * DEGREE && Math.abs(this.spring.velocity) < DEGREE)
      this.turning = false;
    return this.follow(this.turning ? wanted : 0, dt);
  }

  /**
   * Turns on toward a yaw without waiting for a reason.
   * @param yaw where to, @param bodyYaw where it faces now, radians @returns radians to turn
   */
  toward(yaw: number, bodyYaw: number, dt: number): number {
    return this.follow(this.side.step(yaw, bodyYaw, dt), dt);
  }

  private follow(wanted: number, dt: number): number {
    const before = this.spring.value;
    return this.spring.step(before + wanted, dt) - before;
  }
}
