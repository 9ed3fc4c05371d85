/** A world of unit cubes seen by a hovering avatar: which blocks are meant to go? */

import { COLOURS } from "../data/colours.js";
import { finish } from "../finish.js";
import { direction, forwardOf } from "../geometry.js";
import { BLOCK_VERBS, BLOCK_WORDS } from "../phrasings/blocks.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import { emptyScene, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import type { Split, Triple } from "../types.js";
import type { Kind } from "./named.js";

interface Block {
  x: number;
  y: number;
  z: number;
  colour: string;
  /** Which built part it belongs to. */
  part: number;
}

export const BLOCK_COLOURS: Readonly<Record<string, string>> = {
  red: "#d02020",
  amber: "#f0b020",
  yellow: "#f0e020",
  green: "#30a030",
  blue: "#2050d0",
  purple: "#8030b0",
};
const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const key = (x: number, y: number, z: number) => `${x},${y},${z}`;

/** Straight lines, walls, arches, crosses, stairs; each mostly of one colour. */
function shapeCells(random: Random): (readonly [number, number, number])[] {
  const n = random.integer(2, 5);
  const along = (i: number): [number, number, number] => [i, 0, 0];
  switch (random.integer(0, 9)) {
    case 0:
    case 1:
      return Array.from({ length: n }, (_, i) => [0, i, 0] as const);
    case 2:
    case 3:
      return Array.from({ length: n }, (_, i) => along(i));
    case 4:
      return Array.from(
        { length: random.integer(2, 3) * 3 },
        (_, i) => [i % 3, Math.floor(i / 3), 0] as const,
      );
    case 5:
      return [
        [0, 0, 0],
        [0, 1, 0],
        [0, 2, 0],
        [1, 2, 0],
        [2, 2, 0],
        [2, 1, 0],
        [2, 0, 0],
      ];
    case 6:
      return [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
        [2, 1, 0],
        [1, 2, 0],
      ];
    case 7:
      return Array.from({ length: n }, (_, i) => [i, i, 0] as const).flatMap((c) => [c]);
    case 8:
      return [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
      ];
    default:
      return [[0, 0, 0]];
  }
}

export function buildBlocks(random: Random): Block[] {
  const names = random.sample(Object.keys(BLOCK_COLOURS), random.integer(1, 4));
  const blocks = new Map<string, Block>();
  const parts = random.integer(1, 4);
  const turn = random.chance(0.65);
  const anchor = [random.integer(-4, 2), random.integer(-4, 3)] as const;
  for (let p = 0; p < parts; p++) {
    const cells = shapeCells(random);
    const colour = random.pick(names);
    const second = random.chance(0.3) ? random.pick(names) : colour;
    const loose = random.chance(0.3);
    const dx = loose ? random.integer(-5, 4) : anchor[0] + random.integer(0, 4);
    const dz = loose ? random.integer(-5, 4) : anchor[1] + (random.chance(0.7) ? 0 : random.integer(0, 2));
    const dy = random.weighted([
      [0, 6],
      [1, 1],
      [2, 1],
      [3, 1],
    ] as const);
    const flip = random.chance(0.25);
    for (const [cx, cy, cz] of cells) {
      const x = dx + (turn ? cx : cz);
      const z = dz + (turn ? cz : cx);
      const y = dy + (flip ? 2 - Math.min(cy, 2) + (cy > 2 ? cy : 0) : cy);
      const c = random.chance(0.5) ? colour : cy % 2 === 0 ? colour : second;
      blocks.set(key(x, y, z), { x, y, z, colour: c, part: p });
    }
  }
  return [...blocks.values()].slice(0, 26);
}

/** What is said of the world with one way of facing it. */
interface Picture {
  blocks: Block[];
  /** Grows to the right and away, as one faces. */
  right: (b: Block) => number;
  away: (b: Block) => number;
  random: Random;
}

interface Chosen {
  text: string;
  set: Block[];
}

