/** Ways to pick one thing out of a scene by words. Each gives null where a listener could go wrong. */

import { COLOURS } from "./data/colours.js";
import type { Field } from "./finish.js";
import { distance, flatDistance, type Seen, seenFrom } from "./geometry.js";
import type { Random } from "./random.js";
import { candidates, centreOf, closeColours, objects, people, type Scene, type Thing } from "./scene.js";

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

const mayMark = (head: Head, mark: Thing) => head.generic || !head.rivals.includes(mark);
const others = (head: Head, target: Thing) => head.rivals.filter((t) => t !== target);

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

/** Best of all by a measure, with room to spare. */
function extreme(
  target: Thing,
  rest: readonly Thing[],
  measure: (t: Thing) => number,
  margin: number,
): boolean {
  return rest.length > 0 && rest.every((t) => measure(target) + margin < measure(t));
}

function views(scene: Scene, list: readonly Thing[]): Map<Thing, Seen> | null {
  if (!scene.viewer) return null;
  const viewer = scene.viewer;
  return new Map(list.map((t) => [t, seenFrom(viewer, centreOf(t))]));
}

const inView = (s: Seen) => s.ahead > 0.6 && Math.abs(s.azimuth) < 1.0;

/** "That up there", "that one on the left": as people speak who see what they mean. */
function pointed(random: Random, text: string, head: Head): string {
  if (!head.generic || !random.chance(0.4)) return text;
  const bare = text.replace(
    /^the \w+ (?=on |up |at |to the |behind |in |down |way |right in |high )/,
    "that ",
  );
  return random.chance(0.5) ? bare : text.replace(/^the /, random.pick(["that ", "that ", "this "]));
}

export function byViewerPlace(scene: Scene, target: Thing, head: Head): Ref | null {
  const seen = views(scene, head.rivals);
  const rest = others(head, target);
  if (!seen || rest.length === 0) return null;
  const at = (t: Thing) => seen.get(t)!;
  const ways: string[] = [];
  const n = head.noun;
  const allInView = head.rivals.every((t) => inView(at(t)));
  const few = rest.length === 1;
  if (
    allInView &&
    extreme(target, rest, (t) => at(t).azimuth, 0.12) &&
    extreme(target, rest, (t) => at(t).right, 0.35)
  ) {
    ways.push(`the leftmost ${n}`, `the ${n} on the far left`, `the ${n} furthest to the left`);
    if (few || rest.every((t) => at(t).azimuth > at(target).azimuth + 0.4))
      ways.push(
        `the ${n} on the left`,
        `the left ${n}`,
        `the ${n} to the left`,
        `the ${n} on my left`,
        `the ${n} on the left hand side`,
      );
  }
  if (
    allInView &&
    extreme(target, rest, (t) => -at(t).azimuth, 0.12) &&
    extreme(target, rest, (t) => -at(t).right, 0.35)
  ) {
    ways.push(`the rightmost ${n}`, `the ${n} on the far right`, `the ${n} furthest to the right`);
    if (few || rest.every((t) => at(t).azimuth < at(target).azimuth - 0.4))
      ways.push(
        `the ${n} on the right`,
        `the right ${n}`,
        `the ${n} to the right`,
        `the ${n} on my right`,
        `the ${n} on the right hand side`,
      );
  }
  const d = (t: Thing) => distance(scene.viewer!.position, centreOf(t));
  if (allInView && extreme(target, rest, d, 0.5) && rest.every((t) => d(t) > d(target) * 1.25))
    ways.push(
      `the nearest ${n}`,
      `the closest ${n}`,
      `the ${n} closest to me`,
      `the ${n} nearest to me`,
      `the ${n} right in front of me`,
      `the ${n} in the foreground`,
      `the front ${n}`,
    );
  if (allInView && extreme(target, rest, (t) => -d(t), 0.7) && rest.every((t) => d(t) * 1.25 < d(target)))
    ways.push(
      `the furthest ${n}`,
      `the farthest ${n}`,
      `the ${n} furthest away`,
      `the ${n} at the back`,
      `the ${n} way over there`,
      `the ${n} in the background`,
      `the distant ${n}`,
      `the back ${n}`,
    );
  if (at(target).ahead < -1 && rest.every((t) => at(t).ahead > 0.3))
    ways.push(`the ${n} behind me`, `the ${n} in my back`, `the ${n} at my back`);
  const y = (t: Thing) => centreOf(t)[1];
  if (allInView && extreme(target, rest, (t) => -y(t), 0.6) && y(target) > 1.2)
    ways.push(
      `the ${n} up there`,
      `the highest ${n}`,
      `the ${n} at the top`,
      `the ${n} above the others`,
      `the top ${n}`,
      `the ${n} high up`,
    );
  if (allInView && extreme(target, rest, y, 0.5) && y(target) < 0.9)
    ways.push(`the lowest ${n}`, `the ${n} down there`, `the bottom ${n}`, `the ${n} at the bottom`);
  if (ways.length === 0) return null;
  return {
    text: pointed(scene.random, scene.random.pick(ways), head),
    needs: ["viewer", ...head.needs],
    how: "viewer place",
    landmarks: [],
  };
}

