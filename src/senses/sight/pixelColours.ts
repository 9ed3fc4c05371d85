import { FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";
import type { Triple } from "../../world/vector.js";

/**
 * Median sRGB colour, channel by channel, of the frame's pixels under each number of the id map, 0..1; null where the map
 * shows none. A median, for what covers less than half of a thing (a glint, a sticker, a patch that means to deceive) shall
 * not dye it. Cells at an edge are half something else: they count only for a thing that has no others.
 * @param rgba the frame, row 0 the top
 */
export function medianColours(rgba: Uint8Array, ids: Int16Array, kinds: number): (Triple | null)[] {
  const counts = new CellCounts(ids, kinds);
  for (let y = 0; y < ID_MAP_HEIGHT; y++) {
    for (let x = 0; x < ID_MAP_WIDTH; x++) {
      const id = ids[y * ID_MAP_WIDTH + x];
      if (id >= 0 && id < kinds) counts.add(id, isInner(ids, x, y, id), rgba, (y * FRAME_WIDTH + x) * 8);
    }
  }
  return Array.from({ length: kinds }, (_, id) => counts.median(id));
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

const LEVELS = 256;
const CHANNELS = 3;

/** How many cells of each thing have which level of a channel: of its inner cells, and of those at its edge. */
class CellCounts {
  /** Of each number its place among those that the map shows. */
  private readonly places: Int16Array;
  /** [2 × place + (0 inner, 1 edge)] */
  private readonly cells: Uint16Array;
  /** [as cells, channel, level] */
  private readonly counts: Uint16Array;

  constructor(ids: Int16Array, kinds: number) {
    this.places = new Int16Array(kinds).fill(-1);
    let shown = 0;
    for (const id of ids) if (id >= 0 && id < kinds && this.places[id] < 0) this.places[id] = shown++;
    this.cells = new Uint16Array(2 * shown);
    this.counts = new Uint16Array(2 * shown * CHANNELS * LEVELS);
  }

  /** @param from the first of the cell's two by two pixels */
  add(id: number, isInner: boolean, rgba: Uint8Array, from: number): void {
    const group = 2 * this.places[id] + (isInner ? 0 : 1);
    this.cells[group]++;
    const below = from + FRAME_WIDTH * 4;
    let row = group * CHANNELS * LEVELS;
    for (let c = 0; c < CHANNELS; c++) {
      const level = (rgba[from + c] + rgba[from + 4 + c] + rgba[below + c] + rgba[below + 4 + c] + 2) >> 2;
      this.counts[row + level]++;
      row += LEVELS;
    }
  }

  median(id: number): Triple | null {
    const inner = 2 * this.places[id];
    if (inner < 0) return null;
    const group = this.cells[inner] > 0 ? inner : inner + 1;
    const level = (channel: number) => this.medianLevel(group, channel) / (LEVELS - 1);
    return [level(0), level(1), level(2)];
  }

  /** The lower one of two. */
  private medianLevel(group: number, channel: number): number {
    const row = (group * CHANNELS + channel) * LEVELS;
    let level = 0;
    for (let below = this.counts[row]; 2 * below < this.cells[group]; below += this.counts[row + level])
      level++;
    return level;
  }
}