/** Everyday word for a colour, given which others are there. */
function colourWord(picture: Picture, colour: string): string {
  const has = (c: string) => picture.blocks.some((b) => b.colour === c);
  const random = picture.random;
  if (colour === "amber")
    return has("yellow") ? "orange" : random.pick(["yellow", "yellow", "orange", "gold"]);
  if (colour === "purple") return random.pick(["purple", "purple", "violet"]);
  return colour;
}

const count = (random: Random, n: number) => (random.chance(0.75) ? (NUMBERS[n] ?? String(n)) : String(n));

/** Groups of blocks that touch by a face and satisfy `same`. */
function groups(blocks: readonly Block[], same: (a: Block, b: Block) => boolean): Block[][] {
  const left = new Set(blocks);
  const out: Block[][] = [];
  for (const start of blocks) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const at of group)
      for (const b of [...left])
        if (same(at, b) && Math.abs(at.x - b.x) + Math.abs(at.y - b.y) + Math.abs(at.z - b.z) === 1) {
          left.delete(b);
          group.push(b);
        }
    out.push(group);
  }
  return out;
}

type Rule = (picture: Picture) => Chosen | null;

const noun = (random: Random, many: boolean) => {
  const word = random.pick(BLOCK_WORDS);
  return many ? `${word}s` : word;
};

const byColour: Rule = (p) => {
  const { random, blocks } = p;
  const colour = random.pick(blocks).colour;
  const set = blocks.filter((b) => b.colour === colour);
  const c = colourWord(p, colour);
  const many = noun(random, true);
  const n = count(random, set.length);
  if (set.length === 1)
    return {
      text: random.pick([
        `the ${c} ${noun(random, false)}`,
        `the only ${c} ${noun(random, false)}`,
        `the single ${c} ${noun(random, false)}`,
      ]),
      set,
    };
  return {
    text: random.pick([
      `the ${n} ${c} ${many}`,
      `all the ${c} ${many}`,
      `all ${c} ${many}`,
      `all of the ${c} ${many}`,
      `every ${c} ${noun(random, false)}`,
      `the ${c} ${many}`,
      `all ${n} ${c} ${many}`,
      `each ${c} ${noun(random, false)}`,
      `the ${n} ${many} that are ${c}`,
    ]),
    set,
  };
};
const twoColours: Rule = (p) => {
  const { random, blocks } = p;
  const colours = random.sample([...new Set(blocks.map((b) => b.colour))], 2);
  if (colours.length < 2) return null;
  const [a, b] = colours.map((c) => colourWord(p, c));
  if (a === b) return null;
  const many = noun(random, true);
  return {
    text: random.pick([
      `the ${a} and ${b} ${many}`,
      `all ${a} and ${b} ${many}`,
      `the ${a} ${many} and the ${b} ${many}`,
      `all the ${many} that are ${a} or ${b}`,
    ]),
    set: blocks.filter((x) => colours.includes(x.colour)),
  };
};
const notColour: Rule = (p) => {
  const { random, blocks } = p;
  const colour = random.pick(blocks).colour;
  const set = blocks.filter((b) => b.colour !== colour);
  if (set.length === 0) return null;
  const c = colourWord(p, colour);
  const one = blocks.length - set.length === 1;
  const many = noun(random, true);
  return {
    text: random.pick([
      `all the ${many} except the ${c} ${one ? "one" : "ones"}`,
      `everything but the ${c} ${one ? noun(random, false) : many}`,
      `all non-${c} ${many}`,
      `all ${many} that aren't ${c}`,
      `everything that is not ${c}`,
      `every ${noun(random, false)} but the ${c} ${one ? "one" : "ones"}`,
      `all ${many} so that only the ${c} ${one ? "one stays" : "ones stay"}`,
    ]),
    set,
  };
};
const all: Rule = (p) => ({
  text: p.random.pick([
    "all the blocks",
    "everything",
    "all blocks",
    "every block",
    "the whole structure",
    "the whole thing",
    "all of it",
    "every block in the world",
    "each and every cube",
    "all the blocks you see",
    "the entire structure",
    "every single block",
  ]),
  set: p.blocks,
});

