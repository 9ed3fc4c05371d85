import { describe, expect, it } from "vitest";
import { nearFeatures } from "../../../src/model/encode/nearRows.js";

/** A pair on the left, dark and light; one by itself on the right. */
const X = [0, 1, 9];
const NONE = [0, 0, 0];
const values = {
  X,
  Y: NONE,
  Z: NONE,
  Distance: NONE,
  East: X,
  North: NONE,
  Height: NONE,
  Volume: [0, 1, 0.5],
  Lightness: [0.2, 0.8, 0.5],
};
const DOTS = ["dot", "dot", "dot"];

describe("things told by one another", () => {
  const rows = nearFeatures(DOTS, values, [1, 0, 0], [{ axis: "Lightness", sign: -1 }]);

  it("knows who stands alone and who is a pair", () => {
    expect(rows[2].nearAlone).toBeGreaterThan(rows[0].nearAlone);
    expect(rows.map((row) => row.nearMutual)).toEqual([1, 1, 0]);
  });

  it("tells which of a pair is the darker, on its left, the smaller", () => {
    expect(rows[0].nearPairAsked).toBe(1);
    expect(rows[1].nearPairAsked).toBe(-1);
    expect(rows[0].near1X).toBeCloseTo(1, 2);
    expect(rows[0].near1Volume).toBe(1);
    expect(rows[0].nearX).toBe(-1);
  });

  it("counts what is said of the neighbours", () => {
    expect(rows[1].nearGathered).toBeCloseTo(1 / 3);
  });

  it("says nothing where names differ, of a pair alone, of a crowd", () => {
    expect(nearFeatures(["vase", "urn", "bowl"], values, NONE, [])).toEqual([{}, {}, {}]);
    const many = Array.from({ length: 41 }, (_, i) => i);
    const crowd = Object.fromEntries(Object.keys(values).map((key) => [key, many])) as typeof values;
    expect(
      nearFeatures(
        many.map(() => "dot"),
        crowd,
        many,
        [],
      )[0],
    ).toEqual({});
  });
});
