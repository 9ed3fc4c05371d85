import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earLevel } from "../../../src/senses/hearing/earLevel.js";

describe("level at the ears", () => {
  it("loses 6 dB for each doubling of the distance from 1 m", () => {
    expect([1, 2, 4, 8].map((d) => Math.round(earLevel(60, d, 0)))).toEqual([60, 54, 48, 42]);
  });

  it("grows no more within half a metre", () => {
    expect(earLevel(60, 0.5, 0)).toBeCloseTo(66.02, 2);
    expect(earLevel(60, 0, 0)).toBe(earLevel(60, 0.5, 0));
  });

  it("loses 12 dB a wall, 24 at most", () => {
    expect([0, 1, 2, 5].map((walls) => earLevel(60, 1, walls))).toEqual([60, 48, 36, 36]);
  });

  it("is finite and never below 0, whatever it is given", () => {
    const any = fc.double();
    fc.assert(
      fc.property(any, any, any, (level, distance, walls) => {
        const heard = earLevel(level, distance, walls);
        expect(Number.isFinite(heard) && heard >= 0).toBe(true);
      }),
    );
  });
});
