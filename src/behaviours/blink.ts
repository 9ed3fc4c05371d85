export interface BlinkOptions {
  /** Blinks a minute at rest. Default 17 (Bentivoglio et al.). */
  readonly perMinute?: number;
  /** Blinks a minute while talking. Default 26. */
  readonly perMinuteTalking?: number;
  /** A gaze shift of so many degrees brings a blink. Default 25. */
  readonly shiftDegrees?: number;
}

const CLOSING = 0.08;
const CLOSED = 0.04;
const OPENING = 0.14;
const LENGTH = CLOSING + CLOSED + OPENING;
/** No two blinks begin closer than this, seconds. */
const APART = 0.6;

/** When lids close. `step` returns how far: 0 open .. 1 closed. */
export class Blink {
  private readonly perMinute: number;
  private readonly perMinuteTalking: number;
  private readonly shift: number;
  private since = Number.POSITIVE_INFINITY;
  /** Blinks that are yet due, in units of the mean interval: so a change of the rate counts at once. */
  private due: number;

  constructor(
    options: BlinkOptions,
    private readonly random: () => number,
  ) {
    this.perMinute = options.perMinute ?? 17;
    this.perMinuteTalking = options.perMinuteTalking ?? 26;
    this.shift = ((options.shiftDegrees ?? 25) * Math.PI) / 180;
    this.due = this.draw();
  }

  /** A gaze shift begins. @param amplitude radians */
  onShift(amplitude: number): void {
    if (amplitude >= this.shift && this.since >= APART) this.begin();
  }

  step(dt: number, talking: boolean): number {
    this.since += dt;
    const perSecond = (talking ? this.perMinuteTalking : this.perMinute) / 60;
    this.due -= dt * perSecond;
    if (this.due <= 0 && this.since >= APART) this.begin();
    return closure(this.since);
  }

  private begin(): void {
    this.since = 0;
    this.due = this.draw();
  }

  /** Intervals of mean 1 between 0.2 and some: never two at once, sometimes a long stare. */
  private draw(): number {
    return 0.2 - 0.8 * Math.log(Math.max(1e-3, 1 - this.random()));
  }
}

function closure(since: number): number {
  if (since >= LENGTH) return 0;
  if (since < CLOSING) return smooth(since / CLOSING);
  if (since < CLOSING + CLOSED) return 1;
  return 1 - smooth((since - CLOSING - CLOSED) / OPENING);
}

function smooth(x: number): number {
  return x * x * (3 - 2 * x);
}