/** Blocks of a line of one colour, named by side. */
const line: Rule = (p) => {
  const { random, blocks } = p;
  const colour = random.pick(blocks).colour;
  const c = colourWord(p, colour);
  const pieces = groups(
    blocks.filter((b) => b.colour === colour),
    () => true,
  ).filter((g) => g.length > 1);
  const straight = (g: Block[], up: boolean) =>
    up
      ? g.every((b) => b.x === g[0]!.x && b.z === g[0]!.z)
      : g.every((b) => b.y === g[0]!.y) &&
        (g.every((b) => b.x === g[0]!.x) || g.every((b) => b.z === g[0]!.z));
  const up = random.chance(0.6);
  const lines = pieces.filter((g) => straight(g, up));
  if (lines.length === 0) return null;
  const g = random.pick(lines);
  const n = count(random, g.length);
  const word = up
    ? random.pick(["vertical", "vertical", "stacked", "upright"])
    : random.pick(["horizontal", "horizontal"]);
  const many = noun(random, true);
  const form = random.pick([
    `the ${n} ${word} ${c} ${many}`,
    `the ${n} ${c} ${word} ${many}`,
    up ? `the ${c} column` : `the ${c} row`,
    up ? `the column of ${n} ${c} ${many}` : `the row of ${n} ${c} ${many}`,
    up ? `the ${c} tower` : `the line of ${c} ${many}`,
  ]);
  if (lines.length === 1) return { text: form, set: g };
  return bySide(p, form, g, lines);
};

/** Adds "on the left" and the like if that tells the group from the others. */
function bySide(p: Picture, form: string, g: Block[], rest: Block[][]): Chosen | null {
  const mid = (m: (b: Block) => number, list: Block[]) => list.reduce((s, b) => s + m(b), 0) / list.length;
  const ways: string[] = [];
  const beyond = (m: (b: Block) => number, sign: number) =>
    rest.every((o) => o === g || (mid(m, o) - mid(m, g)) * sign >= 1);
  if (beyond(p.right, 1))
    ways.push("on the left", "on the left side", "on the left hand side", "to the left", "at the left");
  if (beyond(p.right, -1))
    ways.push("on the right", "on the right side", "on the right hand side", "to the right");
  if (beyond((b) => b.y, -1)) ways.push("on top", "at the top", "higher up");
  if (beyond((b) => b.y, 1)) ways.push("at the bottom", "lower down", "on the bottom");
  if (beyond(p.away, 1)) ways.push("in front", "nearest to you", "at the front");
  if (beyond(p.away, -1)) ways.push("at the back", "behind", "furthest away");
  return ways.length === 0 ? null : { text: `${form} ${p.random.pick(ways)}`, set: g };
}

const sameColourGroup: Rule = (p) => {
  const pieces = groups(p.blocks, (a, b) => a.colour === b.colour).filter((g) => g.length > 0);
  const g = p.random.pick(pieces);
  const twins = pieces.filter((o) => o[0]!.colour === g[0]!.colour);
  if (twins.length < 2) return null;
  const c = colourWord(p, g[0]!.colour);
  const n = g.length;
  const form =
    n === 1
      ? `the ${c} ${noun(p.random, false)}`
      : p.random.pick([
          `the ${count(p.random, n)} ${c} ${noun(p.random, true)}`,
          `the ${c} ${noun(p.random, true)}`,
          `the ${c} part`,
        ]);
  return bySide(p, form, g, twins);
};

