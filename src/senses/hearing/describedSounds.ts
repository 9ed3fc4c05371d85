import { PCM_LENGTH } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { Triple } from "../../world/vector.js";
import { finiteTriple } from "./earLevel.js";
import { ECHO_SECONDS } from "./engineSound.js";

/** A sound that a game states instead of playing it. */
export interface DescribedSound {
  /** Whose it is; it ends when the entity goes. */
  readonly entity?: Entity;
  /** World metres. Default: the entity's centre, followed as it moves; without both it comes from nowhere. */
  readonly position?: Triple;
  /** At 1 m, dB SPL. */
  readonly levelDb: number;
  /** Default 1 s. Null: until `stop`. */
  readonly durationSeconds?: number | null;
  /** PCM_LENGTH samples, -1..1, from `offsetSeconds` on. Without it the sound has a level but no timbre. */
  readonly pcm?: (offsetSeconds: number) => Float32Array;
  /** Of `pcm`, Hz. Default 44100. */
  readonly sampleRate?: number;
}

export interface ActiveDescribedSound {
  readonly id: string;
  readonly sound: DescribedSound;
  readonly position: Triple | null;
  readonly startedAt: number;
  readonly durationSeconds: number | null;
  /** Not yet handed out. */
  pcm: Float32Array | null;
}

/** The described sounds that can be heard now. */
export class DescribedSounds {
  private readonly byId = new Map<string, ActiveDescribedSound>();
  private nextId = 1;

  get all(): Iterable<ActiveDescribedSound> {
    return this.byId.values();
  }

  /** @throws RangeError that names the field. */
  add(sound: DescribedSound, now: number): ActiveDescribedSound {
    const { durationSeconds = 1, levelDb, sampleRate = 44100 } = sound;
    if (!Number.isFinite(levelDb)) fail("levelDb", "a finite number of dB SPL", levelDb);
    if (durationSeconds !== null && !(durationSeconds >= 0))
      fail("durationSeconds", "0 or more, or null", durationSeconds);
    if (!(sampleRate >= 8000 && sampleRate <= 192000)) fail("sampleRate", "8000..192000 Hz", sampleRate);
    const active: ActiveDescribedSound = {
      id: `described-${this.nextId++}`,
      sound,
      position: sound.position ? finiteTriple(sound.position) : null,
      startedAt: now,
      durationSeconds: durationSeconds === Number.POSITIVE_INFINITY ? null : durationSeconds,
      pcm: null,
    };
    this.byId.set(active.id, active);
    return active;
  }

  stop(id: string): void {
    this.byId.delete(id);
  }

  stopOf(entity: Entity): void {
    for (const [id, { sound }] of this.byId) if (sound.entity === entity) this.byId.delete(id);
  }

  /** Forgets what ended long ago. */
  expire(now: number): void {
    for (const [id, { startedAt, durationSeconds }] of this.byId)
      if (durationSeconds !== null && now - startedAt > durationSeconds + ECHO_SECONDS) this.byId.delete(id);
  }

  /** @returns false if samples were not finite or not PCM_LENGTH long; such a capture is dropped. */
  capture(active: ActiveDescribedSound, now: number): boolean {
    const offset = Math.max(0, now - active.startedAt);
    if (!active.sound.pcm || (active.durationSeconds !== null && offset > active.durationSeconds))
      return true;
    const pcm = active.sound.pcm(offset);
    const good = pcm.length === PCM_LENGTH && pcm.every(Number.isFinite);
    active.pcm = good ? pcm.slice() : null;
    return good;
  }

  dispose(): void {
    this.byId.clear();
  }
}

function fail(field: string, wanted: string, got: unknown): never {
  throw new RangeError(`described sound "${field}" must be ${wanted}, got ${String(got)}`);
}
