/** Where most go: at all, from here, or not far. Learned for each fold from the tours of the others. */
import { readJson, readRows } from "../sets.js";
import type { Json } from "../tasks/task.js";
import type { Rule, RulesOf } from "./rule.js";

interface Stop {
  readonly id: string;
  readonly position: readonly [number, number];
}

interface Tour {
  readonly visited: readonly string[];
  readonly fold?: number;
}

export const nextStopRules: RulesOf = ({ folder }) => {
  const stops = readJson(folder, "stops.json") as Stop[];
  const tours = readRows(folder, "train.jsonl") as unknown as Tour[];
  const others = (fold: unknown) => tours.filter((tour) => tour.fold !== fold);
  const popularity = byFold((fold) => counted(others(fold).flatMap(({ visited }) => visited)));
  const steps = byFold((fold) => counted(others(fold).flatMap(({ visited }) => pairs(visited))));
  const rule = (name: string, score: (stop: Stop, here: string, fold: unknown) => number): Rule => ({
    name,
    predict: ({ visited, fold }: Json) => {
      const been = visited as string[];
      const here = been.at(-1)!;
      const left = stops.filter(({ id }) => !been.includes(id));
      const scored = left.map((stop) => [stop.id, score(stop, here, fold)] as const);
      return { ranking: scored.sort((a, b) => b[1] - a[1]).map(([id]) => id) };
    },
  });
  const popular = (id: string, fold: unknown) => popularity(fold).get(id) ?? 0;
  const places = new Map(stops.map(({ id, position }) => [id, position]));
  return [
    rule("popular", ({ id }, _, fold) => popular(id, fold)),
    rule(
      "nearest",
      ({ position: [x, y] }, here) => -Math.hypot(x - places.get(here)![0], y - places.get(here)![1]),
    ),
    // The popular one first among steps as common.
    rule("markov", ({ id }, here, fold) => (steps(fold).get(`${here} ${id}`) ?? 0) + popular(id, fold) / 1e6),
  ];
};

const pairs = (visited: readonly string[]) => visited.slice(1).map((stop, i) => `${visited[i]} ${stop}`);

function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byFold<T>(learn: (fold: unknown) => T): (fold: unknown) => T {
  const learned = new Map<unknown, T>();
  return (fold) => {
    if (!learned.has(fold)) learned.set(fold, learn(fold));
    return learned.get(fold)!;
  };
}
