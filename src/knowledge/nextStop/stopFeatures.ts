import type { Stop } from "./stops.js";
import type { TourCounts } from "./tourCounts.js";

/**
 * What speaks for a stop, given where the visitor is: how many came to it, how much more often they stepped to it from
 * here than its popularity and nearness let expect, how near it is, how many of its themes are this one's, and how many
 * popular stops left lie near it, its rivals (competing destinations, Fotheringham 1983). Chosen by cross-validated
 * likelihood (training/nextStop.ts).
 */
export const FEATURES = ["popularity", "step", "nearness", "theme", "rivals"] as const;
export type Feature = (typeof FEATURES)[number];

/** Counts of steps are mixed with so many that go by popularity and nearness: few counts say little. */
const SMOOTHING = 20;
/** Added to a distance in usual steps: below it, nearer is hardly better. */
const CLOSE = 0.1;

export class StopFeatures {
  /** From each stop to each other one, row by row: 1 / distance. */
  private readonly nearness: Float64Array;
  private readonly themes: Float64Array;
  private readonly size: number;

  constructor(stops: readonly Stop[]) {
    this.size = stops.length;
    this.nearness = distancesOf(stops).map((distance) => 1 / (distance + CLOSE));
    this.themes = pairwise(stops, (a, b) => sharedThemes(a, b));
  }

  /**
   * One row for each candidate, in the order of FEATURES, one after the other.
   * @param here index of the present stop; undefined before the first one, where only popularity tells
   */
  rows(counts: TourCounts, here: number | undefined, candidates: readonly number[]): Float64Array {
    const popular = counts.popularity();
    const rows = new Float64Array(candidates.length * FEATURES.length);
    const excess = here === undefined ? null : this.excess(counts.steps, popular, here);
    candidates.forEach((stop, i) => {
      const at = i * FEATURES.length;
      rows[at] = Math.log(popular[stop]!);
      if (here === undefined || excess === null) return;
      rows[at + 1] = excess[stop]!;
      rows[at + 2] = Math.log(this.between(here, stop));
      rows[at + 3] = this.themes[here * this.size + stop]!;
      rows[at + 4] = this.rivals(popular, stop, candidates);
    });
    return rows;
  }

  private between(a: number, b: number): number {
    return this.nearness[a * this.size + b]!;
  }

  /** Log of how much more often each stop is stepped to from here than its popularity and nearness let expect. */
  private excess(steps: Float64Array, popular: Float64Array, here: number): Float64Array {
    const from = steps.subarray(here * this.size, (here + 1) * this.size);
    const pull = popular.map((share, stop) => (stop === here ? 0 : share * this.between(here, stop)));
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
    const [left, all] = [sum(from), sum(pull)];
    return from.map((count, stop) =>
      Math.log(((count * all) / pull[stop]! + SMOOTHING) / (left + SMOOTHING)),
    );
  }

  private rivals(popular: Float64Array, stop: number, candidates: readonly number[]): number {
    let sum = 0;
    for (const rival of candidates) if (rival !== stop) sum += popular[rival]! * this.between(stop, rival);
    return candidates.length > 1 ? Math.log(sum) : 0;
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
