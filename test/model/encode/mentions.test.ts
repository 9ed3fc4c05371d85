import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCalls } from "../../../src/model/encode/calls.js";
import { dialogueWords, namingOf, wordPairs } from "../../../src/model/encode/dialogue.js";
import { readDialogue } from "../../../src/model/encode/dialogueReading.js";
import { ownPhrases } from "../../../src/model/encode/mentionRows.js";
import { relationFeatures } from "../../../src/model/encode/relationRows.js";
import { structureFeatures } from "../../../src/model/encode/structureRows.js";
import type { EntityPercept } from "../../../src/model/percepts.js";
import { splitWords } from "../../../src/model/text/ngrams.js";
import { WordTable } from "../../../src/model/text/wordTable.js";
import { entity } from "../percepts.js";

const table = WordTable.parse(readFileSync("assets/models/words.bin"));
const red = { colour: [0.82, 0.13, 0.13], shape: null } as const;
const blue = { colour: [0.13, 0.31, 0.82], shape: null } as const;

function read(lines: readonly string[], entities: readonly EntityPercept[]) {
  const messages = lines.map((text, id) => ({ id, speaker: "player", text, secondsAgo: lines.length - id }));
  return readDialogue(dialogueWords(messages), entities, entities.map(namingOf), table);
}

/** The phrases of the last line, each with the ids of what it may mean. */
function phrases(lines: readonly string[], entities: readonly EntityPercept[]): string[] {
  const { last } = read(lines, entities);
  return last!.mentions.map(
    ({ from, to, set, negated }) =>
      `${last!.words.slice(from, to + 1).join(" ")}${negated ? " (not)" : ""}: ${set.map((e) => entities[e].id).join(" ")}`,
  );
}

describe("whole names in a line", () => {
  const called = (text: string, ...names: string[]) => {
    const entities = names.map((label) => entity(label, { label }));
    return findCalls(splitWords(text), entities.map(namingOf)).map((call) => names[call.entity]);
  };

  it.each([
    ["bring me the coffee table", ["coffee table", "table"], ["coffee table"]],
    ["bring me the table", ["coffee table", "table"], ["table"]],
    ["put it on the bookshelf", ["book shelf"], ["book shelf"]],
    ["put it on the book shelf", ["bookshelf"], ["bookshelf"]],
    ["where are the teddies", ["teddy"], ["teddy"]],
    ["what is the telescoppe", ["telescope"], ["telescope"]],
    ["take the cup from the kitchen", ["cup", "kitchen", "map"], ["cup", "kitchen"]],
    ["what does a ticket cost", ["vase", "drum"], []],
    // A word of colour is no slip of another word.
    ["what is that green vase", ["greek vase", "celadon vase"], []],
  ])("%s", (text, names, expected) => {
    expect(called(text, ...names)).toEqual(expected);
  });
});

it("takes neighbours of a description for pairs, across the words that only join them", () => {
  expect(wordPairs(splitWords("a red hat and no shirt")).map(({ pair }) => pair)).toEqual([
    "red hat",
    "no shirt",
  ]);
  expect(wordPairs(["man", "without", "a", "hat"]).map(({ pair }) => pair)).toEqual(["no hat"]);
});

