import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, MAX_MESSAGE_LENGTH } from "../../../src/senses/chat/hygiene.js";

const clean = (text: string) => cleanText(text).text;
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
/** Joined emoji may keep their joiners and selectors. */
const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*/gu;

/** Texts rich in what hygiene is about. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        ..."\u200B \u200D \u200E \u202E \u2066 \uFEFF \uFE0F \u00AD \u0300 \u0301 \u3164 \u115F e \u00E9 \u0085 \u2800 \uD83D \uDC69 \uFDFA \u{1F469} \u{1F3FD} \u{1F680} \u2764 \u{E0067} \0 \n \t".split(
          " ",
        ),
        " ",
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("hygiene of a message", () => {
  it.each([
    ["plain words stay", "What is that green vase?", "What is that green vase?"],
    ["white space collapses", "  what\n\tis\u00A0\u3000that\u2028? \r\n", "what is that ?"],
    ["a new line does not glue words", "green\nvase", "green vase"],
    ["compatibility forms are folded", "ｖａｓｅ ﬁne ①", "vase fine 1"],
    ["letters and accents are composed", "cafe\u0301", "café"],
    ["a zero-width blank parts no word", "v\uFEFFase", "vase"],
    ["zero-width characters go", "v\u200Ba\u200Cs\u2060e\uFEFF", "vase"],
    ["bidi controls go", "\u202Eesav\u202C \u2066x\u2069\u200F", "esav x"],
    ["controls go", "va\u0000s\u001Be\u007F", "vase"],
    ["tag characters go", "hi\u{E0068}\u{E0069}", "hi"],
    ["fillers that look blank go", "\u3164\u115F\u2800", ""],
    ["lone surrogates go", "va\uD83Dse\uDC69", "vase"],
    ["emoji stay", "😀🚀", "😀🚀"],
    ["joined emoji stay joined", "👩🏽‍🚀 👨‍👩‍👧 ❤️", "👩🏽‍🚀 👨‍👩‍👧 ❤️"],
    ["a joiner without an emoji goes", "a\u200Db \u200D", "ab"],
    ["other scripts stay", "那个青瓷花瓶是什么？", "那个青瓷花瓶是什么?"],
    ["nothing is left of nothing", " \u200B\n", ""],
  ])("%s", (_, raw, expected) => expect(clean(raw)).toBe(expected));

  it("cuts after 500 code points, never through a character, and says so", () => {
    expect(cleanText("a".repeat(500))).toEqual({ text: "a".repeat(500), cut: false });
    expect(cleanText("a".repeat(10_000))).toEqual({ text: "a".repeat(500), cut: true });
    expect(cleanText("😀".repeat(501))).toEqual({ text: "😀".repeat(500), cut: true });
    expect(cleanText(`${"a".repeat(499)}👩‍🚀`)).toEqual({ text: `${"a".repeat(499)}👩`, cut: true });
    expect(cleanText(`${"a".repeat(498)}👩‍🚀`)).toEqual({ text: `${"a".repeat(498)}👩`, cut: true });
  });

  it("cuts what grows: one character of NFKC may become eighteen", () => {
    const { text, cut } = cleanText("\uFDFA".repeat(400));
    expect([...text].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
    expect(cut).toBe(true);
  });

  it("never throws, never exceeds the cap, leaves nothing invisible, changes nothing the second time", () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 80 }), (raw, cap) => {
        const { text } = cleanText(raw, cap);
        expect([...text].length).toBeLessThanOrEqual(cap);
        expect(text.replace(EMOJI, "")).not.toMatch(INVISIBLE);
        expect(text).toBe(text.trim());
        expect(text).toBe(text.normalize("NFKC"));
        expect(cleanText(text, cap)).toEqual({ text, cut: false });
      }),
      { numRuns: 2000 },
    );
  });
});
