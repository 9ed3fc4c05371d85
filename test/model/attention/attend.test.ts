import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attend, likeness } from "../../../src/model/attention/attend.js";

const SHUT = Number.NEGATIVE_INFINITY;
const list = (values: ArrayLike<number>) => Array.from(values);

describe("attend: one query over its keys", () => {
  test("is a softmax of the scaled scores", () => {
    const [a, b] = attend([0, Math.log(3) / 2], { scale: 2 });
    expect(a).toBeCloseTo(0.25, 12);
    expect(b).toBeCloseTo(0.75, 12);
  });

  test("a bias of −∞ shuts a key out, whatever its score", () => {
    expect(list(attend([1, Number.NaN, 1], { bias: [0, SHUT, 0] }))).toEqual([0.5, 0, 0.5]);
    expect(list(attend([5, 900], { bias: [0, SHUT] }))).toEqual([1, 0]);
  });

  test("with every key shut out, or none there, nothing is attended to", () => {
    expect(list(attend([3, 4], { bias: [SHUT, SHUT] }))).toEqual([0, 0]);
    expect(list(attend([]))).toEqual([]);
  });

  test("the soft cap bounds a score before the bias is added", () => {
    const weights = attend([1000, 0], { softcap: 1, bias: [0, 1] });
    expect(weights[0]).toBeCloseTo(0.5, 12);
  });

  test("weights sum to 1 and follow the scores, however large these are", () => {
    const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, (given) => {
        const weights = list(attend(given));
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        const best = given.indexOf(Math.max(...given));
        expect(weights[best]).toBe(Math.max(...weights));
      }),
    );
  });
});

test("likeness is the dot product of the query and each key", () => {
  expect(
    list(
      likeness(
        [1, 2],
        [
          [3, 4],
          [0, -1],
        ],
      ),
    ),
  ).toEqual([11, -2]);
});
