import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { WordTable } from "../../../src/model/text/wordTable.js";

const table = WordTable.parse(readFileSync("assets/models/words.bin"));

describe("the shipped word table", () => {
  it.each([
    ["statue", "sculpture", "trumpet"],
    ["boat", "ship", "teacup"],
    ["man", "guy", "window"],
    ["fridge", "refrigerator", "trumpet"],
    ["astrolabe", "astrolobe", "banana"],
  ])("knows that %s is nearer to %s than to %s", (word, near, far) => {
    expect(table.similarity(word, near)).toBeGreaterThan(table.similarity(word, far) + 0.1);
  });

  it("gives unit vectors for any word, and zeros for no words", () => {
    for (const word of ["vase", "zzyzx", "x", "日本語"])
      expect(table.similarity(word, word)).toBeCloseTo(1, 5);
    expect(table.mean([]).every((value) => value === 0)).toBe(true);
  });
});

it("refuses a file whose sizes do not fit, naming the remedy", () => {
  expect(() => WordTable.parse(new Uint8Array(16))).toThrow(
    /word table: 0 × 0 does not fit 16 bytes; fetch words.bin again/,
  );
});
