import { FRAME_WIDTH, PATCH, PATCH_COLUMNS, PATCH_ROWS, PATCH_VALUES } from "./observation.js";

/** Each byte as the model takes it, 0..1. */
const SHARES = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

/**
 * Cuts RGBA bytes (row 0 at the top) into patches, as shaders/patchify.wgsl does on the GPU.
 * @returns [PATCHES × PATCH_VALUES], 0..1; patch = row × columns + column, within it row, column, channel.
 */
export function patchify(rgba: Uint8Array): Float32Array {
  const out = new Float32Array(PATCH_ROWS * PATCH_COLUMNS * PATCH_VALUES);
  // Constants of this function: the innermost loop runs 36,864 times.
  const side = PATCH;
  const shares = SHARES;
  let at = 0;
  for (let patchRow = 0; patchRow < PATCH_ROWS; patchRow++) {
    for (let column = 0; column < PATCH_COLUMNS; column++) {
      for (let y = 0; y < side; y++) {
        let from = ((patchRow * side + y) * FRAME_WIDTH + column * side) * 4;
        for (let x = 0; x < side; x++) {
          out[at++] = shares[rgba[from]!]!;
          out[at++] = shares[rgba[from + 1]!]!;
          out[at++] = shares[rgba[from + 2]!]!;
          from += 4;
        }
      }
    }
  }
  return out;
}
