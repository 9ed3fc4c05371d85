/** The few kinds of convolution that the finder is made of. Channel after channel, each row by row. */
import type { Layer } from "./finderWeights.js";
import { type Plane, plane } from "./plane.js";

export interface Features {
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** 3 × 3 over all channels, stride 2, zeros around, ReLU. */
export function convolve3(x: Features, { weights, bias }: Layer): Features {
  const out = features(bias.length, Math.ceil(x.width / 2), Math.ceil(x.height / 2));
  const size = out.width * out.height;
  const sources = Array.from({ length: x.channels }, (_, c) => padded(x, c, 1));
  for (let o = 0; o < out.channels; o++) {
    const target = out.values.subarray(o * size, (o + 1) * size).fill(bias[o]!);
    for (const [c, source] of sources.entries())
      addKernel(target, out.width, source, weights, (o * x.channels + c) * 9, 2, 1);
  }
  return relu(out);
}

/** 3 × 3 in each channel by itself, zeros around, ReLU. */
export function depthwise3(
  x: Features,
  { weights, bias }: Layer,
  stride: number,
  dilation: number,
): Features {
  const out = features(x.channels, Math.ceil(x.width / stride), Math.ceil(x.height / stride));
  const size = out.width * out.height;
  for (let c = 0; c < x.channels; c++) {
    const target = out.values.subarray(c * size, (c + 1) * size).fill(bias[c]!);
    addKernel(target, out.width, padded(x, c, dilation), weights, c * 9, stride, dilation);
  }
  return relu(out);
}

/** 1 × 1 over all channels. Two outputs at a time from four inputs, so that a value read or written serves several times. */
export function mix1(x: Features, { weights, bias }: Layer, rectify: boolean): Features {
  const out = features(bias.length, x.width, x.height);
  const size = x.width * x.height;
  const row = (o: number) => out.values.subarray(o * size, (o + 1) * size).fill(bias[o]!);
  const weight = (o: number, i: number) =>
    o < out.channels && i < x.channels ? weights[o * x.channels + i]! : 0;
  for (let o = 0; o < out.channels; o += 2) {
    const first = row(o);
    const second = o + 1 < out.channels ? row(o + 1) : first;
    for (let i = 0; i < x.channels; i += 4) {
      const four = (output: number): Four => [
        weight(output, i),
        weight(output, i + 1),
        weight(output, i + 2),
        weight(output, i + 3),
      ];
      addInputs(x, i, first, four(o), second, four(o + 1));
    }
  }
  return rectify ? relu(out) : out;
}

type Four = readonly [number, number, number, number];

/** Adds four channels from `input` on to two targets; of channels that are not there, the weight is 0. */
function addInputs(
  x: Features,
  input: number,
  first: Float32Array,
  u: Four,
  second: Float32Array,
  v: Four,
): void {
  const size = x.width * x.height;
  const from = (k: number) => Math.min(input + k, x.channels - 1) * size;
  const source = x.values;
  const [a, b, c, d] = [from(0), from(1), from(2), from(3)];
  const [u0, u1, u2, u3] = u;
  const [v0, v1, v2, v3] = v;
  for (let p = 0; p < size; p++) {
    const x0 = source[a + p]!;
    const x1 = source[b + p]!;
    const x2 = source[c + p]!;
    const x3 = source[d + p]!;
    first[p]! += u0 * x0 + u1 * x1 + u2 * x2 + u3 * x3;
    second[p]! += v0 * x0 + v1 * x1 + v2 * x2 + v3 * x3;
  }
}

export function plus(x: Features, y: Features): Features {
  const values = x.values.map((value, i) => value + y.values[i]!);
  return { ...x, values };
}

/** Twice as wide and as high, each value four times. */
export function twice(x: Features): Features {
  const out = features(x.channels, x.width * 2, x.height * 2);
  for (let row = 0; row < x.channels * out.height; row++) {
    const channel = Math.floor(row / out.height);
    const from = (channel * x.height + ((row % out.height) >> 1)) * x.width;
    for (let column = 0; column < out.width; column++)
      out.values[row * out.width + column] = x.values[from + (column >> 1)]!;
  }
  return out;
}

function features(channels: number, width: number, height: number): Features {
  return { channels, width, height, values: new Float32Array(channels * width * height) };
}

function relu(x: Features): Features {
  const { values } = x;
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
  return x;
}

type Nine = [number, number, number, number, number, number, number, number, number];

/** A channel with zeros around it, so that no tap has to ask whether it lies inside. */
function padded({ width, height, values }: Features, channel: number, by: number): Plane {
  const out = plane(width + 2 * by, height + 2 * by);
  for (let y = 0; y < height; y++) {
    const from = (channel * height + y) * width;
    out.values.set(values.subarray(from, from + width), (y + by) * out.width + by);
  }
  return out;
}

/** Adds a padded channel's 3 × 3 kernel, which begins at `first` of the weights, to a target of such a width. */
function addKernel(
  target: Float32Array,
  width: number,
  source: Plane,
  weights: Float32Array,
  first: number,
  stride: number,
  dilation: number,
): void {
  const { values } = source;
  const down = dilation * source.width;
  const [a, b, c, d, e, f, g, h, i] = Array.from({ length: 9 }, (_, tap) => weights[first + tap]!) as Nine;
  for (let p = 0; p < target.length; p++) {
    const column = p % width;
    const up = ((p - column) / width) * stride * source.width + column * stride;
    const middle = up + down;
    const low = middle + down;
    target[p]! +=
      a * values[up]! +
      b * values[up + dilation]! +
      c * values[up + 2 * dilation]! +
      d * values[middle]! +
      e * values[middle + dilation]! +
      f * values[middle + 2 * dilation]! +
      g * values[low]! +
      h * values[low + dilation]! +
      i * values[low + 2 * dilation]!;
  }
}
