import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  convolve3,
  depthwise3,
  type Features,
  mix1,
  twice,
} from "../../../src/model/saliency/convolution.js";

const small = fc.double({ min: -2, max: 2, noNaN: true });
const floats = (length: number) =>
  fc.array(small, { minLength: length, maxLength: length }).map((values) => Float32Array.from(values));

/** Two channels of w × h, three outputs. */
const cases = fc
  .record({ w: fc.integer({ min: 1, max: 9 }), h: fc.integer({ min: 1, max: 9 }) })
  .chain(({ w, h }) =>
    fc.record({
      x: floats(2 * w * h).map((values): Features => ({ channels: 2, width: w, height: h, values })),
      full: floats(3 * 2 * 9),
      each: floats(2 * 9),
      mix: floats(3 * 2),
      bias: floats(3),
      stride: fc.constantFrom(1, 2),
      dilation: fc.constantFrom(1, 2, 4),
    }),
  );

const at = ({ width, height, values }: Features, c: number, x: number, y: number) =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : values[(c * height + y) * width + x]!;

/** By the definition: for each output the sum over the kernel, zeros around, nothing below 0. */
function expectKernel(
  out: Features,
  x: Features,
  stride: number,
  dilation: number,
  weight: (o: number, c: number, tap: number) => number,
  bias: Float32Array,
) {
  out.values.forEach((value, i) => {
    const [column, row, o] = [
      i % out.width,
      Math.floor(i / out.width) % out.height,
      Math.floor(i / out.width / out.height),
    ];
    let sum = bias[o]!;
    for (let c = 0; c < x.channels; c++)
      for (let tap = 0; tap < 9; tap++)
        sum +=
          weight(o, c, tap) *
          at(
            x,
            c,
            column * stride + ((tap % 3) - 1) * dilation,
            row * stride + (Math.floor(tap / 3) - 1) * dilation,
          );
    expect(value).toBeCloseTo(Math.max(0, sum), 3);
  });
}

describe("the finder's convolutions do what the definition says", () => {
  it("3 × 3 over all channels, every second pixel", () => {
    fc.assert(
      fc.property(cases, ({ x, full, bias }) => {
        const out = convolve3(x, { weights: full, bias });
        expect([out.channels, out.width, out.height]).toEqual([
          3,
          Math.ceil(x.width / 2),
          Math.ceil(x.height / 2),
        ]);
        expectKernel(out, x, 2, 1, (o, c, tap) => full[(o * 2 + c) * 9 + tap]!, bias);
      }),
    );
  });

  it("3 × 3 in each channel, strided or dilated", () => {
    fc.assert(
      fc.property(cases, ({ x, each, bias, stride, dilation }) => {
        const out = depthwise3(x, { weights: each, bias: bias.subarray(0, 2) }, stride, dilation);
        expectKernel(out, x, stride, dilation, (o, c, tap) => (o === c ? each[c * 9 + tap]! : 0), bias);
      }),
    );
  });

  it("1 × 1 over all channels, with and without a floor at 0", () => {
    fc.assert(
      fc.property(cases, ({ x, mix, bias }) => {
        const size = x.width * x.height;
        const raw = (i: number) => {
          const o = Math.floor(i / size);
          return (
            bias[o]! + mix[o * 2]! * x.values[i % size]! + mix[o * 2 + 1]! * x.values[size + (i % size)]!
          );
        };
        const layer = { weights: mix, bias };
        mix1(x, layer, false).values.forEach((value, i) => {
          expect(value).toBeCloseTo(raw(i), 4);
        });
        mix1(x, layer, true).values.forEach((value, i) => {
          expect(value).toBeCloseTo(Math.max(0, raw(i)), 4);
        });
      }),
    );
  });

  it("twice repeats each value in a square of four", () => {
    const x = { channels: 1, width: 2, height: 1, values: new Float32Array([1, 2]) };
    expect(twice(x)).toMatchObject({
      width: 4,
      height: 2,
      values: new Float32Array([1, 1, 2, 2, 1, 1, 2, 2]),
    });
  });
});
