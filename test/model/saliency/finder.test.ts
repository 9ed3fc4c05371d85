import { describe, expect, it } from "vitest";
import { Finder } from "../../../src/model/saliency/finder.js";
import { LAYERS, parseFinder } from "../../../src/model/saliency/finderWeights.js";
import { plane } from "../../../src/model/saliency/plane.js";
import { finderFile as file } from "./finderFile.js";

const rgb = (width: number, height: number) => {
  const one = plane(width, height, (x, y) => ((x * 7 + y * 13) % 32) / 31);
  return [one, one, one] as const;
};

describe("Finder", () => {
  it("gives a density of looks at each kind for each 4 × 4 pixels", () => {
    const { faces, writing, things } = new Finder(file(0, 1, [0, 2, -3])).find(rgb(32, 16));
    for (const [map, logit] of [
      [faces, 0],
      [writing, 2],
      [things, -3],
    ] as const) {
      expect(map).toMatchObject({ width: 8, height: 4 });
      for (const value of map.values) expect(value).toBeCloseTo(1 / (1 + Math.exp(-logit)), 6);
    }
  });

  it("reads weights as whole numbers with a scale for each output", () => {
    const layers = parseFinder(file(255, 0.5, [0, 0, 0]));
    expect(layers).toHaveLength(LAYERS.length);
    for (const { weights } of layers) expect(weights.every((weight) => weight === -0.5)).toBe(true);
  });

  it("says nothing that is not a number, whatever the weights", () => {
    const { faces } = new Finder(file(127, 1, [0, 0, 0])).find(rgb(16, 16));
    expect(faces.values.every(Number.isFinite)).toBe(true);
  });

  it("refuses what is no finder, and pictures that it can't halve four times", () => {
    const good = file(0, 1, [0, 0, 0]);
    expect(() => new Finder(good.subarray(1))).toThrow(
      `must be ${good.length} bytes, got ${good.length - 1}`,
    );
    expect(() => new Finder(new Uint8Array(good.length))).toThrow('must begin with "SAC1"');
    expect(() => new Finder(good).find(rgb(20, 16))).toThrow("multiples of 16, got 20 × 16");
  });
});
