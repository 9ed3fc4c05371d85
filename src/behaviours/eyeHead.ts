import { type GazeState, wrapAngle } from "../mind/gazeState.js";
import { FASTEST, saccadeProgress, saccadeSeconds } from "./saccade.js";
import { Spring } from "./spring.js";

/** A direction, radians: yaw 0 = +z (of the world, or the body's front), grows toward +x; positive pitch looks down. */
export interface Direction {
  readonly yaw: number;
  readonly pitch: number;
}

export interface EyeHeadLimits {
  /** Farthest turn each way, radians. */
  readonly eyeYaw: number;
  readonly eyePitch: number;
  readonly headYaw: number;
  readonly headPitch: number;
  /** The head helps where the eyes would have to turn farther than this, radians. */
  readonly headBeyond: number;
  /** After a while of fixation the head comes closer still, to this, radians. */
  readonly headSettles: number;
}

const DEGREE = Math.PI / 180;

export const HUMAN_LIMITS: EyeHeadLimits = {
  eyeYaw: 45 * DEGREE,
  eyePitch: 30 * DEGREE,
  headYaw: 75 * DEGREE,
  headPitch: 40 * DEGREE,
  headBeyond: 15 * DEGREE,
  headSettles: 6 * DEGREE,
};

/** Errors above this are made good by a saccade, below by pursuit, radians. */
const SACCADE_FROM = 1.5 * DEGREE;
/** Pursuit keeps up with targets of this speed, radians a second. */
const PURSUIT_SPEED = 40 * DEGREE;
/** Between two saccades at least, seconds. */
const REFRACTORY = 0.12;
/** Head starts after the eyes, seconds. */
const HEAD_ONSET = [0.02, 0.14] as const;
const SETTLE_SECONDS = 0.8;
/** A target that jumped so far counts as a new one, radians. */
const NEW_TARGET = 4 * DEGREE;
const HEAD_STIFFNESS = 9;
const HEAD_TOP_SPEED = 240 * DEGREE;

interface Saccade {
  /** Eyes in the head at its start and its end. */
  readonly from: Direction;
  readonly to: Direction;
  readonly amplitude: number;
  readonly seconds: number;
  time: number;
}

/**
 * Eyes and head of one NPC: eyes jump first, the head follows, and the eyes stay on the target while
 * head and body turn beneath them. Pure: angles in, angles out.
 */
export class EyeHead {
  private saccade: Saccade | null = null;
  private sinceSaccade = Number.POSITIVE_INFINITY;
  private sinceJump = Number.POSITIVE_INFINITY;
  private headDelay = 0;
  /** The target in the world. */
  private last: Direction | null = null;
  private goalYaw = 0;
  private goalPitch = 0;
  private readonly headYaw: Spring;
  private readonly headPitch: Spring;
  private bodyYaw: number;

  constructor(
    private readonly limits: EyeHeadLimits,
    private readonly gaze: GazeState,
    private readonly random: () => number,
    private readonly onSaccade: (amplitude: number) => void,
  ) {
    this.headYaw = new Spring(gaze.headYaw, HEAD_STIFFNESS, HEAD_TOP_SPEED);
    this.headPitch = new Spring(gaze.headPitch, HEAD_STIFFNESS, HEAD_TOP_SPEED);
    this.bodyYaw = gaze.bodyYaw;
  }

  /** Seconds since the target last jumped. */
  get fixationSeconds(): number {
    return this.sinceJump;
  }

  /**
   * One step. The body's yaw is read from the gaze state.
   * @param target from the body's front; a yaw beyond ±π is reached round the back
   */
  step(target: Direction, dt: number): void {
    const { gaze } = this;
    const turned = wrapAngle(gaze.bodyYaw - this.bodyYaw);
    const before = { yaw: gaze.headYaw - turned, pitch: gaze.headPitch };
    this.bodyYaw = gaze.bodyYaw;
    this.noticeJump({ yaw: target.yaw + gaze.bodyYaw, pitch: target.pitch }, dt);
    this.turnHead(target, dt);
    const eyes = { yaw: gaze.eyeYaw, pitch: gaze.eyePitch };
    this.turnEyes(target, before, { yaw: gaze.headYaw, pitch: gaze.headPitch }, dt);
    // Reflex and saccade may fall together.
    gaze.eyeYaw = eyes.yaw + clamp(gaze.eyeYaw - eyes.yaw, FASTEST * dt);
    gaze.eyePitch = eyes.pitch + clamp(gaze.eyePitch - eyes.pitch, FASTEST * dt);
  }

