/** Ways to say which blocks: colour, line, side, layer, end, touch, what stays. */
import { BLOCK_WORDS } from "../phrasings/blocks.js";
import type { Random } from "../random.js";
import type { Block, Form } from "./blockBuild.js";

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
/** What is said of the world with one way of facing it. */
export interface Picture {
  blocks: Block[];
  /** Grows to the right and away, as one faces. */
  right: (b: Block) => number;
  away: (b: Block) => number;
  random: Random;
}

export interface Chosen {
  text: string;
  set: Block[];
}

/** Everyday word for a colour, given which others are there. */
export function colourWord(picture: Picture, colour: string): string {
  const has = (c: string) => picture.blocks.some((b) => b.colour === c);
  const random = picture.random;
  if (colour === "amber")
    return has("yellow") ? "orange" : random.pick(["yellow", "yellow", "orange", "gold"]);
  if (colour === "purple") return random.pick(["purple", "purple", "violet"]);
  return colour;
}

export const count = (random: Random, n: number) =>
  random.chance(0.75) ? (NUMBERS[n] ?? String(n)) : String(n);

/** Groups of blocks that touch by a face and satisfy `same`. */
export function groups(blocks: readonly Block[], same: (a: Block, b: Block) => boolean): Block[][] {
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

export type Rule = (picture: Picture) => Chosen | null;

export const noun = (random: Random, many: boolean) => {
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
export function bySide(p: Picture, form: string, g: Block[], rest: Block[][]): Chosen | null {
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

/** Longest straight runs of one colour, upward or level. */
export function runs(blocks: readonly Block[], colour: string, up: boolean): Block[][] {
  const own = blocks.filter((b) => b.colour === colour);
  const apart = (a: Block, b: Block) =>
    up ? a.x === b.x && a.z === b.z : a.y === b.y && (a.x === b.x || a.z === b.z);
  if (up) return groups(own, apart);
  const along = (axis: "x" | "z") =>
    groups(
      own,
      (a, b) =>
        a.y === b.y && a[axis] !== b[axis] && a[axis === "x" ? "z" : "x"] === b[axis === "x" ? "z" : "x"],
    );
  return [...along("x"), ...along("z")].filter((g) => g.length > 1);
}

/** A straight run inside a larger structure, picked out by its side: "the three vertical red blocks on the right". */
const edgeRun: Rule = (p) => {
  const { random } = p;
  const colour = random.pick(p.blocks).colour;
  const c = colourWord(p, colour);
  const up = random.chance(0.65);
  const list = runs(p.blocks, colour, up).filter((g) => g.length > 1);
  if (list.length < 2) return null;
  const g = random.pick(list);
  // Where the number alone tells it, no side is needed.
  const alone = list.every((o) => o === g || o.length !== g.length);
  const n = count(random, g.length);
  const many = noun(random, true);
  const word = up ? "vertical" : "horizontal";
  const form = random.pick([
    `the ${n} ${word} ${c} ${many}`,
    `the ${n} ${c} ${word} ${many}`,
    `the ${n} ${c} ${many} ${up ? "vertically" : "horizontally"}`,
    up ? `the column of ${n} ${c} ${many}` : `the row of ${n} ${c} ${many}`,
  ]);
  if (alone && list.length === 2 && random.chance(0.4)) return { text: form, set: g };
  return bySide(p, form, g, list);
};

/** The first few of the only upright run of a colour, or of the one at a side. */
const fromEnd: Rule = (p) => {
  const { random } = p;
  const colour = random.pick(p.blocks).colour;
  const list = runs(p.blocks, colour, true).filter((g) => g.length > 2);
  if (list.length === 0) return null;
  const g = random.pick(list);
  const side = list.length === 1 ? { text: "", set: g } : bySide(p, "", g, list);
  if (!side || /top|bottom|higher|lower/.test(side.text)) return null;
  const top = random.chance(0.6);
  const k = random.integer(2, g.length - (random.chance(0.5) ? 1 : 0));
  const sorted = [...g].sort((a, b) => (top ? b.y - a.y : a.y - b.y));
  const c = colourWord(p, colour);
  const end = top ? "top" : "bottom";
  const where = side.text.trim() ? ` ${side.text.trim()}` : "";
  const n = count(random, k);
  const text = random.pick([
    `the ${n} vertical ${c} ${noun(random, true)}${where} starting from ${random.pick(["", "the "])}${end}`,
    `${n} ${c} ${noun(random, true)} from the ${end}${where}`,
    `the ${end} ${n} ${c} ${noun(random, true)}${where}`,
    `the first ${n} ${c} ${noun(random, true)} counting from the ${end}${where}`,
  ]);
  // Another block of that colour at the same height would be as much meant by "the top two".
  const low = Math.min(...sorted.slice(0, k).map((b) => b.y * (top ? 1 : -1)));
  const rest = p.blocks.filter((b) => b.colour === colour && !g.includes(b));
  if (!where && rest.some((b) => b.y * (top ? 1 : -1) >= low)) return null;
  return { text, set: sorted.slice(0, k) };
};

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
/** The second column from the left, the third row from the bottom. */
const nthSlice: Rule = (p) => {
  const { random } = p;
  const row = random.chance(0.5);
  const measure = row ? (b: Block) => b.y : p.right;
  const levels = [...new Set(p.blocks.map(measure))].sort((a, b) => a - b);
  if (levels.length < 3) return null;
  const i = random.integer(0, levels.length - 1);
  const set = p.blocks.filter((b) => measure(b) === levels[i]);
  const j = levels.length - 1 - i;
  const [low, high] = row ? ["bottom", "top"] : ["left", "right"];
  const what = row ? random.pick(["row", "layer", "level"]) : "column";
  const ways: string[] = [];
  if (i < 5)
    ways.push(
      `the ${ORDINALS[i]} ${what} from the ${low}`,
      `all the blocks in the ${ORDINALS[i]} ${what} from the ${low}`,
    );
  if (j < 5)
    ways.push(
      `the ${ORDINALS[j]} ${what} from the ${high}`,
      `every block of the ${ORDINALS[j]} ${what} from the ${high}`,
    );
  if (i === j)
    ways.push(
      `the middle ${what}`,
      `the ${what} in the middle`,
      `the center ${what}`,
      `all blocks of the middle ${what}`,
    );
  return { text: random.pick(ways), set };
};

/** Only one block in the middle of a straight run of a colour of its own. */
const middleOf: Rule = (p) => {
  const { random } = p;
  const colour = random.pick(p.blocks).colour;
  const own = p.blocks.filter((b) => b.colour === colour);
  if (own.length !== 3 && own.length !== 5) return null;
  const spread = (m: (b: Block) => number) => new Set(own.map(m)).size;
  const measure = ([(b) => b.y, p.right] as ((b: Block) => number)[]).find((m) => spread(m) === own.length);
  if (!measure) return null;
  const sorted = [...own].sort((a, b) => measure(a) - measure(b));
  const middle = sorted[(own.length - 1) / 2]!;
  const c = colourWord(p, colour);
  const ends = [sorted[0]!, sorted[sorted.length - 1]!];
  return random.chance(0.6)
    ? {
        text: random.pick([
          `the middle ${c} block`,
          `the ${c} block in the middle`,
          `the center ${c} block`,
          `the ${c} cube between the other ${c} ones`,
        ]),
        set: [middle],
      }
    : { text: random.pick([`the two outer ${c} blocks`, `the ${c} blocks on both ends`]), set: ends };
};

/** Said by what stays. */
const leaving: Rule = (p) => {
  const { random } = p;
  const kept = random.weighted([
    [byColour, 3],
    [layer, 2],
    [line, 2],
    [ground, 1],
  ] as const)(p);
  if (!kept || kept.set.length === p.blocks.length || !/^(the|all|every)/.test(kept.text)) return null;
  const set = p.blocks.filter((b) => !kept.set.includes(b));
  return {
    text: random.pick([
      `everything except ${kept.text}`,
      `everything but ${kept.text}`,
      `all the blocks leaving only ${kept.text}`,
      `all blocks apart from ${kept.text}`,
      `all the other blocks and leave ${kept.text}`,
    ]),
    set,
  };
};

/** Those of one colour that touch another colour, or do not. */
const touching: Rule = (p) => {
  const { random } = p;
  const [a, b] = random.sample([...new Set(p.blocks.map((x) => x.colour))], 2);
  if (!a || !b) return null;
  const own = p.blocks.filter((x) => x.colour === a);
  const near = own.filter((x) =>
    p.blocks.some(
      (o) => o.colour === b && Math.abs(o.x - x.x) + Math.abs(o.y - x.y) + Math.abs(o.z - x.z) === 1,
    ),
  );
  const far = own.filter((x) => !near.includes(x));
  if (near.length === 0 || far.length === 0) return null;
  const [ca, cb] = [colourWord(p, a), colourWord(p, b)];
  return random.chance(0.5)
    ? {
        text: random.pick([
          `the ${ca} blocks that touch ${cb} blocks`,
          `all ${ca} blocks touching a ${cb} one`,
          `every ${ca} block next to a ${cb} block`,
        ]),
        set: near,
      }
    : {
        text: random.pick([
          `all the ${ca} blocks that don't touch a ${cb} one`,
          `any ${ca} blocks not touching ${cb} blocks`,
          `the ${ca} blocks except the ones touching ${cb}`,
        ]),
        set: far,
      };
};

const SHAPE_NAMES: Readonly<Partial<Record<Form, readonly string[]>>> = {
  arch: ["arch", "archway", "upside-down U", "gate"],
  cup: ["U", "U shape", "cup"],
  plus: ["plus sign", "plus", "cross", "plus shape", "+"],
  square: ["square", "two by two square"],
  stairs: ["staircase", "stairs", "diagonal", "diagonal line"],
  wall: ["wall", "rectangle"],
  tee: ["T", "T shape"],
  ell: ["L", "L shape"],
};
/** A built part that stands alone and has a shape with a name. */
const shapeName: Rule = (p) => {
  const pieces = groups(p.blocks, () => true);
  const named = pieces.filter(
    (g) => SHAPE_NAMES[g[0]!.form] && g.length === g[0]!.whole && g.every((b) => b.part === g[0]!.part),
  );
  if (named.length === 0 || pieces.length < 2) return null;
  const g = p.random.pick(named);
  if (pieces.some((o) => o !== g && o.some((b) => b.form === g[0]!.form))) return null;
  const c =
    new Set(g.map((b) => b.colour)).size === 1 && p.random.chance(0.5)
      ? `${colourWord(p, g[0]!.colour)} `
      : "";
  const word = p.random.pick(SHAPE_NAMES[g[0]!.form]!);
  return {
    text: p.random.pick([
      `the ${c}${word}`,
      `the whole ${c}${word}`,
      `the blocks that make up the ${c}${word}`,
      `the ${c}${word} completely`,
    ]),
    set: g,
  };
};

export const RULES: readonly (readonly [Rule, number])[] = [
  [byColour, 20],
  [twoColours, 6],
  [notColour, 6],
  [all, 3],
  [line, 12],
  [edgeRun, 16],
  [fromEnd, 9],
  [sameColourGroup, 9],
  [layer, 14],
  [nthSlice, 7],
  [middleOf, 5],
  [leaving, 4],
  [touching, 3],
  [shapeName, 4],
  [ofColumn, 6],
  [ground, 4],
  [floating, 3],
  [neighbour, 5],
];
