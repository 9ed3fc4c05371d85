import { describe, expect, it } from "vitest";
import { neighboursOf } from "../../src/knowledge/answerEvidence.js";
import { Answers } from "../../src/knowledge/answers.js";
import type { Sentence } from "../../src/model/text/sentence.js";

describe("the neighbours of a known question", () => {
  const owners = [0, 0, 0, 1, 2];
  const alike = Float64Array.of(1, 0.6, 0.7, 0.4, 0.3);

  it("are the nearest of another answer and the nearest other of its own", () => {
    expect(neighboursOf(0, alike, owners)).toEqual({ rival: 0.4, kin: 0.7 });
  });

  it("are neutral kin where the answer has no other question, no rival where there is no other answer", () => {
    expect(neighboursOf(3, alike, owners)).toEqual({ rival: 1, kin: 0.5 });
    expect(neighboursOf(0, Float64Array.of(1, 0.2), [0, 0])).toEqual({ rival: 0, kin: 0.2 });
  });
});

describe("the evidence of Answers", () => {
  const known = [
    { id: "stolen", questions: ["my card was stolen", "somebody took my card"] },
    { id: "lost", questions: ["my card is lost"] },
  ];

  it("tells how near the matched question is to the others of this set of answers", () => {
    const { evidence } = new Answers(known).weigh("my card is lost, help");
    const far = new Answers([known[1]!, { id: "hours", questions: ["when do you open"] }]);
    expect(evidence!.rival).toBeGreaterThan(0.2);
    expect(far.weigh("my card is lost, help").evidence!.rival).toBeLessThan(0.05);
    expect(evidence!.kin).toBe(0.5);
  });

  it("is that of meanings once they have been learnt, also where words alone had been asked before", async () => {
    const answers = new Answers(known);
    const byWords = answers.weigh("my card is lost").evidence!;
    await answers.learn(async (texts) =>
      texts.map((_, i) => ({ embedding: Float32Array.of(i === 2 ? 1 : 0, i === 2 ? 0 : 1) }) as Sentence),
    );
    const byMeaning = answers.weigh("my card is lost", Float32Array.of(1, 0)).evidence!;
    expect(byMeaning.rival).toBeLessThan(byWords.rival);
  });

  it("has no rival where one answer alone is known", () => {
    expect(new Answers([known[0]!]).weigh("card stolen").evidence!.rival).toBe(0);
  });
});
