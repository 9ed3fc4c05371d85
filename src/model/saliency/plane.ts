/** Single-channel pictures of floats, row 0 at the top, and what is done to them. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export function plane(width: number, height: number, at?: (x: number, y: number) => number): Plane {
  const values = new Float32Array(width * height);
  if (at) for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) values[y * width + x] = at(x, y);
  return { width, height, values };
}

/** Each value of the result from the values of both planes at its place. Both have one size. */
export function combine(a: Plane, b: Plane, f: (a: number, b: number) => number): Plane {
  const values = new Float32Array(a.values.length);
  for (let i = 0; i < values.length; i++) values[i] = f(a.values[i]!, b.values[i]!);
  return { width: a.width, height: a.height, values };
}

export const times = (a: number, b: number): number => a * b;
export const plus = (a: number, b: number): number => a + b;

/** Pixel centres aligned. Shrinking takes means over areas, growing is bilinear with edges repeated. */
export function resize(source: Plane, width: number, height: number): Plane {
  if (source.width === width && source.height === height) return source;
  const across = taps(source.width, width);
  const down = taps(source.height, height);
  const rows = new Float32Array(width * source.height);
  for (let y = 0; y < source.height; y++)
    for (let x = 0; x < width; x++)
      rows[y * width + x] = weigh(source.values, across[x]!, y * source.width, 1);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) values[y * width + x] = weigh(rows, down[y]!, x, width);
  return { width, height, values };
}

/** Left and right exchanged. */
export function mirror({ width, height, values }: Plane): Plane {
  const out = new Float32Array(values.length);
  for (let row = 0; row < values.length; row += width)
    for (let x = 0; x < width; x++) out[row + x] = values[row + width - 1 - x]!;
  return { width, height, values: out };
}

/** Gaussian blur in both directions, `sigma` in pixels; edges repeated. */
export function blur(source: Plane, sigma: number): Plane {
  if (sigma <= 0) return source;
  const radius = Math.ceil(sigma * 3);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((a, b) => a + b, 0);
  kernel.forEach((value, i) => {
    kernel[i] = value / sum;
  });
  const { width, height, values } = source;
  const rows = convolve(values, kernel, width, 1, height, width);
  return { width, height, values: convolve(rows, kernel, height, width, width, 1) };
}

interface Taps {
  readonly first: number;
  readonly weights: Float64Array;
}

/** Which source pixels make each target pixel: a triangle as wide as the coarser of the two grids. */
function taps(from: number, to: number): Taps[] {
  const step = from / to;
  const reach = Math.max(1, step);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * step - 0.5;
    const low = Math.ceil(centre - reach);
    const high = Math.floor(centre + reach);
    const first = Math.min(Math.max(low, 0), from - 1);
    const last = Math.max(Math.min(high, from - 1), first);
    const weights = new Float64Array(last - first + 1);
    let sum = 0;
    for (let j = low; j <= high; j++) {
      const weight = 1 - Math.abs(j - centre) / reach;
      weights[Math.min(Math.max(j, first), last) - first]! += weight;
      sum += weight;
    }
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

function weigh(values: Float32Array, { first, weights }: Taps, offset: number, stride: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[offset + (first + i) * stride]!;
  return sum;
}

/** Along one axis: `length` values `stride` apart, on each of `lines` lines `lineStride` apart. */
function convolve(
  values: Float32Array,
  kernel: Float64Array,
  length: number,
  stride: number,
  lines: number,
  lineStride: number,
): Float32Array {
  const radius = (kernel.length - 1) / 2;
  const out = new Float32Array(values.length);
  // One line with its ends repeated, so that the inner loop asks nothing.
  const padded = new Float64Array(length + 2 * radius);
  for (let line = 0; line < lines; line++) {
    const base = line * lineStride;
    for (let i = 0; i < length; i++) padded[i + radius] = values[base + i * stride]!;
    padded.fill(padded[radius]!, 0, radius);
    padded.fill(padded[radius + length - 1]!, radius + length);
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k]! * padded[i + k]!;
      out[base + i * stride] = sum;
    }
  }
  return out;
}
