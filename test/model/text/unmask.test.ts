import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, splitWords } from "../../../src/model/text/ngrams.js";
import fixture from "./unmask.fixture.json";

it("takes disguises off as training/unmask.py does", () => {
  for (const { text, folded, words } of fixture) {
    expect(fold(text)).toBe(folded);
    expect(splitWords(text)).toEqual(words);
  }
});

describe("fold", () => {
  it.each([
    ["look-alikes among Latin letters are read as what they look like", "thе rеd vаsе", "the red vase"],
    ["a word of twins alone in a Latin line too", "show me the сосоа", "show me the cocoa"],
    ["Russian stays Russian", "Где красная ваза? кот", "где красная ваза? кот"],
    ["and so it does in an English line", "is this the ваза from Москва", "is this the ваза from москва"],
    ["Greek stays Greek", "που ο βαζος", "που ο βαζος"],
    ["spaced letters are a word", "you s t u p i d guide", "you stupid guide"],
    ["whatever stands between them", "s.t.u.p.i.d g-u-i-d-e", "stupid guide"],
    ["three are initials", "U.S.A. and a b c", "u.s.a. and a b c"],
  ])("%s", (_, text, plain) => expect(fold(text)).toBe(plain));

  it("leaves plain Latin words alone", () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.constantFrom("?", ",", "42", "don't"))), (words) => {
        expect(fold(words.join(" "))).toBe(words.join(" "));
      }),
    );
  });
});

it("reads leetspeak in words, not in ordinals, sizes and names", () => {
  expect(splitWords("th3 v4s3 5tup1d t3@p0t")).toEqual(["th3", "vase", "stupid", "teapot"]);
  expect(splitWords("4th 10am mp3 3d 5b R2D2")).toEqual(["4th", "10am", "mp3", "3d", "5b", "r2d2"]);
});
