import { expect, it } from "vitest";
import { isBlank } from "../../src/model/blankFrame.js";
import { sampleMoment } from "../../src/worker/sampleMoment.js";

const frame = sampleMoment().frame!;
const pixels = frame.pixels as Uint8Array;
const black = pixels.map((_, i) => (i % 4 === 3 ? 255 : 0));

it("is a frame of one colour that should show things", () => {
  expect(isBlank({ ...frame, pixels: black })).toBe(true);
  expect(isBlank({ ...frame, pixels: pixels.slice().fill(255) })).toBe(true);
});

it("is not one that shows anything, nor a plain wall with nothing before it", () => {
  expect(isBlank(frame)).toBe(false);
  const dim = black.map((value, i) => (i % 4 !== 3 && i > black.length / 2 ? 6 : value));
  expect(isBlank({ ...frame, pixels: dim })).toBe(false);
  expect(isBlank({ pixels: black, ids: frame.ids.map(() => -1) })).toBe(false);
});
