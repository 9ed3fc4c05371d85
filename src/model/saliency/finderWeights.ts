/** Weights of the finder, as training/saliency/export.py writes them. */
export interface Layer {
  /** out × (in / groups) × side × side. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Of the blocks at a sixteenth of the picture. */
export const DILATIONS = [1, 2, 4, 1, 2, 4] as const;

/** Channels of each convolution, in the order in which they run. */
export const LAYERS: readonly LayerShape[] = shapes();

export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  /** 3: each kernel is 3 × 3; depthwise unless it is the first layer. */
  readonly side: 1 | 3;
  readonly depthwise: boolean;
}

const MAGIC = 0x31434153;

/**
 * Little-endian: "SAC1", then for each layer the scales of its outputs and its biases (float32), then all
 * weights (int8) in the same order. @throws RangeError if the length is not the one that the layers need.
 */
export function parseFinder(bytes: Uint8Array): Layer[] {
  const sizes = LAYERS.map(weightsOf);
  const floats = LAYERS.reduce((sum, { outputs }) => sum + 2 * outputs, 0);
  const wanted = 4 + floats * 4 + sizes.reduce((a, b) => a + b, 0);
  if (bytes.byteLength !== wanted)
    throw new RangeError(`the saliency weights must be ${wanted} bytes, got ${bytes.byteLength}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError('the saliency weights must begin with "SAC1"');
  let at = 4;
  const read = (count: number) => {
    const out = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + i * 4, true));
    at += count * 4;
    return out;
  };
  const heads = LAYERS.map(({ outputs }) => ({ scales: read(outputs), bias: read(outputs) }));
  return heads.map(({ scales, bias }, i) => {
    const each = sizes[i]! / scales.length;
    const weights = Float32Array.from(
      { length: sizes[i]! },
      (_, j) => view.getInt8(at + j) * scales[Math.floor(j / each)]!,
    );
    at += sizes[i]!;
    return { weights, bias };
  });
}

function weightsOf({ inputs, outputs, side, depthwise }: LayerShape): number {
  return (depthwise ? outputs : inputs * outputs) * side * side;
}

function shapes(): LayerShape[] {
  const depth = (channels: number): LayerShape => ({
    inputs: channels,
    outputs: channels,
    side: 3,
    depthwise: true,
  });
  const mix = (inputs: number, outputs: number): LayerShape => ({
    inputs,
    outputs,
    side: 1,
    depthwise: false,
  });
  const block = (inputs: number, outputs: number) => [depth(inputs), mix(inputs, outputs)];
  return [
    { inputs: 3, outputs: 16, side: 3, depthwise: false },
    ...[block(16, 32), block(32, 32), block(32, 64), block(64, 64), block(64, 64)].flat(),
    ...[block(64, 128), ...DILATIONS.map(() => block(128, 128))].flat(),
    ...[mix(128, 64), ...block(64, 64), mix(64, 32), ...block(32, 32), mix(32, 3)],
  ];
}
