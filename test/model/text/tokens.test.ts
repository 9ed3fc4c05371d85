import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fnv1a } from "../../../src/model/text/ngrams.js";
import { isWord, LONGEST_SENTENCE, splitTokens, Vocabulary } from "../../../src/model/text/tokens.js";
import fixture from "./tokens.fixture.json";

describe("tokens", () => {
  it("are those of training/text/tokens.py", () => {
    const vocabulary = new Vocabulary(fixture.vocabulary);
    for (const { text, tokens, forms, ids } of fixture.sentences) {
      expect(splitTokens(text)).toEqual(tokens);
      expect(tokens.map((token) => vocabulary.knownForm(token))).toEqual(forms);
      expect(forms.map((form) => vocabulary.id(form))).toEqual(ids);
    }
  });

  it("keep signs apart from words, runs of them cut to three", () => {
    expect(splitTokens("Stop!!!!! now :)")).toEqual(["stop", "!!!", "now", ":", ")"]);
    expect(splitTokens("Stop!!!!! now :)").map(isWord)).toEqual([true, false, true, false, false]);
  });

  it("are never more than are read, whatever is said, and hold no space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const tokens = splitTokens(text);
        expect(tokens.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
        for (const token of tokens) expect(token).toMatch(/^\S+$/u);
      }),
    );
  });
});

describe("a vocabulary", () => {
  const vocabulary = new Vocabulary(["hate", "cool", "so"].map(fnv1a));

  it("reads leetspeak and drawn-out letters only where that gives a word that it knows", () => {
    expect(vocabulary.knownForm("h4t3")).toBe("hate");
    expect(vocabulary.knownForm("coooool")).toBe("cool");
    expect(vocabulary.knownForm("soooo")).toBe("so");
    expect(vocabulary.knownForm("10am")).toBe("10am");
  });

  it("is a file of uint32 hashes; one that is cut short is refused", () => {
    const bytes = new Uint8Array(new Uint32Array([fnv1a("hate"), fnv1a("cool")]).buffer);
    expect(Vocabulary.parse(bytes).id("cool")).toBe(2);
    expect(() => Vocabulary.parse(bytes.subarray(1))).toThrow(/vocabulary: 7 bytes/);
    expect(() => Vocabulary.parse(new Uint8Array())).toThrow(/vocabulary: 0 bytes/);
  });
});