  private noticeJump(target: Direction, dt: number): void {
    this.sinceJump += dt;
    this.sinceSaccade += dt;
    const { last } = this;
    const jump = last ? Math.hypot(wrapAngle(target.yaw - last.yaw), target.pitch - last.pitch) : Math.PI;
    this.last = target;
    if (jump < NEW_TARGET) return;
    this.sinceJump = 0;
    this.headDelay = HEAD_ONSET[0] + (HEAD_ONSET[1] - HEAD_ONSET[0]) * this.random();
  }

  private turnHead(target: Direction, dt: number): void {
    const { limits, gaze } = this;
    const settled = this.sinceJump > SETTLE_SECONDS;
    const reach = settled ? limits.headSettles : limits.headBeyond;
    if (this.sinceJump >= this.headDelay) {
      this.goalYaw = clamp(within(target.yaw, this.goalYaw, reach), limits.headYaw);
      this.goalPitch = clamp(within(target.pitch, this.goalPitch, reach), limits.headPitch);
    }
    gaze.headYaw = clamp(this.headYaw.step(this.goalYaw, dt), limits.headYaw);
    gaze.headPitch = clamp(this.headPitch.step(this.goalPitch, dt), limits.headPitch);
  }

  private turnEyes(target: Direction, before: Direction, after: Direction, dt: number): void {
    if (this.saccade) {
      this.saccade.time += dt;
      this.fly(this.saccade);
      if (this.saccade.time >= this.saccade.seconds) this.saccade = null;
      return;
    }
    // The reflex: whatever head and body did this step, the eyes take back, as far as they reach.
    const from = this.eyeGoal(target, before);
    const goal = this.eyeGoal(target, after);
    this.gaze.eyeYaw = clamp(this.gaze.eyeYaw + goal.yaw - from.yaw, this.limits.eyeYaw);
    this.gaze.eyePitch = clamp(this.gaze.eyePitch + goal.pitch - from.pitch, this.limits.eyePitch);
    const yaw = goal.yaw - this.gaze.eyeYaw;
    const pitch = goal.pitch - this.gaze.eyePitch;
    const error = Math.hypot(yaw, pitch);
    if (error > SACCADE_FROM && this.sinceSaccade >= REFRACTORY) this.begin(target, before, after, dt);
    else if (error > 0) {
      const part = Math.min(1, (PURSUIT_SPEED * dt) / error);
      this.gaze.eyeYaw += yaw * part;
      this.gaze.eyePitch += pitch * part;
    }
  }

  /** Aims at where the target will be in the head when the eyes arrive: in flight they take nothing back. */
  private begin(target: Direction, before: Direction, after: Direction, dt: number): void {
    const from = { yaw: this.gaze.eyeYaw, pitch: this.gaze.eyePitch };
    let to = this.eyeGoal(target, after);
    for (let i = 0; i < 2; i++) {
      const ahead = saccadeSeconds(Math.hypot(to.yaw - from.yaw, to.pitch - from.pitch)) / dt;
      const yaw = after.yaw + (after.yaw - before.yaw) * ahead;
      to = this.eyeGoal(target, { yaw, pitch: after.pitch + (after.pitch - before.pitch) * ahead });
    }
    const amplitude = Math.hypot(to.yaw - from.yaw, to.pitch - from.pitch);
    this.saccade = { from, to, amplitude, seconds: saccadeSeconds(amplitude), time: dt };
    this.sinceSaccade = 0;
    this.onSaccade(amplitude);
    this.fly(this.saccade);
  }

  private fly({ from, to, time, seconds, amplitude }: Saccade): void {
    const done = saccadeProgress(time / seconds, amplitude);
    this.gaze.eyeYaw = from.yaw + (to.yaw - from.yaw) * done;
    this.gaze.eyePitch = from.pitch + (to.pitch - from.pitch) * done;
  }

  private eyeGoal(target: Direction, head: Direction): Direction {
    return {
      yaw: clamp(target.yaw - head.yaw, this.limits.eyeYaw),
      pitch: clamp(target.pitch - head.pitch, this.limits.eyePitch),
    };
  }
}

/** The nearest value to `at` that is no farther than `reach` from `target`. */
function within(target: number, at: number, reach: number): number {
  return Math.min(target + reach, Math.max(target - reach, at));
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}
