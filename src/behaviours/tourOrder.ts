import type { StopWeight } from "../knowledge/nextStop/nextStop.js";
import type { PlannedStop } from "../knowledge/tourPlan.js";
import type { EntityRegistry } from "../world/entityRegistry.js";

/** Chooses a tour's next stop; `learnedOrder` makes one. */
export interface StopChooser {
  /** A tour begins: where the exhibits stand now. */
  begin(entities: Pick<EntityRegistry, "get">): void;
  /**
   * Attention over the stops that can be next, best first.
   * @param reached ids of those reached, the newest last
   * @param passed ids of those passed over
   */
  weights(reached: readonly string[], passed: readonly string[]): readonly StopWeight[];
}

export interface TourOrderOptions {
  /**
   * Chooses where the tour goes from a stop, as `learnedOrder(tours)` does; the first stop is the first as written
   * either way. Default: all as written.
   */
  readonly order?: (plan: readonly PlannedStop[]) => StopChooser;
}

/** Which stop a tour is at and which comes next. */
export class TourOrder {
  private at = 0;
  private readonly chooser: StopChooser | null;
  private reached: string[] = [];
  private passed: string[] = [];

  /** @throws RangeError naming the field and the remedy. */
  constructor(
    private readonly plan: readonly PlannedStop[],
    { order }: TourOrderOptions = {},
  ) {
    if (order !== undefined && typeof order !== "function")
      throw new RangeError(
        `tour option "order" must be what learnedOrder(tours) gives, got ${JSON.stringify(order)}; omit it to go as written`,
      );
    this.chooser = order?.(plan) ?? null;
  }

  /** Index of the present stop. */
  get index(): number {
    return this.at;
  }

  /** Begins anew. */
  begin(entities: Pick<EntityRegistry, "get">): void {
    this.at = 0;
    this.reached = [];
    this.passed = [];
    this.chooser?.begin(entities);
  }

  /** The guide has come to the present stop. */
  reach(): void {
    this.reached.push(this.plan[this.at]!.entity);
  }

  /** On to the next stop. @returns false: there is none left */
  advance(): boolean {
    const { entity } = this.plan[this.at]!;
    if (this.reached.at(-1) !== entity) this.passed.push(entity);
    const next = this.chooser ? this.favourite() : this.at + 1;
    if (next >= this.plan.length) return false;
    this.at = next;
    return true;
  }

  /**
   * Attention over the stops not reached and not passed over, best first: before a stop is reached why it was chosen,
   * there what comes next. Empty on the way to the first stop, where none is left, and where the order is as written.
   */
  weights(): readonly StopWeight[] {
    if (this.reached.length + this.passed.length === 0) return [];
    return this.chooser?.weights(this.reached, this.passed) ?? [];
  }

  private favourite(): number {
    const best = this.weights()[0]?.stop;
    return best === undefined ? this.plan.length : this.plan.findIndex(({ entity }) => entity === best);
  }
}
