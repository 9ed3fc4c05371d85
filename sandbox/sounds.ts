import type { AudioEngineV2 } from "@babylonjs/core/AudioV2/abstractAudio/audioEngineV2.js";
import type { StaticSound } from "@babylonjs/core/AudioV2/abstractAudio/staticSound.js";
import { CreateAudioEngineAsync } from "@babylonjs/core/AudioV2/webAudio/webAudioEngine.js";
import "@babylonjs/core/AudioV2/abstractAudio/subProperties/abstractSpatialAudioListener.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { DESCRIBED_SAMPLE_RATE, synthesise } from "../src/headless/describedSound.js";
import { footfall, tickTock } from "./art/sounds/shortSounds.js";
import type { Museum } from "./museum.js";
import type { Player } from "./player/player.js";

const RATE = DESCRIBED_SAMPLE_RATE;

/** All that sounds in the museum, each at its place. Silent until the visitor's first click unlocks it. */
export class MuseumSounds {
  private constructor(
    readonly engine: AudioEngineV2,
    private readonly crashes: ReadonlyMap<TransformNode, StaticSound>,
    private readonly steps: ReadonlyMap<TransformNode, StaticSound>,
    private readonly bell: StaticSound | null,
  ) {}

  /** Null where the browser has no Web Audio. */
  static async create(
    museum: Museum,
    player: Player,
    walkers: readonly TransformNode[],
  ): Promise<MuseumSounds | null> {
    try {
      const engine = await CreateAudioEngineAsync({ disableDefaultUI: true, volume: 0.8 });
      engine.listener.attach(player.camera);
      const at = (id: string) => museum.exhibits.find((exhibit) => exhibit.entry.id === id)?.node ?? null;
      const add = (
        name: string,
        samples: Float32Array,
        node: TransformNode | null,
        volume: number,
        loop = false,
      ) => spatial(engine, name, samples, node, volume, loop);
      const music = await add("waltz", await slowly("music", 12, 24), at("gramophone"), 0.5, true);
      const clock = await add("clock", tickTock(RATE), at("longcase-clock"), 0.4, true);
      const bell = await add("bell", await slowly("bell", 3, 2), at("bell"), 0.5);
      const crash = await slowly("crash", 5, 2.4);
      const crashes = new Map<TransformNode, StaticSound>();
      for (const { node } of museum.stanchions)
        crashes.set(node, await add(`crash ${node.name}`, crash, node, 1));
      const steps = new Map<TransformNode, StaticSound>();
      for (const [i, node] of [player.node, ...walkers].entries())
        steps.set(node, await add(`steps ${node.name}`, footfall(RATE, i), node, 0.22));
      void engine.unlockAsync().then(() => {
        music.play();
        clock.play();
      });
      return new MuseumSounds(engine, crashes, steps, bell);
    } catch (error) {
      console.warn("The museum stays silent:", error);
      return null;
    }
  }

  async unlock(): Promise<void> {
    await this.engine.unlockAsync();
  }

  get muted(): boolean {
    return this.engine.volume === 0;
  }

  set muted(muted: boolean) {
    this.engine.volume = muted ? 0 : 0.8;
  }

  crash(node: TransformNode): void {
    this.crashes.get(node)?.play();
  }

  footstep(node: TransformNode): void {
    this.steps.get(node)?.play();
  }

  ring(): void {
    this.bell?.play();
  }
}

async function spatial(
  engine: AudioEngineV2,
  name: string,
  samples: Float32Array,
  node: TransformNode | null,
  volume: number,
  loop: boolean,
): Promise<StaticSound> {
  const buffer = new AudioBuffer({ length: samples.length, numberOfChannels: 1, sampleRate: RATE });
  buffer.copyToChannel(new Float32Array(samples), 0);
  const sound = await engine.createSoundAsync(name, buffer, {
    loop,
    volume,
    spatialEnabled: true,
    spatialMinDistance: 1,
    spatialRolloffFactor: 1.1,
    spatialPanningModel: "equalpower",
    maxInstances: 2,
  });
  if (node) sound.spatial.attach(node);
  return sound;
}

/** Synthesised in stretches, so that the page keeps drawing meanwhile. */
async function slowly(
  word: "music" | "bell" | "crash",
  seed: number,
  seconds: number,
): Promise<Float32Array> {
  const samples = new Float32Array(Math.round(seconds * RATE));
  const stretch = RATE / 4;
  for (let from = 0; from < samples.length; from += stretch) {
    const length = Math.min(stretch, samples.length - from);
    samples.set(synthesise(word, seed, from / RATE, length), from);
    await new Promise((done) => setTimeout(done, 0));
  }
  return samples;
}
