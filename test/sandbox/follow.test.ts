/** The visitor's view on a tour: the guide does not walk out of the picture. */
import { expect, it } from "vitest";
import { turnToKeep } from "../../sandbox/player/follow.js";

const here = { x: 0, z: 1 };
const turned = (yaw: number, to: { x: number; z: number }, seconds: number) => {
  for (let t = 0; t < seconds; t += 1 / 60) yaw += turnToKeep(yaw, here, to, 1 / 60);
  return yaw;
};

it("stays while the guide is in the picture", () => {
  expect(turned(0, { x: 0.7, z: 5 }, 3)).toBe(0);
});

it("turns until she is at its edge, the short way round, and no farther", () => {
  expect(turned(0, { x: -3, z: 1 }, 5)).toBeCloseTo(-Math.PI / 2 + 0.2, 2);
  expect(turned(3, { x: -0.2, z: -4 }, 5)).toBeCloseTo(3, 2);
  // Behind to the left, seen from a view that looks back already: over ±180°.
  expect(turned(3, { x: -4, z: -1 }, 5)).toBeCloseTo(2 * Math.PI + Math.atan2(-4, -2) - 0.2, 2);
});