/** Topmost, bottom row, leftmost column … of all or of one colour. */
const layer: Rule = (p) => {
  const { random } = p;
  const colour = random.chance(0.6) ? random.pick(p.blocks).colour : null;
  const pool = colour ? p.blocks.filter((b) => b.colour === colour) : p.blocks;
  const c = colour ? `${colourWord(p, colour)} ` : "";
  const sides: readonly (readonly [(b: Block) => number, readonly string[]])[] = [
    [(b) => -b.y, ["top", "uppermost", "highest", "topmost"]],
    [(b) => b.y, ["bottom", "lowest", "bottommost", "lowermost"]],
    [p.right, ["leftmost", "left", "far left"]],
    [(b) => -p.right(b), ["rightmost", "right", "far right"]],
    [(b) => -b.z, ["northernmost", "northmost", "northern"]],
    [(b) => b.z, ["southernmost", "southmost", "southern"]],
    [(b) => -b.x, ["easternmost", "eastmost", "eastern"]],
    [(b) => b.x, ["westernmost", "westmost", "western"]],
  ];
  const [measure, words] = random.pick(sides);
  const best = Math.min(...pool.map(measure));
  const set = pool.filter((b) => measure(b) === best);
  if (set.length === pool.length || pool.length < 2) return null;
  const word = random.pick(words);
  if (set.length === 1) return { text: `the ${word} ${c}${noun(random, false)}`, set };
  const vertical = word === "top" || word === "bottom" || words[0] === "top" || words[0] === "bottom";
  return {
    text: random.pick([
      `the ${word} ${c}${noun(random, true)}`,
      `the ${count(random, set.length)} ${word} ${c}${noun(random, true)}`,
      ...(vertical
        ? [
            `the ${word} row of ${c}${noun(random, true)}`,
            `the ${word} layer${c ? ` of ${c}${noun(random, true)}` : ""}`,
          ]
        : []),
    ]),
    set,
  };
};

/** The top two of the column. */
const ofColumn: Rule = (p) => {
  const { random } = p;
  const columns = groups(p.blocks, (a, b) => a.x === b.x && a.z === b.z).filter((g) => g.length >= 3);
  const column = columns.length > 0 ? random.pick(columns) : null;
  if (!column) return null;
  const colour = column[0]!.colour;
  const plain = column.every((b) => b.colour === colour);
  if (!plain || p.blocks.filter((b) => b.colour === colour).length !== column.length) return null;
  const k = random.integer(1, column.length - 1);
  const top = random.chance(0.6);
  const sorted = [...column].sort((a, b) => (top ? b.y - a.y : a.y - b.y));
  const c = colourWord(p, colour);
  const n = k === 1 ? "" : `${count(random, k)} `;
  const side = top ? random.pick(["top", "upper", "highest"]) : random.pick(["bottom", "lower", "lowest"]);
  const many = noun(random, k > 1);
  return {
    text: random.pick([
      `the ${side} ${n}${c} ${many}`,
      `the ${side} ${n}${many} of the ${c} column`,
      `the ${side} ${n}${many} of the ${c} tower`,
      `the ${n ? `first ${n}` : "first "}${c} ${many} from the ${top ? "top" : "bottom"}`,
    ]),
    set: sorted.slice(0, k),
  };
};

const ground: Rule = (p) => {
  const { random } = p;
  const colour = random.chance(0.4) ? random.pick(p.blocks).colour : null;
  const pool = colour ? p.blocks.filter((b) => b.colour === colour) : p.blocks;
  const c = colour ? `${colourWord(p, colour)} ` : "";
  const low = pool.filter((b) => b.y === 0);
  const high = pool.filter((b) => b.y > 0);
  if (low.length === 0 || high.length === 0) return null;
  const many = noun(random, true);
  if (random.chance(0.5))
    return {
      text: random.pick([
        `all the ${c}${many} on the ground`,
        `the ${c}${many} touching the ground`,
        `every ${c}${noun(random, false)} that sits on the floor`,
        `all ${c}${many} that touch the ground`,
        `the ${c}${many} at ground level`,
      ]),
      set: low,
    };
  return {
    text: random.pick([
      `all the ${c}${many} that don't touch the ground`,
      `all ${c}${many} except the ones on the ground`,
      `the ${c}${many} above the ground`,
      `every ${c}${noun(random, false)} that is off the floor`,
      `all ${c}${many} not touching the ground`,
    ]),
    set: high,
  };
};

