import { attend } from "../../model/attention/attend.js";
import { type Choice, fitChoices, likenessOf } from "./fitChoices.js";
import { FEATURES, type Feature, StopFeatures } from "./stopFeatures.js";
import { checkStops, checkTours, checkVisitors, type Stop, type Tour } from "./stops.js";
import { TourCounts } from "./tourCounts.js";

export interface NextStopOptions {
  readonly stops: readonly Stop[];
  /** Tours of earlier visitors; those of one stop count as visits. Default: none, and nearness decides. */
  readonly tours?: readonly Tour[] | undefined;
  /** Whose tour each of `tours` is: who comes to a stop every day makes it no more popular. Default: each another's. */
  readonly visitors?: readonly string[] | undefined;
}

export interface StopWeight {
  readonly stop: string;
  /** Attention on this stop, 0..1; all stops sum to 1. */
  readonly weight: number;
  /** What each feature adds to the logit, against the mean of all stops that could be next: above 0 speaks for it. */
  readonly reasons: Readonly<Record<Feature, number>>;
}

/** As people move between places if nothing else is known: in proportion to how popular a place is, and the less the farther. */
const PRIOR: Readonly<Record<Feature, number>> = {
  popularity: 1,
  step: 0,
  nearness: 1,
  theme: 0,
  rivals: 0,
};
/** Of the weights to the prior: about as much as so many choices. From 3 to 30 cross-validated likelihood differs by under 0.5%. */
const STIFFNESS = 10;
/** Five weights need no more, and the main thread has no time for more. */
const MOST_CHOICES = 1000;

/**
 * Where a visitor goes next: attention over the stops not seen yet. Its query is a weight for each feature
 * (stopFeatures.ts), learned when this is made from the tours of earlier visitors: hundredths of a second, however
 * many there are. A visitor's own tours are left out of the counts that are learned from them.
 */
export class NextStop {
  /** Learned weight of each feature. */
  readonly query: Readonly<Record<Feature, number>>;
  private readonly stops: readonly Stop[];
  private readonly index: ReadonlyMap<string, number>;
  private readonly features: StopFeatures;
  private readonly counts: TourCounts;
  private readonly weights: Float64Array;

  /** @throws RangeError naming the stop or tour, the field and the remedy. */
  constructor({ stops, tours = [], visitors }: NextStopOptions) {
    checkStops(stops);
    checkTours(tours);
    checkVisitors(visitors, tours.length);
    this.stops = stops;
    this.index = new Map(stops.map(({ id }, i) => [id, i]));
    this.features = new StopFeatures(stops);
    this.counts = new TourCounts(stops.length);
    const known = this.byVisitor(tours, visitors);
    for (const own of known) this.counts.add(own);
    const prior = FEATURES.map((feature) => PRIOR[feature]);
    this.weights = fitChoices(this.choices(known), prior, STIFFNESS);
    this.query = record((f) => this.weights[f]!);
  }

  /**
   * Attention over the stops that were not visited, best first; ties in the order of the stops.
   * @param visited ids in the order of the visit, the present stop last; unknown ones are passed over
   * @param without ids of stops that were not visited and can't be next all the same. Default: none
   */
  ask(visited: readonly string[], without: readonly string[] = []): StopWeight[] {
    const seen = this.indices(visited);
    const candidates = this.others([...seen, ...this.indices(without)]);
    const keys = this.features.rows(this.counts, seen.at(-1), candidates);
    const weights = attend(likenessOf(this.weights, keys));
    const part = (row: number, f: number) => keys[row * FEATURES.length + f]! * this.weights[f]!;
    const mean = FEATURES.map(
      (_, f) => candidates.reduce((sum, _, row) => sum + part(row, f), 0) / candidates.length,
    );
    return candidates
      .map((stop, row) => ({
        stop: this.stops[stop]!.id,
        weight: weights[row]!,
        reasons: record((f) => part(row, f) - mean[f]!),
      }))
      .sort((a, b) => b.weight - a.weight);
  }

  private byVisitor(tours: readonly Tour[], visitors?: readonly string[]): Visitor[] {
    const found = new Map<string | number, number[][]>();
    for (const [i, tour] of tours.entries()) {
      const visitor = visitors?.[i] ?? i;
      const own = found.get(visitor);
      if (own) own.push(this.indices(tour));
      else found.set(visitor, [this.indices(tour)]);
    }
    return [...found.values()];
  }

  /** Steps to a stop that was new, by what others did; where there are very many, some of all visitors. */
  private choices(known: readonly Visitor[]): Choice[] {
    const moving = known.filter((own) => own.some(({ length }) => length > 1));
    const steps = moving.reduce((sum, own) => sum + own.flat().length - own.length, 0);
    const each = Math.max(1, Math.ceil(steps / MOST_CHOICES));
    return moving.flatMap((own, i) => (i % each === 0 ? this.choicesOf(own) : []));
  }

  private choicesOf(own: Visitor): Choice[] {
    this.counts.add(own, -1);
    const choices = own.flatMap((tour) =>
      tour.flatMap((next, i) => {
        const seen = tour.slice(0, i);
        if (i === 0 || seen.includes(next)) return [];
        const candidates = this.others(seen);
        const keys = this.features.rows(this.counts, seen.at(-1), candidates);
        return { keys, chosen: candidates.indexOf(next) };
      }),
    );
    this.counts.add(own);
    return choices;
  }

  private others(seen: readonly number[]): number[] {
    return [...this.stops.keys()].filter((stop) => !seen.includes(stop));
  }

  /** Known stops; one that comes twice in a row once. */
  private indices(tour: Tour): number[] {
    const known = tour.map((id) => this.index.get(id)).filter((stop) => stop !== undefined);
    return known.filter((stop, i) => stop !== known[i - 1]);
  }
}

/** All tours of one. */
type Visitor = readonly (readonly number[])[];

function record(of: (feature: number) => number): Record<Feature, number> {
  return Object.fromEntries(FEATURES.map((feature, f) => [feature, of(f)])) as Record<Feature, number>;
}
