import {
  ID_MAP_HEIGHT,
  ID_MAP_WIDTH,
  PATCH_COLUMNS,
  PATCH_ROWS,
  PATCH_VALUES,
  PATCHES,
  type TensorData,
} from "../observation.js";
import { patchify } from "../patchify.js";
import type { FramePercept, Percepts } from "../percepts.js";

/** Cells of the object-id map along a side of a patch. */
const CELLS = ID_MAP_WIDTH / PATCH_COLUMNS;

/** A frame as tensors. */
export interface Picture {
  readonly patches: TensorData;
  readonly links: Float32Array;
  readonly owners: Int16Array;
}

/** Zeros for patches where a bitmap goes to the GPU. */
export function pictureOf({ frame, entities }: Percepts): Picture | null {
  if (!frame) return null;
  const { pixels } = frame;
  return {
    patches:
      pixels instanceof Uint8Array
        ? { data: patchify(pixels), dims: [PATCHES, PATCH_VALUES] }
        : blankPatches(PATCHES),
    links: patchLinks(frame, entities.length),
    owners: patchOwners(frame),
  };
}

export function blankPatches(rows: number): TensorData {
  blank ??= new Float32Array(PATCHES * PATCH_VALUES);
  return { data: blank.subarray(0, rows * PATCH_VALUES), dims: [rows, PATCH_VALUES] };
}

/** Zeros that nobody writes to, made once: 442 KB. */
let blank: Float32Array | null = null;

/** [E, PATCHES]: which share of an entity's pixels lies in each patch; a row sums to 1, or 0 if it is not in view. */
function patchLinks(frame: FramePercept, entities: number): Float32Array {
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
function patchOwners(frame: FramePercept): Int16Array {
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
