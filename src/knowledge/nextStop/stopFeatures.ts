import type { Stop } from "./stops.js";
import type { TourCounts } from "./tourCounts.js";

/**
 * What speaks for a stop, given where the visitor is: how many came to it, how much more often they stepped to it from
 * here than back, how often they stepped between the two in either direction, how near it is, and how many of its
 * themes are this one's. The stops before this one tell nothing more, cross-validated on people's tours.
 */
export const FEATURES = ["popularity", "step", "link", "nearness", "theme"] as const;
export type Feature = (typeof FEATURES)[number];

/** Counts of a link are mixed with so many steps spread as all visits are: few counts say little. */
const SMOOTHING = 20;
/** Added to the counts of both directions before they are compared. */
const EITHER_WAY = 5;
/** Added to a distance in usual steps: below it, nearer is hardly better. */
const CLOSE = 0.1;

export class StopFeatures {
  /** From each stop to each other one, row by row. */
  private readonly nearness: Float64Array;
  private readonly themes: Float64Array;
  private readonly size: number;

  constructor(stops: readonly Stop[]) {
    this.size = stops.length;
    this.nearness = distancesOf(stops).map((distance) => -Math.log(distance + CLOSE));
    this.themes = pairwise(stops, (a, b) => sharedThemes(a, b));
  }

  /**
   * One row for each candidate, in the order of FEATURES, one after the other.
   * @param here index of the present stop; undefined before the first one, where only popularity tells
   */
  rows(counts: TourCounts, here: number | undefined, candidates: readonly number[]): Float64Array {
    const { size } = this;
    const popular = counts.popularity();
    const rows = new Float64Array(candidates.length * FEATURES.length);
    let steps = SMOOTHING;
    for (let stop = 0; here !== undefined && stop < size; stop++)
      steps += counts.steps[here * size + stop]! + counts.steps[stop * size + here]!;
    let at = 0;
    for (const stop of candidates) {
      rows[at] = Math.log(popular[stop]!);
      if (here !== undefined) {
        const there = counts.steps[here * size + stop]!;
        const back = counts.steps[stop * size + here]!;
        rows[at + 1] = Math.log((there + EITHER_WAY) / (back + EITHER_WAY));
        // How much more often than its popularity lets expect.
        rows[at + 2] = Math.log(((there + back) / popular[stop]! + SMOOTHING) / steps);
        rows[at + 3] = this.nearness[here * size + stop]!;
        rows[at + 4] = this.themes[here * size + stop]!;
      }
      at += FEATURES.length;
    }
    return rows;
  }
}

/** In usual steps: the median of the distances from a stop to its third nearest. */
function distancesOf(stops: readonly Stop[]): Float64Array {
  const metres = pairwise(stops, ({ position: a }, { position: b }) =>
    a && b ? Math.hypot(...a.map((value, i) => value - b[i]!)) : Number.NaN,
  );
  const thirds = stops.flatMap((_, row) => {
    const others = metres.slice(row * stops.length, (row + 1) * stops.length);
    const sorted = [...others].filter((distance, i) => i !== row && distance >= 0).sort((a, b) => a - b);
    return sorted[Math.min(2, sorted.length - 1)] ?? [];
  });
  const usual = thirds.sort((a, b) => a - b)[thirds.length >> 1] || 1;
  return metres.map((distance) => (Number.isNaN(distance) ? 1 : distance / usual));
}

/** Share of the themes of either that both have. */
function sharedThemes({ themes: a = [] }: Stop, { themes: b = [] }: Stop): number {
  const all = new Set([...a, ...b]);
  return all.size === 0
    ? 0
    : [...all].filter((theme) => a.includes(theme) && b.includes(theme)).length / all.size;
}

function pairwise(stops: readonly Stop[], of: (a: Stop, b: Stop) => number): Float64Array {
  return Float64Array.from(stops.flatMap((a) => stops.map((b) => of(a, b))));
}
