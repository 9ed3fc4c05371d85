import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import { SoundState } from "@babylonjs/core/AudioV2/soundState.js";
import { SoundTap } from "./soundTap.js";

/** A sound shorter than the time between two decisions is still told for so long after its start, seconds. */
export const LINGER_SECONDS = 0.3;
/** After so long the first samples are there, the audio device's delay included, seconds. */
const FIRST_CAPTURE = 0.06;

/** The parts of sounds that sound sources (microphones, own nodes) lack. */
interface Playback {
  readonly state?: SoundState;
  readonly currentTime?: number;
  readonly loop?: boolean;
  readonly duration?: number;
  readonly startOffset?: number;
  readonly playbackRate?: number;
  readonly buffer?: { readonly duration: number };
}

/** One Babylon sound: when it plays, how loud it is, its newest samples. */
export class EngineSound {
  readonly tap: SoundTap;
  /** Seconds on the perception's clock; null until it first plays. */
  startedAt: number | null = null;
  /** RMS of the last good capture since it started, volume included; null before the first. */
  rms: number | null = null;
  /** Not yet handed out. */
  pcm: Float32Array | null = null;

  private playing = false;
  private endedAt = Number.NEGATIVE_INFINITY;
  private lastTime = 0;
  private capturedAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly id: string,
    readonly source: AbstractSoundSource,
  ) {
    this.tap = new SoundTap(source);
  }

  /** Follows starts, restarts and ends. Once a frame: cheap. */
  follow(now: number): void {
    const { state, currentTime = 0 } = this.source as Playback;
    // A sound source has no state: it always plays. A loop that began while audio was locked stays
    // "starting" (Babylon 9.35). A start in the future has a negative time.
    const on = state === undefined || state === SoundState.Started || state === SoundState.Starting;
    const playing = on && currentTime >= 0;
    const restarted = playing && (!this.playing || currentTime < this.lastTime - 0.02);
    if (restarted) this.begin(now);
    if (!playing && this.playing) this.endedAt = now;
    this.playing = playing;
    this.lastTime = currentTime;
    if (playing) this.tap.follow(now);
  }

  /** Has it begun, and its first samples are there, but were not yet taken? */
  firstIsDue(now: number): boolean {
    return (
      this.startedAt !== null && this.capturedAt < this.startedAt && now - this.startedAt >= FIRST_CAPTURE
    );
  }

  /** @returns false: samples were not finite */
  capture(now: number): boolean {
    const playedSinceCapture = this.playing || this.endedAt > this.capturedAt;
    if (this.startedAt === null || !playedSinceCapture || now - this.startedAt < FIRST_CAPTURE) return true;
    this.tap.connect(now);
    const capture = this.tap.capture(Math.max(this.startedAt, this.capturedAt), now);
    if (capture === undefined) return true;
    this.capturedAt = now;
    this.pcm = capture?.pcm ?? null;
    if (capture) this.rms = capture.rms;
    return capture !== null;
  }

  /** To be told now: it plays, or it has just ended and was too short to be told. */
  audible(now: number): boolean {
    if (this.startedAt === null || this.rms === null) return false;
    return this.playing || now - this.startedAt <= LINGER_SECONDS;
  }

  /** Seconds of one playing; null: loops, or unknown. */
  get duration(): number | null {
    const { loop, duration, startOffset = 0, playbackRate = 1, buffer } = this.source as Playback;
    if (!buffer || loop) return null;
    const seconds = duration && duration > 0 ? duration : (buffer.duration - startOffset) / playbackRate;
    return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
  }

  takePcm(): Float32Array | null {
    const pcm = this.pcm;
    this.pcm = null;
    return pcm;
  }

  dispose(): void {
    this.tap.dispose();
  }

  private begin(now: number): void {
    this.startedAt = now;
    this.rms = null;
    this.pcm = null;
    // From the start on it is listened to, so that the first capture has samples.
    this.tap.connect(now);
  }
}
