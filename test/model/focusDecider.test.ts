import { beforeAll, describe, expect, it } from "vitest";
import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import { entity, moment, npc } from "./percepts.js";

const service = createNodeService();
beforeAll(async () => {
  await service.start({ backend: "wasm" });
  return () => service.dispose();
}, 60_000);

async function sharesOf(target: string, who = "Ada") {
  const [explanation] = await service.explain([{ npc: who, target }]);
  return explanation!.shares;
}

async function decide(percepts: Percepts): Promise<readonly Focus[]> {
  return (await service.decide(percepts)).focuses;
}

const green = entity("e1", {
  label: "celadon vase",
  position: [-1.5, 1.2, 3],
  appearance: { colour: [0.2, 0.62, 0.3], shape: "cylinder" },
});
const brass = entity("e2", {
  label: "astrolabe",
  position: [1.5, 1.2, 3],
  appearance: { colour: [0.72, 0.58, 0.25], shape: null },
});
const drum = entity("e3", { label: "war drum", position: [0, 0.6, 5] });
const entities = [green, brass, drum];
const ask = (text: string) => [{ id: 1, speaker: "player", text, secondsAgo: 0.4 }];

describe("the shipped model", () => {
  it("returns a distribution over entities and nothing", async () => {
    const base = { entities, sounds: [], messages: ask("what is that green vase?") };
    const [focus] = await decide(moment({ ...base, npcs: [npc("Ada", base)] }));
    const sum = focus.entities.reduce((total, [, p]) => total + p, focus.nothing);
    expect(sum).toBeCloseTo(1, 4);
    expect(focus.source).toBe("model");
  });

  it.each([
    ["what is that green vase?", "e1"],
    ["tell me about the astrolabe", "e2"],
    ["how old is the drum?", "e3"],
  ])("attends to what is asked: %s", async (text, wanted) => {
    const base = { entities, sounds: [], messages: ask(text) };
    const [focus] = await decide(moment({ ...base, npcs: [npc("Ada", base)] }));
    expect(focus.entities[0][0]).toBe(wanted);
    expect(focus.referents).toContain(wanted);
    expect((await sharesOf(wanted)).chat).toBeGreaterThan(0.3);
  });

  it("gives NPCs of one moment a focus each, in their order; who did not hear the line is not moved by it", async () => {
    const base = { entities, sounds: [], messages: ask("what is that green vase?") };
    const near = npc("near", base);
    const far = npc("far", base, { reads: [0] });
    const [first, second] = await decide(moment({ ...base, npcs: [near, far] }));
    const silent = { entities, sounds: [], messages: [] };
    const [alone] = await decide(moment({ ...silent, npcs: [npc("far", silent)] }));
    expect([first.npc, second.npc]).toEqual(["near", "far"]);
    expect(second.nothing).toBeCloseTo(alone.nothing, 4);
  });

  it("turns to a crash, and does not when deaf", async () => {
    const crash = {
      id: "s1",
      entity: "e3",
      position: drum.position,
      levelDb: 92,
      startedSecondsAgo: 0.2,
      durationSeconds: 0.6,
      pcm: null,
      sampleRate: 44100,
    };
    const base = { entities, sounds: [crash], messages: [] };
    const hearing = npc("hearing", base);
    const deaf = npc("deaf", base, { senses: { sight: true, hearing: false, chat: true } });
    const [heard, unheard] = await decide(moment({ ...base, npcs: [hearing, deaf] }));
    expect(heard.entities[0][0]).toBe("e3");
    expect(heard.entities[0][1]).toBeGreaterThan(heard.nothing);
    expect((await sharesOf("e3", "hearing")).hearing).toBeGreaterThan(0.5);
    expect(unheard.nothing).toBeGreaterThan(heard.nothing);
  });

  it("marks its attention over every kind of token", async () => {
    const base = { entities, sounds: [], messages: ask("the astrolabe, please") };
    const [{ attention }] = await decide(moment({ ...base, npcs: [npc("Ada", base)] }));
    expect(attention?.wordTexts).toEqual(["the", "astrolabe", "please"]);
    expect(attention?.entities).toHaveLength(3);
  });
});

it("decides for NPCs where there is no entity at all: nothing", async () => {
  const base = { entities: [], sounds: [], messages: ask("hello?") };
  const [focus] = await decide(moment({ ...base, npcs: [npc("Ada", base)] }));
  expect(focus.entities).toEqual([]);
  expect(focus.nothing).toBe(1);
});