describe("the phrases of a line", () => {
  const vases = [
    entity("redVase", { label: "vase", appearance: red }),
    entity("blueVase", { label: "vase", appearance: blue }),
    entity("drum", { label: "drum", appearance: red }),
    entity("Ada", { label: "Ada", kind: "npc" }),
  ];

  it.each([
    ["what is the red vase?", ["red vase: redVase"]],
    ["the vase beside the drum", ["vase: redVase blueVase", "drum: drum"]],
    ["Ada, what is the drum?", ["drum: drum"]],
    ["talk to Ada", ["ada: Ada"]],
    ["what is that thing", ["thing: redVase blueVase drum"]],
    ["not the drum but the blue vase", ["drum (not): drum", "blue vase: blueVase"]],
    ["one more thing, what does a ticket cost?", []],
  ])("%s", (text, expected) => {
    expect(phrases([text], vases)).toEqual(expected);
  });

  it("know a hat from a shirt of the same colour", () => {
    const row = [
      entity("a", { label: "person", kind: "npc", description: "a person in a red shirt and a blue hat" }),
      entity("b", { label: "person", kind: "npc", description: "a person in a blue shirt and a red hat" }),
    ];
    expect(phrases(["the person with the red hat leaves"], row)).toEqual(["person with the red hat: b"]);
    expect(phrases(["the person in the blue shirt and the red hat"], row)).toEqual([
      "person in the blue shirt and the red hat: b",
    ]);
  });

  it("leave a topic for the lines after them, an older one less", () => {
    const { topics } = read(["what is the drum?", "and the red vase?", "how old is it?"], vases);
    expect(topics).toEqual([1, 0, 0.6, 0]);
  });

  it("keep what the newest line that names several things named last", () => {
    const latter = (...lines: string[]) => [...read(lines, vases).latter];
    expect(latter("here are the drum and the red vase", "are children allowed on the latter?")).toEqual([0]);
    expect(latter("the drum and the red vase", "the blue vase and the drum", "the latter?")).toEqual([2]);
    expect(latter("here is the drum", "the latter?")).toEqual([]);
  });

  it("mean by former and latter what was named first and last", () => {
    const pair = "choose between the drum and the red vase";
    expect(phrases([pair, "how old is the former?"], vases)).toEqual(["former: drum"]);
    expect(phrases([pair, "the latter, please"], vases)).toEqual(["latter: redVase"]);
    expect(phrases(["the latter, please"], vases)).toEqual([]);
  });

  it("take the side that the line faces for ahead", () => {
    expect(read(["facing east take the left one"], vases).yaw).toBeCloseTo(Math.PI / 2);
    expect(read(["take the left one"], vases).yaw).toBeNull();
  });

  it("are finite for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        for (const { fit } of read([text], vases).last?.mentions ?? [])
          expect(fit.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it("tells on which side of the landmark a thing stands, and which is the nearest there", () => {
  const things = [
    entity("near", { label: "cup", position: [-1, 1, 4] }),
    entity("far", { label: "cup", position: [-3, 1, 4] }),
    entity("other", { label: "cup", position: [2, 1, 4] }),
    entity("table", { label: "table", position: [0, 1, 4] }),
  ];
  const reading = read(["the cup left of the table"], things);
  const own = ownPhrases(reading.last, things.length);
  const features = relationFeatures(
    reading,
    things.map((thing) => thing.position),
    own,
  );
  expect(features.map((row) => row.secondMarkLeft ?? 0)).toEqual([1, 0.3, 0, 0]);
  expect(features.map((row) => row.secondMarkRight ?? 0)).toEqual([0, 0, 1, 0]);
});

it("sees the columns and pieces that blocks are built into", () => {
  const block = (x: number, y: number, appearance: EntityPercept["appearance"]) =>
    entity(`${x},${y}`, { label: "block", size: [1, 1, 1], position: [x, y + 0.5, 0], appearance });
  const blocks = [block(0, 0, red), block(0, 1, red), block(0, 2, blue), block(5, 0, red)];
  const features = structureFeatures(blocks, read(["the two red blocks"], blocks));
  expect(features.map((row) => row.columnAlike)).toEqual([0.5, 0.5, 0, 0]);
  expect(features.map((row) => row.columnRank)).toEqual([-1, 0, 1, 0]);
  expect(features.map((row) => row.columnFits)).toEqual([1, 1, 0, 0]);
  const apart = blocks.map((thing) => ({ ...thing, size: null }));
  expect(structureFeatures(apart, read(["the two red blocks"], apart))).toEqual([{}, {}, {}, {}]);
});
