import type { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { Person } from "./person.js";

const STEP_LENGTH = 1.35;

/** Walks, breathes and gestures: moves every joint but neck, head and eyes, which belong to the gaze. */
export class PersonAnimator {
  /** True while a sentence is being said. */
  speaking = false;
  /** Metres a second. */
  speed = 0;
  private readonly last: Vector3;
  private seconds: number;
  private stride = 0;
  private gesture = 0;

  constructor(
    readonly person: Person,
    private readonly calm: boolean,
    phase: number,
  ) {
    this.last = person.root.position.clone();
    this.seconds = phase;
  }

  /** True once, when a foot comes down. */
  step(dt: number): boolean {
    const { root } = this.person;
    const moved = Math.hypot(root.position.x - this.last.x, root.position.z - this.last.z);
    this.last.copyFrom(root.position);
    this.seconds += dt;
    const speed = dt > 0 ? Math.min(3, moved / dt) : 0;
    this.speed += (speed - this.speed) * (1 - Math.exp(-dt * 9));
    const before = Math.floor(this.stride / Math.PI);
    this.stride += (moved / STEP_LENGTH) * 2 * Math.PI;
    this.walk(Math.min(1, this.speed / 1.1));
    this.breathe();
    this.talk(dt);
    return this.speed > 0.25 && Math.floor(this.stride / Math.PI) !== before;
  }

  private walk(gait: number): void {
    const { legs, arms, hips, spine } = this.person;
    const swing = Math.sin(this.stride);
    for (const [i, sign] of [
      [0, 1],
      [1, -1],
    ] as const) {
      const phase = this.stride + (i === 0 ? 0 : Math.PI);
      legs[i].upper.rotation.x = -0.46 * gait * swing * sign;
      legs[i].lower.rotation.x = gait * (0.12 + 0.62 * Math.max(0, Math.cos(phase)) ** 2);
      arms[i].upper.rotation.set(0.42 * gait * swing * sign, 0, (i === 0 ? -1 : 1) * 0.1);
      arms[i].lower.rotation.set(-0.16 - 0.25 * gait, 0, 0);
    }
    hips.position.y = 0.92 - gait * 0.018 * (1 - Math.cos(this.stride * 2)) * 0.5;
    hips.rotation.y = gait * 0.09 * swing;
    spine.rotation.y = -gait * 0.13 * swing;
  }

  private breathe(): void {
    const { spine, hips, arms } = this.person;
    const breath = this.calm ? 0 : Math.sin(this.seconds * 1.5);
    const sway = this.calm ? 0 : Math.sin(this.seconds * 0.42);
    spine.scaling.set(1, 1 + breath * 0.004, 1 + breath * 0.014);
    hips.rotation.z = sway * 0.014;
    spine.rotation.z = -sway * 0.018;
    for (const i of [0, 1] as const) arms[i].upper.rotation.z += (i === 0 ? -1 : 1) * breath * 0.012;
  }

  private talk(dt: number): void {
    this.gesture += ((this.speaking ? 1 : 0) - this.gesture) * (1 - Math.exp(-dt * 4));
    const t = this.seconds;
    const chatter = this.speaking ? Math.abs(Math.sin(t * 9.1) * Math.sin(t * 5.3 + 1)) : 0;
    this.person.face.setMouth(chatter * 0.95);
    const right = this.person.arms[1];
    right.upper.rotation.x -= this.gesture * (0.42 + 0.08 * Math.sin(t * 1.9));
    right.lower.rotation.x -= this.gesture * (0.95 + 0.22 * Math.sin(t * 2.3));
    right.lower.rotation.y = this.gesture * -0.35 * Math.sin(t * 1.3);
  }
}
