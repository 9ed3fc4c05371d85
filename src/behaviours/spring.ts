/** A critically damped follower: no overshoot, limited speed, continuous acceleration. */
export class Spring {
  velocity = 0;
  private goal: number;

  /**
   * @param value where it starts
   * @param stiffness 1/s; nine tenths of the way take about 4 / stiffness seconds
   * @param topSpeed units a second
   */
  constructor(
    public value: number,
    private readonly stiffness: number,
    private readonly topSpeed: number,
  ) {
    this.goal = value;
  }

  /** Shifts value and goal together, without a movement. */
  shift(by: number): void {
    this.value += by;
    this.goal += by;
  }

  step(goal: number, dt: number): number {
    // Small inner steps keep it stable and alike at any frame rate.
    const steps = Math.max(1, Math.ceil(dt / 0.004));
    const h = dt / steps;
    const w = this.stiffness;
    for (let i = 0; i < steps; i++) {
      // The goal itself is smoothed, so that a jump of it is no jump of acceleration.
      this.goal += (goal - this.goal) * (1 - Math.exp(-h * 4 * w));
      this.velocity += (w * w * (this.goal - this.value) - 2 * w * this.velocity) * h;
      this.velocity = Math.min(this.topSpeed, Math.max(-this.topSpeed, this.velocity));
      this.value += this.velocity * h;
    }
    return this.value;
  }
}
