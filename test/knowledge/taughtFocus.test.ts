import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome, Recall } from "../../src/knowledge/taught.js";
import { taughtFocus } from "../../src/knowledge/taughtFocus.js";
import type { Focus } from "../../src/model/focus.js";

const focus: Focus = {
  npc: "ada",
  entities: [
    ["lin", 0.6],
    ["vase", 0.2],
    ["lamp", 0.1],
  ],
  nothing: 0.1,
  referents: ["lamp"],
  shares: null,
  attention: null,
  source: "model",
};
const ids = (name: string) => (["lin", "vase", "lamp", "urn"].includes(name) ? [name] : []);
const recall = (...outcomes: [Outcome, number][]): Recall => ({
  outcomes: outcomes.map(([outcome, weight]) => ({ outcome, weight, say: "where is grumpy?" })),
  none: 1 - outcomes.reduce((sum, [, weight]) => sum + weight, 0),
});
const chance = ({ entities }: Focus, id: string) => entities.find(([other]) => other === id)?.[1] ?? 0;
const total = ({ entities, nothing }: Focus) => entities.reduce((sum, [, share]) => sum + share, nothing);

describe("a focus with what was taught", () => {
  it("is the same object where nothing taught is alike, or nothing was said", () => {
    expect(taughtFocus(focus, recall([{ entity: "vase" }, 0.04]), 1, [], ids)).toBe(focus);
    expect(taughtFocus(focus, null, 0, [], ids)).toBe(focus);
  });

  it("gives the taught entity the weight of its example and leaves the model the rest", () => {
    const taught = taughtFocus(focus, recall([{ entity: "vase" }, 0.8]), 1, [], ids);
    expect(taught.entities[0]).toEqual(["vase", expect.closeTo(0.8 + 0.2 * 0.2)]);
    expect(chance(taught, "lin")).toBeCloseTo(0.2 * 0.6);
    expect(taught.referents).toEqual(["vase"]);
    expect(taught.taught).toEqual({ entity: "vase", say: "where is grumpy?", weight: 0.8 });
    expect(taught.shares).toEqual({ sight: 0, hearing: 0, chat: 1 });
  });

  it("attends to what the model has not listed", () => {
    expect(taughtFocus(focus, recall([{ entity: "urn" }, 0.9]), 1, [], ids).entities[0]![0]).toBe("urn");
  });

  it("counts less as the line grows old", () => {
    const taught = taughtFocus(focus, recall([{ entity: "vase" }, 0.8]), 0.25, [], ids);
    expect(chance(taught, "vase")).toBeCloseTo(0.2 + 0.8 * 0.2);
    expect(taught.taught).toBeUndefined();
    expect(taught.referents).toEqual(["lamp"]);
  });

  it("needs a line that is more alike where the model is certain what it is about", () => {
    const certain: Focus = { ...focus, entities: [["lamp", 0.9]], nothing: 0.1 };
    const leader = (weight: number) =>
      taughtFocus(certain, recall([{ entity: "vase" }, weight]), 1, [], ids).entities[0]![0];
    expect(leader(0.7)).toBe("lamp");
    expect(leader(0.98)).toBe("vase");
  });

  it("needs the taught line itself where the line calls another thing by its name", () => {
    const leader = (weight: number, called: string) =>
      taughtFocus(
        { ...focus, entities: [["lamp", 0.5]], nothing: 0.5 },
        recall([{ entity: "vase" }, weight]),
        1,
        [],
        ids,
        (id) => id === called,
      ).entities[0]![0];
    expect(leader(0.9, "vase")).toBe("vase");
    expect(leader(0.9, "lamp")).toBe("lamp");
    expect(leader(0.995, "lamp")).toBe("vase");
  });

  it("means both where one line was taught for two", () => {
    const taught = taughtFocus(
      focus,
      recall([{ entity: "vase" }, 0.45], [{ entity: "urn" }, 0.45]),
      1,
      [],
      ids,
    );
    expect(taught.referents).toEqual(["vase", "urn"]);
  });

  it("leaves the model its way where the entity is not here", () => {
    expect(taughtFocus(focus, recall([{ entity: "statue" }, 0.9]), 1, [], ids)).toBe(focus);
  });

  it("takes from what it was told not to look at and gives it to the others as they are", () => {
    const taught = taughtFocus(focus, recall([{ not: "lin" }, 0.9]), 1, [], ids);
    expect(chance(taught, "lin")).toBeCloseTo(0.06);
    expect(chance(taught, "vase") / chance(taught, "lamp")).toBeCloseTo(2);
    expect(total(taught)).toBeCloseTo(1);
    expect(taughtFocus(focus, recall([{ not: "lamp" }, 0.9]), 1, [], ids).referents).toEqual([]);
  });

  it("does not look of its own accord at what it was told not to, unless a line is about it", () => {
    expect(chance(taughtFocus(focus, null, 0, ["lin"], ids), "lin")).toBeCloseTo(0.12);
    expect(taughtFocus(focus, recall(), 1, ["lamp"], ids)).toBe(focus);
  });

  it("stays a distribution, whatever was taught", () => {
    const outcome = fc.record({
      entity: fc.constantFrom("vase", "urn", "lamp", "lin", "statue"),
      not: fc.constantFrom("vase", "lamp", "lin", "statue"),
    });
    const outcomes = fc.array(fc.tuple(outcome, fc.double({ min: 0, max: 0.3, noNaN: true })), {
      maxLength: 3,
    });
    const unasked = fc.array(fc.constantFrom("vase", "lamp", "lin"), { maxLength: 3 });
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0, max: 1, noNaN: true }), unasked, (list, strength, names) => {
        const taught = taughtFocus(focus, recall(...list), strength, names, ids);
        expect(total(taught)).toBeCloseTo(1, 6);
        expect(taught.entities.every(([, share]) => share >= 0 && share <= 1 + 1e-9)).toBe(true);
        const shares = taught.entities.map(([, share]) => share);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
    );
  });
});
