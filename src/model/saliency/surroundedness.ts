import { blur, type Plane, plane } from "./plane.js";

/** Levels at which each channel is cut. Zhang & Sclaroff use steps of 8 in 255. */
const LEVELS = 20;

/**
 * Boolean maps (Zhang & Sclaroff, "Saliency detection: a Boolean map approach", ICCV 2013): a figure is
 * surrounded by its ground. Each channel is cut at many levels; what the picture's border does not
 * reach counts, small regions and large ones alike by the length of their map.
 */
export function surroundedness(channels: readonly Plane[]): Plane {
  const { width, height } = channels[0]!;
  const sum = plane(width, height);
  const map = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  for (const { values } of channels) {
    const { low, high } = range(values);
    // A difference that no screen shows is no figure.
    if (high - low < 0.02) continue;
    for (let level = 1; level <= LEVELS; level++) {
      const cut = low + ((high - low) * level) / (LEVELS + 1);
      for (const above of [true, false]) {
        for (let i = 0; i < map.length; i++) map[i] = values[i]! > cut === above ? 1 : 0;
        clearBorder(map, stack, width, height);
        addUnit(sum.values, map);
      }
    }
  }
  return blur(sum, 0.75);
}

/** Takes out every region that touches the border. */
function clearBorder(map: Uint8Array, stack: Int32Array, width: number, height: number): void {
  let top = 0;
  const push = (i: number) => {
    if (map[i] !== 1) return;
    map[i] = 0;
    stack[top++] = i;
  };
  for (let x = 0; x < width; x++) {
    push(x);
    push((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    push(y * width);
    push(y * width + width - 1);
  }
  while (top > 0) {
    const i = stack[--top]!;
    const x = i % width;
    if (x > 0) push(i - 1);
    if (x < width - 1) push(i + 1);
    if (i >= width) push(i - width);
    if (i < map.length - width) push(i + width);
  }
}

/** Adds the map at length 1: a map full of figure tells less of each of its pixels. */
function addUnit(sum: Float32Array, map: Uint8Array): void {
  let count = 0;
  for (const one of map) count += one;
  if (count === 0) return;
  const share = 1 / Math.sqrt(count);
  for (let i = 0; i < map.length; i++) if (map[i] === 1) sum[i]! += share;
}

function range(values: Float32Array): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
