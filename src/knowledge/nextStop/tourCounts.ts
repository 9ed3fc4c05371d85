/** What earlier visitors did: who came where, and where they went from there. Stops are indices. */
export class TourCounts {
  /** Visitors that came to each stop; one who comes often counts once. */
  readonly visitors: Float64Array;
  /** Steps from a stop to the next one, row by row. */
  readonly steps: Float64Array;

  constructor(readonly size: number) {
    this.visitors = new Float64Array(size);
    this.steps = new Float64Array(size * size);
  }

  /**
   * All tours of one visitor.
   * @param times −1 takes them out again
   */
  add(tours: readonly (readonly number[])[], times = 1): void {
    for (const stop of new Set(tours.flat())) this.visitors[stop]! += times;
    for (const tour of tours)
      for (let i = 1; i < tour.length; i++) this.steps[tour[i - 1]! * this.size + tour[i]!]! += times;
  }

  /** Share of each stop, as if one more visitor had been everywhere. */
  popularity(): Float64Array {
    let sum = 0;
    for (const visitors of this.visitors) sum += visitors + 1;
    return this.visitors.map((visitors) => (visitors + 1) / sum);
  }
}
