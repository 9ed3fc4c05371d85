import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import type { AudioEngineV2 } from "@babylonjs/core/AudioV2/abstractAudio/audioEngineV2.js";
import type { StaticSound } from "@babylonjs/core/AudioV2/abstractAudio/staticSound.js";
import { CreateAudioEngineAsync } from "@babylonjs/core/AudioV2/webAudio/webAudioEngine.js";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { synthesise } from "../../src/headless/describedSound.js";
import type { SoundPercept } from "../../src/model/percepts.js";
import { extractSoundFeatures } from "../../src/model/soundFeatures.js";
import { Hearing } from "../../src/senses/hearing/hearing.js";
import { EntityRegistry } from "../../src/world/entityRegistry.js";

const SPATIAL = { spatialEnabled: true } as const;
/** A sine of amplitude 0.5 with full scale at 94 dB. */
const TONE_DB = 94 + 20 * Math.log10(0.5 / Math.SQRT2);

let scene: Scene;
let entities: EntityRegistry;
let audio: AudioEngineV2;
let hearing: Hearing;
let warnings: string[];

async function start(options: { audioContext?: AudioContext } = {}): Promise<void> {
  audio = await CreateAudioEngineAsync({ disableDefaultUI: true, resumeOnPause: false, ...options });
  // A sound that is played before audio runs, and does not loop, is never played.
  if (!options.audioContext) await audio.unlockAsync();
  hearing = new Hearing(scene, entities, {}, (text) => warnings.push(text));
}

const clock = () => performance.now() / 1000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs hearing as frames do until `done`; fails after five seconds. */
async function until(done: (percepts: SoundPercept[]) => boolean): Promise<SoundPercept[]> {
  for (const end = clock() + 5; clock() < end; await wait(16)) {
    hearing.update(clock());
    const percepts = hearing.percepts(clock());
    if (done(percepts)) return percepts;
  }
  throw new Error("what was waited for did not happen within five seconds");
}

/** What one sound is like once it has filled a whole capture. */
async function settled(): Promise<SoundPercept & { pcm: Float32Array }> {
  const [percept] = await until(([first]) => !!first?.pcm && first.startedSecondsAgo > 0.4);
  return percept as SoundPercept & { pcm: Float32Array };
}

function buffer(fill: (samples: Float32Array, rate: number) => void, seconds = 1): AudioBuffer {
  const made = new AudioBuffer({ length: 44100 * seconds, sampleRate: 44100, numberOfChannels: 1 });
  fill(made.getChannelData(0), 44100);
  return made;
}

const tone = (hertz = 1000) =>
  buffer((samples, rate) => {
    for (let i = 0; i < samples.length; i++) samples[i] = 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate);
  });

beforeEach(() => {
  scene = new Scene(new NullEngine());
  entities = new EntityRegistry();
  warnings = [];
});

afterEach(() => {
  hearing.dispose();
  audio.dispose();
  scene.dispose();
  scene.getEngine().dispose();
});

describe("a played tone", () => {
  it.each([1, 80])("comes in dry: the same with the player %i m away", async (distance) => {
    await start();
    const sound = await audio.createSoundAsync("tone", tone(), { loop: true, ...SPATIAL });
    sound.spatial.position = new Vector3(0, 0, distance);
    audio.listener.position = Vector3.Zero();
    sound.play();
    const percept = await settled();
    expect(percept.levelDb).toBeCloseTo(TONE_DB, 0);
    expect(percept.position).toEqual([0, 0, distance]);
    const [, , centroid] = extractSoundFeatures(percept.pcm, percept.sampleRate).features;
    // In octaves from 1 kHz by four.
    expect(centroid).toBeGreaterThan(-0.05);
    expect(centroid).toBeLessThan(0.1);
  });

  it("is as much softer as its own volume says, spatial or not", async () => {
    await start();
    const options = { loop: true, volume: 0.1 };
    const plain = await audio.createSoundAsync("plain", tone(), options);
    plain.play();
    expect((await settled()).levelDb).toBeCloseTo(TONE_DB - 20, 0);
    plain.dispose();
    (await audio.createSoundAsync("spatial", tone(), { ...options, ...SPATIAL })).play();
    expect((await settled()).levelDb).toBeCloseTo(TONE_DB - 20, 0);
  });

  it("stays in while its graph is rebuilt: made spatial, its panning switched off", async () => {
    await start();
    const sound = await audio.createSoundAsync("tone", tone(), { loop: true });
    sound.play();
    expect((await settled()).position).toBeNull();
    sound.spatial.position = new Vector3(3, 0, 0);
    await wait(300);
    for (let capture = 0; capture < 3; capture++) {
      const { levelDb, position } = await settled();
      expect([Math.round(levelDb), position]).toEqual([Math.round(TONE_DB), [3, 0, 0]]);
    }
    sound.spatial.panningEnabled = false;
    // The cut itself falls into one capture, and its edge into the next.
    await settled();
    await settled();
    expect((await settled()).levelDb).toBeCloseTo(TONE_DB, 0);
  });

  it("is no sound until played, is told with its length when over, and is none after its disposal", async () => {
    await start();
    const sound = await audio.createSoundAsync("tone", tone());
    hearing.update(clock());
    expect(hearing.percepts(clock())).toEqual([]);
    sound.play();
    const [percept] = await until((percepts) => percepts.length === 1);
    expect(percept).toMatchObject({ durationSeconds: 1, entity: null, position: null });
    const [over] = await until(
      ([first]) =>
        !!first && first.durationSeconds !== null && first.startedSecondsAgo > first.durationSeconds + 0.2,
    );
    expect(over?.durationSeconds).toBeLessThan(2);
    sound.dispose();
    expect(hearing.percepts(clock())).toEqual([]);
  });

  it("that starts again is young again", async () => {
    await start();
    const sound = await audio.createSoundAsync("tone", tone(), { loop: true, maxInstances: 1 });
    sound.play();
    await settled();
    sound.play();
    const [percept] = await until(([first]) => !!first && first.startedSecondsAgo < 0.3);
    expect(percept?.id).toMatch(/^sound-/);
  });
});

