import { FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";
import type { Triple } from "../../world/vector.js";

/**
 * Mean sRGB colour of the frame's pixels under each number of the id map, 0..1; null where the map shows none.
 * Cells at an edge are half something else: they count only for a thing that has no others.
 * @param rgba the frame, row 0 the top
 */
export function meanColours(rgba: Uint8Array, ids: Int16Array, kinds: number): (Triple | null)[] {
  const inner = new Float64Array(kinds * 4);
  const edge = new Float64Array(kinds * 4);
  for (let y = 0; y < ID_MAP_HEIGHT; y++) {
    for (let x = 0; x < ID_MAP_WIDTH; x++) {
      const id = ids[y * ID_MAP_WIDTH + x];
      if (id < 0 || id >= kinds) continue;
      addCell(isInner(ids, x, y, id) ? inner : edge, id * 4, rgba, (y * 2 * FRAME_WIDTH + x * 2) * 4);
    }
  }
  return Array.from({ length: kinds }, (_, id) => mean(inner, id * 4) ?? mean(edge, id * 4));
}

/** Mean brightness of the whole frame, Rec. 709 luma of sRGB values, 0..1. */
export function meanLuma(rgba: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 16)
    sum += 0.2126 * rgba[i] + 0.7152 * rgba[i + 1] + 0.0722 * rgba[i + 2];
  return sum / (255 * Math.ceil(rgba.length / 16));
}

function isInner(ids: Int16Array, x: number, y: number, id: number): boolean {
  const at = y * ID_MAP_WIDTH + x;
  return (
    (x === 0 || ids[at - 1] === id) &&
    (x === ID_MAP_WIDTH - 1 || ids[at + 1] === id) &&
    (y === 0 || ids[at - ID_MAP_WIDTH] === id) &&
    (y === ID_MAP_HEIGHT - 1 || ids[at + ID_MAP_WIDTH] === id)
  );
}

/** A cell is two by two pixels. */
function addCell(sums: Float64Array, at: number, rgba: Uint8Array, from: number): void {
  for (const pixel of [from, from + 4, from + FRAME_WIDTH * 4, from + FRAME_WIDTH * 4 + 4])
    for (let c = 0; c < 3; c++) sums[at + c] += rgba[pixel + c];
  sums[at + 3] += 4 * 255;
}

function mean(sums: Float64Array, at: number): Triple | null {
  const n = sums[at + 3];
  return n > 0 ? [sums[at] / n, sums[at + 1] / n, sums[at + 2] / n] : null;
}
