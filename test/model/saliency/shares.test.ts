import { describe, expect, it } from "vitest";
import { saliencyShares } from "../../../src/model/saliency/shares.js";

const map = { width: 2, height: 2, values: new Float32Array([0.5, 0.25, 0.125, 0.125]) };

describe("saliencyShares", () => {
  it("gives each entity what lies on it, and nobody the rest", () => {
    expect([...saliencyShares(map, new Int16Array([0, 2, -1, 2]), 2, 3)]).toEqual([0.5, 0, 0.375]);
  });

  it("takes ids finer than the map", () => {
    const ids = new Int16Array([0, 0, 1, 1, 0, 0, 1, 1, -1, -1, -1, -1, -1, 1, -1, -1]);
    expect([...saliencyShares(map, ids, 4, 2)]).toEqual([0.5, 0.25 + 0.125 / 4]);
  });

  it("refuses ids that are no rectangle", () => {
    expect(() => saliencyShares(map, new Int16Array(5), 2, 1)).toThrow("whole rows of 2 cells, got 5");
  });
});
