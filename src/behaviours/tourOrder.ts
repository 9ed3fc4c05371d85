import { NextStop, type StopWeight } from "../knowledge/nextStop/nextStop.js";
import { checkTours, type Stop, type Tour } from "../knowledge/nextStop/stops.js";
import type { PlannedStop } from "../knowledge/tourPlan.js";
import type { EntityRegistry } from "../world/entityRegistry.js";
import { hasPlace } from "./station.js";

export interface TourOrderOptions {
  /**
   * Where the tour goes from a stop: to the next one as written, or to the one that attention over the remaining
   * stops favours (NextStop), learned from `tours`. The first stop is the first as written either way.
   * Default "written".
   */
  readonly order?: "written" | "learned";
  /** Earlier visitors' orders of stops' ids, for the order "learned". Default: none, and nearness decides. */
  readonly tours?: readonly Tour[];
}

/** Which stop a tour is at and which comes next. */
export class TourOrder {
  private at = 0;
  private readonly isLearned: boolean;
  private readonly tours: readonly Tour[];
  private learned: NextStop | null = null;
  private reached: string[] = [];
  private passed: string[] = [];

  /** @throws RangeError naming the field and the remedy. */
  constructor(
    private readonly plan: readonly PlannedStop[],
    options: TourOrderOptions = {},
  ) {
    checkOrder(plan, options);
    this.isLearned = options.order === "learned";
    this.tours = options.tours ?? [];
  }

  /** Index of the present stop. */
  get index(): number {
    return this.at;
  }

  /** Begins anew. Learns where the exhibits stand now, metres east and north. */
  begin(entities: Pick<EntityRegistry, "get">): void {
    this.at = 0;
    this.reached = [];
    this.passed = [];
    if (!this.isLearned) return;
    const stops = this.plan.map((stop) => placed(stop, entities));
    this.learned = new NextStop({ stops, tours: this.tours });
  }

  /** The guide has come to the present stop. */
  reach(): void {
    this.reached.push(this.plan[this.at]!.entity);
  }

  /** On to the next stop. @returns false: there is none left */
  advance(): boolean {
    const { entity } = this.plan[this.at]!;
    if (this.reached.at(-1) !== entity) this.passed.push(entity);
    const next = this.learned ? this.favourite() : this.at + 1;
    if (next >= this.plan.length) return false;
    this.at = next;
    return true;
  }

  /**
   * Attention over the stops not reached and not passed over, best first: before a stop is reached why it was chosen,
   * there what comes next. Empty on the way to the first stop, where none is left, and where the order is as written.
   */
  weights(): StopWeight[] {
    if (this.reached.length + this.passed.length === 0) return [];
    return this.learned?.ask(this.reached, this.passed) ?? [];
  }

  private favourite(): number {
    const best = this.weights()[0]?.stop;
    return best === undefined ? this.plan.length : this.plan.findIndex(({ entity }) => entity === best);
  }
}

/** An exhibit that is missing or has no finite place has no position. */
function placed({ entity: id, themes }: PlannedStop, entities: Pick<EntityRegistry, "get">): Stop {
  const exhibit = entities.get(id);
  if (!exhibit || !hasPlace(exhibit)) return { id, themes };
  const [x, , z] = exhibit.centre();
  return { id, themes, position: [x, z] };
}

function checkOrder(plan: readonly PlannedStop[], { order = "written", tours = [] }: TourOrderOptions): void {
  if (order !== "written" && order !== "learned")
    throw new RangeError(`tour option "order" must be "written" or "learned", got ${JSON.stringify(order)}`);
  checkTours(tours);
  const ids = plan.map(({ entity }) => entity);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (order === "learned" && twice >= 0)
    throw new RangeError(
      `tour stops[${twice}] "entity": "${ids[twice]}" is a stop already; name it once, or set "order" to "written"`,
    );
  for (const [t, tour] of tours.entries())
    for (const [i, id] of tour.entries())
      if (!ids.includes(id))
        throw new RangeError(
          `tour tours[${t}][${i}] must be the id of one of its stops, got "${id}"; leave it out, or add it to "stops"`,
        );
}
