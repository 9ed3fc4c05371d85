/** The statistics of the evaluation, on cases small enough to reckon by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bootstrap } from "../../bench/eval/stats/bootstrap.js";
import { calibrationError, reliability } from "../../bench/eval/stats/calibration.js";
import { foldSpread, foldsByTurn } from "../../bench/eval/stats/folds.js";
import { mcnemar } from "../../bench/eval/stats/mcnemar.js";
import { f1, macroF1, mean, once, precision, rankAuc, recall } from "../../bench/eval/stats/weighted.js";

describe("weighted figures", () => {
  const detection = { actual: [true, true, false, false], predicted: [true, false, true, false] };

  it("count a case as often as its weight says", () => {
    expect(mean([1, 0, 0.5])([2, 1, 2])).toBe(3 / 5);
    expect(mean([1, Number.NaN])([1, 5])).toBe(1);
    expect(mean([])([])).toBeNaN();
    expect(precision(detection)(once(4))).toBe(1 / 2);
    expect(recall(detection)([3, 1, 1, 1])).toBe(3 / 4);
    expect(f1(detection)(once(4))).toBe(1 / 2);
    expect(f1(detection)([2, 1, 0, 0])).toBe(4 / 5);
  });

  it("macro-F1 leaves out a label that neither occurs nor is predicted", () => {
    const never = { actual: [false, false, false, false], predicted: [false, false, false, false] };
    const always = { actual: [true, true, true, true], predicted: [true, true, true, true] };
    expect(macroF1([detection, always, never])(once(4))).toBe(3 / 4);
  });

  it("AUC counts ties half and weights as copies", () => {
    expect(rankAuc([0.9, 0.1], [true, false])(once(2))).toBe(1);
    expect(rankAuc([0.5, 0.5], [true, false])(once(2))).toBe(1 / 2);
    // Pairs of (0.8, 0.3) over (0.5, 0.3): right, right, wrong, tied.
    expect(rankAuc([0.8, 0.3, 0.5, 0.3], [true, true, false, false])(once(4))).toBe(2.5 / 4);
    expect(rankAuc([0.8, 0.3, 0.5, 0.3], [true, true, false, false])([1, 1, 2, 0])).toBe(1 / 2);
  });
});

describe("bootstrap", () => {
  const alone = (count: number) => Array.from({ length: count }, (_, i) => String(i));

  it("gives the plain figure, and an interval as wide as the binomial says", () => {
    const right = Array.from({ length: 400 }, (_, i) => Number(i % 4 === 0));
    const { value, low, high } = new Bootstrap(alone(400)).interval(mean(right));
    expect(value).toBe(0.25);
    // 1.96 standard errors of .25 over 400 are .0424.
    expect(low).toBeGreaterThan(0.195);
    expect(low).toBeLessThan(0.22);
    expect(high).toBeGreaterThan(0.28);
    expect(high).toBeLessThan(0.305);
  });

  it("is the same for the same seed and another for another", () => {
    const values = mean(Array.from({ length: 40 }, (_, i) => Math.sin(i)));
    const interval = (seed: number) => new Bootstrap(alone(40), 200, seed).interval(values);
    expect(interval(3)).toEqual(interval(3));
    expect(interval(3)).not.toEqual(interval(4));
  });

  it("draws the cases of a group together: copies bring no certainty", () => {
    const right = Array.from({ length: 400 }, (_, i) => Number((i >> 3) % 2));
    const width = (groups: string[]) => {
      const { low, high } = new Bootstrap(groups).interval(mean(right));
      return high - low;
    };
    // Eight copies each: √8 = 2.8 times as wide.
    const ratio = width(right.map((_, i) => String(i >> 3))) / width(alone(400));
    expect(ratio).toBeGreaterThan(2.3);
    expect(ratio).toBeLessThan(3.4);
  });

  it("finds no difference between equals and a clear one between unequals", () => {
    const better = Array.from({ length: 100 }, (_, i) => Number(i % 10 < 8));
    const worse = Array.from({ length: 100 }, (_, i) => Number(i % 10 < 5));
    const bootstrap = new Bootstrap(alone(100));
    expect(bootstrap.difference(mean(better), mean(better))).toEqual({ value: 0, low: 0, high: 0, p: 1 });
    const { value, low, p } = bootstrap.difference(mean(better), mean(worse));
    expect(value).toBeCloseTo(0.3, 12);
    expect(low).toBeGreaterThan(0.15);
    expect(p).toBeLessThan(0.01);
  });

  it("is not certain of what never failed, nor of what never worked", () => {
    // All of 30 right: the true share is .884 or more (.884 ** 30 = .025).
    const all = new Bootstrap(alone(30)).interval(mean(Array(30).fill(1)));
    expect(all).toEqual({ value: 1, low: expect.closeTo(0.884, 3), high: 1 });
    const none = new Bootstrap(alone(30)).interval(mean(Array(30).fill(0)));
    expect(none).toEqual({ value: 0, low: 0, high: expect.closeTo(0.116, 3) });
    // Only ten of them have the figure.
    const ten = Array.from({ length: 30 }, (_, i) => (i % 3 ? Number.NaN : 1));
    expect(new Bootstrap(alone(30)).interval(mean(ten)).low).toBeCloseTo(0.6915, 3);
  });

  it("has no interval for a single case", () => {
    expect(new Bootstrap(["a"]).interval(mean([1]))).toEqual({ value: 1, low: Number.NaN, high: Number.NaN });
  });
});

describe("McNemar's exact test", () => {
  const of = (onlyA: number, onlyB: number, both = 3) => {
    const a = [...Array(onlyA).fill(true), ...Array(onlyB).fill(false), ...Array(both).fill(true)];
    const b = [...Array(onlyA).fill(false), ...Array(onlyB).fill(true), ...Array(both).fill(true)];
    return mcnemar(a, b);
  };

  it("is the two-sided binomial test on the cases that differ", () => {
    expect(of(5, 0)).toEqual({ onlyA: 5, onlyB: 0, p: expect.closeTo(2 / 32, 12) });
    // (1 + 8) / 2^8 on either side.
    expect(of(1, 7).p).toBeCloseTo((2 * 9) / 256, 12);
    expect(of(4, 4).p).toBe(1);
    expect(of(0, 0).p).toBe(1);
  });

  it("stands thousands of cases", () => {
    // The normal approximation without correction gives z = 2.21, p = .027; exact is a little more.
    expect(of(1100, 1000).p).toBeCloseTo(0.0308, 3);
    expect(of(3000, 0).p).toBeGreaterThanOrEqual(0);
  });

  it("is symmetric and a probability", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (a, b) => {
        const { p } = of(a, b);
        expect(p).toBeCloseTo(of(b, a).p, 12);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("refuses lists of different length", () => {
    expect(() => mcnemar([true], [])).toThrow(
      "mcnemar: both systems must answer the same cases, got 1 and 0",
    );
  });
});

describe("calibration", () => {
  const belief = (said: number, happened: boolean) => ({ said, happened });

  it("is 0 for who says .75 and is right three times of four", () => {
    const honest = [true, true, true, false].map((happened) => belief(0.75, happened));
    expect(calibrationError(honest)(once(4))).toBe(0);
    expect(reliability(honest)[7]).toEqual({ count: 4, said: 0.75, happened: 0.75 });
  });

  it("is the mean gap, each bin by its share of the cases", () => {
    // One bin of 3 says 1 and is right twice (gap 1/3), one of 1 says .25 and is wrong (gap 1/4).
    const beliefs = [belief(1, true), belief(1, true), belief(1, false), belief(0.25, false)];
    expect(calibrationError(beliefs)(once(4))).toBeCloseTo(3 / 4 / 3 + 1 / 4 / 4, 12);
    expect(calibrationError(beliefs)([1, 1, 0, 0])).toBe(0);
    expect(calibrationError([...beliefs, null])([0, 0, 0, 0, 1])).toBeNaN();
  });

  it("puts 0 into the first and 1 into the last bin", () => {
    const bins = reliability([belief(0, false), belief(1, true)]);
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe("folds", () => {
  it("takes cases by turns, and gives mean and deviation between the folds", () => {
    expect(foldsByTurn(5, 2)).toEqual([0, 1, 0, 1, 0]);
    // Folds: {1, 1} and {0, 1}.
    const spread = foldSpread(mean([1, 0, 1, 1]), [0, 1, 0, 1]);
    expect(spread.mean).toBe(0.75);
    expect(spread.deviation).toBeCloseTo(Math.SQRT1_2 / 2, 12);
  });
});