describe("other sounds", () => {
  it("silence is 0 dB with samples of 0, not a missing sound", async () => {
    await start();
    (
      await audio.createSoundAsync(
        "silence",
        buffer(() => {}),
        { loop: true },
      )
    ).play();
    const percept = await settled();
    expect(percept.levelDb).toBe(0);
    expect(percept.pcm.every((sample) => sample === 0)).toBe(true);
  });

  it("a described crash keeps its features through Web Audio", async () => {
    await start();
    const crash = buffer((samples) => samples.set(synthesise("crash", 1, 0, samples.length)));
    (await audio.createSoundAsync("crash", crash)).play();
    const [percept] = await until(([first]) => !!first?.pcm);
    const [, , centroid, flatness] = extractSoundFeatures(percept!.pcm!, percept!.sampleRate).features;
    expect(centroid).toBeGreaterThan(0.5);
    expect(flatness).toBeGreaterThan(0.6);
  });

  // A starved machine may capture later than the analyser remembers.
  it("a click between two captures is not missed", { retry: 2 }, async () => {
    await start();
    const click = buffer((samples) => samples.fill(0.5, 0, 441), 1);
    const sound = await audio.createSoundAsync("click", click, { duration: 0.02 });
    sound.play();
    const [percept] = await until(([first]) => !!first?.pcm && first.levelDb > 0);
    expect(Math.max(...percept!.pcm!)).toBeCloseTo(0.5, 1);
  });

  it("samples that are no numbers are dropped with one warning", async () => {
    await start();
    const node = new ConstantSourceNode((audio as unknown as { _audioContext: AudioContext })._audioContext);
    node.offset.value = 3e38;
    const source = await audio.createSoundSourceAsync("broken", node, { outBusAutoDefault: false });
    // Twice the greatest float is infinite.
    const gain = new GainNode(node.context, { gain: 4 });
    node.connect(gain);
    node.start();
    const broken = await audio.createSoundSourceAsync("overflow", gain, { outBusAutoDefault: false });
    await until(() => warnings.length > 0);
    for (let i = 0; i < 20; i++) {
      await wait(16);
      hearing.update(clock());
      for (const { pcm, levelDb } of hearing.percepts(clock())) {
        expect(Number.isFinite(levelDb)).toBe(true);
        expect(pcm?.every(Number.isFinite) ?? true).toBe(true);
      }
    }
    expect(warnings.filter((text) => text.includes('"overflow"'))).toHaveLength(1);
    for (const each of [source, broken]) each.dispose();
  });
});

