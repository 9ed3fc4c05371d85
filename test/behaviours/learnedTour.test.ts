import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GuidedTourBehavior } from "../../src/behaviours/guidedTourBehavior.js";
import { learnedOrder } from "../../src/behaviours/learnedOrder.js";
import type { GuidedTourOptions } from "../../src/behaviours/tourOptions.js";
import type { Npc } from "../../src/mind/npc.js";
import { World } from "../mind/world.js";

/** Written as their names run; on the street a stands at 4 m, b at 12 m, c at 8 m and d at 16 m. */
const PLACES = { a: 4, b: 12, c: 8, d: 16 };
const stops = Object.keys(PLACES).map((entity) => ({ entity, say: "Look." }));
const tours = Array.from({ length: 12 }, () => ["a", "d", "c", "b"]);

let world: World;
let ada: Npc;
beforeEach(() => {
  world = new World();
  ada = world.npc("ada", [0, 0, 0], { name: "Ada" });
  for (const [id, z] of Object.entries(PLACES)) world.thing(id, [0, 1, z]);
});
afterEach(() => world.dispose());

function tour(options: Partial<GuidedTourOptions> = {}): GuidedTourBehavior {
  const behaviour = new GuidedTourBehavior({
    stops,
    order: learnedOrder(),
    speed: 4,
    questionSeconds: 0,
    ...options,
  });
  ada.addBehavior(behaviour);
  return behaviour;
}

function until(done: () => boolean): void {
  for (let i = 0; i < 600 && !done(); i++) world.run(0.1);
  expect(done()).toBe(true);
}

/** Ids of the stops in the order that the guide comes to them. */
function reached(behaviour: GuidedTourBehavior): string[] {
  const ids: string[] = [];
  behaviour.onStopReachedObservable.add(({ entity }) => ids.push(entity.id));
  until(() => !behaviour.isRunning);
  return ids;
}

const favourites = (behaviour: GuidedTourBehavior) => behaviour.nextStop().map(({ stop }) => stop);

describe("the order of a tour", () => {
  it("is as written unless something chooses it", () => {
    const behaviour = tour({ order: undefined });
    expect(reached(behaviour)).toEqual(["a", "b", "c", "d"]);
    expect(behaviour.nextStop()).toEqual([]);
  });

  it("goes to the nearest stop that is left, without earlier tours", () => {
    expect(reached(tour())).toEqual(["a", "c", "b", "d"]);
  });

  it("follows earlier visitors", () => {
    expect(reached(tour({ order: learnedOrder(tours) }))).toEqual(["a", "d", "c", "b"]);
  });

  it("begins anew with each tour", () => {
    const behaviour = tour();
    until(() => behaviour.stopIndex === 2);
    behaviour.stop();
    behaviour.start();
    expect(behaviour.stopIndex).toBe(0);
    expect(reached(behaviour)).toEqual(["a", "c", "b", "d"]);
  });
});

describe("why it goes there", () => {
  it("is told at a stop, and stays the same on the way to the next", () => {
    const behaviour = tour({ order: learnedOrder(tours) });
    expect(behaviour.nextStop()).toEqual([]);
    until(() => ada.task === "presenting");
    const told = behaviour.nextStop();
    expect(told[0]!.stop).toBe("d");
    expect(told.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const { step, nearness } = told[0]!.reasons;
    expect(step).toBeGreaterThan(0);
    expect(nearness).toBeLessThan(0);
    until(() => ada.stop === "d" && ada.task === "leading");
    expect(behaviour.nextStop()).toEqual(told);
    until(() => ada.task === "presenting");
    expect(favourites(behaviour)).toEqual(["c", "b"]);
    behaviour.stop();
    expect(behaviour.nextStop()).toEqual([]);
  });
});

describe("a stop that is not shown", () => {
  it("is chosen no more where a script goes on before it is reached", () => {
    const behaviour = tour();
    until(() => ada.stop === "c");
    behaviour.next();
    expect(ada.stop).toBe("b");
    expect(favourites(behaviour)).toEqual(["b", "d"]);
    expect(reached(behaviour)).toEqual(["b", "d"]);
  });

  it("is skipped with a warning where its exhibit is gone", () => {
    const behaviour = tour();
    until(() => ada.task === "presenting");
    world.entities.get("c")!.node.dispose();
    expect(reached(behaviour)).toEqual(["b", "d"]);
    expect(world.warnings).toEqual(['tour stops[2] "entity": there is no entity "c"; the stop is skipped']);
  });

  it("nor keeps the others from being shown, where its exhibit has no finite place", () => {
    world.entities.get("c")!.node.position.x = Number.NaN;
    const behaviour = tour();
    until(() => ada.task === "presenting");
    for (const { weight } of behaviour.nextStop()) expect(weight).toSatisfy(Number.isFinite);
    expect(reached(behaviour).sort()).toEqual(["b", "d"]);
    expect(world.warnings).toEqual(['tour stops[2] "entity": "c" has no finite place; the stop is skipped']);
  });
});

describe("errors name the field and the remedy", () => {
  it.each<[string, unknown]>([
    [
      'tour tours[1][0] must be the id of one of its stops, got "urn"; leave it out, or add it to "stops"',
      { order: learnedOrder([["a"], ["urn"]]) },
    ],
    ["tours[0] must be a list of ids", { order: learnedOrder(["a"] as never) }],
    [
      'tour option "order" must be what learnedOrder(tours) gives, got "nearest"; omit it',
      { order: "nearest" },
    ],
    ['tour stops[4] "entity": "a" is a stop already; name it once', { stops: [...stops, { entity: "a" }] }],
  ])("%s", (message, options) => {
    expect(() => tour(options as Partial<GuidedTourOptions>)).toThrow(message);
  });
});
