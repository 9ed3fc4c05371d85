import { convolve3, depthwise3, type Features, mix1, plus, twice } from "./convolution.js";
import { DILATIONS, type Layer, parseFinder } from "./finderWeights.js";
import type { Plane } from "./plane.js";

/**
 * How densely people look for each 4 × 4 pixels, if each kind drew the eye alike: 0..1, 1 in the middle of a very small
 * one that is surely there (training/saliency/labels.py).
 */
export interface Found {
  readonly faces: Plane;
  readonly writing: Plane;
  readonly things: Plane;
}

/** The network of training/saliency/model.py, in plain arithmetic: it runs wherever the bytes are. */
export class Finder {
  private readonly layers: readonly Layer[];

  /** @throws RangeError if the bytes are not a finder's. */
  constructor(bytes: Uint8Array) {
    this.layers = parseFinder(bytes);
  }

  /** Red, green and blue, 0..1; both sides multiples of 16. */
  find(rgb: readonly [Plane, Plane, Plane]): Found {
    const { width, height } = rgb[0];
    if (width % 16 !== 0 || height % 16 !== 0)
      throw new RangeError(`the finder takes sides that are multiples of 16, got ${width} × ${height}`);
    const [faces, writing, things] = this.run(input(rgb));
    return { faces: faces!, writing: writing!, things: things! };
  }

  private run(picture: Features): Plane[] {
    let next = 0;
    const layer = () => this.layers[next++]!;
    const block = (x: Features, stride = 1, dilation = 1): Features => {
      const y = mix1(depthwise3(x, layer(), stride, dilation), layer(), true);
      return stride === 1 && y.channels === x.channels ? plus(x, y) : y;
    };
    const quarter = block(block(convolve3(picture, layer()), 2));
    const eighth = block(block(block(quarter, 2)));
    const deep = DILATIONS.reduce((x, dilation) => block(x, 1, dilation), block(eighth, 2));
    const middle = block(plus(eighth, twice(mix1(deep, layer(), true))));
    const fine = block(plus(quarter, twice(mix1(middle, layer(), true))));
    return split(mix1(fine, layer(), false));
  }
}

function input(rgb: readonly Plane[]): Features {
  const { width, height } = rgb[0]!;
  const size = width * height;
  const values = new Float32Array(3 * size);
  rgb.forEach((one, c) => {
    for (let i = 0; i < size; i++) values[c * size + i] = one.values[i]! - 0.5;
  });
  return { channels: 3, width, height, values };
}

function split({ channels, width, height, values }: Features): Plane[] {
  const size = width * height;
  return Array.from({ length: channels }, (_, c) => ({
    width,
    height,
    values: values.slice(c * size, (c + 1) * size).map((logit) => 1 / (1 + Math.exp(-logit))),
  }));
}