const PLACE_WORDS: Record<string, readonly string[]> = {
  floor: ["on the floor", "standing on the floor", "down on the ground"],
  table: ["on the table", "lying on the table"],
  wall: ["on the wall", "hanging on the wall", "fixed to the wall"],
  hanging: ["hanging from the ceiling", "up in the air", "overhead", "dangling up there"],
};
export function bySurface(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  const y = target.position[1];
  if (target.person || rest.length === 0 || rest.some((t) => t.place === target.place)) return null;
  // Heights are all that a system sees of it, so they must tell.
  if (target.place === "table" || rest.some((t) => Math.abs(t.position[1] - y) < 0.45)) return null;
  if (target.place === "wall" && rest.some((t) => t.place === "hanging")) return null;
  return {
    text: `the ${head.noun} ${scene.random.pick(PLACE_WORDS[target.place]!)}`,
    needs: head.needs,
    how: "surface",
    landmarks: [],
  };
}

export function byNpcPlace(scene: Scene, target: Thing, head: Head): Ref | null {
  const npc = scene.npc;
  const rest = others(head, target);
  if (!npc || rest.length === 0) return null;
  const see = (t: Thing) => seenFrom(npc, centreOf(t));
  const s = see(target);
  const side = (t: Thing, sign: number) =>
    see(t).right * sign > 0.4 && Math.abs(see(t).azimuth) > 0.45 && Math.abs(see(t).azimuth) < 2.4;
  const ways: string[] = [];
  const n = head.noun;
  for (const [sign, word] of [
    [-1, "left"],
    [1, "right"],
  ] as const)
    if (side(target, sign) && Math.abs(s.azimuth) > 0.7 && rest.every((t) => see(t).right * sign < -0.2))
      ways.push(
        `the ${n} on your ${word}`,
        `the ${n} to your ${word}`,
        `the ${n} at your ${word} hand`,
        `the ${n} on your ${word} side`,
      );
  if (s.ahead < -0.7 && Math.abs(s.azimuth) > 2.1 && rest.every((t) => see(t).ahead > 0.3))
    ways.push(`the ${n} behind you`, `the ${n} right behind you`, `the ${n} in your back`);
  if (s.ahead > 0.7 && Math.abs(s.azimuth) < 0.4 && rest.every((t) => Math.abs(see(t).azimuth) > 1))
    ways.push(`the ${n} in front of you`, `the ${n} straight ahead of you`, `the ${n} you are facing`);
  const d = (t: Thing) => flatDistance(npc.position, t.position);
  if (rest.every((t) => d(t) > d(target) * 1.5 && d(t) > d(target) + 0.8))
    ways.push(
      `the ${n} next to you`,
      `the ${n} closest to you`,
      `the ${n} nearest to you`,
      `the ${n} beside you`,
    );
  if (ways.length === 0) return null;
  return { text: scene.random.pick(ways), needs: ["npc", ...head.needs], how: "NPC's place", landmarks: [] };
}

