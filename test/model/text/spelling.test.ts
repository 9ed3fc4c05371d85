import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnownWords } from "../../../src/model/text/knownWords.js";
import { slipsBetween, slipsOf, swapsOf } from "../../../src/model/text/slips.js";
import { Spelling } from "../../../src/model/text/spelling.js";

const file = readFileSync("assets/models/known.bin");
const known = KnownWords.parse(file);
const spelling = new Spelling(known);
const museum = () => ["celadon", "vase", "pale", "clay", "urn", "gramophone"];

describe("known words", () => {
  it("are those of a dictionary, rare ones among them", () => {
    for (const word of "vase urn gramophone smallish slanting tad astrolabe hats baked them".split(" "))
      expect(known.has(word), word).toBe(true);
  });

  it("are few of what fingers slip to", () => {
    const slips =
      "vsae celdon gramaphnoe yelow purpel lfet rihgt serach bottel tabel cahir mirorr widnow knw nthe".split(
        " ",
      );
    expect(slips.filter((slip) => known.has(slip))).toEqual([]);
  });

  it("come from a file; one that is empty is refused", () => {
    expect(() => KnownWords.parse(new Uint8Array())).toThrow(/known words: 0 bytes/);
    expect(() => KnownWords.parse(file.subarray(0, 1))).toThrow(/known words: 1 bytes/);
  });
});

describe("a slip of the finger is put right", () => {
  const read = (line: string) => spelling.mend(line, museum);

  it("where exactly one word of the scene, of place or of colour is the nearest", () => {
    expect(read("what is taht celadno vsae?")).toBe("what is that celadon vase?");
    expect(read("the yelow one on the lfet")).toBe("the yellow one on the left");
    expect(read("Turn on the gramofone!")).toBe("turn on the gramophone!");
  });

  it("or else the one word that there is so near", () => {
    expect(read("who broguht it and coutned it, a purchaze")).toBe(
      "who brought it and counted it, a purchase",
    );
    expect(read("a smal xqobrt")).toBe("a small xqobrt");
  });

  it("of words that are as near the one that people say most", () => {
    expect(read("whre are thqse")).toBe("where are these");
  });

  it("and a space that came a letter too early or too late", () => {
    expect(read("th epale vase o nthe shelf")).toBe("the pale vase on the shelf");
    expect(read("te gray vase of da brow nurn")).toBe("te gray vase of da brow urn");
  });

  it("letters swapped before letters mistaken, whoever is here", () => {
    expect(spelling.mend("wehre is teh vase", () => ["teo", "vase"])).toBe("where is the vase");
    expect(spelling.mend("where is tei", () => ["teo", "vase"])).toBe("where is teo");
    expect(read("hwat is on the erd urn")).toBe("what is on the red urn");
  });

  it("but never a word that is one: it may be meant", () => {
    for (const line of ["where is the bed?", "the smallish one", "a slanting wall", "the mans vases"])
      expect(read(line)).toBe(line);
  });

  it("nor a number of things", () => {
    expect(read("the vases")).toBe("the vases");
    expect(read("the gramophones")).toBe("the gramophones");
  });

  it("nor what is far from all, or short", () => {
    for (const line of ["xq brrr", "asdfghjkl", "2x 3d"]) expect(read(line)).toBe(line);
  });

  it("and signs for letters read, at a word's ends too", () => {
    expect(read("7h3 p4l3 v4s3 0n 7h3 @m4z1ng tabl3")).toBe("the pale vase on the amazing table");
    expect(read("c3lad0n urn5")).toBe("celadon urns");
  });

  it("but not in ordinals, sizes, numbered names and what the scene is called by", () => {
    for (const line of ["the 4th one, the 1st", "a 3d m3", "no1 and room4", "the 70s"])
      expect(read(line)).toBe(line);
    expect(spelling.mend("where is blu3", () => ["blu3"])).toBe("where is blu3");
  });

  it("whatever is typed: lines stay lines, and what was put right stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (line) => {
        const once = read(line);
        expect(read(once)).toBe(once);
      }),
    );
  });
});

describe("slips of a word", () => {
  it("are one away, and not another number of things", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcs"), minLength: 1, maxLength: 7 }), (word) => {
        const slips = [...swapsOf(word), ...slipsOf(word)];
        for (const slip of slips) expect(slipsBetween(slip, word)).toBe(1);
        expect(slips).not.toContain(`${word}s`);
      }),
    );
    expect(swapsOf("vsae")).toEqual(["svae", "vase", "vsea"]);
  });
});

describe("slips between two words", () => {
  it("are letters left out, put in, exchanged and swapped", () => {
    expect(slipsBetween("vase", "vse")).toBe(1);
    expect(slipsBetween("vase", "vaase")).toBe(1);
    expect(slipsBetween("vase", "vose")).toBe(1);
    expect(slipsBetween("vase", "vsae")).toBe(1);
    expect(slipsBetween("vase", "")).toBe(4);
  });

  it("are as many one way as the other, and none between equal words", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcd"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
