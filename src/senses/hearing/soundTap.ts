import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import { PCM_LENGTH } from "../../model/percepts.js";
import { type Capture, summarise } from "./capture.js";

/** Samples kept: 8192 at 48 kHz are 170 ms, more than the time between two captures at 8 Hz. */
const WINDOW = 8192;

/** The Web Audio ends of a Babylon sound; absent on an engine that is not made of Web Audio. */
interface WebAudioEnds {
  readonly _inNode?: AudioNode | null;
  readonly _outNode?: AudioNode | null;
}

/**
 * Listens in on a Babylon sound where it enters its own graph: dry, before panner and distance, all its
 * instances together. Only adds a dead-end analyser, so what the player hears stays the same.
 */
export class SoundTap {
  private analyser: AnalyserNode | null = null;
  private tapped: AudioNode | null = null;
  private readonly samples = new Float32Array(WINDOW);

  constructor(private readonly sound: AbstractSoundSource) {}

  get sampleRate(): number {
    return this.analyser?.context.sampleRate ?? 44100;
  }

  /**
   * Ties the tap to where the sound enters now. Babylon rebuilds a sound's graph when it becomes spatial
   * or changes its panning, and cuts every connection of that node; so this is called at each look.
   * Connecting again what is connected changes nothing (Web Audio keeps one connection for a pair).
   * @returns false if there is nothing to tap
   */
  connect(): boolean {
    const node = (this.sound as WebAudioEnds)._inNode ?? null;
    if (node !== this.tapped) this.disconnect();
    if (!node || typeof node.connect !== "function") return false;
    this.analyser ??= new AnalyserNode(node.context, { fftSize: WINDOW });
    node.connect(this.analyser);
    this.tapped = node;
    return true;
  }

  /**
   * The samples of the last `seconds`; null if one of them is not finite. The RMS includes the sound's
   * own volume; the samples are as they were recorded.
   */
  capture(seconds: number): Capture | null {
    if (!this.analyser) return null;
    this.analyser.getFloatTimeDomainData(this.samples);
    const blocks = Math.max(1, Math.ceil((seconds * this.sampleRate) / PCM_LENGTH));
    const capture = summarise(this.samples.subarray(Math.max(0, WINDOW - blocks * PCM_LENGTH)));
    return capture && { rms: capture.rms * this.volumeAfterTap(), pcm: capture.pcm };
  }

  disconnect(): void {
    if (this.tapped && this.analyser) disconnectQuietly(this.tapped, this.analyser);
    this.tapped = null;
  }

  dispose(): void {
    this.disconnect();
    this.analyser = null;
  }

  /** A sound without panner enters at its volume node: the tap then has the volume already. */
  private volumeAfterTap(): number {
    const ends = this.sound as WebAudioEnds;
    return ends._inNode === ends._outNode ? 1 : this.sound.volume;
  }
}

/** Throws InvalidAccessError where Babylon has cut the connection before us. */
function disconnectQuietly(from: AudioNode, to: AudioNode): void {
  try {
    from.disconnect(to);
  } catch {
    // It is not connected: that is what was wanted.
  }
}
