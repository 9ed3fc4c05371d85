import fc from "fast-check";
import { expect, it } from "vitest";
import { spellingMatch, splitWords, TABLE_ROWS, wordRows } from "../../../src/model/text/ngrams.js";
import fixture from "./ngrams.fixture.json";

it("splits and hashes words as training/ngrams.py does", () => {
  for (const { text, words, rows } of fixture) {
    expect(splitWords(text)).toEqual(words);
    expect(words.map(wordRows)).toEqual(rows);
  }
});

it("gives every word rows within the table", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const word of splitWords(text)) {
        for (const row of wordRows(word)) expect(row).toBeLessThan(TABLE_ROWS);
      }
    }),
  );
});

it("matches spellings: a typo is near, another word far, the same word 1", () => {
  expect(spellingMatch("vase", "vase")).toBe(1);
  expect(spellingMatch("astrolabe", "astrolobe")).toBeGreaterThan(0.7);
  expect(spellingMatch("vase", "drum")).toBe(0);
});