describe("whose sound it is", () => {
  const box = (name: string, x: number) => {
    const mesh = CreateBox(name, {}, scene);
    mesh.position.x = x;
    mesh.computeWorldMatrix(true);
    return mesh;
  };
  const play = async (attach?: (sound: StaticSound) => void) => {
    const sound = await audio.createSoundAsync("tone", tone(), { loop: true, ...(attach ? SPATIAL : {}) });
    attach?.(sound);
    sound.play();
    return sound;
  };

  it("that of the mesh it is attached to, or of that mesh's parent, and it moves along", async () => {
    await start();
    const radio = box("radio", 2);
    const knob = box("knob", 1);
    knob.parent = radio;
    entities.add(radio, { kind: "exhibit" });
    await play((sound) => sound.spatial.attach(knob));
    radio.position.x = 5;
    radio.computeWorldMatrix(true);
    knob.computeWorldMatrix(true);
    expect(await settled()).toMatchObject({ entity: "radio", position: [6, 0, 0] });
  });

  it("that which it is bound to, whose place it takes if it has none", async () => {
    await start();
    const bell = entities.add(box("bell", 4));
    hearing.bind(await play(), bell);
    expect(await settled()).toMatchObject({ entity: "bell", position: [4, 0, 0] });
    bell.node.dispose();
    expect(hearing.percepts(clock())[0]).toMatchObject({ entity: null });
  });

  it("nobody's here, if it is attached to a mesh of another scene", async () => {
    await start();
    const other = new Scene(scene.getEngine());
    const mesh = CreateBox("far", {}, other);
    await play((sound) => sound.spatial.attach(mesh));
    await wait(300);
    hearing.update(clock());
    await wait(200);
    hearing.update(clock());
    expect(hearing.percepts(clock())).toEqual([]);
    other.dispose();
  });
});

describe("before the player's first click", () => {
  it("is deaf, says so once, and hears afterwards by itself", async () => {
    const audioContext = new AudioContext();
    await audioContext.suspend();
    await start({ audioContext });
    let unlocks = 0;
    hearing.onUnlockedObservable.add(() => void unlocks++);
    (await audio.createSoundAsync("tone", tone(), { loop: true })).play();
    for (let second = 0; second < 10; second++) hearing.update(clock() + second);
    expect([hearing.unlocked, hearing.percepts(clock()), unlocks]).toEqual([false, [], 0]);
    expect(warnings).toEqual([expect.stringMatching(/deaf.*unlockAsync/)]);
    hearing.emit({ levelDb: 60 }, clock());
    expect(hearing.percepts(clock())).toHaveLength(1);
    hearing.dispose();
    hearing = new Hearing(scene, entities, {}, (text) => warnings.push(text));
    hearing.onUnlockedObservable.add(() => void unlocks++);
    await audio.unlockAsync();
    expect((await settled()).levelDb).toBeCloseTo(TONE_DB, 0);
    expect([hearing.unlocked, unlocks, warnings.length]).toEqual([true, 1, 1]);
  });
});

describe("what hearing leaves behind", () => {
  /** Connections into analysers that are open, counted at the real nodes. */
  function countTaps(): { open: () => number; stop: () => void } {
    const { connect, disconnect } = AudioNode.prototype;
    const taps = new Map<AudioNode, Set<AudioNode>>();
    AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
      if (args[0] instanceof AnalyserNode) taps.set(this, (taps.get(this) ?? new Set()).add(args[0]));
      return Reflect.apply(connect, this, args);
    } as typeof connect;
    AudioNode.prototype.disconnect = function (this: AudioNode, ...args: unknown[]) {
      Reflect.apply(disconnect, this, args);
      if (args.length === 0) taps.delete(this);
      else taps.get(this)?.delete(args[0] as AudioNode);
    } as typeof disconnect;
    const stop = () => Object.assign(AudioNode.prototype, { connect, disconnect });
    return { open: () => [...taps.values()].reduce((sum, set) => sum + set.size, 0), stop };
  }

  it("no tap after dispose, none of a disposed sound, no observer", async () => {
    const taps = countTaps();
    try {
      await start();
      const make = (name: string, spatial: object) =>
        audio.createSoundAsync(name, tone(), { loop: true, ...spatial });
      const sounds: AbstractSoundSource[] = [await make("a", {}), await make("b", SPATIAL)];
      for (const sound of sounds) (sound as StaticSound).play();
      await until((percepts) => percepts.length === 2);
      expect(taps.open()).toBe(2);
      sounds[0]!.dispose();
      expect(taps.open()).toBe(1);
      hearing.dispose();
      hearing.dispose();
      expect(taps.open()).toBe(0);
      hearing.update(clock());
      (await make("c", {})).play();
      await wait(50);
      expect([taps.open(), hearing.percepts(clock())]).toEqual([0, []]);
    } finally {
      taps.stop();
    }
  });

  it("the same samples for the player, with and without it", async () => {
    const render = async (listen: boolean) => {
      const offline = new OfflineAudioContext(2, 22050, 44100);
      await start({ audioContext: offline as unknown as AudioContext });
      const sound = await audio.createSoundAsync("tone", tone(), SPATIAL);
      sound.spatial.position = new Vector3(2, 0, 5);
      sound.play();
      if (listen) {
        hearing.update(0);
        hearing.update(0.2);
      }
      const rendered = await offline.startRendering();
      hearing.dispose();
      audio.dispose();
      return [rendered.getChannelData(0), rendered.getChannelData(1)];
    };
    const plain = await render(false);
    expect(plain[0]!.some((sample) => Math.abs(sample) > 0.01)).toBe(true);
    expect(await render(true)).toEqual(plain);
  });
});
