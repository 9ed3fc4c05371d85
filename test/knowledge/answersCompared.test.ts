import { afterEach, describe, expect, it, vi } from "vitest";
import { Answers, type KnownAnswer } from "../../src/knowledge/answers.js";
import { Recent } from "../../src/knowledge/recent.js";
import { WordIndex } from "../../src/knowledge/wordIndex.js";
import type { Sentence } from "../../src/model/text/sentence.js";

const KNOWN: readonly KnownAnswer[] = [
  { id: "vase-age", about: "vase", questions: ["how old is the vase?", "what age is it?"] },
  { id: "urn-age", about: "urn", questions: ["how old is the urn?"] },
  { id: "hours", questions: ["when do you close?", "what are the opening hours?"] },
  { id: "price", questions: ["how much is a ticket?"] },
];
const ASKED = ["how old is it?", "how old is the urn?", "what does a ticket cost", "when are you open?"];
const MAY_BE: readonly ((answer: KnownAnswer) => boolean)[] = [
  () => true,
  ({ about }) => about !== "urn",
  ({ about }) => about === undefined,
  ({ about }) => about === "vase",
];

/** A direction for each text, from its letters. */
function meaningOf(text: string, salt = 0): Float32Array {
  const vector = new Float32Array(26);
  for (const letter of text) vector[(letter.charCodeAt(0) + salt) % 26]! += 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

async function learned(salt = 0): Promise<Answers> {
  const answers = new Answers(KNOWN);
  await answers.learn(async (texts) =>
    texts.map((text) => ({ embedding: meaningOf(text, salt) }) as Sentence),
  );
  return answers;
}

afterEach(() => vi.restoreAllMocks());

describe("Answers asked the same text of several sets of answers", () => {
  it("gives what it would give if it had been asked nothing before", async () => {
    const asked = await learned();
    for (const text of ASKED) {
      const meaning = meaningOf(text);
      for (const mayBe of MAY_BE) {
        const fresh = await learned();
        expect(asked.ask(text, meaning, mayBe)).toEqual(fresh.ask(text, meaning, mayBe));
        expect(asked.ask(text, undefined, mayBe)).toEqual(fresh.ask(text, undefined, mayBe));
      }
    }
  });

  it("compares it with the known questions once", async () => {
    const answers = await learned();
    const meaning = meaningOf("how old is it?");
    const compare = vi.spyOn(WordIndex.prototype, "likeness");
    for (let again = 0; again < 3; again++)
      for (const mayBe of MAY_BE) answers.ask("how old is it?", meaning, mayBe);
    const texts = compare.mock.calls.map(([text]) => text);
    expect(texts.filter((text) => text === "how old is it?")).toHaveLength(1);
    expect(texts).toHaveLength(new Set(texts).size);
  });

  it("compares it anew once the encoder has read the known questions again, or by another meaning", async () => {
    const answers = await learned();
    const meaning = meaningOf("how old is it?");
    const before = answers.ask("how old is it?", meaning);
    expect(answers.ask("how old is it?", meaningOf("when do you close?"))).not.toEqual(before);
    await answers.learn(async (texts) =>
      texts.map((text) => ({ embedding: meaningOf(text, 7) }) as Sentence),
    );
    expect(answers.ask("how old is it?", meaning)).toEqual((await learned(7)).ask("how old is it?", meaning));
  });
});

describe("Recent", () => {
  it("forgets what was not asked for the longest", () => {
    const recent = new Recent<string, number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    recent.get("a");
    recent.set("c", 3);
    expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([1, undefined, 3]);
  });
});
