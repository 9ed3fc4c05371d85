/** Seven grey dots on an upright disc: two partners settle on one of them, with vague words. */
import { finish } from "../finish.js";
import { DOT_AGREE, DOT_ASK, DOT_DENY, DOT_GROUP, DOT_OPEN, DOT_PICK, DOT_STRAY } from "../phrasings/dots.js";
import type { Random } from "../random.js";
import { emptyScene, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { fill, type Kind } from "./named.js";

export interface Dot {
  thing: Thing;
  x: number;
  y: number;
  size: number;
  /** 0 black to 255 white. */
  shade: number;
}

export function makeDots(random: Random): Dot[] | null {
  const dots: Dot[] = [];
  for (let i = 0; i < 7; i++) {
    for (let attempt = 0; attempt < 80; attempt++) {
      const angle = random.between(0, 2 * Math.PI);
      const r = Math.sqrt(random.next()) * 0.93;
      const x = Math.cos(angle) * r;
      const y = Math.sin(angle) * r;
      if (dots.some((d) => Math.hypot(d.x - x, d.y - y) < 0.17)) continue;
      const size = random.between(0.07, 0.13);
      const shade = random.integer(50, 205);
      const hex = `#${shade.toString(16).padStart(2, "0").repeat(3)}`;
      dots.push({
        x,
        y,
        size,
        shade,
        thing: {
          id: "",
          kind: "prop",
          label: "dot",
          names: ["dot"],
          noun: null,
          colour: null,
          hex,
          shape: "sphere",
          size: [size, size, size],
          position: [0, 0, 0],
          yaw: null,
          place: "floor",
          material: null,
          story: null,
          person: null,
          description: "",
        },
      });
      break;
    }
  }
  return dots.length === 7 ? dots : null;
}

const rank = (dots: readonly Dot[], dot: Dot, measure: (d: Dot) => number) =>
  dots.filter((d) => measure(d) < measure(dot)).length;

/** How the dot itself looks, beside the others; a word only where most would say it. */
export function looks(random: Random, dots: readonly Dot[], dot: Dot, definite: boolean): string {
  const dark = rank(dots, dot, (d) => d.shade);
  const small = rank(dots, dot, (d) => d.size);
  const shade =
    dark === 0
      ? random.pick(
          definite
            ? ["darkest", "darkest", "blackest", "very dark"]
            : ["very dark", "black", "almost black", "really dark"],
        )
      : dark === 6
        ? random.pick(
            definite
              ? ["lightest", "lightest gray", "palest"]
              : ["very light", "really light", "almost white", "very light gray"],
          )
        : dot.shade < 100
          ? random.pick(["dark", "dark gray", "dark grey", "darker"])
          : dot.shade > 155
            ? random.pick(["light", "light gray", "light grey", "pale", "lighter gray"])
            : random.pick(["medium gray", "gray", "grey", "medium grey"]);
  const size =
    small === 0
      ? random.pick(definite ? ["smallest", "smallest", "tiny"] : ["tiny", "very small", "really small"])
      : small === 6
        ? random.pick(
            definite ? ["largest", "biggest", "large"] : ["very large", "huge", "big", "really big"],
          )
        : dot.size < 0.09
          ? random.pick(["small", "little", "smaller", "small"])
          : dot.size > 0.112
            ? random.pick(["large", "big", "larger", "large"])
            : random.pick(["medium", "medium sized", "mid sized"]);
  // Two extremes at once are not how people talk: one of them is enough.
  if (/est\b/.test(shade) && random.chance(0.8)) return shade;
  if (/est\b/.test(size) && random.chance(0.5)) return size;
  return random.chance(0.75) ? `${size} ${shade}` : random.chance(0.5) ? shade : size;
}

/** Where it lies on the disc. */
function where(random: Random, dot: Dot): string | null {
  const far = Math.hypot(dot.x, dot.y);
  if (far < 0.28)
    return random.pick(["near the center", "in the middle", "close to the centre", "right in the middle"]);
  const side = dot.x < -0.35 ? "left" : dot.x > 0.35 ? "right" : "";
  const height =
    dot.y > 0.35 ? random.pick(["top", "upper"]) : dot.y < -0.35 ? random.pick(["bottom", "lower"]) : "";
  if (!side && !height) return null;
  if (side && height)
    return random.pick([
      `on the ${height} ${side}`,
      `at the ${height} ${side}`,
      `in the ${height} ${side} corner`,
    ]);
  if (side) return random.pick([`on the ${side}`, `on the ${side} side`, `far ${side}`, `to the ${side}`]);
  return random.pick([
    `near the ${height === "upper" ? "top" : height === "lower" ? "bottom" : height}`,
    `at the ${height === "upper" ? "top" : height === "lower" ? "bottom" : height}`,
  ]);
}

/** A neighbour by which it may be found. */
function beside(random: Random, dots: readonly Dot[], dot: Dot): string | null {
  const [near] = dots
    .filter((d) => d !== dot)
    .sort((a, b) => Math.hypot(a.x - dot.x, a.y - dot.y) - Math.hypot(b.x - dot.x, b.y - dot.y));
  if (!near || Math.hypot(near.x - dot.x, near.y - dot.y) > 0.5) return null;
  const dx = near.x - dot.x;
  const dy = near.y - dot.y;
  const along =
    Math.abs(dx) > 2 * Math.abs(dy)
      ? dx < 0
        ? "to the left"
        : "to the right"
      : Math.abs(dy) > 2 * Math.abs(dx)
        ? dy > 0
          ? "above"
          : "below"
        : `${dy > 0 ? "above" : "below"} and to the ${dx < 0 ? "left" : "right"}`;
  const darker = near.shade < dot.shade - 25 ? "darker" : near.shade > dot.shade + 25 ? "lighter" : "";
  const bigger = near.size > dot.size + 0.012 ? "larger" : near.size < dot.size - 0.012 ? "smaller" : "";
  const like = [bigger, darker].filter(Boolean).join(" ") || "similar";
  const gap = Math.hypot(dx, dy) < 0.3 ? random.pick(["just ", "right ", ""]) : "";
  return random.pick(
    [
      `with a ${like} dot ${gap}${along} of it`,
      `and there is a ${like} one ${gap}${along} of it`,
      `it has a ${like} dot ${gap}${along} of it`,
      `a ${like} dot is ${gap}${along} of it`,
      `${gap}${along} of it is a ${like} one`,
    ].map((t) => t.replace(/(above|below) of it/, "$1 it")),
  );
}

/** Nothing else lies near it. */
const alone = (dots: readonly Dot[], dot: Dot) =>
  dots.every((d) => d === dot || Math.hypot(d.x - dot.x, d.y - dot.y) > 0.55);

/** "Three dots close together; the darkest of them": told as a group, then as one of it. */
function inGroup(random: Random, dots: readonly Dot[], dot: Dot): string | null {
  const size = random.integer(2, 3);
  const near = dots
    .filter((d) => d !== dot)
    .sort((a, b) => Math.hypot(a.x - dot.x, a.y - dot.y) - Math.hypot(b.x - dot.x, b.y - dot.y));
  const group = [dot, ...near.slice(0, size - 1)];
  const reach = Math.max(...group.map((d) => Math.hypot(d.x - dot.x, d.y - dot.y)));
  const next = near[size - 1];
  if (reach > 0.55 || (next && Math.hypot(next.x - dot.x, next.y - dot.y) < reach + 0.15)) return null;
  const best = (m: (d: Dot) => number, gap: number) => group.every((d) => d === dot || m(dot) > m(d) + gap);
  const words: string[] = [];
  const word = size === 2 ? (a: string, b: string) => [a, b] : (_: string, b: string) => [b];
  if (best((d) => -d.shade, 25)) words.push(...word("darker", "darkest"));
  if (best((d) => d.shade, 25)) words.push(...word("lighter", "lightest"));
  if (best((d) => d.size, 0.012)) words.push(...word("larger", "biggest"));
  if (best((d) => -d.size, 0.012)) words.push(...word("smaller", "smallest"));
  if (best((d) => d.x, 0.12)) words.push("right", "rightmost");
  if (best((d) => -d.x, 0.12)) words.push("left", "leftmost");
  if (best((d) => d.y, 0.12)) words.push("top", "upper");
  if (best((d) => -d.y, 0.12)) words.push("bottom", "lower");
  if (words.length === 0) return null;
  const w = random.pick(words);
  const n = size === 2 ? "two" : "three";
  const form =
    size === 2
      ? random.pick([
          "a pair of dots",
          "two dots close together",
          "two dots side by side",
          "two dots near each other",
        ])
      : random.pick([
          "a cluster of three",
          "three dots in a triangle",
          "three dots close together",
          "a group of three dots",
        ]);
  return random.pick([
    `${form}, the ${w} one of them`,
    `${form} and I mean the ${w} one`,
    `${form}. pick the ${w} one`,
    `${n} dots together, it is the ${w} of the ${n}`,
  ]);
}

function describeDot(random: Random, dots: readonly Dot[], dot: Dot, definite: boolean): string {
  const bits = [looks(random, dots, dot, definite)];
  const place = where(random, dot);
  const by = beside(random, dots, dot);
  let text = `${bits[0]} ${random.pick(["dot", "one", "dot", "circle"])}`;
  if (place && random.chance(0.7)) text += ` ${place}`;
  if (alone(dots, dot) && random.chance(0.7))
    text += random.pick([" all by itself", ", alone", ", nothing near it", " away from the others"]);
  else if (by && random.chance(0.55)) text += random.chance(0.5) ? `, ${by}` : ` ${by}`;
  return text;
}

/** How well words fit: would another dot do as well? Two of shade, size, place must tell. */
export function clear(dots: readonly Dot[], dot: Dot): boolean {
  return dots.every(
    (d) =>
      d === dot ||
      Math.abs(d.shade - dot.shade) > 30 ||
      Math.abs(d.size - dot.size) > 0.018 ||
      Math.hypot(d.x - dot.x, d.y - dot.y) > 0.6,
  );
}

/** Two partners side by side before the dots, which they talk of without names. */
export function placePartners(scene: Scene, random: Random, list: readonly Dot[]): void {
  const names = random.pick([["dot"], ["dot", "circle", "ball"], ["dot", "circle"]]);
  for (const d of list) {
    d.thing.position = [d.x, 1.6 + d.y, 0];
    d.thing.names = names;
  }
  scene.things = random.shuffle(list.map((d) => d.thing));
  for (const [i, thing] of scene.things.entries()) thing.id = `d${i + 1}`;
  scene.viewer = { position: [0, 1.6, -2.5], forward: [0, 0, 1] };
  scene.npc = { position: [0, 0, -2.5], forward: [0, 0, 1], task: "talking" };
}

/** What their talk needs of the scene. */
export const PARTNERS_NEED = ["viewer", "colour", "size", "names", "shape", "npc"] as const;

export const dots: Kind = (random, split) => {
  const list = makeDots(random);
  if (!list) return null;
  const target = random.pick(list);
  if (!clear(list, target)) return null;
  const scene: Scene = emptyScene(random, split, "dots");
  const height = 1.6;
  for (const d of list) d.thing.position = [d.x, height + d.y, 0];
  scene.things = random.shuffle(list.map((d) => d.thing));
  for (const [i, t] of scene.things.entries()) t.id = `d${i + 1}`;
  scene.viewer = { position: [0, height, -2.5], forward: [0, 0, 1] };
  if (random.chance(0.7)) scene.npc = { position: [0, 0, -2.5], forward: [0, 0, 1] };
  const lines: [string, string][] = [];
  let turn = random.chance(0.5);
  const add = (text: string) => {
    lines.push([turn ? "player" : "npc", random.chance(0.6) ? text.toLowerCase().replace(/[.]$/, "") : text]);
    turn = !turn;
  };
  // Others are tried and turned down first; the partner does not see them.
  for (
    let i = random.weighted([
      [0, 5],
      [1, 3],
      [2, 1],
    ] as const);
    i > 0;
    i--
  ) {
    const wrong = random.chance(0.5)
      ? random.pick(makeDots(random) ?? list)
      : random.pick(list.filter((d) => d !== target));
    add(random.pick(part(DOT_OPEN, split)).replace("{D}", describeDot(random, list, wrong, false)));
    add(random.pick(part(DOT_DENY, split)));
  }
  const group = random.chance(0.35) ? inGroup(random, list, target) : null;
  const picks = random.chance(0.3);
  if (group) add(random.pick(part(DOT_GROUP, split)).replace("{D}", group));
  else
    add(
      random
        .pick(part(picks ? DOT_PICK : DOT_OPEN, split))
        .replace("{D}", describeDot(random, list, target, picks))
        .replace(/\ba ([aeiou])/g, "an $1"),
    );
  const steps = random.integer(0, 3);
  const by = beside(random, list, target);
  const place = where(random, target);
  if (steps > 0) {
    const more =
      by && random.chance(0.6)
        ? by
        : place
          ? `the one ${place}`
          : `the ${looks(random, list, target, true)} one`;
    add(fill(random.pick(part(DOT_ASK, split)), { D: more }));
  }
  // Sometimes talk strays to a neighbour before it comes back.
  if (steps > 1 && random.chance(0.25)) {
    const stray = random.pick(list.filter((d) => d !== target));
    add(random.pick(part(DOT_STRAY, split)).replace("{D}", describeDot(random, list, stray, true)));
    add(random.pick(part(DOT_PICK, split)).replace("{D}", describeDot(random, list, target, true)));
  }
  if (steps > 1) add(random.pick(part(DOT_AGREE, split)));
  if (steps > 2)
    add(random.pick(part(DOT_PICK, split)).replace("{D}", `${looks(random, list, target, true)} one`));
  if (steps > 0 && random.chance(0.5)) add(random.pick(part(DOT_AGREE, split)));
  let at = 0.8;
  for (const [speaker, text] of lines.reverse()) {
    scene.chat.unshift({ speaker, text, secondsAgo: at });
    at += random.between(2, 7);
  }
  return finish(scene, { any: [target.thing.id], referents: [target.thing.id], kind: "dots" }, [
    "viewer",
    "colour",
    "size",
    "names",
    "shape",
  ]);
};
