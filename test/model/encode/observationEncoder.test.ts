import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ObservationEncoder } from "../../../src/model/encode/observationEncoder.js";
import {
  ENTITY_FEATURES,
  ID_MAP_HEIGHT,
  ID_MAP_WIDTH,
  type Observation,
  PATCHES,
  SHUT,
  WORD_LINKS,
} from "../../../src/model/observation.js";
import type { Percepts } from "../../../src/model/percepts.js";
import { WordTable } from "../../../src/model/text/wordTable.js";
import { entity, moment, npc } from "../percepts.js";

const table = WordTable.parse(readFileSync("assets/models/words.bin"));

function encode(percepts: Percepts): Observation[] {
  const encoder = new ObservationEncoder(table);
  encoder.listen(percepts);
  return encoder.encode(percepts);
}

function feature(observation: Observation, row: number, name: (typeof ENTITY_FEATURES)[number]): number {
  return observation.feeds.entities.data[row * ENTITY_FEATURES.length + ENTITY_FEATURES.indexOf(name)];
}

const line = { id: 1, speaker: "player", text: "what is that green vase?", secondsAgo: 0.5 };
const vase = entity("vase", {
  position: [-1, 1, 3],
  appearance: { colour: [0.19, 0.63, 0.19], shape: null },
});
const drum = entity("drum", { position: [2, 1, 3] });

describe("what one moment becomes", () => {
  const base = { entities: [vase, drum], sounds: [], messages: [line] };
  const [observation] = encode(moment({ ...base, npcs: [npc("Ada", base)] }));

  it("ranks the left one lowest across the view", () => {
    expect(feature(observation, 0, "rankX")).toBe(-1);
    expect(feature(observation, 1, "rankX")).toBe(1);
  });

  it("says which entity the line names", () => {
    expect(feature(observation, 0, "namedLast")).toBe(1);
    expect(feature(observation, 1, "namedLast")).toBe(0);
  });

  it("links the words to what they name and to the colour they say", () => {
    const { data, dims } = observation.feeds.wordLinks;
    const at = (link: (typeof WORD_LINKS)[number], row: number, word: string) =>
      data[(WORD_LINKS.indexOf(link) * dims[1] + row) * dims[2] + observation.words.indexOf(word)];
    expect(at("spelling", 0, "vase")).toBe(1);
    expect(at("spelling", 1, "vase")).toBe(0);
    expect(at("colour", 0, "green")).toBeGreaterThan(0.8);
  });

  it("has a shut row where there is no sound and no frame", () => {
    const present = observation.feeds.present.data;
    expect(present[0]).toBe(SHUT);
    expect(present[1 + 2]).toBe(SHUT);
    expect(present[1]).toBe(0);
  });
});

describe("gates", () => {
  const base = { entities: [vase, drum], sounds: [], messages: [line] };

  it("keep a line from the context of an NPC that could not read it", () => {
    const near = npc("near", base);
    const far = npc("far", base, { reads: [0] });
    const observations = encode(moment({ ...base, npcs: [near, far] }));
    expect(observations.map((o) => o.npcs)).toEqual([["near"], ["far"]]);
    expect(observations[1].words).toEqual([]);
  });

  it("take looks, events and the player's gaze from the blind", () => {
    const lit = { ...vase, event: { kind: "flashes" as const, secondsAgo: 0 } };
    const seen = { entities: [lit], sounds: [], messages: [] };
    const blind = npc("blind", seen, { senses: { sight: false, hearing: true, chat: true } });
    const [observation] = encode(moment({ ...seen, npcs: [blind] }));
    expect(feature(observation, 0, "colourKnown")).toBe(0);
    expect(feature(observation, 0, "event:flashes:now")).toBe(0);
    expect(feature(observation, 0, "gazeCosine")).toBe(0);
  });

  it("tell of an event only to those who have seen the thing since", () => {
    const lit = { ...vase, event: { kind: "flashes" as const, secondsAgo: 0 } };
    const base = { entities: [lit, drum], sounds: [], messages: [] };
    const npcs = [
      npc("before it", base),
      npc("its back turned", base, { sees: [0, 1] }),
      npc("turned away since", base, { sees: [0, 1], witnessed: [1, 0] }),
    ];
    const observations = encode(moment({ ...base, npcs }));
    const told = observations.map((observation) => [
      observation.npcs,
      feature(observation, 0, "event:flashes:now"),
    ]);
    expect(told).toEqual([
      [["before it", "turned away since"], 1],
      [["its back turned"], 0],
    ]);
  });

  it("of a crowd that each saw something else are few: the rest share what all of them saw", () => {
    const events = Array.from({ length: 6 }, (_, i) =>
      entity(`e${i}`, { event: { kind: "moves" as const, secondsAgo: 0 } }),
    );
    const base = { entities: events, sounds: [], messages: [] };
    const npcs = events.map((_, i) => npc(`n${i}`, base, { sees: events.map((_, e) => +(e <= i)) }));
    const observations = encode(moment({ ...base, npcs }));
    expect(observations.map((observation) => observation.npcs)).toEqual([
      ["n0"],
      ["n1"],
      ["n2", "n3", "n4", "n5"],
    ]);
    const last = events.map((_, e) => feature(observations[2]!, e, "event:moves:now"));
    expect(last).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it("serve NPCs that perceive alike with one context", () => {
    expect(encode(moment({ ...base, npcs: [npc("a", base), npc("b", base)] }))).toHaveLength(1);
  });
});

it("ties the patches to the entities that they show", () => {
  const ids = new Int16Array(ID_MAP_WIDTH * ID_MAP_HEIGHT).fill(-1);
  for (let y = 0; y < 8; y++) for (let x = 0; x < 16; x++) ids[y * ID_MAP_WIDTH + x] = 1;
  const base = { entities: [vase, drum], sounds: [], messages: [] };
  const frame = { ids, pixels: new Uint8Array(256 * 144 * 4).fill(255) };
  const [{ feeds }] = encode(moment({ ...base, npcs: [npc("a", base)], frame }));
  expect([...feeds.patchLinks.data.slice(PATCHES, PATCHES + 3)]).toEqual([0.5, 0.5, 0]);
  expect(feeds.patchLinks.data.slice(0, PATCHES).every((share) => share === 0)).toBe(true);
});

it("is finite whatever the senses deliver within their contract", () => {
  const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  const place = fc.tuple(number, number, number);
  const positive = fc.double({ min: 0, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(place, place, positive, fc.string({ unit: "grapheme" }), (at, eyes, seconds, text) => {
      const base = {
        entities: [entity("thing", { position: at, size: [seconds, 0, 1], label: text })],
        sounds: [
          {
            id: "s",
            entity: null,
            position: at,
            levelDb: 70,
            startedSecondsAgo: seconds,
            durationSeconds: null,
            pcm: null,
            sampleRate: 48000,
          },
        ],
        messages: [{ id: 1, speaker: "player", text, secondsAgo: seconds }],
      };
      const viewer = { position: eyes, forward: [0, -1, 0] as const };
      for (const { feeds } of encode(moment({ ...base, viewer, npcs: [npc("a", base, { eyes: viewer })] }))) {
        for (const { data } of Object.values(feeds)) expect(data.every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
