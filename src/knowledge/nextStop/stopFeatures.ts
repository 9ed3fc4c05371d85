import type { Stop } from "./stops.js";
import type { TourCounts } from "./tourCounts.js";

/**
 * What speaks for a stop, given where the visitor was: how much it is visited, how often earlier visitors
 * stepped to it from here, how often they stepped between the two in either direction, how often they had
 * it on one tour with the stops before this one, how near it is, and how many of its themes are this one's.
 */
export const FEATURES = ["popularity", "step", "link", "company", "nearness", "theme"] as const;
export type Feature = (typeof FEATURES)[number];

/** Counts are mixed with so many visits spread as all visits are: few counts say little. */
const SMOOTHING = 5;
/** Added to a distance in usual steps: below it, nearer is hardly better. */
const CLOSE = 0.1;

export class StopFeatures {
  private readonly distances: Float64Array;
  private readonly themes: Float64Array;
  private readonly size: number;

  constructor(stops: readonly Stop[]) {
    this.size = stops.length;
    this.distances = distancesOf(stops);
    this.themes = pairwise(stops, (a, b) => sharedThemes(a, b));
  }

  /**
   * One row for each candidate, in the order of FEATURES.
   * @param visited indices of stops, the present one last
   */
  rows(counts: TourCounts, visited: readonly number[], candidates: readonly number[]): Float64Array[] {
    const { size, distances, themes } = this;
    const popular = counts.popularity();
    const here = visited.at(-1);
    const before = visited.slice(0, -1);
    const lift = (table: Float64Array, from: number) => liftOf(rowOf(table, from, size), popular);
    const step = here === undefined ? null : lift(counts.steps, here);
    const link = here === undefined ? null : liftOf(bothWays(counts.steps, here, size), popular);
    const company = before.map((stop) => lift(counts.pairs, stop));
    return candidates.map((stop) => {
      const at = (here ?? 0) * size + stop;
      return Float64Array.of(
        Math.log(popular[stop]!),
        step?.[stop] ?? 0,
        link?.[stop] ?? 0,
        mean(company.map((lifts) => lifts[stop]!)),
        here === undefined ? 0 : -Math.log(distances[at]! + CLOSE),
        here === undefined ? 0 : themes[at]!,
      );
    });
  }
}

/** Logarithm of how much more often than its popularity lets expect. */
function liftOf(counts: Float64Array, popular: Float64Array): Float64Array {
  const sum = counts.reduce((total, count) => total + count, 0) + SMOOTHING;
  return counts.map((count, stop) => Math.log((count + SMOOTHING * popular[stop]!) / sum / popular[stop]!));
}

function rowOf(table: Float64Array, row: number, size: number): Float64Array {
  return table.subarray(row * size, (row + 1) * size);
}

function bothWays(steps: Float64Array, stop: number, size: number): Float64Array {
  return rowOf(steps, stop, size).map((count, other) => count + steps[other * size + stop]!);
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

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
