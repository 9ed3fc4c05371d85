import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import { PCM_LENGTH } from "../../model/percepts.js";
import { type Capture, summarise } from "./capture.js";

/** Samples kept: 8192 at 48 kHz are 170 ms, more than the time between two captures at 8 Hz. */
const WINDOW = 8192;

/** The audio thread takes a connection up after some of its blocks. */
const CONNECT_SECONDS = 0.02;

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
  private movedAt = Number.NEGATIVE_INFINITY;
  private samples: Float32Array<ArrayBuffer> | null = null;

  constructor(private readonly sound: AbstractSoundSource) {}

  get sampleRate(): number {
    return this.analyser?.context.sampleRate ?? 44100;
  }

  /** Moves the tap if the sound enters its graph elsewhere now. Once a frame: costs a comparison. */
  follow(): void {
    const node = (this.sound as WebAudioEnds)._inNode ?? null;
    if (node === this.tapped) return;
    // A first tap misses nothing; a moved one must not tell what came before.
    this.movedAt = this.tapped ? this.sound.engine.currentTime : Number.NEGATIVE_INFINITY;
    this.disconnect();
    if (!node || typeof node.connect !== "function") return;
    // A new one: the old node has begun to carry what the player hears.
    this.analyser = new AnalyserNode(node.context, { fftSize: WINDOW });
    node.connect(this.analyser);
    this.tapped = node;
  }

  /**
   * The samples since `since` on the audio engine's clock, at most WINDOW; null if one of them is not
   * finite, undefined if there are too few yet. The RMS includes the sound's own volume; the samples are
   * as they were recorded.
   */
  capture(since: number): Capture | null | undefined {
    this.follow();
    if (!this.analyser || !this.tapped) return undefined;
    // Babylon cuts all connections of the node when its panning changes. Connecting again what is
    // connected changes nothing (Web Audio keeps one connection for a pair).
    this.tapped.connect(this.analyser);
    // Nothing of what an analyser holds from before it was connected.
    const sinceMove = this.sound.engine.currentTime - this.movedAt - CONNECT_SECONDS;
    const inBlocks = (seconds: number) => (seconds * this.sampleRate) / PCM_LENGTH;
    const wanted = inBlocks(this.sound.engine.currentTime - since);
    const blocks = Math.min(WINDOW / PCM_LENGTH, Math.ceil(wanted), Math.floor(inBlocks(sinceMove)));
    if (!(wanted >= 1 && blocks >= 1)) return undefined;
    this.samples ??= new Float32Array(WINDOW);
    this.analyser.getFloatTimeDomainData(this.samples);
    const capture = summarise(this.samples.subarray(WINDOW - blocks * PCM_LENGTH));
    return capture && { rms: capture.rms * this.volumeAfterTap(), pcm: capture.pcm };
  }

  dispose(): void {
    this.disconnect();
  }

  private disconnect(): void {
    if (this.tapped && this.analyser) disconnectQuietly(this.tapped, this.analyser);
    this.tapped = null;
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
