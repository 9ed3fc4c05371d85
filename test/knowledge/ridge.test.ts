import { describe, expect, it } from "vitest";
import { ridge } from "../../src/knowledge/ridge.js";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));

describe("ridge", () => {
  it("gives keys that are alike to nothing else their targets, softened by λ", () => {
    const { values } = ridge(rows([1, 0], [0, 1]), rows([1], [0]), 0.25);
    expect(values[0]![0]).toBeCloseTo(1 / 1.25);
    expect(values[1]![0]).toBeCloseTo(0);
  });

  it("solves (K + λ I) values = Y", () => {
    const likeness = rows([1, 0.6, 0.2], [0.6, 1, 0.4], [0.2, 0.4, 1]);
    const targets = rows([1, 0], [0, 1], [0, 0]);
    const { values } = ridge(likeness, targets, 0.1);
    for (const [i, target] of targets.entries())
      for (const [column, wanted] of target.entries()) {
        const sum = values.reduce((total, value, k) => total + likeness[i]![k]! * value[column]!, 0);
        expect(sum + 0.1 * values[i]![column]!).toBeCloseTo(wanted, 10);
      }
  });

  it("says what the others alone would give a key: the same as learning without it", () => {
    const likeness = rows([1, 0.6, 0.2], [0.6, 1, 0.4], [0.2, 0.4, 1]);
    const targets = rows([1], [1], [0]);
    const { leftOut } = ridge(likeness, targets, 0.1);
    const without = ridge(rows([1, 0.4], [0.4, 1]), rows([1], [0]), 0.1).values;
    expect(leftOut[0]![0]).toBeCloseTo(0.6 * without[0]![0]! + 0.2 * without[1]![0]!, 10);
  });

  it("stands two keys that are the same", () => {
    const { values } = ridge(rows([1, 1], [1, 1]), rows([1], [0]), 0.05);
    expect(values.every(([value]) => Number.isFinite(value))).toBe(true);
  });
});
