import { ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";

const CELLS = ID_MAP_WIDTH * ID_MAP_HEIGHT;

/**
 * The object-id pass's RGBA bytes (row 0 the bottom) as numbers: the entity's place in the pass's numbering, -1 for
 * none. Row 0 is the top.
 */
export function decodeIds(rgba: Uint8Array): Int16Array {
  const ids = new Int16Array(CELLS);
  for (let y = 0; y < ID_MAP_HEIGHT; y++) {
    const from = (ID_MAP_HEIGHT - 1 - y) * ID_MAP_WIDTH;
    for (let x = 0; x < ID_MAP_WIDTH; x++)
      ids[y * ID_MAP_WIDTH + x] = rgba[(from + x) * 4] + rgba[(from + x) * 4 + 1] * 256 - 1;
  }
  return ids;
}

/** Renumbers a map; `to` gives the new number by the old one, -1 for none. */
export function renumber(ids: Int16Array, to: readonly number[]): Int16Array {
  return ids.map((id) => (id < 0 ? -1 : (to[id] ?? -1)));
}

/** Cells by id. */
export function countIds(ids: Int16Array, kinds: number): Int32Array {
  const counts = new Int32Array(kinds);
  for (const id of ids) if (id >= 0 && id < kinds) counts[id]++;
  return counts;
}
