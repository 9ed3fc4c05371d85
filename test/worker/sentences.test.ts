import { afterAll, describe, expect, it } from "vitest";
import { likeness } from "../../src/model/attention/attend.js";
import { SENTENCE_WIDTH, type Sentence } from "../../src/model/text/sentence.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import { sampleMoment } from "../../src/worker/sampleMoment.js";

const service = createNodeService();
await service.start({ backend: "wasm" });
afterAll(() => service.dispose());

async function read(...texts: string[]): Promise<readonly Sentence[]> {
  const sentences = await service.read(texts);
  if (!sentences) throw new Error("the shipped model has a sentence encoder");
  return sentences;
}

async function alike(a: string, b: string): Promise<number> {
  const [first, second] = await read(a, b);
  return likeness(first!.embedding, [second!.embedding])[0]!;
}

describe("the sentence encoder, on the shipped model", () => {
  it("gives a unit vector and probabilities for each text, in order, whatever the text", async () => {
    const texts = [
      "what time do you close?",
      "",
      "🙂🙂🙂",
      "x".repeat(10_000),
      "où est la sortie",
      "a ".repeat(500),
    ];
    const sentences = await read(...texts);
    expect(sentences).toHaveLength(texts.length);
    for (const { embedding, sentiment, abuse } of sentences) {
      expect(embedding).toHaveLength(SENTENCE_WIDTH);
      expect(likeness(embedding, [embedding])[0]).toBeCloseTo(1, 4);
      for (const p of [...Object.values(sentiment), ...Object.values(abuse)]) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
    }
  });

  it("reads a text the same alone and among others, to what 8 bits leave", async () => {
    const text = "how do i get my money back";
    const [alone] = await read(text);
    const [among] = await read(
      text,
      "a much longer sentence stands beside it here, and so it is padded",
      "hi",
    );
    expect(likeness(alone!.embedding, [among!.embedding])[0]).toBeGreaterThan(0.99);
  });

  it("finds the same meaning in other words nearer than the same words with another meaning", async () => {
    const asked = "how can i get a refund";
    expect(await alike(asked, "i want my money back")).toBeGreaterThan(
      await alike(asked, "how can i get a haircut"),
    );
  });

  it("stands misspelling, capitals and leetspeak", async () => {
    const plain = "where is the bathroom please";
    for (const other of [
      "WHERE IS THE BATHROOM PLEASE",
      "where is teh bathrom please",
      "wh3re is th3 b4throom please",
    ]) {
      expect(await alike(plain, other)).toBeGreaterThan(0.6);
      expect(await alike(plain, other)).toBeGreaterThan(
        await alike("where is the train station please", other),
      );
    }
  });

  it("tells pleasure from anger", async () => {
    const [glad, angry] = await read(
      "thank you so much, this is wonderful!",
      "this is awful, i hate it so much",
    );
    expect(glad!.sentiment.positive).toBeGreaterThan(0.5);
    expect(angry!.sentiment.negative).toBeGreaterThan(0.5);
    expect(glad!.sentiment.negative).toBeLessThan(0.3);
  });

  it("reads a line once for all who ask, at once or soon after, and anew when many others came between", async () => {
    const line = "whose boots are these?";
    const [[first], [second, twice]] = await Promise.all([read(line), read(line, line)]);
    expect(second).toBe(first);
    expect(twice).toBe(first);
    expect((await read("hello", line))[1]).toBe(first);
    await read(...Array.from({ length: 64 }, (_, i) => `line ${i}`));
    const [anew] = await read(line);
    expect(anew).not.toBe(first);
    expect(anew!.embedding).toEqual(first!.embedding);
  });

  it("lets decisions go between its runs", async () => {
    const settled: string[] = [];
    const many = Array.from({ length: 200 }, (_, i) => `sentence number ${i} of a long list`);
    await Promise.all([
      service.read(many).then(() => settled.push("read")),
      service.decide(sampleMoment()).then(() => settled.push("decided")),
    ]);
    expect(settled).toEqual(["decided", "read"]);
  });
});