export function byCompass(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  const n = head.noun;
  const axes: readonly (readonly [string, (t: Thing) => number])[] = [
    ["north", (t) => -t.position[2]],
    ["south", (t) => t.position[2]],
    ["east", (t) => -t.position[0]],
    ["west", (t) => t.position[0]],
  ];
  const fits = axes.filter(([, measure]) => extreme(target, rest, measure, 0.7));
  if (fits.length === 0) return null;
  const word = scene.random.pick(fits)[0];
  const text = scene.random.pick([
    `the ${word}ernmost ${n}`,
    `the ${n} furthest ${word}`,
    `the ${word}most ${n}`,
    `the ${n} on the ${word} side`,
    `the ${n} to the ${word}`,
    `the ${n} in the ${word}`,
  ]);
  return { text, needs: head.needs, how: "compass", landmarks: [] };
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"] as const;
export function byOrdinal(scene: Scene, target: Thing, head: Head): Ref | null {
  const seen = views(scene, head.rivals);
  if (!seen || head.rivals.length < 3) return null;
  const row = [...head.rivals].sort((a, b) => seen.get(a)!.azimuth - seen.get(b)!.azimuth);
  if (row.some((t) => !inView(seen.get(t)!))) return null;
  for (let i = 1; i < row.length; i++) {
    const a = seen.get(row[i - 1]!)!;
    const b = seen.get(row[i]!)!;
    if (b.azimuth - a.azimuth < 0.1 || b.right - a.right < 0.25) return null;
  }
  const left = row.indexOf(target);
  const right = row.length - 1 - left;
  const n = head.noun;
  const ways: string[] = [];
  if (left < 4)
    ways.push(
      `the ${ORDINALS[left]} ${n} from the left`,
      `${n} number ${left + 1} from the left`,
      `the ${ORDINALS[left]} ${n} counting from the left`,
    );
  if (right < 4)
    ways.push(
      `the ${ORDINALS[right]} ${n} from the right`,
      `the ${ORDINALS[right]} ${n} from the right hand side`,
    );
  if (left === right)
    ways.push(`the middle ${n}`, `the ${n} in the middle`, `the ${n} in the centre`, `the centre ${n}`);
  if (left === 1 && right > 1) ways.push(`the second leftmost ${n}`);
  if (ways.length === 0) return null;
  return { text: scene.random.pick(ways), needs: ["viewer", ...head.needs], how: "ordinal", landmarks: [] };
}

const NEXT = ["next to", "beside", "right by", "close to", "near", "by"] as const;

/** Beside, left of, in front of … another thing that is easily named. */
export function byRelation(scene: Scene, target: Thing, head: Head): Ref | null {
  const random = scene.random;
  const viewer = scene.viewer;
  if (!viewer) return null;
  const rest = others(head, target);
  for (const mark of random.shuffle(candidates(scene).filter((t) => t !== target && mayMark(head, t)))) {
    const name = byName(scene, mark) ?? byColour(scene, mark, headOf(scene, mark, false)!);
    if (!name) continue;
    const t = seenFrom(viewer, centreOf(target));
    const l = seenFrom(viewer, centreOf(mark));
    const gap = flatDistance(target.position, mark.position);
    if (gap > 2.6 || !inView(t) || !inView(l)) continue;
    const ways: string[] = [];
    const near = rest.every((r) => r === mark || flatDistance(r.position, mark.position) > gap * 1.6 + 0.3);
    const level = Math.abs(t.ahead - l.ahead) < 0.7 * Math.abs(t.right - l.right);
    const deep = Math.abs(t.right - l.right) < 0.5 * Math.abs(t.ahead - l.ahead);
    const free = (test: (s: Seen) => boolean) =>
      rest.every(
        (r) => flatDistance(r.position, mark.position) > gap + 1.2 || !test(seenFrom(viewer, centreOf(r))),
      );
    if (near && gap < 2) ways.push(...NEXT);
    if (level && t.right < l.right - 0.4 && free((s) => s.right < l.right + 0.1))
      ways.push("left of", "to the left of", "on the left of", "on the left side of");
    if (level && t.right > l.right + 0.4 && free((s) => s.right > l.right - 0.1))
      ways.push("right of", "to the right of", "on the right of", "on the right side of");
    if (deep && t.ahead < l.ahead - 0.6 && free((s) => s.ahead < l.ahead + 0.1))
      ways.push("in front of", "before");
    if (deep && t.ahead > l.ahead + 0.6 && free((s) => s.ahead > l.ahead - 0.1))
      ways.push("behind", "at the back of");
    if (ways.length === 0) continue;
    const text = `the ${head.noun} ${random.pick(ways)} ${name.text}`;
    return { text, needs: ["viewer", ...head.needs, ...name.needs], how: "relation", landmarks: [mark] };
  }
  return null;
}

/** Right above or right below another, touching or nearly so. */
export function byStack(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  for (const mark of candidates(scene)) {
    if (mark === target || !mayMark(head, mark) || flatDistance(mark.position, target.position) > 0.3)
      continue;
    const name = byName(scene, mark);
    if (!name || rest.some((r) => r !== mark && flatDistance(r.position, mark.position) < 0.8)) continue;
    const up = target.position[1] - target.size[1] / 2 - (mark.position[1] + mark.size[1] / 2);
    const down = mark.position[1] - mark.size[1] / 2 - (target.position[1] + target.size[1] / 2);
    const words =
      up > -0.03 && up < 0.1
        ? ["on", "on top of", "standing on", "sitting on"]
        : up >= 0.1
          ? ["above", "over"]
          : down > -0.03
            ? ["under", "below", "underneath", "beneath"]
            : [];
    if (words.length > 0)
      return {
        text: `the ${head.noun} ${scene.random.pick(words)} ${name.text}`,
        needs: [...head.needs, ...name.needs],
        how: "stack",
        landmarks: [mark],
      };
  }
  return null;
}

export function byBetween(scene: Scene, target: Thing, head: Head): Ref | null {
  const random = scene.random;
  const rest = others(head, target);
  const marks = random.shuffle(candidates(scene).filter((t) => t !== target && mayMark(head, t)));
  for (const a of marks)
    for (const b of marks) {
      if (a === b) continue;
      const span = flatDistance(a.position, b.position);
      const off = (t: Thing) =>
        flatDistance(a.position, t.position) + flatDistance(t.position, b.position) - span;
      if (span < 1.2 || span > 6 || off(target) > 0.12 * span || rest.some((t) => off(t) < 0.5 * span))
        continue;
      const share = flatDistance(a.position, target.position) / span;
      if (share < 0.25 || share > 0.75) continue;
      const an = byName(scene, a);
      const bn = byName(scene, b);
      if (!an || !bn) continue;
      const word = random.pick(["between", "in between", "in the middle between"]);
      return {
        text: `the ${head.noun} ${word} ${an.text} and ${bn.text}`,
        needs: [...head.needs, ...an.needs, ...bn.needs],
        how: "between",
        landmarks: [a, b],
      };
    }
  return null;
}

const MADE_OF: Record<string, string> = {
  wood: "wooden",
  gold: "golden",
  wool: "woollen",
  stone: "stone",
  clay: "clay",
  silver: "silver",
};
export function byMaterial(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  if (
    !target.material ||
    rest.some((t) => t.material === target.material || t.description.includes(target.material!))
  )
    return null;
  if (!target.description.includes(target.material)) return null;
  // "gold" and "silver" would be heard as colours.
  if (
    ["gold", "silver", "amber", "bronze", "copper"].includes(target.material) &&
    rest.some((t) => t.colour?.words.some((w) => w.startsWith(target.material!)))
  )
    return null;
  const adjective = MADE_OF[target.material] ?? target.material;
  const text = scene.random.pick([
    `the ${adjective} ${head.noun}`,
    `the ${head.noun} made of ${target.material}`,
    `the ${head.noun} that is made out of ${target.material}`,
  ]);
  return { text, needs: ["description", ...head.needs], how: "material", landmarks: [] };
}

/** "thing you …" takes an article, "what you …" does not. */
const phrase = (asked: string) => (/^(what|where)\b/.test(asked) ? asked : `the ${asked}`);

export function byUse(scene: Scene, target: Thing): Ref | null {
  const noun = target.noun;
  if (!noun || noun.asked.length === 0 || objects(scene).some((t) => t !== target && t.noun === noun))
    return null;
  const asked = scene.random.pick(noun.asked);
  // Nothing else may tell the same about itself.
  const words = new Set(asked.split(/\W+/).filter((w) => w.length > 4 && w !== "thing"));
  const clash = candidates(scene).some(
    (t) =>
      t !== target &&
      `${t.names.join(" ")} ${t.noun?.told ?? ""} ${t.noun?.asked.join(" ") ?? ""}`
        .split(/\W+/)
        .some((w) => words.has(w)),
  );
  return clash ? null : { text: phrase(asked), needs: ["description", "names"], how: "use", landmarks: [] };
}

export function byStory(scene: Scene, target: Thing): Ref | null {
  if (!target.story || !target.description.includes(target.story.told)) return null;
  return { text: scene.random.pick(target.story.asked), needs: ["description"], how: "story", landmarks: [] };
}

/** A person by clothes, hair or what they are. */
export function byClothes(scene: Scene, target: Thing): Ref | null {
  const random = scene.random;
  const p = target.person;
  if (!p) return null;
  const rest = people(scene)
    .filter((t) => t !== target)
    .map((t) => t.person!);
  const who =
    p.gender === "m"
      ? random.pick(["man", "guy", "gentleman", "fellow", "bloke", "man"])
      : p.gender === "f"
        ? random.pick(["woman", "lady", "girl", "woman"])
        : random.pick(["person", "one"]);
  const sameSex = rest.filter(
    (r) => who === "person" || who === "one" || r.gender === p.gender || r.gender === "n",
  );
  const wear = random.pick(["in", "wearing", "with", "in"]);
  const ways: string[] = [];
  if (sameSex.length === 0 && who !== "person" && who !== "one" && rest.length > 0) ways.push(`the ${who}`);
  if (sameSex.every((r) => r.topColour !== p.topColour && r.hatColour !== p.topColour))
    ways.push(
      `the ${who} in ${p.topColour}`,
      `the ${who} ${wear} the ${p.topColour} ${p.top}`,
      `the ${who} ${wear} a ${p.topColour} ${p.top}`,
    );
  else if (sameSex.every((r) => r.topColour !== p.topColour))
    ways.push(`the ${who} ${wear} the ${p.topColour} ${p.top}`);
  if (p.hat && sameSex.every((r) => r.hatColour !== p.hatColour))
    ways.push(`the ${who} ${wear} the ${p.hatColour} ${p.hat}`, `the ${who} with a ${p.hatColour} ${p.hat}`);
  if (p.hat && sameSex.every((r) => !r.hat))
    ways.push(`the ${who} with the ${p.hat}`, `the one wearing a ${p.hat}`);
  if (!p.hat && sameSex.length > 0 && sameSex.every((r) => r.hat))
    ways.push(`the ${who} without a hat`, `the one with nothing on the head`);
  if (p.hat && sameSex.every((r) => r.hatColour !== p.hatColour || r.topColour !== p.topColour))
    ways.push(
      `the ${who} in the ${p.hatColour} ${p.hat} and the ${p.topColour} ${p.top}`,
      `the ${who} ${wear} a ${p.topColour} ${p.top} and a ${p.hatColour} ${p.hat}`,
    );
  if (p.hair && target.description.includes(p.hair) && rest.every((r) => r.hair !== p.hair))
    ways.push(`the ${who} with ${p.hair}`, `the one with ${p.hair}`);
  if (ways.length === 0) return null;
  return { text: random.pick(ways), needs: ["description", "kind"], how: "clothes", landmarks: [] };
}

export type Way = (scene: Scene, target: Thing, head: Head) => Ref | null;

/** Colour first, then another way among those of that colour: "the big red one". */
export function combined(way: Way): Way {
  return (scene, target, head) => {
    if (!target.colour) return null;
    const word = target.colour.words[0] as string;
    const same = head.rivals.filter((t) => t.colour?.name === target.colour!.name);
    if (same.length < 2 || same.length === head.rivals.length) return null;
    const rest = head.rivals.filter((t) => !same.includes(t));
    if (rest.some((t) => !t.colour || closeColours(t.colour.name, target.colour!.name))) return null;
    const ref = way(scene, target, {
      noun: `${word} ${head.noun}`,
      rivals: same,
      needs: ["colour", ...head.needs],
    });
    return ref && { ...ref, how: `colour and ${ref.how}` };
  };
}

/** Any way that works, in the order of the draw. */
export function anyRef(scene: Scene, target: Thing): Ref | null {
  const random = scene.random;
  if (target.person) {
    const ways = random.shuffle([byName, byClothes]);
    for (const way of ways) {
      const ref = way(scene, target);
      if (ref) return ref;
    }
    return null;
  }
  const ways: Way[] = random.shuffle([
    byName,
    byName,
    byColour,
    byColour,
    bySize,
    byViewerPlace,
    byMaterial,
    (s, t) => byUse(s, t),
    (s, t) => byStory(s, t),
    byRelation,
    byOrdinal,
  ]);
  for (const way of ways) {
    const head = headOf(scene, target, random.chance(0.25));
    const ref = head && way(scene, target, head);
    if (ref) return ref;
  }
  return null;
}

export const plainColours = COLOURS.filter((c) => !c.name.includes(" "));