const floating: Rule = (p) => {
  const pieces = groups(p.blocks, () => true);
  const air = pieces.filter((g) => g.every((b) => b.y > 0)).flat();
  if (air.length === 0 || air.length === p.blocks.length) return null;
  return {
    text: p.random.pick([
      "the floating blocks",
      "all the floating blocks",
      "the blocks in mid air",
      "every block that floats",
      "all blocks hanging in the air",
    ]),
    set: air,
  };
};

/** Next to, above or below the only block of a colour. */
const neighbour: Rule = (p) => {
  const { random } = p;
  const singles = p.blocks.filter((b) => p.blocks.filter((o) => o.colour === b.colour).length === 1);
  if (singles.length === 0) return null;
  const mark = random.pick(singles);
  const c = colourWord(p, mark.colour);
  const at = (dx: number, dy: number, dz: number) =>
    p.blocks.find((b) => b.x === mark.x + dx && b.y === mark.y + dy && b.z === mark.z + dz);
  const above = at(0, 1, 0);
  const below = at(0, -1, 0);
  const options: Chosen[] = [];
  const name = (b: Block) =>
    random.pick([`the ${noun(random, false)}`, `the ${colourWord(p, b.colour)} ${noun(random, false)}`]);
  if (above)
    options.push({
      text: `${name(above)} ${random.pick(["above", "on top of", "directly above", "right on top of"])} the ${c} one`,
      set: [above],
    });
  if (below)
    options.push({
      text: `${name(below)} ${random.pick(["below", "under", "directly under", "right beneath"])} the ${c} one`,
      set: [below],
    });
  const around = p.blocks.filter(
    (b) => b !== mark && Math.abs(b.x - mark.x) + Math.abs(b.y - mark.y) + Math.abs(b.z - mark.z) === 1,
  );
  if (around.length > 0)
    options.push({
      text: random.pick([
        `the ${noun(random, around.length > 1)} touching the ${c} ${noun(random, false)}`,
        `${around.length > 1 ? "all blocks that touch" : "the block that touches"} the ${c} one`,
      ]),
      set: around,
    });
  return options.length > 0 ? random.pick(options) : null;
};

const RULES: readonly (readonly [Rule, number])[] = [
  [byColour, 26],
  [twoColours, 6],
  [notColour, 8],
  [all, 5],
  [line, 16],
  [sameColourGroup, 9],
  [layer, 14],
  [ofColumn, 7],
  [ground, 5],
  [floating, 3],
  [neighbour, 5],
];

const FACING = ["north", "east", "south", "west"] as const;

function toScene(random: Random, split: Split, blocks: Block[]): { scene: Scene; things: Map<Block, Thing> } {
  const scene = emptyScene(random, split, "blocks");
  const things = new Map<Block, Thing>();
  const plainNames = random.pick([["block", "cube"], ["block"], ["cube", "block"]]);
  const exact = random.chance(0.6);
  for (const b of blocks) {
    const base = BLOCK_COLOURS[b.colour]!;
    const thing: Thing = {
      id: "",
      kind: "prop",
      label: plainNames[0]!,
      names: plainNames,
      noun: null,
      colour: COLOURS.find((c) => c.name === b.colour) ?? null,
      hex: base,
      shape: "box",
      size: [1, 1, 1],
      position: [b.x + 0.5, b.y + 0.5, b.z + 0.5],
      yaw: null,
      place: "floor",
      material: null,
      story: null,
      person: null,
      description: "",
    };
    if (!exact) thing.hex = base;
    things.set(b, thing);
  }
  scene.things = [...things.values()].sort(
    (a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1] || a.position[2] - b.position[2],
  );
  for (const [i, thing] of scene.things.entries()) thing.id = `b${i + 1}`;
  return { scene, things };
}

