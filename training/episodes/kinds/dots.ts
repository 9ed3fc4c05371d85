/** Seven grey dots on an upright disc: two partners settle on one of them, with vague words. */
import { finish } from "../finish.js";
import { DOT_AGREE, DOT_ASK, DOT_DENY, DOT_OPEN, DOT_PICK } from "../phrasings/dots.js";
import type { Random } from "../random.js";
import { emptyScene, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { fill, type Kind } from "./named.js";

interface Dot {
  thing: Thing;
  x: number;
  y: number;
  size: number;
  /** 0 black to 255 white. */
  shade: number;
}

function makeDots(random: Random): Dot[] | null {
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
function looks(random: Random, dots: readonly Dot[], dot: Dot): string {
  const dark = rank(dots, dot, (d) => d.shade);
  const small = rank(dots, dot, (d) => d.size);
  const shade =
    dark === 0
      ? random.pick(["darkest", "very dark", "black", "darkest", "really dark"])
      : dark === 6
        ? random.pick(["lightest", "very light", "lightest gray", "really light"])
        : dot.shade < 100
          ? random.pick(["dark", "dark gray", "dark grey", "darker"])
          : dot.shade > 155
            ? random.pick(["light", "light gray", "light grey", "pale", "lighter gray"])
            : random.pick(["medium gray", "gray", "grey", "medium grey"]);
  const size =
    small === 0
      ? random.pick(["smallest", "tiny", "very small"])
      : small === 6
        ? random.pick(["largest", "biggest", "very large", "big"])
        : dot.size < 0.09
          ? random.pick(["small", "little", "smaller", "small"])
          : dot.size > 0.112
            ? random.pick(["large", "big", "larger", "large"])
            : random.pick(["medium", "medium sized", "mid sized"]);
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
  const darker =
    near.shade < dot.shade - 25 ? "darker" : near.shade > dot.shade + 25 ? "lighter" : "same color";
  const bigger =
    near.size > dot.size + 0.012 ? "larger" : near.size < dot.size - 0.012 ? "smaller" : "same size";
  return random.pick(
    [
      `with a ${bigger} ${darker} dot ${along} of it`,
      `and there is a ${bigger} ${darker} one ${along}`,
      `it has a ${darker} ${bigger} dot ${along}`,
      `a ${darker} dot just ${along} of it that is ${bigger === "same size" ? "about the same size" : bigger}`,
    ].map((t) => t.replace(/(above|below) of it/, "$1 it")),
  );
}

function describeDot(random: Random, dots: readonly Dot[], dot: Dot): string {
  const bits = [looks(random, dots, dot)];
  const place = where(random, dot);
  const by = beside(random, dots, dot);
  let text = `${bits[0]} ${random.pick(["dot", "one", "dot", "circle"])}`;
  if (place && random.chance(0.7)) text += ` ${place}`;
  if (by && random.chance(0.5)) text += random.chance(0.5) ? `, ${by}` : ` ${by}`;
  return text;
}

/** How well words fit: would another dot do as well? Two of shade, size, place must tell. */
function clear(dots: readonly Dot[], dot: Dot): boolean {
  return dots.every(
    (d) =>
      d === dot ||
      Math.abs(d.shade - dot.shade) > 30 ||
      Math.abs(d.size - dot.size) > 0.018 ||
      Math.hypot(d.x - dot.x, d.y - dot.y) > 0.6,
  );
}

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
    add(
      random
        .pick(part(DOT_OPEN, split))
        .replace("{D}", describeDot(random, list.includes(wrong) ? list : list, wrong)),
    );
    add(random.pick(part(DOT_DENY, split)));
  }
  add(
    random
      .pick(part(random.chance(0.7) ? DOT_OPEN : DOT_PICK, split))
      .replace("{D}", describeDot(random, list, target)),
  );
  const steps = random.integer(0, 3);
  const by = beside(random, list, target);
  const place = where(random, target);
  if (steps > 0) {
    const more = by && random.chance(0.6) ? by : place ? `the one ${place}` : looks(random, list, target);
    add(fill(random.pick(part(DOT_ASK, split)), { D: more }));
  }
  if (steps > 1) add(random.pick(part(DOT_AGREE, split)));
  if (steps > 2) add(random.pick(part(DOT_PICK, split)).replace("{D}", `${looks(random, list, target)} one`));
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
