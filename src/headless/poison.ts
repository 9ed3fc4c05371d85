import type { Scene } from "@babylonjs/core/scene.js";
import { PCM_LENGTH } from "../model/percepts.js";
import type { DescribedSound } from "../senses/hearing/describedSounds.js";
import { DESCRIBED_SAMPLE_RATE, describedPcm, type SoundWord } from "./describedSound.js";

/** Captures of numbers that are none, which the senses must drop. */
export class Poison {
  private frameUntil = Number.NEGATIVE_INFINITY;
  private audioUntil = Number.NEGATIVE_INFINITY;
  private now = 0;
  private restore: (() => void) | null = null;

  constructor(private readonly scene: Scene) {}

  /** What the camera sees is nowhere until then, seconds. */
  frame(until: number): void {
    this.frameUntil = until;
    const camera = this.scene.activeCamera;
    if (!camera || this.restore) return;
    const { x } = camera.position;
    camera.position.x = Number.NaN;
    this.restore = () => {
      camera.position.x = x;
    };
  }

  /** Samples of described sounds are NaN until then, seconds. */
  audio(until: number): void {
    this.audioUntil = until;
  }

  update(now: number): void {
    this.now = now;
    if (now < this.frameUntil) return;
    this.restore?.();
    this.restore = null;
  }

  /** A described sound that the poison can reach. */
  sound(word: SoundWord, instance: number, seed: number): Pick<DescribedSound, "pcm" | "sampleRate"> {
    const pcm = describedPcm(word, seed + instance);
    return {
      sampleRate: DESCRIBED_SAMPLE_RATE,
      pcm: (offset) =>
        this.now < this.audioUntil ? new Float32Array(PCM_LENGTH).fill(Number.NaN) : pcm(offset),
    };
  }
}
