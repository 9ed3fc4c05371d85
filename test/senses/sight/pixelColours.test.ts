import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAME_HEIGHT, FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../../src/model/observation.js";
import { medianColours } from "../../../src/senses/sight/pixelColours.js";

type Colour = readonly [number, number, number];
const RED: Colour = [204, 0, 0];
const BLUE: Colour = [0, 0, 255];

/** A frame of one colour, and rectangles of others in cells of two by two pixels: x, y, width, height. */
function frameOf(all: Colour, ...areas: readonly [Colour, number, number, number, number][]): Uint8Array {
  const rgba = new Uint8Array(FRAME_WIDTH * FRAME_HEIGHT * 4).fill(255);
  const paint = (colour: Colour, x: number, y: number, width: number, height: number) => {
    for (let row = 2 * y; row < 2 * (y + height); row++)
      for (let column = 2 * x; column < 2 * (x + width); column++)
        rgba.set(colour, (row * FRAME_WIDTH + column) * 4);
  };
  paint(all, 0, 0, ID_MAP_WIDTH, ID_MAP_HEIGHT);
  for (const area of areas) paint(...area);
  return rgba;
}

/** Nothing but one thing, number 0, of these cells. */
function shown(x: number, y: number, width: number, height: number): Int16Array {
  const ids = new Int16Array(ID_MAP_WIDTH * ID_MAP_HEIGHT).fill(-1);
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++) ids[row * ID_MAP_WIDTH + column] = 0;
  return ids;
}

describe("the colour of a thing in the frame", () => {
  it("is that of its pixels, null where the frame shows none", () => {
    expect(medianColours(frameOf(RED), shown(3, 4, 10, 10), 2)).toEqual([[0.8, 0, 0], null]);
  });

  it("is not dyed by a patch on less than half of it", () => {
    const frame = frameOf(RED, [BLUE, 10, 10, 8, 8]);
    expect(medianColours(frame, shown(5, 5, 14, 14), 1)).toEqual([[0.8, 0, 0]]);
    expect(medianColours(frame, shown(9, 9, 10, 10), 1)).toEqual([[0, 0, 1]]);
  });

  it("is not that of cells at its edge, unless it has no others", () => {
    const ids = shown(20, 20, 3, 3);
    expect(medianColours(frameOf(RED, [BLUE, 21, 21, 1, 1]), ids, 1)).toEqual([[0, 0, 1]]);
    expect(medianColours(frameOf(RED, [BLUE, 21, 21, 1, 1]), shown(20, 21, 3, 1), 1)).toEqual([[0.8, 0, 0]]);
  });

  it("lies, channel by channel, between the least and the most of its pixels", () => {
    const level = fc.integer({ min: 0, max: 255 });
    const colour: fc.Arbitrary<Colour> = fc.tuple(level, level, level);
    fc.assert(
      fc.property(colour, colour, fc.integer({ min: 1, max: 12 }), (one, other, width) => {
        const [median] = medianColours(frameOf(one, [other, 0, 0, width, 9]), shown(0, 0, 12, 9), 1);
        for (const c of [0, 1, 2]) {
          expect(median![c]! * 255).toBeGreaterThanOrEqual(Math.min(one[c]!, other[c]!) - 1e-9);
          expect(median![c]! * 255).toBeLessThanOrEqual(Math.max(one[c]!, other[c]!) + 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
});