export const blocks: Kind = (random, split) => {
  const built = buildBlocks(random);
  if (built.length < 2) return null;
  const facing = random.integer(0, 3);
  const facingWeighted = random.chance(0.55) ? 0 : facing;
  const told = random.chance(0.55);
  const yawOfViewer =
    told && random.chance(0.5)
      ? random.between(-Math.PI, Math.PI)
      : facingWeighted * (Math.PI / 2) + random.between(-0.3, 0.3);
  // Left and right go by the side that the words name, else by the viewer's own eyes.
  const yaw = told ? facingWeighted * (Math.PI / 2) : Math.round(yawOfViewer / (Math.PI / 2)) * (Math.PI / 2);
  const picture: Picture = {
    blocks: built,
    right: (b) => Math.round(b.x * Math.cos(yaw) - b.z * Math.sin(yaw)),
    away: (b) => Math.round(b.x * Math.sin(yaw) + b.z * Math.cos(yaw)),
    random,
  };
  const verb = random.pick(part(BLOCK_VERBS, split));
  const first = random.weighted(RULES)(picture);
  if (!first) return null;
  const chosen = new Set(first.set);
  let text = fillVerb(verb, first.text);
  if (random.chance(0.22)) {
    const second = random.weighted(RULES)({ ...picture });
    if (second && second.set.every((b) => !chosen.has(b))) {
      for (const b of second.set) chosen.add(b);
      text += random.chance(0.4)
        ? ` and ${second.text}`
        : `${random.pick([". ", ". Then ", " then ", ", and after that "])}${fillVerb(verb, second.text)}`;
    }
  }
  const word = FACING[facingWeighted];
  if (told)
    text = random.pick([
      `facing ${word} ${text}`,
      `facing ${word}, ${text}`,
      `${text} facing ${word}`,
      `looking ${word}, ${text}`,
      `face ${word} and ${text}`,
      `if you face ${word}, ${text}`,
      `stand facing ${word} and ${text}`,
    ]);
  const { scene, things } = toScene(random, split, built);
  const mid: Triple = [0, 1, 2].map(
    (i) => scene.things.reduce((s, t) => s + t.position[i]!, 0) / scene.things.length,
  ) as Triple;
  const away = random.between(3, 8);
  const back = forwardOf(yawOfViewer);
  const eye: Triple = [
    mid[0] - back[0] * away + random.between(-1, 1),
    random.chance(0.4) ? 1.6 : random.between(2, 6),
    mid[2] - back[2] * away + random.between(-1, 1),
  ];
  scene.viewer = { position: eye, forward: direction(eye, mid) };
  scene.chat.push({
    speaker: "player",
    text: random.chance(0.75) ? tidy(random, text) : voice(random, text),
    secondsAgo: 1,
  });
  const ids = [...chosen].map((b) => things.get(b)!.id);
  const episode = finish(scene, { any: ids, referents: ids, kind: "blocks" }, [
    "names",
    "colour",
    "viewer",
    "shape",
    "size",
    "kind",
  ]);
  if (random.chance(0.8)) {
    const cam: Triple = [
      mid[0] - back[0] * (away + 4),
      mid[1] + (away + 4) * 0.45,
      mid[2] - back[2] * (away + 4),
    ];
    const r = (v: Triple) => v.map((x) => Math.round(x * 1000) / 1000) as Triple;
    episode.case.camera = { position: r(cam), forward: r(direction(cam, mid)) };
  }
  return episode;
};

const fillVerb = (verb: string, x: string) => verb.replace("{X}", x);
function tidy(random: Random, text: string): string {
  const out = random.chance(0.6) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return random.chance(0.6) ? `${out.replace(/[.!]$/, "")}.` : out;
}
