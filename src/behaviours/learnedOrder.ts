import { NextStop } from "../knowledge/nextStop/nextStop.js";
import { checkTours, type Stop, type Tour } from "../knowledge/nextStop/stops.js";
import type { PlannedStop } from "../knowledge/tourPlan.js";
import type { EntityRegistry } from "../world/entityRegistry.js";
import { hasPlace } from "./station.js";
import type { StopChooser } from "./tourOrder.js";

/**
 * For a tour's option `order`: from each stop it goes to the one that attention over those left favours (NextStop),
 * learned when the tour begins.
 * @param tours earlier visitors' orders of the stops' ids. Default: none, and nearness decides.
 */
export function learnedOrder(tours: readonly Tour[] = []): (plan: readonly PlannedStop[]) => StopChooser {
  return (plan) => {
    checkPlan(plan, tours);
    let learned: NextStop | null = null;
    return {
      begin(entities) {
        learned = new NextStop({ stops: plan.map((stop) => placed(stop, entities)), tours });
      },
      weights: (reached, passed) => learned?.ask(reached, passed) ?? [],
    };
  };
}

/** Metres east and north. An exhibit that is missing or has no finite place has no position. */
function placed({ entity: id, themes }: PlannedStop, entities: Pick<EntityRegistry, "get">): Stop {
  const exhibit = entities.get(id);
  if (!exhibit || !hasPlace(exhibit)) return { id, themes };
  const [x, , z] = exhibit.centre();
  return { id, themes, position: [x, z] };
}

/** @throws RangeError naming the field and the remedy. */
function checkPlan(plan: readonly PlannedStop[], tours: readonly Tour[]): void {
  checkTours(tours);
  const ids = plan.map(({ entity }) => entity);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0)
    throw new RangeError(
      `tour stops[${twice}] "entity": "${ids[twice]}" is a stop already; name it once, or leave out "order"`,
    );
  for (const [t, tour] of tours.entries())
    for (const [i, id] of tour.entries())
      if (!ids.includes(id))
        throw new RangeError(
          `tour tours[${t}][${i}] must be the id of one of its stops, got "${id}"; leave it out, or add it to "stops"`,
        );
}
