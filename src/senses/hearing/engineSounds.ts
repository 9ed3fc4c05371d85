import type { AbstractNamedAudioNode } from "@babylonjs/core/AudioV2/abstractAudio/abstractAudioNode.js";
import { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import {
  AudioEngineV2,
  LastCreatedAudioEngine,
} from "@babylonjs/core/AudioV2/abstractAudio/audioEngineV2.js";
import { EngineSound } from "./engineSound.js";

interface Attachment {
  readonly engine: AudioEngineV2;
  readonly added: { remove(defer?: boolean): void };
  readonly removed: { remove(defer?: boolean): void };
}

/** All sounds of the audio engines that are listened to, each with its tap. */
export class EngineSounds {
  private readonly attachments: Attachment[] = [];
  private readonly bySource = new Map<AbstractSoundSource, EngineSound>();
  private nextId = 1;

  /** Those of engines that run now. */
  get running(): EngineSound[] {
    return [...this.bySource.values()].filter(({ source }) => source.engine.state === "running");
  }

  get engines(): readonly AudioEngineV2[] {
    return this.attachments.map(({ engine }) => engine);
  }

  /** Attaches to the newest engine of the page if there is none yet, and lets go of disposed ones. */
  discover(): void {
    for (const engine of this.engines) if (!AudioEngineV2.Instances.includes(engine)) this.detach(engine);
    if (this.attachments.length > 0) return;
    const engine = LastCreatedAudioEngine();
    if (engine) this.attach(engine);
  }

  attach(engine: AudioEngineV2): void {
    if (this.attachments.some((attachment) => attachment.engine === engine)) return;
    const added = engine.onNodeAddedObservable.add((node) => this.add(node));
    const removed = engine.onNodeRemovedObservable.add((node) => this.remove(node));
    this.attachments.push({ engine, added, removed });
    for (const node of engine.nodes) this.add(node);
  }

  dispose(): void {
    for (const engine of this.engines) this.detach(engine);
  }

  private detach(engine: AudioEngineV2): void {
    const at = this.attachments.findIndex((attachment) => attachment.engine === engine);
    for (const { added, removed } of this.attachments.splice(at, 1)) {
      added.remove(true);
      removed.remove(true);
    }
    for (const source of [...this.bySource.keys()]) if (source.engine === engine) this.remove(source);
  }

  private add(node: AbstractNamedAudioNode): void {
    if (!(node instanceof AbstractSoundSource) || this.bySource.has(node)) return;
    this.bySource.set(node, new EngineSound(`sound-${this.nextId++}`, node));
  }

  private remove(node: AbstractNamedAudioNode): void {
    const sound = this.bySource.get(node as AbstractSoundSource);
    if (!sound) return;
    sound.dispose();
    this.bySource.delete(sound.source);
  }
}
