import { afterAll, describe, expect, it } from "vitest";
import { Answers, type KnownAnswer } from "../../src/knowledge/answers.js";
import type { Sentence } from "../../src/model/text/sentence.js";
import { createNodeService } from "../../src/worker/nodeService.js";

const MUSEUM: readonly KnownAnswer[] = [
  { id: "hours", questions: ["When does the museum close?", "What are the opening hours?"] },
  { id: "toilet", questions: ["Where are the toilets?"] },
  { id: "photo", questions: ["May I take photographs?", "Are pictures allowed?"] },
  { id: "vase-age", questions: ["How old is the celadon vase?"] },
  { id: "vase-maker", questions: ["Who made the celadon vase?"] },
  { id: "tour", questions: ["Can you show me around?", "Give me a tour"] },
  { id: "name", questions: ["What is your name?", "Who are you?"] },
  { id: "price", questions: ["How much is a ticket?"] },
  { id: "food", questions: ["Is there a café?"] },
  { id: "knight", questions: ["Whose armour is that?"] },
  { id: "dragon", questions: ["What does the dragon on the scroll mean?"] },
  { id: "wheelchair", questions: ["Is there a lift?"] },
];

const service = createNodeService();
await service.start({ backend: "wasm" });
const answers = new Answers(MUSEUM);
await answers.learn((texts) => service.read(texts));
afterAll(() => service.dispose());

async function ask(text: string) {
  const [sentence] = (await service.read([text])) ?? [];
  return answers.ask(text, sentence!.embedding);
}

describe("Answers by meaning, on a museum's twelve facts and the shipped encoder", () => {
  it.each([
    ["until when are you open?", "hours"],
    ["where's the bathroom", "toilet"],
    ["can i take a picture here", "photo"],
    ["what age is that celadon vase?", "vase-age"],
    ["could you give me a guided tour please", "tour"],
    ["what do tickets cost", "price"],
  ])("%s → %s", async (text, id) => {
    expect((await ask(text)).answer?.id).toBe(id);
  });

  it.each([
    "what is that green vase?",
    "look at the horse over there",
    "who is the woman in red?",
    "my brother lives in Canada",
    "how do i install windows",
    "ok thanks",
    "what is the capital of Peru?",
  ])("%s → none of them", async (text) => {
    expect((await ask(text)).answer).toBeNull();
  });

  it("is surer of what stands in its list than of what is like it, and of that than of what is not", async () => {
    const sure = async (text: string) => 1 - (await ask(text)).none;
    const [same, like, other] = [
      await sure("How much is a ticket?"),
      await sure("what do tickets cost"),
      await sure("i like trains"),
    ];
    expect(same).toBeGreaterThan(like);
    expect(like).toBeGreaterThan(other);
  });
});

describe("Answers by meanings of any origin", () => {
  it("takes one near question among many for chance, and the nearest of a few for what is meant", async () => {
    const first = async (others: number) => {
      const many = ["near", ...Array.from({ length: others }, (_, i) => `far ${i}`)];
      const answers = new Answers([
        { id: "many", questions: many },
        { id: "one", questions: ["single"] },
      ]);
      const likeness: Record<string, number> = { near: 0.8, single: 0.75 };
      await answers.learn(async (texts) =>
        texts.map((text) => ({ embedding: Float32Array.of(likeness[text] ?? 0) }) as Sentence),
      );
      return answers.ask("?", Float32Array.of(1)).weights[0]![0];
    };
    expect(await first(3)).toBe("many");
    expect(await first(11)).toBe("one");
  });
});
