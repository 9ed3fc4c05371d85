import { describe, expect, it } from "vitest";
import { corruptFrame, FRAME_KINDS, SEVERITIES } from "../../../bench/robustness/frame/corruptions.js";
import { sampleMoment } from "../../../src/worker/sampleMoment.js";

/** Smooth hues with one sharp-edged box: something for every kind to spoil. */
function scene(): Uint8Array {
  const rgba = (sampleMoment().frame!.pixels as Uint8Array).slice();
  for (let i = 0; i < rgba.length / 4; i++) {
    const [x, y] = [i % 256, Math.floor(i / 256)];
    const box = x > 90 && x < 150 && y > 40 && y < 100;
    rgba.set(box ? [200, 40, 30] : [60 + x / 4, 90 + y / 3, 80], i * 4);
  }
  return rgba;
}

function distance(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}

describe("corruptions of a frame", () => {
  const clean = scene();
  it("are of 15 kinds", () => expect(Object.keys(FRAME_KINDS)).toHaveLength(15));

  it.each(Object.keys(FRAME_KINDS))(
    "%s: changes the picture, more at 5 than at 1, the same by seed",
    (kind) => {
      const kept = clean.slice();
      const [mild, strong] = [1, 5].map((severity) => corruptFrame(clean, kind, severity, 7));
      expect(distance(clean, kept)).toBe(0);
      expect(distance(mild, clean)).toBeGreaterThan(0.1);
      expect(distance(strong, clean)).toBeGreaterThan(distance(mild, clean));
      expect(distance(corruptFrame(clean, kind, 5, 7), strong)).toBe(0);
      expect(strong).toHaveLength(clean.length);
      expect(strong.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    },
  );

  it("go from bad to worse", () => {
    for (const kind of ["gaussianNoise", "contrast", "brightness", "defocusBlur"]) {
      const distances = SEVERITIES.map((severity) => distance(corruptFrame(clean, kind, severity, 1), clean));
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
    }
  });

  it("name what they do not know", () => {
    expect(() => corruptFrame(clean, "hail", 1, 1)).toThrow('"kind" must be one of gaussianNoise,');
    expect(() => corruptFrame(clean, "fog", 6, 1)).toThrow('"severity" must be 1..5, got 6');
  });
});
