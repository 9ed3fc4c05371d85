import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ViewCone } from "../../../src/senses/sight/viewCone.js";
import type { Triple } from "../../../src/world/vector.js";

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate);

describe("view cone", () => {
  it("is as wide and as high as it is said to be, wherever it looks", () => {
    const cone = new ViewCone(120, 100, 30);
    for (const heading of [0, 0.7, 2, -3]) {
      cone.aim({ position: [1, 2, 3], forward: [Math.sin(heading), 0, Math.cos(heading)] });
      const sees = (degrees: number, up: number, distance = 10) => {
        const turn = heading + (degrees * Math.PI) / 180;
        const rise = (up * Math.PI) / 180;
        const level = distance * Math.cos(rise);
        return cone.contains(
          1 + level * Math.sin(turn),
          2 + distance * Math.sin(rise),
          3 + level * Math.cos(turn),
        );
      };
      expect([-61, -59, 0, 59, 61].map((degrees) => sees(degrees, 0))).toEqual([
        false,
        true,
        true,
        true,
        false,
      ]);
      expect([-51, -49, 49, 51].map((up) => sees(0, up))).toEqual([false, true, true, false]);
      expect([29, 31].map((distance) => sees(0, 0, distance))).toEqual([true, false]);
    }
  });

  it("can look all around", () => {
    const cone = new ViewCone(360, 180, 100);
    cone.aim({ position: [0, 0, 0], forward: [0, 0, 1] });
    fc.assert(fc.property(point, ([x, y, z]) => cone.contains(x, y, z)));
  });

  it("calls a ball inside or outside only if each of its points is", () => {
    const angle = fc.integer({ min: 10, max: 170 });
    fc.assert(
      fc.property(
        angle,
        angle,
        point,
        point,
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        point,
        (w, h, eyes, at, r, to) => {
          const cone = new ViewCone(w, h, 30);
          cone.aim({ position: eyes as Triple, forward: to as Triple });
          const side = cone.sideOf(...(at as Triple), r);
          if (side === 0) return;
          const around = [0, 1, 2, 3, 4, 5].map((i) =>
            at.map((v, axis) => v + (axis === i >> 1 ? (i % 2 ? r : -r) : 0)),
          );
          for (const [x, y, z] of around)
            expect(
              cone.contains(x * 0.999 + at[0] * 0.001, y * 0.999 + at[1] * 0.001, z * 0.999 + at[2] * 0.001),
            ).toBe(side === 1);
        },
      ),
    );
  });
});
