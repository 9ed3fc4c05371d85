import { LAYERS } from "../../../src/model/saliency/finderWeights.js";

const weightsOf = ({ inputs, outputs, side, depthwise }: (typeof LAYERS)[number]) =>
  (depthwise ? outputs : inputs * outputs) * side * side;

/** A finder's weights: all of them and their scales as told; biases 0 but for the head's. */
export function finderFile(
  weight: number,
  scale: number,
  head: readonly [number, number, number],
): Uint8Array {
  const floats = LAYERS.flatMap(({ outputs }, i) => [
    ...Array(outputs).fill(scale),
    ...(i === LAYERS.length - 1 ? head : Array(outputs).fill(0)),
  ]);
  const count = LAYERS.reduce((sum, layer) => sum + weightsOf(layer), 0);
  const bytes = new Uint8Array(4 + floats.length * 4 + count).fill(weight);
  bytes.set(new TextEncoder().encode("SAC1"));
  const view = new DataView(bytes.buffer);
  floats.forEach((value, i) => {
    view.setFloat32(4 + i * 4, value, true);
  });
  return bytes;
}
