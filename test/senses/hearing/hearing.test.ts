import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DESCRIBED_SAMPLE_RATE, describedPcm } from "../../../src/headless/describedSound.js";
import { PCM_LENGTH } from "../../../src/model/percepts.js";
import { Hearing } from "../../../src/senses/hearing/hearing.js";
import type { HearingOptions } from "../../../src/senses/hearing/hearingOptions.js";
import { EntityRegistry } from "../../../src/world/entityRegistry.js";
import type { Triple } from "../../../src/world/vector.js";

let engine: NullEngine;
let scene: Scene;
let entities: EntityRegistry;
let warnings: string[];
let hearing: Hearing;

function listen(options?: HearingOptions): Hearing {
  hearing?.dispose();
  hearing = new Hearing(scene, entities, options, (text) => warnings.push(text));
  return hearing;
}

function ears(position: Triple, entity: string | null = null) {
  return { eyes: { position, forward: [0, 0, 1] as Triple }, entity };
}

function wall(z: number, name = "wall") {
  const mesh = CreateBox(name, { width: 10, height: 4, depth: 0.2 }, scene);
  mesh.position.set(0, 1, z);
  mesh.computeWorldMatrix(true);
  return mesh;
}

beforeEach(() => {
  engine = new NullEngine();
  scene = new Scene(engine);
  entities = new EntityRegistry();
  warnings = [];
  listen();
});

afterEach(() => {
  hearing.dispose();
  scene.dispose();
  engine.dispose();
});

describe("a described sound", () => {
  it("is perceived with its level, place, age and length", () => {
    const id = hearing.emit({ position: [1, 2, 3], levelDb: 85, durationSeconds: 0.5 }, 10);
    expect(hearing.percepts(10.25)).toEqual([
      {
        id,
        entity: null,
        position: [1, 2, 3],
        levelDb: 85,
        startedSecondsAgo: 0.25,
        durationSeconds: 0.5,
        pcm: null,
        sampleRate: 44100,
      },
    ]);
  });

  it("belongs to its entity and moves with it", () => {
    const node = new TransformNode("door", scene);
    const door = entities.add(node, { kind: "door" });
    hearing.emit({ entity: door, levelDb: 70, durationSeconds: null }, 0);
    node.position.x = 4;
    node.computeWorldMatrix(true);
    expect(hearing.percepts(0)[0]).toMatchObject({ entity: "door", position: [4, 0, 0] });
    node.dispose();
    expect(hearing.percepts(0)).toEqual([]);
  });

  it("is told with its length until 8 s after its end: what it was can be asked", () => {
    hearing.emit({ levelDb: 70, durationSeconds: 2 }, 0);
    hearing.emit({ levelDb: 70, durationSeconds: 0.01 }, 0);
    hearing.emit({ levelDb: 70 }, 0);
    const count = (now: number) => {
      hearing.update(now);
      return hearing.percepts(now).length;
    };
    expect([0.2, 8.005, 8.5, 9.5, 10.1].map(count)).toEqual([3, 3, 2, 1, 0]);
  });

  it("without an end sounds until it is stopped", () => {
    const id = hearing.emit({ levelDb: 70, durationSeconds: null }, 0);
    hearing.update(3600);
    expect(hearing.percepts(3600)).toHaveLength(1);
    hearing.stop(id);
    expect(hearing.percepts(3600)).toEqual([]);
  });

  it("gives 1024 fresh samples at 8 Hz, each capture once", () => {
    hearing.emit(
      { levelDb: 60, durationSeconds: 5, pcm: describedPcm("speech", 1), sampleRate: DESCRIBED_SAMPLE_RATE },
      0,
    );
    let captures = 0;
    for (let frame = 0; frame <= 120; frame++) {
      hearing.update(frame / 60);
      const { pcm } = hearing.percepts(frame / 60)[0]!;
      if (!pcm) continue;
      expect(pcm).toHaveLength(PCM_LENGTH);
      captures++;
    }
    // Two seconds at 8 Hz, and the first at once.
    expect(captures).toBe(17);
  });

  it("drops samples that are no numbers: no capture, one warning, the level stays", () => {
    let broken = true;
    hearing.emit(
      { levelDb: 60, durationSeconds: 5, pcm: () => new Float32Array(1024).fill(broken ? Number.NaN : 0.1) },
      0,
    );
    for (const now of [0, 0.2, 0.4]) {
      hearing.update(now);
      expect(hearing.percepts(now)[0]).toMatchObject({ pcm: null, levelDb: 60 });
    }
    expect(warnings).toHaveLength(1);
    broken = false;
    hearing.update(0.6);
    expect(hearing.percepts(0.6)[0]?.pcm?.[0]).toBeCloseTo(0.1, 6);
  });

  it("is refused by name if it makes no sense, and heard from nowhere if its place does not", () => {
    expect(() => hearing.emit({ levelDb: Number.NaN }, 0)).toThrow(/"levelDb"/);
    expect(() => hearing.emit({ levelDb: 60, durationSeconds: -1 }, 0)).toThrow(/"durationSeconds"/);
    expect(() => hearing.emit({ levelDb: 60, sampleRate: 0 }, 0)).toThrow(/"sampleRate"/);
    hearing.emit({ levelDb: 60, position: [0, Number.NaN, 0] }, 0);
    hearing.emit({ levelDb: 60, position: [0, Number.NaN, 0] }, 0);
    expect(hearing.percepts(0).map(({ position }) => position)).toEqual([null, null]);
    expect(warnings).toHaveLength(1);
  });
});

