import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenSet } from "../../src/model/chosenSet.js";
import fixture from "./chosenSet.fixture.json";

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);

it("chooses as training does (chosen.py)", () => {
  for (const { p, weighs, chosen } of fixture) expect(sorted(chosenSet(p, weighs))).toEqual(chosen);
});

describe("what a line is about", () => {
  it("is what is likelier than not, where nothing weighs for a number", () => {
    expect(chosenSet([0.9, 0.1, 0.51, 0.49], [0, 0, 0])).toEqual([0, 2]);
    expect(chosenSet([0.3, 0.2], [0, 0, 0])).toEqual([]);
  });

  it("is as many as are said, though fewer are likelier than not", () => {
    expect(chosenSet([0.6, 0.45, 0.3, 0.05], [-3, -2, 3, -3])).toEqual([0, 1]);
    expect(chosenSet([0.4, 0.35, 0.3], [-3, 3, -3, -3])).toEqual([0]);
  });

  it("is nothing, where that weighs more, or nothing is likely", () => {
    expect(chosenSet([0.7, 0.2], [3, 0, 0])).toEqual([]);
    expect(chosenSet([], [0])).toEqual([]);
    expect(chosenSet([0.005, 0.009], [0, 9])).toEqual([]);
  });

  it("is all that are likely, where the last size stands for more", () => {
    expect(chosenSet([0.9, 0.8, 0.7, 0.95, 0.2], [0, 1, 4])).toEqual([3, 0, 1, 2]);
  });

  it("holds the likeliest, whatever weighs", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const logit = fc.double({ min: -9, max: 9, noNaN: true });
    const some = fc.array(logit, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 20 }), some, (p, weighs) => {
        const set = chosenSet(p, weighs);
        const least = Math.min(1, ...set.map((e) => p[e]!));
        p.forEach((one, e) => {
          if (!set.includes(e)) expect(one).toBeLessThanOrEqual(least);
        });
      }),
    );
  });
});
