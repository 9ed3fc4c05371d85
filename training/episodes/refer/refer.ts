/** Ways to pick one thing out of a scene by words. Each gives null where a listener could go wrong. */

import type { Field } from "../finish.js";
import type { Random } from "../random.js";
import { candidates, closeColours, objects, people, type Scene, type Thing } from "../scene.js";

export interface Ref {
  text: string;
  needs: Field[];
  how: string;
  /** Other things that the words mention. */
  landmarks: Thing[];
}

/** The words for the kind of thing, and all that they could mean. */
export interface Head {
  noun: string;
  rivals: Thing[];
  needs: Field[];
  /** "thing", "one": a landmark is of the same kind, yet never meant itself. */
  generic?: boolean;
}

const BARE = ["thing", "one", "object", "item", "piece"] as const;

/** By the noun where it has rivals or not; or only as a "thing". */
export function headOf(scene: Scene, target: Thing, generic: boolean): Head | null {
  const random = scene.random;
  if (target.person)
    return { noun: random.pick(["person", "one"]), rivals: people(scene), needs: ["kind", "shape"] };
  if (generic) return { noun: random.pick(BARE), rivals: objects(scene), needs: [], generic: true };
  const noun = random.chance(0.75) ? target.label : random.pick(target.names);
  return { noun, rivals: objects(scene).filter((t) => t.names.includes(noun)), needs: ["names"] };
}

export const mayMark = (head: Head, mark: Thing) => head.generic || !head.rivals.includes(mark);
export const others = (head: Head, target: Thing) => head.rivals.filter((t) => t !== target);

export function byName(scene: Scene, target: Thing): Ref | null {
  if (target.person) {
    const person = target.person;
    const all = people(scene).filter((t) => t !== target);
    const ways = [person.name];
    if (person.title)
      ways.push(
        person.title,
        person.title.replace(/^\w/, (c) => c.toUpperCase()),
      );
    if (!all.some((t) => t.person?.role === person.role)) ways.push(`the ${person.role}`);
    if (all.some((t) => t.names.includes(person.name))) return null;
    return { text: scene.random.pick(ways), needs: ["names"], how: "name", landmarks: [] };
  }
  const noun = scene.random.chance(0.7) ? target.label : scene.random.pick(target.names);
  const clash = candidates(scene).some(
    (t) =>
      t !== target &&
      t.names.some((n) => n === noun || n.split(" ").includes(noun) || noun.split(" ").includes(n)),
  );
  if (clash) return null;
  const article = noun.startsWith("the ") ? "" : "the ";
  return { text: article + noun, needs: ["names"], how: "name", landmarks: [] };
}

/** A word for its colour that fits nothing else among `all`. */
export function colourWord(target: Thing, all: readonly Thing[], random: Random): string | null {
  const colour = target.colour;
  if (!colour) return null;
  const rest = all.filter((t) => t !== target);
  if (rest.some((t) => !t.colour || closeColours(t.colour.name, colour.name))) return null;
  const words = colour.words.filter((word) => !rest.some((t) => t.colour?.words.includes(word)));
  if (words.length === 0) return null;
  return random.chance(0.6) ? (words[0] as string) : random.pick(words);
}

export function byColour(scene: Scene, target: Thing, head: Head): Ref | null {
  const word = colourWord(target, head.rivals, scene.random);
  if (!word) return null;
  return { text: `the ${word} ${head.noun}`, needs: ["colour", ...head.needs], how: "colour", landmarks: [] };
}

const big = (t: Thing) => Math.max(...t.size);
const SIZE_WORDS: readonly (readonly [(t: Thing) => number, 1 | -1, number, readonly string[]])[] = [
  [big, 1, 1.3, ["big", "large", "huge", "biggest", "largest", "bigger", "massive", "great big"]],
  [big, -1, 1.3, ["small", "little", "tiny", "smallest", "smaller", "littlest", "teeny"]],
  [(t) => t.size[1], 1, 1.3, ["tall", "tallest", "taller", "high"]],
  [(t) => t.size[1], -1, 1.3, ["short", "shortest", "low", "shorter"]],
  [(t) => t.size[0], 1, 1.35, ["wide", "widest", "broadest"]],
  [(t) => t.size[0], -1, 1.35, ["narrow", "narrowest", "thin", "slim"]],
];

export function bySize(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  if (rest.length === 0) return null;
  const ways = SIZE_WORDS.filter(([measure, sign, ratio]) =>
    rest.every((t) =>
      sign > 0 ? measure(target) > measure(t) * ratio : measure(target) * ratio < measure(t),
    ),
  );
  // Wide and narrow only where height and bulk do not say more.
  const way = ways.length > 0 ? ways[scene.random.integer(0, Math.min(ways.length, 2) - 1)] : undefined;
  if (!way) return null;
  return {
    text: `the ${scene.random.pick(way[3])} ${head.noun}`,
    needs: ["size", ...head.needs],
    how: "size",
    landmarks: [],
  };
}

const SHAPE_WORDS: Record<string, readonly string[]> = {
  box: ["square", "box-shaped", "boxy", "rectangular", "angular"],
  sphere: ["round", "ball-shaped", "spherical"],
  cylinder: ["cylindrical", "tube-shaped", "cylinder-shaped"],
  person: [],
};
export function byShape(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  const shape = target.shape;
  if (!shape || rest.length === 0 || rest.some((t) => t.shape === shape || !t.shape)) return null;
  if (shape === "cylinder" && rest.some((t) => t.shape === "sphere") && scene.random.chance(0.5)) return null;
  const word = SHAPE_WORDS[shape]![scene.random.integer(0, SHAPE_WORDS[shape]!.length - 1)];
  return word
    ? { text: `the ${word} ${head.noun}`, needs: ["shape", ...head.needs], how: "shape", landmarks: [] }
    : null;
}
