import { describe, expect, it } from "vitest";
import { apart } from "../../../src/model/text/glued.js";
import { fnv1a } from "../../../src/model/text/ngrams.js";
import { Vocabulary } from "../../../src/model/text/tokens.js";
import fixture from "./glued.fixture.json";

describe("words written as one", () => {
  const rank = (word: string) => fixture.words.indexOf(word) + 1;

  it("come apart as in training/text/glued.py", () => {
    for (const { token, parts } of fixture.tokens) expect(apart(token, rank)).toEqual(parts);
  });

  it("come apart into known words only, and not into endings", () => {
    expect(apart("whereisthemuseum", rank)).toEqual(["where", "is", "the", "museum"]);
    expect(apart("walking", rank)).toEqual(["walking"]);
    expect(apart("celadon", rank)).toEqual(["celadon"]);
  });

  it("stay whole where their parts are rare, or the whole is known", () => {
    const rare = (word: string) => (["pin", "ball"].includes(word) ? 15_000 : 0);
    expect(apart("pinball", rare)).toEqual(["pinball"]);
    const vocabulary = new Vocabulary(["i", "hate", "this", "thank", "you", "thankyou"].map(fnv1a));
    expect(vocabulary.read("IhateTHIS, thankyou")).toEqual(["i", "hate", "this", ",", "thankyou"]);
  });
});
