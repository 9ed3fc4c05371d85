import { describe, expect, it } from "vitest";
import {
  FRAME_HEIGHT,
  FRAME_WIDTH,
  PATCH,
  PATCH_COLUMNS,
  PATCH_VALUES,
} from "../../src/model/observation.js";
import { patchify } from "../../src/model/patchify.js";

describe("patches of a frame", () => {
  it("hold each pixel's colours, by row, column and channel", () => {
    const rgba = Uint8Array.from(
      { length: FRAME_WIDTH * FRAME_HEIGHT * 4 },
      (_, i) => (i * 7 + (i >> 10)) % 256,
    );
    const patches = patchify(rgba);
    const expected = new Float32Array(patches.length);
    for (let y = 0; y < FRAME_HEIGHT; y++) {
      for (let x = 0; x < FRAME_WIDTH; x++) {
        const patch = Math.floor(y / PATCH) * PATCH_COLUMNS + Math.floor(x / PATCH);
        const at = patch * PATCH_VALUES + ((y % PATCH) * PATCH + (x % PATCH)) * 3;
        for (let c = 0; c < 3; c++) expected[at + c] = rgba[(y * FRAME_WIDTH + x) * 4 + c]! / 255;
      }
    }
    expect(patches).toEqual(expected);
  });
});
