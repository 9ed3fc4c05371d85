import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NextStop, type NextStopOptions } from "../../../src/knowledge/nextStop/nextStop.js";

/** A street: a - b - c - d, 10 m apart. */
const street = ["a", "b", "c", "d"].map((id, i) => ({ id, position: [10 * i, 0] }));
const order = (next: NextStop, visited: string[]) => next.ask(visited).map(({ stop }) => stop);
const times = (count: number, tour: string[]) => Array.from({ length: count }, () => tour);

describe("without earlier tours", () => {
  test("the nearest stop that was not visited comes first", () => {
    const next = new NextStop({ stops: street });
    expect(order(next, ["b"])).toEqual(["a", "c", "d"]);
    expect(order(next, ["a", "b"])).toEqual(["c", "d"]);
    expect(order(next, ["a", "d"])).toEqual(["c", "b"]);
  });

  test("before the first stop, and with no positions, all are alike", () => {
    expect(new NextStop({ stops: street }).ask([]).map(({ weight }) => weight)).toEqual(Array(4).fill(0.25));
    const anywhere = new NextStop({ stops: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    expect(anywhere.ask(["a"]).map(({ stop, weight }) => [stop, weight])).toEqual([
      ["b", 0.5],
      ["c", 0.5],
    ]);
  });

  test("places of a scene have three dimensions", () => {
    const stops = [
      { id: "here", position: [0, 0, 0] },
      { id: "far", position: [1, 9, 0] },
      { id: "near", position: [0, 0, 4] },
    ];
    expect(order(new NextStop({ stops }), ["here"])).toEqual(["near", "far"]);
  });
});

test("a stop that can't be next has no share, though it was not visited", () => {
  const found = new NextStop({ stops: street }).ask(["b"], ["a", "gone"]);
  expect(found.map(({ stop }) => stop)).toEqual(["c", "d"]);
  expect(found[0]!.weight + found[1]!.weight).toBeCloseTo(1, 12);
});

describe("with earlier tours", () => {
  test("what others did outweighs nearness, and is named as the reason", () => {
    const tours = [...times(12, ["a", "d"]), ...times(3, ["b", "c"])];
    const [first] = new NextStop({ stops: street, tours }).ask(["a"]);
    expect(first!.stop).toBe("d");
    expect(first!.weight).toBeGreaterThan(0.5);
    expect(first!.reasons.step).toBeGreaterThan(0);
    expect(first!.reasons.nearness).toBeLessThan(0);
  });

  test("it learns whether a stop draws visitors to what is near it or loses them to it", () => {
    // Two stops side by side and one by itself, as far from the middle and as popular.
    const stops = [
      { id: "middle", position: [0, 0] },
      { id: "pair 1", position: [100, 1] },
      { id: "pair 2", position: [100, -1] },
      { id: "alone", position: [-100, 0] },
    ];
    const singles = ["pair 1", "pair 2", "alone"].flatMap((id) => times(40, [id]));
    const query = (share: number) => {
      const steps = [...times(12, ["middle", "alone"]), ...times(share, ["middle", "pair 1"])];
      return new NextStop({ stops, tours: [...singles, ...steps, ...times(share, ["middle", "pair 2"])] })
        .query;
    };
    expect(query(3).rivals).toBeLessThan(-0.05);
    expect(query(30).rivals).toBeGreaterThan(query(3).rivals);
  });

  test("tours of one stop tell what is popular", () => {
    const tours = times(50, ["c"]);
    expect(order(new NextStop({ stops: street, tours }), ["b"])[0]).toBe("c");
  });

  test("who comes to a stop every day makes it no more popular", () => {
    const tours = [...times(9, ["c"]), ["a"], ["a"]];
    const daily = tours.map((_, i) => (i < 9 ? "neighbour" : `visitor ${i}`));
    expect(order(new NextStop({ stops: street, tours }), ["b"])[0]).toBe("c");
    expect(order(new NextStop({ stops: street, tours, visitors: daily }), ["b"])[0]).toBe("a");
  });

  test("of very many tours some of all teach the same", () => {
    const some = [...times(40, ["a", "d", "c"]), ...times(20, ["b", "c", "d"])];
    const many = Array.from({ length: 20 }, () => some).flat();
    const query = (tours: string[][]) => new NextStop({ stops: street, tours }).query;
    const few = query(Array.from({ length: 8 }, () => some).flat());
    expect(query(many).nearness).toBeCloseTo(few.nearness, 0);
    expect(order(new NextStop({ stops: street, tours: many }), ["a"])[0]).toBe("d");
  });

  test("it learns whether themes hold visitors", () => {
    const stops = Array.from({ length: 12 }, (_, i) => ({ id: `s${i}`, themes: [i % 2 ? "odd" : "even"] }));
    const like = Array.from({ length: 12 }, (_, i) => [0, 2, 4, 6].map((by) => `s${(i + by) % 12}`));
    const unlike = Array.from({ length: 12 }, (_, i) => [0, 3, 6, 9].map((by) => `s${(i + by) % 12}`));
    expect(new NextStop({ stops, tours: like }).query.theme).toBeGreaterThan(0.1);
    expect(new NextStop({ stops, tours: unlike }).query.theme).toBeLessThan(-0.1);
  });

  test("one tour alone teaches it nothing of its own steps", () => {
    const alone = new NextStop({ stops: street, tours: [["a", "d"]] });
    expect(alone.query.step).toBe(0);
  });

  test("a stop that is no more, one that comes twice and a return are borne", () => {
    const tours = [["a", "gone", "b", "b", "a", "c"], [], ["gone"]];
    const next = new NextStop({ stops: street, tours });
    expect(order(next, ["a", "gone", "b"]).sort()).toEqual(["c", "d"]);
    expect(next.ask(["a", "b", "c", "d"])).toEqual([]);
  });
});

test("for any tours: weights of the stops not visited, best first, sum to 1; the same each time", () => {
  const tour = fc.array(fc.constantFrom<string[]>("a", "b", "c", "d"), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(tour, { maxLength: 8 }), tour, (tours, visited) => {
      const found = new NextStop({ stops: street, tours }).ask(visited);
      const left = street.filter(({ id }) => !visited.includes(id));
      expect(new Set(found.map(({ stop }) => stop))).toEqual(new Set(left.map(({ id }) => id)));
      const weights = found.map(({ weight }) => weight);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
      if (left.length > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(new NextStop({ stops: street, tours }).ask(visited)).toEqual(found);
    }),
    { numRuns: 50 },
  );
});

describe("errors name the field", () => {
  const wrong = (options: unknown) => () => new NextStop(options as NextStopOptions);
  test.each<[string, unknown]>([
    ['"stops" must be a list', { stops: [] }],
    ['stops[0] "id" must be a string', { stops: [null] }],
    ['stops[1] "id" must be its own; "a" is taken', { stops: [{ id: "a" }, { id: "a" }] }],
    ['stops[0] "themes" must be a list of strings', { stops: [{ id: "a", themes: "park" }] }],
    ['stops[0] "position" must be two or three', { stops: [{ id: "a", position: [Number.NaN, 0] }] }],
    ['stops[4] "position" must be of 2 dimensions', { stops: [...street, { id: "e", position: [0, 0, 0] }] }],
    ['"tours" must be a list of lists', { stops: street, tours: "none" }],
    ["tours[1] must be a list of ids", { stops: street, tours: [["a"], [1]] }],
    ['"visitors" must be a list of 1 strings', { stops: street, tours: [["a"]], visitors: [] }],
    ['"visitors" must be a list of 1 strings', { stops: street, tours: [["a"]], visitors: [7] }],
  ])("%s", (message, options) => {
    expect(wrong(options)).toThrow(message);
  });
});
