import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { ModelOutputs } from "../../src/model/decode.js";
import { FocusDecider } from "../../src/model/focusDecider.js";
import type { Observation } from "../../src/model/observation.js";
import { WordTable } from "../../src/model/text/wordTable.js";
import { entity, moment, npc } from "./percepts.js";

const table = WordTable.parse(readFileSync("assets/models/words.bin"));
const entities = [entity("vase"), entity("door")];
const crash = {
  id: "s1",
  entity: "door",
  position: null,
  levelDb: 90,
  startedSecondsAgo: 0,
  durationSeconds: 1,
  pcm: null,
  sampleRate: 48_000,
};
const line = { id: 1, speaker: "player", text: "the vase?", secondsAgo: 0 };

/** A network of which is known what each sense does: 0.1 the vase by itself, 0.5 more by words, 0.2 by sounds. */
let runs: Observation[];
async function run(observation: Observation): Promise<ModelOutputs> {
  runs.push(observation);
  const vase = 0.1 + (observation.words.length > 0 ? 0.5 : 0) + (observation.sounds.length > 0 ? 0.2 : 0);
  const rows = observation.npcs.flatMap(() => [1 - vase, vase, 0]);
  const tokens = observation.feeds.present!.dims[0]!;
  return {
    focus: Float32Array.from(rows),
    referents: new Float32Array(observation.npcs.length * 2),
    attention: new Float32Array(observation.npcs.length * tokens),
  };
}

let decider: FocusDecider;
beforeEach(() => {
  runs = [];
  decider = new FocusDecider(table, run);
});

describe("a focus", () => {
  it("takes one run for all NPCs of a kind, whoever leads, and does not wait for its reason", async () => {
    const base = { entities, sounds: [crash], messages: [line] };
    const npcs = ["Ada", "Ben", "Cid"].map((id) => npc(id, base));
    for (let i = 0; i < 3; i++) {
      const focuses = await decider.decide(moment({ ...base, npcs }));
      expect(focuses.map(({ shares }) => shares)).toEqual([null, null, null]);
    }
    expect(runs).toHaveLength(3);
  });
});

describe("an explanation", () => {
  it("shares the fall of the target's probability out among the senses", async () => {
    const base = { entities, sounds: [crash], messages: [line] };
    await decider.decide(moment({ ...base, npcs: [npc("Ada", base)] }));
    const [explanation] = await decider.explain([{ npc: "Ada", target: "vase" }]);
    expect(explanation).toMatchObject({ npc: "Ada", target: "vase" });
    // Of a fall below 0.02 nothing is told, so that much is taken off each.
    expect(explanation!.shares.chat).toBeCloseTo(0.48 / 0.66, 5);
    expect(explanation!.shares.hearing).toBeCloseTo(0.18 / 0.66, 5);
    expect(explanation!.shares.sight).toBe(0);
  });

  it("takes a run for each sense that delivers something, for all that ask together", async () => {
    const base = { entities, sounds: [crash], messages: [line] };
    const npcs = ["Ada", "Ben", "Cid"].map((id) => npc(id, base));
    await decider.decide(moment({ ...base, npcs }));
    runs = [];
    await decider.explain([
      { npc: "Ada", target: "vase" },
      { npc: "Cid", target: "vase" },
    ]);
    expect(runs.map(({ npcs }) => npcs)).toEqual([
      ["Ada", "Cid"],
      ["Ada", "Cid"],
      ["Ada", "Cid"],
    ]);
  });

  it("takes one run where nothing is heard and nothing read", async () => {
    const base = { entities, sounds: [crash], messages: [line] };
    await decider.decide(moment({ ...base, npcs: [npc("Ada", base, { hears: [0], reads: [0] })] }));
    runs = [];
    await decider.explain([{ npc: "Ada", target: "vase" }]);
    expect(runs).toHaveLength(1);
  });

  it("knows nothing of who was not in the moment, nor before the first", async () => {
    expect(await decider.explain([{ npc: "Ada", target: "vase" }])).toEqual([]);
    const base = { entities, sounds: [], messages: [] };
    await decider.decide(moment({ ...base, npcs: [npc("Ada", base)] }));
    expect(await decider.explain([{ npc: "Ben", target: "vase" }])).toEqual([]);
  });

  it("lets other work go between its runs", async () => {
    const base = { entities, sounds: [crash], messages: [line] };
    await decider.decide(moment({ ...base, npcs: [npc("Ada", base)] }));
    const turns: number[] = [];
    await decider.explain([{ npc: "Ada", target: "vase" }], (job) => {
      turns.push(runs.length);
      return job();
    });
    expect(turns).toEqual([1, 2, 3]);
  });
});
