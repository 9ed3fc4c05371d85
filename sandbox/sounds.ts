import type { AudioEngineV2 } from "@babylonjs/core/AudioV2/abstractAudio/audioEngineV2.js";
import type { StaticSound } from "@babylonjs/core/AudioV2/abstractAudio/staticSound.js";
import { CreateAudioEngineAsync } from "@babylonjs/core/AudioV2/webAudio/webAudioEngine.js";
import "@babylonjs/core/AudioV2/abstractAudio/subProperties/abstractSpatialAudioListener.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { DESCRIBED_SAMPLE_RATE } from "../src/headless/describedSound.js";
import { footfall, tickTock } from "./art/sounds/shortSounds.js";
import type { Museum } from "./museum.js";
import type { Player } from "./player/player.js";
import { synthesiseAll } from "./synthesis.js";

const RATE = DESCRIBED_SAMPLE_RATE;

/** All that sounds in the museum, each at its place. Silent until the visitor's first click unlocks it. */
export class MuseumSounds {
  private readonly crashes = new Map<TransformNode, StaticSound>();
  private readonly steps = new Map<TransformNode, StaticSound>();
  private bell: StaticSound | null = null;
  /** Every sound is there. The museum opens before: making them takes seconds. */
  readonly complete: Promise<void>;

  private constructor(
    readonly engine: AudioEngineV2,
    museum: Museum,
    walkers: readonly TransformNode[],
  ) {
    this.complete = this.record(museum, walkers).catch((error: unknown) => {
      console.warn("Some sounds of the museum are missing:", error);
    });
  }

  /** Null where the browser has no Web Audio. */
  static async create(
    museum: Museum,
    player: Player,
    walkers: readonly TransformNode[],
  ): Promise<MuseumSounds | null> {
    try {
      const engine = await CreateAudioEngineAsync({ disableDefaultUI: true, volume: 0.8 });
      engine.listener.attach(player.camera);
      return new MuseumSounds(engine, museum, [player.node, ...walkers]);
    } catch (error) {
      console.warn("The museum stays silent:", error);
      return null;
    }
  }

  private async record(museum: Museum, walkers: readonly TransformNode[]): Promise<void> {
    const { engine } = this;
    const at = (id: string) => museum.exhibits.find((exhibit) => exhibit.entry.id === id)?.node ?? null;
    for (const [i, node] of walkers.entries())
      this.steps.set(node, await spatial(engine, `steps ${node.name}`, footfall(RATE, i), node, 0.22));
    const clock = await spatial(engine, "clock", tickTock(RATE), at("longcase-clock"), 0.4, true);
    void engine.unlockAsync().then(() => clock.play());
    const [crash, bell, music] = await synthesiseAll([
      { word: "crash", seed: 5, seconds: 2.4 },
      { word: "bell", seed: 3, seconds: 2 },
      { word: "music", seed: 12, seconds: 12 },
    ]);
    if (!crash || !bell || !music) return;
    this.bell = await spatial(engine, "bell", bell, at("bell"), 0.5);
    for (const { node } of museum.stanchions)
      this.crashes.set(node, await spatial(engine, `crash ${node.name}`, crash, node, 1));
    const waltz = await spatial(engine, "waltz", music, at("gramophone"), 0.5, true);
    void engine.unlockAsync().then(() => waltz.play());
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

  /** False if it can't be heard: muted, locked, or not made yet. */
  crash(node: TransformNode): boolean {
    const sound = this.crashes.get(node);
    play(sound);
    return sound !== undefined && !this.muted && this.engine.state === "running";
  }

  footstep(node: TransformNode): void {
    play(this.steps.get(node));
  }

  ring(): void {
    play(this.bell ?? undefined);
  }
}

/** From where its node is now. */
function play(sound: StaticSound | undefined): void {
  sound?.spatial.update();
  sound?.play();
}

async function spatial(
  engine: AudioEngineV2,
  name: string,
  samples: Float32Array,
  node: TransformNode | null,
  volume: number,
  loop = false,
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
    // Short sounds are placed when they are played.
    spatialAutoUpdate: loop,
    maxInstances: 2,
  });
  if (node) sound.spatial.attach(node);
  return sound;
}
