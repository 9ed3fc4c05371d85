/** What walls hide is left out of the picture, and nothing else. Doors lie on the axis, 3 m wide. */
import { describe, expect, it } from "vitest";
import { ROOMS } from "../../sandbox/art/plan.js";
import { isThroughDoors } from "../../sandbox/sightlines.js";

const [first, second, third] = ROOMS as [(typeof ROOMS)[0], (typeof ROOMS)[0], (typeof ROOMS)[0]];

describe("isThroughDoors", () => {
  it("shows all that stands in the same room", () => {
    for (const x of [-5, 0, 5]) expect(isThroughDoors({ x: 5, z: 1 }, { x, z: 8 }, 0.3)).toBe(true);
  });

  it("shows what stands on the axis, two rooms on, and back", () => {
    expect(isThroughDoors({ x: 0, z: 1 }, { x: 0, z: third.end - 1 }, 0.3)).toBe(true);
    expect(isThroughDoors({ x: 0, z: third.end - 1 }, { x: 0, z: 1 }, 0.3)).toBe(true);
  });

  it("hides what stands beside the door, in the next room", () => {
    expect(isThroughDoors({ x: 0, z: 1 }, { x: 4.5, z: second.start + 1 }, 0.3)).toBe(false);
    expect(isThroughDoors({ x: -4, z: 1 }, { x: -4, z: second.start + 4 }, 0.3)).toBe(false);
  });

  it("shows what is beside the door once the visitor stands in it", () => {
    const inDoor = { x: 0, z: first.end + 0.4 };
    expect(isThroughDoors(inDoor, { x: 1.4, z: second.start + 4 }, 0.3)).toBe(true);
  });

  it("shows a thing that reaches into the doorway, whatever the angle", () => {
    expect(isThroughDoors({ x: 5, z: first.end - 0.2 }, { x: 0, z: first.end + 0.2 }, 0.5)).toBe(true);
  });
});
