import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centrePrior } from "../../../src/model/saliency/centrePrior.js";
import { Finder } from "../../../src/model/saliency/finder.js";
import type { Picture } from "../../../src/model/saliency/picture.js";
import { type SaliencyMap, saliencyOf } from "../../../src/model/saliency/saliency.js";
import { finderFile } from "./finderFile.js";

type Paint = (x: number, y: number) => readonly [number, number, number];

function picture(width: number, height: number, paint: Paint): Picture {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.set([...paint(x, y), 255], (y * width + x) * 4);
  return { width, height, rgba };
}

const RING = Array.from({ length: 6 }, (_, i) => {
  const angle = ((i + 0.5) * Math.PI) / 3;
  // As far from the middle as the centre prior reckons, so that it prefers none.
  return [0.5 + 0.22 * Math.cos(angle), 0.5 + 0.19 * Math.sin(angle)] as const;
});

/** Six discs of radius 10 on grey, green but for one red. */
const discs = (odd: number): Picture =>
  picture(256, 192, (x, y) => {
    const at = RING.findIndex(([u, v]) => Math.hypot(x - u * 256, y - v * 192) <= 10);
    if (at < 0) return [120, 120, 120];
    return at === odd ? [200, 60, 60] : [60, 160, 60];
  });

/** Where the map is largest, as shares of the picture. */
function peak({ width, values }: SaliencyMap): [number, number] {
  const at = values.indexOf(Math.max(...values));
  return [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / (values.length / width)];
}

describe("saliencyOf", () => {
  it.each([0, 1, 2, 3, 4, 5])("is largest at the one red disc among green ones: disc %d", (odd) => {
    const [x, y] = peak(saliencyOf(discs(odd)));
    expect(Math.abs(x - RING[odd]![0])).toBeLessThan(0.04);
    expect(Math.abs(y - RING[odd]![1])).toBeLessThan(0.06);
  });

  it("is a quarter of the working size, whose longer side is 256", () => {
    expect(saliencyOf(discs(1))).toMatchObject({ width: 64, height: 48 });
    expect(saliencyOf(picture(256, 144, () => [9, 9, 9]))).toMatchObject({ width: 64, height: 36 });
    expect(saliencyOf(picture(300, 600, () => [9, 9, 9]))).toMatchObject({ width: 32, height: 64 });
  });

  it("is nothing but the centre prior where a picture is of one colour", () => {
    const { width, height, values } = saliencyOf(picture(256, 144, () => [70, 130, 180]));
    const prior = centrePrior(width, height).values;
    const sum = prior.reduce((a, b) => a + b, 0);
    for (const [i, value] of values.entries()) expect(value).toBeCloseTo(prior[i]! / sum, 6);
  });

  it("is symmetric where the picture is", () => {
    const { width, values } = saliencyOf(
      picture(128, 96, (x, y) => {
        const across = Math.min(x, 127 - x);
        return [across * 4, (y * 2 + across) % 256, across < 30 && y > 50 ? 255 : 40];
      }),
    );
    const top = Math.max(...values);
    for (const [i, value] of values.entries()) {
      const mirrored = values[i - (i % width) + width - 1 - (i % width)]!;
      expect(Math.abs(value - mirrored) / top).toBeLessThan(0.02);
    }
  });

  it("leaves less to contrasts where known things are, and adds nothing where there are none", () => {
    const finding = (logit: number) => new Finder(finderFile(0, 1, [logit, logit, logit]));
    const { width, height, values } = saliencyOf(picture(256, 144, () => [9, 9, 9]));
    const centre = { width, height, values };
    const scene = picture(256, 144, (x, y) => (Math.hypot(x - 60, y - 40) < 12 ? [255, 0, 0] : [9, 9, 9]));
    const beside = ({ values: looks }: SaliencyMap) =>
      looks.reduce((sum, value, i) => sum + Math.abs(value - centre.values[i]!), 0);
    const alone = saliencyOf(scene);
    expect(beside(saliencyOf(scene, finding(9)))).toBeLessThan(beside(alone) / 10);
    expect(beside(saliencyOf(scene, finding(-20)))).toBeCloseTo(beside(alone), 4);
  });

  it("shows the finder the picture, and larger its mirror image", () => {
    const seen: { width: number; height: number; redAtLeft: number }[] = [];
    class Watched extends Finder {
      override find(rgb: Parameters<Finder["find"]>[0]) {
        const { width, height, values } = rgb[0];
        seen.push({ width, height, redAtLeft: values[0]! });
        return super.find(rgb);
      }
    }
    saliencyOf(
      picture(256, 144, (x) => [x < 128 ? 255 : 0, 0, 0]),
      new Watched(finderFile(0, 1, [0, 0, 0])),
    );
    expect(seen).toEqual([
      { width: 256, height: 144, redAtLeft: 1 },
      { width: 384, height: 224, redAtLeft: 0 },
    ]);
  });

  it("counts what the finder sees in the mirror image where it is in the picture", () => {
    class Left extends Finder {
      override find(rgb: Parameters<Finder["find"]>[0]) {
        const found = super.find(rgb);
        const { width } = found.faces;
        const faces = found.faces.values.map((_, i) => (width > 64 && i % width < width / 4 ? 1 : 0));
        return { ...found, faces: { ...found.faces, values: faces } };
      }
    }
    const finder = new Left(finderFile(0, 1, [-20, -20, -20]));
    const [x] = peak(
      saliencyOf(
        picture(256, 192, () => [9, 9, 9]),
        finder,
      ),
    );
    expect(x).toBeGreaterThan(0.7);
  });

  it("does not read alpha", () => {
    const opaque = discs(2);
    const clear = { ...opaque, rgba: opaque.rgba.map((value, i) => (i % 4 === 3 ? 0 : value)) };
    expect(saliencyOf(clear).values).toEqual(saliencyOf(opaque).values);
  });

  it("sums to 1, with no value below 0, for pictures of any size", () => {
    const anyPicture = fc
      .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
      .chain(({ width, height }) =>
        fc
          .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
          .map((rgba) => ({ width, height, rgba })),
      );
    fc.assert(
      fc.property(anyPicture, (one) => {
        const { width, height, values } = saliencyOf(one);
        expect(values).toHaveLength(width * height);
        expect(values.every((value) => value >= 0)).toBe(true);
        expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    [1, 1],
    [1, 1000],
    [1000, 1],
    [17, 31],
  ])("stands a picture of %d × %d", (width, height) => {
    const { values } = saliencyOf(picture(width, height, (x, y) => [x % 256, y % 256, 0]));
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("names what is wrong with a picture", () => {
    const rgba = new Uint8Array(16);
    expect(() => saliencyOf({ width: 3, height: 2, rgba })).toThrow(/picture\.rgba .* 24 bytes, got 16/);
    expect(() => saliencyOf({ width: 0, height: 2, rgba })).toThrow(/picture\.width .* got 0/);
    expect(() => saliencyOf({ width: 2, height: Number.NaN, rgba })).toThrow(/picture\.height .* got NaN/);
  });
});
