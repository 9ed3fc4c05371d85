import { FRAME_HEIGHT, FRAME_WIDTH, PATCH, PATCH_COLUMNS, PATCH_ROWS, PATCH_VALUES } from "./observation.js";

/**
 * Cuts RGBA bytes (row 0 at the top) into patches, as shaders/patchify.wgsl does on the GPU.
 * @returns [PATCHES × PATCH_VALUES], 0..1; patch = row × columns + column, within it row, column, channel.
 */
export function patchify(rgba: Uint8Array): Float32Array {
  const out = new Float32Array(PATCH_ROWS * PATCH_COLUMNS * PATCH_VALUES);
  for (let y = 0; y < FRAME_HEIGHT; y++) {
    for (let x = 0; x < FRAME_WIDTH; x++) {
      const patch = Math.floor(y / PATCH) * PATCH_COLUMNS + Math.floor(x / PATCH);
      const at = patch * PATCH_VALUES + ((y % PATCH) * PATCH + (x % PATCH)) * 3;
      const from = (y * FRAME_WIDTH + x) * 4;
      for (let c = 0; c < 3; c++) out[at + c] = rgba[from + c] / 255;
    }
  }
  return out;
}
