import type { SaliencyMap } from "./saliency.js";

/**
 * How much of the map lies on each entity: which of them draw the eye by their looks alone.
 * @param ids which entity each cell shows, -1 for none, row 0 at the top: `FramePercept.ids`.
 * @param columns how many cells a row of `ids` has.
 * @param count how many entities there are.
 * @returns `count` shares, 0..1; what lies on none of them is missing from their sum.
 * @throws RangeError if `ids` has no whole rows.
 */
export function saliencyShares(
  map: SaliencyMap,
  ids: Int16Array,
  columns: number,
  count: number,
): Float32Array {
  const rows = ids.length / columns;
  if (!Number.isSafeInteger(rows) || rows < 1)
    throw new RangeError(`ids must hold whole rows of ${columns} cells, got ${ids.length} cells`);
  const shares = new Float32Array(count);
  const cells = ids.length / map.values.length;
  ids.forEach((entity, i) => {
    if (entity < 0 || entity >= count) return;
    const x = Math.floor((((i % columns) + 0.5) * map.width) / columns);
    const y = Math.floor(((Math.floor(i / columns) + 0.5) * map.height) / rows);
    shares[entity]! += map.values[y * map.width + x]! / cells;
  });
  return shares;
}
