import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/headless/seededRandom.js";

const take = (seed: number, n: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => random());
};

test("the same seed gives the same numbers, from 0 up to but not 1", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const numbers = take(seed, 20);
      expect(numbers).toEqual(take(seed, 20));
      for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
    }),
  );
});

test("is spread evenly", () => {
  const numbers = take(7, 10_000);
  const mean = numbers.reduce((sum, v) => sum + v, 0) / numbers.length;
  expect(mean).toBeCloseTo(0.5, 1);
  expect(numbers.filter((v) => v < 0.1).length / numbers.length).toBeCloseTo(0.1, 1);
});
