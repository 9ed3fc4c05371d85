import { list, meanWhere, type Row, type TaskFigures } from "./task.js";

type Map2 = readonly (readonly number[])[];

/** AUC (Judd) against all pixels that nobody looked at, and NSS. Without a usable map .5 and 0. */
export function saliencyFigures(rows: readonly Row[]): TaskFigures {
  const gazes = new Map(rows.map((row) => [row, gazeOf(row)]));
  const always = () => true;
  return {
    figures: [
      meanWhere("AUC", rows, always, (row) => gazes.get(row)!.auc),
      meanWhere("NSS", rows, always, (row) => gazes.get(row)!.nss),
    ],
    kinds: null,
    right: null,
    beliefs: null,
    confusion: null,
  };
}

function gazeOf({ given, gold, said }: Row): { auc: number; nss: number } {
  const [width, height] = [Number(given.width), Number(given.height)];
  if (!isMap(said?.map)) return { auc: 0.5, nss: 0 };
  const map = enlarge(said.map, width, height);
  const at = (list(gold.fixations) as [number, number][])
    .map(([x, y]) => [Math.floor(x), Math.floor(y)] as const)
    .filter(([x, y]) => x >= 0 && y >= 0 && x < width && y < height)
    .map(([x, y]) => y * width + x);
  const fixated = new Set(at);
  const rest = map.filter((_, i) => !fixated.has(i)).sort();
  const centre = map.reduce((a, b) => a + b, 0) / map.length;
  const spread = Math.sqrt(map.reduce((sum, value) => sum + (value - centre) ** 2, 0) / map.length);
  const average = (value: (i: number) => number) => at.reduce((sum, i) => sum + value(i), 0) / at.length;
  return {
    auc: average((i) => shareBelow(rest, map[i]!)),
    nss: spread ? average((i) => (map[i]! - centre) / spread) : 0,
  };
}

function isMap(map: unknown): map is Map2 {
  if (!Array.isArray(map) || map.length === 0) return false;
  const columns = list(map[0]).length;
  return (
    columns > 0 &&
    map.every((row) => Array.isArray(row) && row.length === columns && row.every((v) => Number.isFinite(v)))
  );
}

/** Bilinear, pixel centres aligned, edges repeated. */
function enlarge(map: Map2, width: number, height: number): Float64Array {
  const out = new Float64Array(width * height);
  const across = Array.from({ length: width }, (_, x) => place(x, width, map[0]!.length));
  for (let y = 0; y < height; y++) {
    const [top, bottom, v] = place(y, height, map.length);
    const [upper, lower] = [map[top]!, map[bottom]!];
    across.forEach(([left, right, u], x) => {
      const above = upper[left]! * (1 - u) + upper[right]! * u;
      const below = lower[left]! * (1 - u) + lower[right]! * u;
      out[y * width + x] = above * (1 - v) + below * v;
    });
  }
  return out;
}

function place(i: number, size: number, cells: number): readonly [number, number, number] {
  const at = Math.min(Math.max(((i + 0.5) * cells) / size - 0.5, 0), cells - 1);
  const low = Math.floor(at);
  return [low, Math.min(low + 1, cells - 1), at - low];
}

/** Share of a sorted array that lies below, equals half. */
function shareBelow(sorted: Float64Array, value: number): number {
  const first = (isBefore: (v: number) => boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(sorted[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (first((v) => v < value) + first((v) => v <= value)) / 2 / sorted.length;
}
