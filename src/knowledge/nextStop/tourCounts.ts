/** How often earlier visitors came to a stop, and from where. Stops are indices. */
export class TourCounts {
  /** Visits of each stop. */
  readonly visits: Float64Array;
  /** Steps from a stop to the next one, row by row. */
  readonly steps: Float64Array;
  /** Tours that have both stops. */
  readonly pairs: Float64Array;

  constructor(readonly size: number) {
    this.visits = new Float64Array(size);
    this.steps = new Float64Array(size * size);
    this.pairs = new Float64Array(size * size);
  }

  /** @param times −1 takes a tour out again */
  add(tour: readonly number[], times = 1): void {
    for (const [i, stop] of tour.entries()) {
      this.visits[stop]! += times;
      for (const [j, other] of tour.entries()) if (i !== j) this.pairs[stop * this.size + other]! += times;
      const next = tour[i + 1];
      if (next !== undefined) this.steps[stop * this.size + next]! += times;
    }
  }

  /** Share of each stop in all visits, as if each had been visited once more. */
  popularity(): Float64Array {
    let sum = 0;
    for (const visits of this.visits) sum += visits + 1;
    return this.visits.map((visits) => (visits + 1) / sum);
  }
}
