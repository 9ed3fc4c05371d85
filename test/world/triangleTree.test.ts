import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TriangleTree } from "../../src/world/triangleTree.js";

describe("triangle tree", () => {
  it("blocks a segment that crosses a triangle from either side, and only within reach", () => {
    const tree = new TriangleTree([-1, -1, 0, 1, -1, 0, 0, 1, 0], [0, 1, 2]);
    expect(tree.blocks([0, 0, -1], [0, 0, 1], 2)).toBe(true);
    expect(tree.blocks([0, 0, 1], [0, 0, -1], 2)).toBe(true);
    expect(tree.blocks([0, 0, -1], [0, 0, 1], 0.9)).toBe(false);
    expect(tree.blocks([2, 0, -1], [0, 0, 1], 2)).toBe(false);
  });

  it("ends on a thousand equal triangles, on none, and on one that is not finite", () => {
    const many = Array.from({ length: 1000 }, () => [0, 1, 2]).flat();
    expect(new TriangleTree([-1, -1, 0, 1, -1, 0, 0, 1, 0], many).blocks([0, 0, -1], [0, 0, 1], 2)).toBe(
      true,
    );
    expect(new TriangleTree([], []).blocks([0, 0, -1], [0, 0, 1], 2)).toBe(false);
    expect(
      new TriangleTree([Number.NaN, 0, 0, 1, 0, 0, 0, 1, 0], [0, 1, 2]).blocks([0, 0, -1], [0, 0, 1], 2),
    ).toBe(false);
  });

  it("finds what trying every triangle finds", () => {
    const number = fc.integer({ min: -20, max: 20 });
    const point = fc.tuple(number, number, number);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(point, point, point), { maxLength: 60 }),
        point,
        point,
        (soup, origin, to) => {
          const positions = soup.flat(2);
          const indices = positions.slice(0, soup.length * 3).map((_, i) => i);
          const direction = to.map((value, i) => value - origin[i]);
          const one = (i: number) => new TriangleTree(positions, indices.slice(i * 3, i * 3 + 3));
          const any = soup.some((_, i) => one(i).blocks(origin, direction, 1));
          return new TriangleTree(positions, indices).blocks(origin, direction, 1) === any;
        },
      ),
    );
  });
});
