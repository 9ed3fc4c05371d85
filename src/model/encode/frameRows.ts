import { ID_MAP_HEIGHT, ID_MAP_WIDTH, PATCH_COLUMNS, PATCH_ROWS, PATCHES } from "../observation.js";
import type { FramePercept } from "../percepts.js";

/** Cells of the object-id map along a side of a patch. */
const CELLS = ID_MAP_WIDTH / PATCH_COLUMNS;

/** [E, PATCHES]: which share of an entity's pixels lies in each patch; a row sums to 1, or 0 if it is not in view. */
export function patchLinks(frame: FramePercept, entities: number): Float32Array {
  const count = Math.max(1, entities);
  const out = new Float32Array(count * PATCHES);
  const totals = new Float32Array(count);
  forEachCell(frame, (patch, row) => {
    if (row < 0 || row >= entities) return;
    out[row * PATCHES + patch]++;
    totals[row]++;
  });
  for (let row = 0; row < count; row++) {
    if (totals[row] === 0) continue;
    for (let patch = 0; patch < PATCHES; patch++) out[row * PATCHES + patch] /= totals[row];
  }
  return out;
}

/** The entity (index into Percepts.entities) that fills most of each patch; -1 for the background. */
export function patchOwners(frame: FramePercept): Int16Array {
  const counts = Array.from({ length: PATCHES }, () => new Map<number, number>());
  forEachCell(frame, (patch, id) => {
    counts[patch].set(id, (counts[patch].get(id) ?? 0) + 1);
  });
  return Int16Array.from(counts, (count) => [...count].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0])[0]);
}

function forEachCell(frame: FramePercept, visit: (patch: number, id: number) => void): void {
  for (let y = 0; y < ID_MAP_HEIGHT; y++) {
    const patchRow = Math.min(PATCH_ROWS - 1, Math.floor(y / CELLS));
    for (let x = 0; x < ID_MAP_WIDTH; x++) {
      visit(patchRow * PATCH_COLUMNS + Math.floor(x / CELLS), frame.ids[y * ID_MAP_WIDTH + x]);
    }
  }
}