describe("ears", () => {
  const heard = (npc: ReturnType<typeof ears>) => {
    hearing.update(0);
    return hearing.hears(npc, hearing.percepts(0)).map((level) => Math.round(level));
  };

  it("hear by distance, and a sound from nowhere as at 1 m", () => {
    hearing.emit({ position: [0, 1, 4], levelDb: 60 }, 0);
    hearing.emit({ levelDb: 50 }, 0);
    hearing.emit({ position: [0, 1, 200], levelDb: 40 }, 0);
    expect(heard(ears([0, 1, 0]))).toEqual([48, 50, 0]);
  });

  it("do not hear their own body", () => {
    const ada = entities.add(new TransformNode("ada", scene), { kind: "npc" });
    hearing.emit({ entity: ada, levelDb: 60 }, 0);
    expect(heard(ears([0, 1.6, 0], "ada"))).toEqual([0]);
    expect(heard(ears([0, 0.9, 1], "bo"))).toEqual([60]);
  });

  it("that are nowhere hear nothing", () => {
    hearing.emit({ position: [0, 1, 1], levelDb: 60 }, 0);
    expect(heard(ears([Number.NaN, 0, 0]))).toEqual([0]);
  });

  it("hear 12 dB less behind a wall, 24 behind two or three", () => {
    hearing.emit({ position: [0, 1, 8], levelDb: 60 }, 0);
    const levels = [heard(ears([0, 1, 0]))];
    for (const z of [2, 4, 6]) {
      wall(z, `wall ${z}`);
      listen();
      hearing.emit({ position: [0, 1, 8], levelDb: 60 }, 0);
      levels.push(heard(ears([0, 1, 0])));
    }
    expect(levels).toEqual([[42], [30], [18], [18]]);
  });

  it("are not muffled by entities, by what is not pickable or not shown, nor by what is beside or behind", () => {
    entities.add(wall(2, "exhibit"), { kind: "exhibit" });
    wall(3).isPickable = false;
    wall(4).isVisible = false;
    wall(5).setEnabled(false);
    wall(-2);
    wall(9);
    hearing.emit({ position: [0, 1, 8], levelDb: 60 }, 0);
    expect(heard(ears([0, 1, 0]))).toEqual([42]);
  });

  it("hear through walls that scaling and turning put in the way", () => {
    const mesh = CreateBox("slab", { size: 1 }, scene);
    mesh.scaling.set(0.1, 4, 6);
    mesh.rotation.y = Math.PI / 2;
    mesh.position.set(0, 1, 4);
    mesh.computeWorldMatrix(true);
    hearing.emit({ position: [0, 1, 8], levelDb: 60 }, 0);
    expect(heard(ears([0, 1, 0]))).toEqual([30]);
  });

  it("notice within two seconds that a wall has gone", () => {
    const gone = wall(4);
    hearing.emit({ position: [0, 1, 8], levelDb: 60, durationSeconds: null }, 0);
    expect(heard(ears([0, 1, 0]))).toEqual([30]);
    gone.dispose();
    hearing.update(2.5);
    expect(Math.round(hearing.hears(ears([0, 1, 0]), hearing.percepts(2.5))[0]!)).toBe(42);
  });

  it("have their walls where the scene says so", () => {
    wall(4, "curtain");
    listen({ isOccluder: (mesh) => mesh.name !== "curtain" });
    hearing.emit({ position: [0, 1, 8], levelDb: 60 }, 0);
    expect(heard(ears([0, 1, 0]))).toEqual([42]);
    wall(5, "brick");
    listen({ occlusion: false });
    hearing.emit({ position: [0, 1, 8], levelDb: 60 }, 0);
    expect(heard(ears([0, 1, 0]))).toEqual([42]);
  });

  it("of 20 NPCs and 12 sounds cost no more rays than the budget, and each path gets its turn", () => {
    wall(4);
    for (let i = 0; i < 12; i++)
      hearing.emit({ position: [i / 2 - 3, 1, 8], levelDb: 60, durationSeconds: null }, 0);
    const npcs = Array.from({ length: 20 }, (_, i) => ears([i / 4 - 2.5, 1, 0]));
    const muffled = () => {
      let count = 0;
      for (const npc of npcs)
        for (const [i, level] of hearing.hears(npc, sounds).entries()) {
          const [x, , z] = sounds[i]!.position!;
          const free = 60 - 20 * Math.log10(Math.hypot(x - npc.eyes.position[0], z));
          if (level < free - 6) count++;
        }
      return count;
    };
    hearing.update(0);
    const sounds = hearing.percepts(0);
    const counts = [];
    for (let frame = 0; frame < 60; frame++) {
      hearing.update(frame / 60);
      counts.push(muffled());
    }
    // Half-metre cells: 8 rays answer for at most 3 neighbours each; after a second all 240 paths are known.
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[0]).toBeLessThanOrEqual(24);
    expect(counts.at(-1)).toBe(240);
  });
});

describe("without an audio engine", () => {
  it("is not unlocked, does not complain, and ends quietly, twice", async () => {
    for (let i = 0; i < 300; i++) hearing.update(i / 60);
    expect([hearing.unlocked, warnings, hearing.percepts(5)]).toEqual([false, [], []]);
    hearing.emit({ levelDb: 60 }, 5);
    hearing.dispose();
    hearing.dispose();
    hearing.update(6);
    expect(hearing.percepts(6)).toEqual([]);
    // Babylon takes an observer out on the next turn.
    await new Promise((resolve) => setTimeout(resolve));
    expect(entities.onRemovedObservable.hasObservers()).toBe(false);
  });

  it("refuses options that make no sense, by name", () => {
    for (const [option, value] of Object.entries({ rateHz: 0, referenceDb: Number.NaN, raysPerUpdate: 0 }))
      expect(() => new Hearing(scene, entities, { [option]: value })).toThrow(new RegExp(`"${option}"`));
  });
});
