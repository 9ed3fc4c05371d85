import type { Direction } from "./eyeHead.js";

export interface GazeRhythmOptions {
  /** Comfortable length of a mutual gaze, seconds. Default 3.3 (Binetti et al. 2016). */
  readonly mutualSeconds?: number;
  /** Share of the time that it looks at a person's face while listening. Default 0.7. */
  readonly listening?: number;
  /** … while speaking itself. Default 0.41. */
  readonly speaking?: number;
  /** Looks about while nothing holds its attention. Default true. */
  readonly idle?: boolean;
}

/** What the eyes rest on. */
export type GazeSubject = "person" | "thing" | "nothing";

const DEGREE = Math.PI / 180;
/** A new person gets at least so long a first look, seconds. */
const FIRST_LOOK = 2;
/** Slips of a fixating eye, radians. */
const MICRO = 0.25 * DEGREE;

/** When to look away, and where to: offsets from the subject's direction. Zero while looking at it. */
export class GazeRhythm {
  private readonly options: Required<GazeRhythmOptions>;
  private away = false;
  private left = FIRST_LOOK;
  private offset: Direction = { yaw: 0, pitch: 0 };
  private slip: Direction = { yaw: 0, pitch: 0 };
  private slipLeft = 0;
  private subject: string | null | undefined;

  constructor(
    options: GazeRhythmOptions,
    private readonly random: () => number,
  ) {
    this.options = {
      mutualSeconds: options.mutualSeconds ?? 3.3,
      listening: options.listening ?? 0.7,
      speaking: options.speaking ?? 0.41,
      idle: options.idle ?? true,
    };
  }

  get isAway(): boolean {
    return this.away;
  }

  /**
   * @param id of the subject; a new one starts with a look at it
   * @param held a script forces the gaze: no looking away
   */
  step(id: string | null, kind: GazeSubject, speaking: boolean, held: boolean, dt: number): Direction {
    if (id !== this.subject) this.look(id === null ? 0.8 + this.random() : FIRST_LOOK + this.random());
    this.subject = id;
    this.left -= dt;
    if (held || kind === "thing") this.look(Math.max(this.left, FIRST_LOOK / 2));
    else if (this.left <= 0) this.turnOver(kind, speaking);
    this.fixate(dt);
    if (this.away) return this.offset;
    return this.slip;
  }

  private look(seconds: number): void {
    this.away = false;
    this.left = seconds;
  }

  private turnOver(kind: GazeSubject, speaking: boolean): void {
    if (this.away) this.look(this.lookSeconds(kind, speaking));
    else if (kind === "nothing" && !this.options.idle) this.look(1);
    else this.lookAway(kind, speaking);
  }

  private lookAway(kind: GazeSubject, speaking: boolean): void {
    const nothing = kind === "nothing";
    const share = this.share(speaking);
    const side = this.random() < 0.5 ? -1 : 1;
    const yaw = nothing ? this.between(10, 40) : this.between(8, 18);
    const pitch = nothing ? this.between(-6, 10) : this.between(-3, 9);
    this.away = true;
    this.left = nothing ? this.between(1, 2.5) : this.lookSeconds(kind, speaking) * ((1 - share) / share);
    this.offset = { yaw: side * yaw * DEGREE, pitch: pitch * DEGREE };
  }

  /** A look's length keeps its share of the time, and never stares longer than is comfortable. */
  private lookSeconds(kind: GazeSubject, speaking: boolean): number {
    const spread = 0.8 + 0.4 * this.random();
    if (kind === "nothing") return this.between(2, 5);
    return this.options.mutualSeconds * spread * (speaking ? 0.55 : 1);
  }

  private share(speaking: boolean): number {
    return Math.min(1, Math.max(0.05, speaking ? this.options.speaking : this.options.listening));
  }

  private fixate(dt: number): void {
    this.slipLeft -= dt;
    if (this.slipLeft > 0) return;
    this.slipLeft = this.between(0.4, 1.2);
    this.slip = { yaw: this.between(-MICRO, MICRO), pitch: this.between(-MICRO, MICRO) };
  }

  private between(least: number, most: number): number {
    return least + (most - least) * this.random();
  }
}
