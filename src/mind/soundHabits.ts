import type { SoundPercept } from "../model/percepts.js";
import type { HabituationOptions } from "./habituation.js";

/** From here on a sound no longer reaches attention by itself, 0..1: the fourth of equal steps, a hum after 11 s. */
const USED = 0.6;
/** Each repeat takes so much of what was new about it, */
const REPEAT = 1 / 3;
/** if it comes within so many seconds of the one before: what comes more rarely stays news. */
const SOON = 6;
/** So much louder than it has been it is new again, dB. */
const LOUDER = 6;
/** The stronger a stimulus, the slower the habituation (Thompson & Spencer 1966): at such levels none, and full, dB. */
const ALARMING = 80;
const CALM = 40;
/** A start that is worked out from an age wobbles, seconds. */
const WOBBLE = 0.05;

interface Heard {
  /** 0 (new) .. 1 (wholly used to it) when last heard. */
  readonly used: number;
  readonly startedAt: number;
  readonly loudest: number;
  readonly at: number;
}

/** How used an NPC is to what sounds on or again and again: people stop noticing steps, ticking and humming. */
export class SoundHabits {
  private readonly heard = new Map<string, Heard>();
  private readonly grow: number;
  private readonly rest: number;

  constructor({ growSeconds = 12, restSeconds = 30 }: HabituationOptions = {}) {
    this.grow = growSeconds;
    this.rest = restSeconds;
  }

  /**
   * Once a moment.
   * @param levels at the ears, dB; 0: inaudible
   * @returns the same, with 0 for what the NPC is used to
   */
  unfamiliar(sounds: readonly SoundPercept[], levels: readonly number[], now: number): number[] {
    for (const [i, sound] of sounds.entries()) {
      const level = levels[i] ?? 0;
      if (level > 0 && !isOver(sound)) this.hear(sound, level, now);
    }
    for (const [key, { at }] of this.heard) if (now - at > 4 * this.rest) this.heard.delete(key);
    return sounds.map((sound, i) => (this.isUsedTo(sound) ? 0 : (levels[i] ?? 0)));
  }

  isUsedTo(sound: SoundPercept): boolean {
    return (this.heard.get(keyOf(sound))?.used ?? 0) >= USED;
  }

  private hear(sound: SoundPercept, level: number, now: number): void {
    const key = keyOf(sound);
    const before = this.heard.get(key);
    const starts = now - sound.startedSecondsAgo;
    const used = before && level <= before.loudest + LOUDER ? this.grown(before, starts, level, now) : 0;
    this.heard.set(key, {
      used,
      startedAt: Math.max(starts, before?.startedAt ?? starts),
      loudest: Math.max(level, before?.loudest ?? level),
      at: now,
    });
  }

  private grown({ used, startedAt, at }: Heard, starts: number, level: number, now: number): number {
    const seconds = Math.max(0, now - at);
    const goesOn = starts <= startedAt + WOBBLE && seconds < SOON;
    const left = goesOn ? used : used * Math.exp(-seconds / this.rest);
    const repeats = starts > startedAt + WOBBLE && starts - startedAt < SOON;
    const share = goesOn ? 1 - Math.exp(-seconds / this.grow) : repeats ? REPEAT : 0;
    const calm = Math.min(1, Math.max(0, (ALARMING - level) / CALM));
    return left + (1 - left) * share * calm;
  }
}

/** Told still, as an echo. */
function isOver({ startedSecondsAgo, durationSeconds }: SoundPercept): boolean {
  return durationSeconds !== null && startedSecondsAgo > durationSeconds;
}

/** The same thing's sounds of about the same length are the same sound again. */
function keyOf({ id, entity, durationSeconds }: SoundPercept): string {
  if (entity === null) return id;
  const length = durationSeconds === null ? "on" : Math.round(2 * Math.log2(Math.max(0.05, durationSeconds)));
  return `${entity} ${length}`;
}
