/** Parses the noun lines and says which world has what. */
import type { Shape } from "../../../src/model/percepts.js";
import { hashText } from "../random.js";
import { part } from "../split.js";
import type { Split, Triple } from "../types.js";
import { NOUN_LINES, ROOMS } from "./nouns.js";

export type Place = "floor" | "table" | "wall" | "hanging";

export interface Noun {
  label: string;
  /** Label first. */
  names: readonly string[];
  size: Triple;
  shape: Shape;
  place: Place;
  materials: readonly string[];
  /** What it is or does, for a description. */
  told: string;
  /** How one asks for it without its name. */
  asked: readonly string[];
  world: string;
}

const SIZES: Record<string, number> = { t: 0.1, s: 0.35, m: 0.7, l: 1.4, x: 2.6 };
const SHAPE: Record<string, Shape> = { b: "box", c: "cylinder", o: "sphere" };
const PLACE: Record<string, Place> = { f: "floor", g: "floor", t: "table", w: "wall", u: "hanging" };

function parse(world: string, line: string): Noun {
  const [names = "", form = "", materials = "", uses = ""] = line.split("|");
  const [size = "s", shape = "b", place = "f"] = form.split(" ");
  const [told = "", ...asked] = uses.split(">");
  const list = names.split(",");
  const side = SIZES[size] ?? 0.35;
  // The same noun always has the same proportions; clones vary by scale.
  const stretch = 0.75 + (hashText(names) % 100) / 200;
  const proportions: Record<string, Triple> = {
    b: [side * stretch, side / stretch, side * 0.7],
    c: [side * 0.6, side, side * 0.6],
    o: [side, side, side],
  };
  return {
    label: list[0] as string,
    names: list,
    size: proportions[shape] ?? [side, side, side],
    shape: SHAPE[shape] ?? "box",
    place: PLACE[place] ?? "floor",
    materials: materials ? materials.split(",") : [],
    told,
    asked,
    world,
  };
}

export const WORLDS: readonly string[] = Object.keys(NOUN_LINES);

export const NOUNS: readonly Noun[] = WORLDS.flatMap((world) =>
  NOUN_LINES[world]!.trim()
    .split("\n")
    .map((line) => parse(world, line)),
);

/** Nouns that share a name must fall to the same split: grouped, keyed by the group's first label. */
function groups(): Map<Noun, string> {
  const root = new Map<string, string>();
  const find = (name: string): string => {
    const up = root.get(name) ?? name;
    return up === name ? name : find(up);
  };
  for (const noun of NOUNS) for (const name of noun.names) root.set(find(name), find(noun.label));
  return new Map(NOUNS.map((noun) => [noun, find(noun.label)]));
}

const group = groups();
const roots = [...new Set(group.values())];
const perSplit = new Map<Split, Map<string, readonly Noun[]>>();

/** The nouns of a world that a split may show. */
export function nounsOf(world: string, split: Split): readonly Noun[] {
  let table = perSplit.get(split);
  if (!table) {
    const allowed = new Set(part(roots, split));
    table = new Map(
      WORLDS.map((w) => [w, NOUNS.filter((noun) => noun.world === w && allowed.has(group.get(noun)!))]),
    );
    perSplit.set(split, table);
  }
  return table.get(world) ?? [];
}

/** All that a split may show, of every world. */
export function allNouns(split: Split): readonly Noun[] {
  return WORLDS.flatMap((world) => nounsOf(world, split));
}

export interface Room {
  label: string;
  names: readonly string[];
}

const rooms: readonly Room[] = ROOMS.map((line) => {
  const names = line.split(",");
  return { label: names[0] as string, names };
});

export function roomsOf(split: Split): readonly Room[] {
  return part(rooms, split, (room) => room.label);
}
