/** The few kinds of convolution that the finder is made of. Channel after channel, each row by row. */
import type { Layer } from "./finderWeights.js";

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
  for (let o = 0; o < out.channels; o++) {
    const target = out.values.subarray(o * size, (o + 1) * size);
    target.fill(bias[o]!);
    for (let c = 0; c < x.channels; c++)
      addKernel(target, out.width, out.height, x, c, weights, (o * x.channels + c) * 9, 2, 1);
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
    const target = out.values.subarray(c * size, (c + 1) * size);
    target.fill(bias[c]!);
    addKernel(target, out.width, out.height, x, c, weights, c * 9, stride, dilation);
  }
  return relu(out);
}

/** 1 × 1 over all channels; four outputs at a time, for the inputs are read once for them. */
export function mix1(x: Features, { weights, bias }: Layer, rectify: boolean): Features {
  const out = features(bias.length, x.width, x.height);
  const size = x.width * x.height;
  const source = x.values;
  for (let o = 0; o < out.channels; o += 4) {
    const count = Math.min(4, out.channels - o);
    const rows = Array.from({ length: 4 }, (_, k) =>
      out.values.subarray((o + Math.min(k, count - 1)) * size, (o + Math.min(k, count - 1) + 1) * size),
    );
    const [a, b, c, d] = rows as [Float32Array, Float32Array, Float32Array, Float32Array];
    for (let k = 0; k < count; k++) rows[k]!.fill(bias[o + k]!);
    for (let i = 0; i < x.channels; i++) {
      const weight = (k: number) => (k < count ? weights[(o + k) * x.channels + i]! : 0);
      const [wa, wb, wc, wd] = [weight(0), weight(1), weight(2), weight(3)];
      const base = i * size;
      for (let p = 0; p < size; p++) {
        const value = source[base + p]!;
        a[p]! += wa * value;
        b[p]! += wb * value;
        c[p]! += wc * value;
        d[p]! += wd * value;
      }
    }
  }
  return rectify ? relu(out) : out;
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

/** Adds one channel's 3 × 3 kernel to a target, tap by tap, only where the tap lies inside. */
function addKernel(
  target: Float32Array,
  width: number,
  height: number,
  x: Features,
  channel: number,
  weights: Float32Array,
  at: number,
  stride: number,
  dilation: number,
): void {
  const base = channel * x.width * x.height;
  for (let tap = 0; tap < 9; tap++) {
    const weight = weights[at + tap]!;
    const dy = (Math.floor(tap / 3) - 1) * dilation;
    const dx = ((tap % 3) - 1) * dilation;
    const left = Math.max(0, Math.ceil(-dx / stride));
    const right = Math.min(width - 1, Math.floor((x.width - 1 - dx) / stride));
    for (let row = 0; row < height; row++) {
      const y = row * stride + dy;
      if (y < 0 || y >= x.height) continue;
      const from = base + y * x.width + dx;
      for (let column = left; column <= right; column++)
        target[row * width + column]! += weight * x.values[from + column * stride]!;
    }
  }
}
