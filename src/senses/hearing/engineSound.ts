import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import { SoundState } from "@babylonjs/core/AudioV2/soundState.js";
import type { Observable } from "@babylonjs/core/Misc/observable.js";
import { SoundTap } from "./soundTap.js";

/** A sound that began and ended between two looks is taken to have begun half of this ago, seconds. */
const MISSED_SECONDS = 0.3;
/** A sound that is over is told for so long: it may be asked about, and what it was stays in the ear, seconds. */
export const ECHO_SECONDS = 8;

/** The parts of sounds that sound sources (microphones, own nodes) lack. */
interface Playback {
  readonly state?: SoundState;
  readonly currentTime?: number;
  readonly loop?: boolean;
  readonly duration?: number;
  readonly startOffset?: number;
  readonly playbackRate?: number;
  readonly buffer?: { readonly duration: number };
  readonly onEndedObservable?: Observable<unknown>;
}

/** One Babylon sound: when it plays, how loud it is, its newest samples. */
export class EngineSound {
  readonly tap: SoundTap;
  /** Seconds on the perception's clock; null until it first plays. */
  startedAt: number | null = null;
  /** Null while it plays. */
  private endedAt: number | null = null;
  /** RMS of the last good capture since it started, volume included; null before the first. */
  rms: number | null = null;

  private readonly playback: Playback;
  private readonly onEnded;
  private playing = false;
  /** It has ended since the last look. */
  private ended = false;
  private lastTime = 0;
  private followedAt = Number.NEGATIVE_INFINITY;
  /** Samples up to here are taken, on the audio engine's clock. */
  private heardTo = 0;
  /** There are samples that are not taken yet. */
  private untaken = false;
  private looked = false;
  private pcm: Float32Array | null = null;

  constructor(
    readonly id: string,
    readonly source: AbstractSoundSource,
  ) {
    this.playback = source as Playback;
    this.tap = new SoundTap(source);
    this.onEnded = this.playback.onEndedObservable?.add(() => {
      this.ended = true;
    });
    // From now on: what begins between two frames is in the tap already.
    this.tap.follow();
    this.heardTo = source.engine.currentTime;
  }

  /** Follows starts, restarts and ends. Once a frame: cheap. */
  follow(now: number): void {
    this.tap.follow();
    const { state, currentTime = 0, startOffset = 0 } = this.playback;
    // A sound source has no state: it always plays. A loop that began while audio was locked stays
    // "starting" (Babylon 9.35). A start in the future has a negative time.
    const on = state === undefined || state === SoundState.Started || state === SoundState.Starting;
    const playing = on && currentTime >= 0;
    const restarted = playing && (!this.playing || currentTime < this.lastTime - 0.02);
    const missed = this.ended && !playing && !this.playing;
    // It began since the last look; or, at the first look, as long ago as it has played.
    if (restarted) this.begin(now, Math.min(Math.max(0, currentTime - startOffset), now - this.followedAt));
    else if (missed) this.begin(now, Math.min(now - this.followedAt, MISSED_SECONDS / 2));
    else if (this.startedAt === null) this.heardTo = this.source.engine.currentTime;
    if (missed || (this.playing && !playing)) this.endedAt = now;
    this.untaken ||= playing || missed;
    this.playing = playing;
    this.lastTime = currentTime;
    this.ended = false;
    this.followedAt = now;
  }

  /** Has it begun without having been listened to? */
  get isNew(): boolean {
    return this.untaken && !this.looked;
  }

  /** @returns false: samples were not finite */
  capture(): boolean {
    if (!this.untaken) return true;
    const capture = this.tap.capture(this.heardTo);
    if (capture === undefined) return true;
    this.heardTo = this.source.engine.currentTime;
    this.untaken = this.playing;
    this.looked = true;
    this.pcm = capture?.pcm ?? null;
    if (capture) this.rms = capture.rms;
    return capture !== null;
  }

  /** To be told now: it plays, or was over not long ago. */
  audible(now: number): boolean {
    if (this.startedAt === null || this.rms === null) return false;
    return this.endedAt === null || now - this.endedAt <= ECHO_SECONDS;
  }

  /** Seconds from its start to its end; null: loops, or unknown. */
  get duration(): number | null {
    if (this.endedAt !== null && this.startedAt !== null) return this.endedAt - this.startedAt;
    const { loop, duration, startOffset = 0, playbackRate = 1, buffer } = this.playback;
    if (!buffer || loop) return null;
    const seconds = duration && duration > 0 ? duration : (buffer.duration - startOffset) / playbackRate;
    return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
  }

  /** The samples of the last capture, once. */
  takePcm(): Float32Array | null {
    const pcm = this.pcm;
    this.pcm = null;
    return pcm;
  }

  dispose(): void {
    this.onEnded?.remove(true);
    this.tap.dispose();
  }

  /** elapsed: seconds since it began. */
  private begin(now: number, elapsed: number): void {
    this.startedAt = now - elapsed;
    this.endedAt = null;
    this.looked = false;
    this.rms = null;
    this.pcm = null;
    this.heardTo = Math.max(this.heardTo, this.source.engine.currentTime - elapsed);
  }
}
