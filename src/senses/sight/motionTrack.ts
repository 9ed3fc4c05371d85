import type { EventKind } from "../../model/percepts.js";

/** Metres within WINDOW that count as having set out. */
const SET_OUT = 0.08;
/** Metres or radians between turning points that count as a shake. */
const SHAKE = 0.004;
/** Turns back within WINDOW that make a shake. */
const SHAKE_TURNS = 3;
/** Seconds. */
const WINDOW = 1;
/** Metres a second below which a thing rests. */
const REST_SPEED = 0.03;
/** Seconds of rest after which setting out is news again. */
const REST_SECONDS = 0.8;
/** Metres in one frame above which a thing was put there, not moved. */
const JUMP = 2;

/** Notices from places over time when one thing sets out or shakes. Never fires for a thing at rest. */
export class MotionTrack {
  private last: readonly number[] | null = null;
  private lastAt = 0;
  private anchor: readonly number[] = [];
  private restingSince: number | null = null;
  private atRest = true;
  private readonly turns: number[] = [];
  private shakenAt = Number.NEGATIVE_INFINITY;
  private leg: readonly number[] | null = null;

  /** place: x, y, z in metres, then any further coordinates (a direction) that only shaking minds. */
  update(now: number, place: readonly number[]): EventKind | null {
    if (!place.every(Number.isFinite)) return null;
    const last = this.last;
    const seconds = now - this.lastAt;
    this.last = place;
    this.lastAt = now;
    if (!last || !(seconds > 0) || seconds > WINDOW) return this.startOver(now, place);
    const step = distance(place, last, 3);
    if (step > JUMP) return this.startOver(now, place);
    if (this.shakes(now, place, last)) return "shakes";
    return this.setsOut(now, place, step / seconds) ? "moves" : null;
  }

  private startOver(now: number, place: readonly number[]): null {
    this.anchor = place;
    this.restingSince = now;
    this.turns.length = 0;
    this.leg = null;
    return null;
  }

  private setsOut(now: number, place: readonly number[], speed: number): boolean {
    if (speed < REST_SPEED) {
      this.restingSince ??= now;
      if (now - this.restingSince >= REST_SECONDS) {
        this.atRest = true;
        this.anchor = place;
      }
      return false;
    }
    this.restingSince = null;
    // What shakes stays where it is: it does not set out.
    if (!this.atRest || distance(place, this.anchor, 3) < SET_OUT) return false;
    this.atRest = false;
    return true;
  }

  private shakes(now: number, place: readonly number[], last: readonly number[]): boolean {
    const step = place.map((value, i) => value - last[i]);
    const length = Math.hypot(...step);
    if (length < SHAKE / 4) return false;
    if (
      this.leg &&
      step.reduce((sum, value, i) => sum + value * this.leg![i], 0) < 0 &&
      Math.hypot(...this.leg) >= SHAKE
    ) {
      this.turns.push(now);
      this.leg = step;
    } else
      this.leg = this.leg && dot(step, this.leg) > 0 ? this.leg.map((value, i) => value + step[i]) : step;
    while (this.turns.length > 0 && now - this.turns[0] > WINDOW) this.turns.shift();
    if (this.turns.length < SHAKE_TURNS || now - this.shakenAt < WINDOW) return false;
    this.shakenAt = now;
    return true;
  }
}

function distance(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
