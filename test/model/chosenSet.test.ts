import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenSet } from "../../src/model/chosenSet.js";
import fixture from "./chosenSet.fixture.json";

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);

it("chooses as training does (chosen.py)", () => {
  for (const { p, sizes, chosen } of fixture) expect(sorted(chosenSet(p, sizes))).toEqual(chosen);
});

describe("what a line is about", () => {
  it("is what is likely, where any number may be meant", () => {
    expect(chosenSet([0.9, 0.1, 0.8], [0.02, 0.26, 0.71, 0.01])).toEqual([0, 2]);
  });

  it("is as many as are said, though none but one is likelier than not", () => {
    expect(chosenSet([0.6, 0.45, 0.3, 0.05], [0.01, 0.02, 0.95, 0.02])).toEqual([0, 1]);
    expect(chosenSet([0.4, 0.35, 0.3], [0.01, 0.97, 0.01, 0.01])).toEqual([0]);
  });

  it("is nothing, where nothing is", () => {
    expect(chosenSet([0.3, 0.2], [0.9, 0.08, 0.02])).toEqual([]);
    expect(chosenSet([], [1])).toEqual([]);
    expect(chosenSet([0.005, 0.009], [0, 1])).toEqual([]);
  });

  it("is all that are likely, where the last size stands for more", () => {
    expect(chosenSet([0.9, 0.8, 0.7, 0.9, 0.2], [0, 0.1, 0.9])).toEqual([0, 3, 1, 2]);
  });

  it("holds the likeliest, whatever the sizes", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(share, { maxLength: 20 }),
        fc.array(share, { minLength: 2, maxLength: 9 }),
        (p, sizes) => {
          const set = chosenSet(p, sizes);
          const least = Math.min(1, ...set.map((e) => p[e]!));
          p.forEach((one, e) => {
            if (!set.includes(e)) expect(one).toBeLessThanOrEqual(least);
          });
        },
      ),
    );
  });
});
