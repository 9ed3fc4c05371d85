import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { askedOf } from "../../../src/model/encode/asked.js";
import { askedFeatures } from "../../../src/model/encode/askedRows.js";
import { dialogueWords, namingOf } from "../../../src/model/encode/dialogue.js";
import { readDialogue } from "../../../src/model/encode/dialogueReading.js";
import { ownPhrases } from "../../../src/model/encode/mentionRows.js";
import { supposeLooks } from "../../../src/model/encode/supposedLooks.js";
import type { EntityPercept } from "../../../src/model/percepts.js";
import { WordTable } from "../../../src/model/text/wordTable.js";
import { entity } from "../percepts.js";

const table = WordTable.parse(readFileSync("assets/models/words.bin"));
const red = { colour: [0.82, 0.13, 0.13], shape: "box" } as const;
const blue = { colour: [0.13, 0.31, 0.82], shape: "box" } as const;
const block = (x: number, y: number, appearance: EntityPercept["appearance"] = red) =>
  entity(`${x},${y}`, { label: "block", size: [1, 1, 1], position: [x, y + 0.5, 5], appearance });

function rows(lines: readonly string[], entities: readonly EntityPercept[]) {
  const messages = lines.map((text, id) => ({ id, speaker: "player", text, secondsAgo: lines.length - id }));
  const reading = readDialogue(dialogueWords(messages), entities, entities.map(namingOf), table);
  const places = entities.map(({ position }) => position);
  return askedFeatures(reading, entities, places, ownPhrases(reading.last, entities.length));
}

describe("the end that a phrase asks for", () => {
  const asked = (text: string, from: number, to = from) =>
    askedOf(text.split(" "), [{ from, to }])[0].map(({ axis, sign }) => `${axis}${sign}`);

  it.each([
    ["take the leftmost block", 2, 3, ["X-1"]],
    ["take the block on the top right", 2, 2, ["Y1", "X1"]],
    ["remove the blocks closest to the ground", 2, 2, ["Y-1"]],
    ["remove the blocks closest to the west", 2, 2, ["East-1"]],
    ["pick the darkest dot", 2, 3, ["Lightness-1"]],
    ["pick the light gray dot", 2, 4, ["Lightness1"]],
    ["the block in the middle row", 1, 1, ["Y0"]],
    ["the biggest vase", 1, 2, ["Volume1"]],
    ["on the left there is a vase", 6, 6, ["X-1"]],
  ])("%s", (text, from, to, expected) => {
    expect(asked(text, from, to)).toEqual(expected);
  });

  it.each([
    ["facing north take the block", 4],
    ["the vase left of", 1],
    ["the vase right above", 1],
    ["the blocks off the ground", 1],
    ["the vase on your left", 1],
  ])("none: %s", (text, at) => {
    expect(asked(text, at)).toEqual([]);
  });
});

it("tells how far along each thing is, and which are within the number said", () => {
  const tower = [block(0, 0), block(0, 1), block(0, 2), block(0, 3)];
  const features = rows(["destroy the two lowest red blocks"], tower);
  expect(features.map((row) => row.askedFill)).toEqual([1, 1, 0, 0]);
  expect(features.map((row) => row.askedEnd)).toEqual([1, 0, 0, 0]);
  expect(features.map((row) => row.askedBest)).toEqual([1, 0, 0, 0]);
  const flat = [block(0, 0), block(1, 0), block(0, 1), block(0, 2)];
  expect(rows(["the two lowest red blocks"], flat).map((row) => row.askedFill)).toEqual([1, 1, 0, 0]);
});

it("gathers what all lines say of a thing", () => {
  const pair = [block(0, 0, red), block(3, 0, blue), block(6, 0, red)];
  const features = rows(["I see a red block on the right", "yes"], pair);
  expect(features.map((row) => Math.round(row.gathered * 10) / 10)).toEqual([0, 0, 1]);
});

it("supposes that a hidden block looks as those it touches, and nothing of a block that stands alone", () => {
  const hidden = { colour: null, shape: null };
  const wall = [
    block(0, 0, red),
    block(0, 1, hidden),
    block(0, 2, red),
    block(1, 1, blue),
    block(9, 0, hidden),
  ];
  const { entities, supposed } = supposeLooks(wall);
  expect([...supposed]).toEqual([1]);
  expect(entities[1].appearance).toEqual(red);
  expect(entities[4].appearance).toEqual(hidden);
});
