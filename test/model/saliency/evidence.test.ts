import { describe, expect, it } from "vitest";
import { evidence } from "../../../src/model/saliency/evidence.js";
import { plane } from "../../../src/model/saliency/plane.js";

describe("evidence", () => {
  it("is the likelihood ratio of two normal distributions, by rank", () => {
    const { values } = evidence(
      plane(1000, 1, (x) => x ** 3),
      0.8,
    );
    // Standard normal quantiles of .5 and .9: 0 and 1.2816.
    expect(values[499]).toBeCloseTo(Math.exp(-0.32), 1);
    expect(values[899]).toBeCloseTo(Math.exp(0.8 * 1.2816 - 0.32), 1);
    expect(values[999]! > values[998]!).toBe(true);
  });

  it("gives equal values equal evidence, and a flat map the same everywhere", () => {
    const { values } = evidence(
      plane(4, 1, (x) => (x < 2 ? 0 : 1)),
      0.8,
    );
    expect(values[0]).toBe(values[1]);
    expect(values[2]).toBe(values[3]);
    expect(values[2]! > values[0]!).toBe(true);
    expect(
      new Set(
        evidence(
          plane(5, 5, () => 0.3),
          0.8,
        ).values,
      ).size,
    ).toBe(1);
  });
});
