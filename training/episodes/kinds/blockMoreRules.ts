/** More ways to say which blocks: the outermost few, corners, middles, tops of all towers, sides by the compass. */
import type { Block } from "./blockBuild.js";
import {
  bySide,
  type Chosen,
  colourWord,
  count,
  groups,
  noun,
  type Picture,
  type Rule,
} from "./blockRules.js";

/** All of one colour, or of any; with the word for it and a blank, or nothing. */
function pool({ random, blocks }: Picture, share = 0.75): { own: Block[]; colour: string | null } {
  if (!random.chance(share)) return { own: blocks, colour: null };
  const colour = random.pick(blocks).colour;
  return { own: blocks.filter((b) => b.colour === colour), colour };
}
const say = (p: Picture, colour: string | null) => (colour ? `${colourWord(p, colour)} ` : "");
const least = (list: readonly Block[], measure: (b: Block) => number) => Math.min(...list.map(measure));

/** Sides with what people call them: a word before the block, a phrase after it. */
const sidesOf = (
  p: Picture,
): readonly (readonly [(b: Block) => number, readonly string[], readonly string[]])[] => [
  [
    (b) => -b.y,
    ["highest", "uppermost", "top", "topmost"],
    ["at the top", "on top", "from the top", "highest up", "starting from the top"],
  ],
  [
    (b) => b.y,
    ["lowest", "bottom", "bottommost", "lowermost"],
    [
      "at the bottom",
      "closest to the ground",
      "from the bottom",
      "on the ground",
      "nearest to the ground",
      "that touch the floor",
    ],
  ],
  [
    p.right,
    ["leftmost", "left", "far left"],
    ["on the left", "furthest to the left", "on the left side", "on the far left", "at the left end"],
  ],
  [
    (b) => -p.right(b),
    ["rightmost", "right", "far right"],
    [
      "on the right",
      "furthest to the right",
      "on the right side",
      "on the far right",
      "on your right hand side",
    ],
  ],
  [
    (b) => -b.z,
    ["northernmost", "northern", "most northern"],
    ["closest to the north", "to the north", "on the north side", "furthest north"],
  ],
  [
    (b) => b.z,
    ["southernmost", "southern", "most southern"],
    ["closest to the south", "to the south", "on the south side", "furthest south"],
  ],
  [
    (b) => -b.x,
    ["easternmost", "eastern", "most eastward"],
    ["closest to the east", "to the east", "on the east side", "furthest east", "on the east end"],
  ],
  [
    (b) => b.x,
    ["westernmost", "western", "most westward"],
    ["closest to the west", "to the west", "on the west side", "furthest west", "facing the west edge"],
  ],
  [p.away, ["nearest", "closest", "front"], ["closest to you", "at the front", "nearest to where you stand"]],
  [(b) => -p.away(b), ["furthest", "back"], ["at the back", "furthest from you", "in the rear"]],
];

/** The k outermost of a side, where the k-th and the next one differ. */
export const outermost: Rule = (p) => {
  const { random } = p;
  const { own, colour } = pool(p, 0.85);
  const [measure, before, after] = random.pick(sidesOf(p));
  const sorted = [...own].sort((a, b) => measure(a) - measure(b));
  const cuts = sorted.slice(1).flatMap((b, i) => (measure(b) > measure(sorted[i]!) ? [i + 1] : []));
  if (cuts.length === 0) return null;
  const k = random.pick(cuts.slice(0, 4));
  if (k > 8) return null;
  const set = sorted.slice(0, k);
  const c = say(p, colour);
  const n = count(random, k);
  const many = noun(random, k > 1);
  const levels = new Set(set.map(measure)).size;
  if (k === 1)
    return {
      text: random.pick([
        `the ${random.pick(before)} ${c}${many}`,
        `the ${c}${many} ${random.pick(after)}`,
        `the one ${c}${many} ${random.pick(after)}`,
      ]),
      set,
    };
  const texts = [
    `the ${n} ${random.pick(before)} ${c}${many}`,
    `the ${random.pick(before)} ${n} ${c}${many}`,
    `the ${n} ${c}${many} ${random.pick(after)}`,
    `${n} ${c}${many} ${random.pick(after)}`,
    `the ${n} ${c}${many} that are ${random.pick(after)}`,
  ];
  if (levels === 1)
    texts.push(
      `the ${random.pick(before)} ${c}${many}`,
      `the ${c}${many} ${random.pick(after)}`,
      `all the ${c}${many} ${random.pick(after)}`,
    );
  return { text: random.pick(texts), set };
};

/** "The bottom two rows", "the top and the bottom layer", "the second and the fourth row from the bottom". */
export const layers: Rule = (p) => {
  const { random } = p;
  const { own, colour } = pool(p);
  const levels = [...new Set(own.map((b) => b.y))].sort((a, b) => a - b);
  if (levels.length < 3) return null;
  const c = say(p, colour);
  const word = random.pick(["row", "row", "layer", "level"]);
  const of = c ? ` of ${c}${noun(random, true)}` : random.pick(["", " of blocks", " of the structure"]);
  const at = (ys: readonly number[]) => own.filter((b) => ys.includes(b.y));
  const n = levels.length;
  const two = random.pick(["two", "2"]);
  const options: Chosen[] = [
    { text: `the bottom ${two} ${word}s${of}`, set: at(levels.slice(0, 2)) },
    { text: `the ${two} lowest ${word}s${of}`, set: at(levels.slice(0, 2)) },
    { text: `the top ${two} ${word}s${of}`, set: at(levels.slice(-2)) },
    {
      text: `the top and bottom ${word}${random.pick(["", "s"])}${of}`,
      set: at([levels[0]!, levels[n - 1]!]),
    },
    { text: `the second ${word}${of} from the bottom`, set: at([levels[1]!]) },
    { text: `the second ${word}${of} from the top`, set: at([levels[n - 2]!]) },
    {
      text: `everything above the bottom ${word}`,
      set: p.blocks.filter((b) => b.y > least(p.blocks, (x) => x.y)),
    },
  ];
  if (n > 3)
    options.push({
      text: `every block from the second and fourth ${word}${of} from the bottom`,
      set: at([levels[1]!, levels[3]!]),
    });
  const one = random.pick(options);
  return one.set.length < p.blocks.length ? one : null;
};

/** Corners of a flat structure, seen from the front. */
export const corners: Rule = (p) => {
  const { random } = p;
  const pieces = groups(p.blocks, () => true).filter((g) => g.length > 4);
  if (pieces.length === 0) return null;
  const g = random.pick(pieces);
  const across = (m: (b: Block) => number) => new Set(g.map(m)).size;
  const along = across((b) => b.x) >= across((b) => b.z) ? (b: Block) => b.x : (b: Block) => b.z;
  if (across(along === undefined ? (b) => b.x : along) < 3 || across((b) => b.y) < 2) return null;
  const ends = (m: (b: Block) => number) => [Math.min(...g.map(m)), Math.max(...g.map(m))];
  const [xs, ys] = [ends(along), ends((b) => b.y)];
  const set = g.filter((b) => xs.includes(along(b)) && ys.includes(b.y));
  if (set.length !== 4 || pieces.length > 1) return null;
  return {
    text: random.pick([
      "each corner of the structure",
      "the four corners",
      "the 4 corner blocks",
      "all four corner blocks",
      "the blocks at the corners",
      "the corners of the wall",
      "every corner block",
    ]),
    set,
  };
};

/** The middle of a wall or of a line: its middle column, row or block. */
export const middleColumn: Rule = (p) => {
  const { random } = p;
  const { own, colour } = pool(p);
  const flat = new Set(own.map(p.away)).size === 1;
  const columns = [...new Set(own.map(p.right))].sort((a, b) => a - b);
  if (!flat || columns.length % 2 === 0 || columns.length < 3) return null;
  const middle = own.filter((b) => p.right(b) === columns[(columns.length - 1) / 2]);
  const c = say(p, colour);
  const n = count(random, middle.length);
  const texts = [
    `the ${c}${noun(random, middle.length > 1)} in the middle`,
    `the middle column${c ? ` of ${c}${noun(random, true)}` : ""}`,
    `the ${n} ${c}${noun(random, middle.length > 1)} in the center of the structure`,
    `all ${c}${noun(random, true)} in the middle column`,
    `the middle section${c ? ` of the ${c}structure` : " of the structure"}`,
  ];
  if (middle.length > 1)
    texts.push(
      `the ${n} ${c}blocks making up the middle column`,
      `the ${n} vertical ${c}blocks in the middle`,
      `the ${n} middle ${c}blocks`,
      `${n} ${c}blocks in the centre to make two separate halves`,
    );
  const k = middle.length - 1;
  // Said with what it should look like: a gate has its lintel left.
  if (k > 1 && random.chance(0.35)) {
    const low = [...middle].sort((a, b) => a.y - b.y).slice(0, k);
    return {
      text: `the bottom ${count(random, k)} ${c}blocks of the middle column ${random.pick(["so it becomes an archway", "to make a door", "creating a doorway", "so that it looks like an upside down U"])}`,
      set: low,
    };
  }
  return { text: random.pick(texts), set: middle };
};

/** Both ends of something: "the outer columns", "the towers on either side". */
export const bothEnds: Rule = (p) => {
  const { random } = p;
  const { own, colour } = pool(p);
  const columns = [...new Set(own.map(p.right))].sort((a, b) => a - b);
  if (columns.length < 3) return null;
  const ends = [columns[0], columns[columns.length - 1]];
  const set = own.filter((b) => ends.includes(p.right(b)));
  const c = say(p, colour);
  return {
    text: random.pick([
      `the ${c}blocks on both sides`,
      `the ${c}${noun(random, true)} at each side of the structure`,
      `the two outer ${c}columns`,
      `the ${c}columns on either side`,
      `the leftmost and the rightmost ${c}column`,
      `the ${c}blocks on the left and right ends`,
    ]),
    set,
  };
};

/** "The top block of every tower." */
export const topsOfAll: Rule = (p) => {
  const { random } = p;
  const columns = groups(p.blocks, (a, b) => a.x === b.x && a.z === b.z).filter((g) => g.length > 1);
  const all = groups(p.blocks, (a, b) => a.x === b.x && a.z === b.z);
  if (columns.length < 2 || columns.length !== all.length) return null;
  const top = random.chance(0.65);
  const set = columns.map((g) => g.reduce((a, b) => (top === b.y > a.y ? b : a)));
  const word = random.pick(top ? ["top", "highest", "uppermost", "topmost"] : ["bottom", "lowest"]);
  const colours = [...new Set(p.blocks.map((b) => b.colour))];
  if (colours.length > 1 && random.chance(0.3) && top) {
    const tops = colours.flatMap((c) => {
      const own = p.blocks.filter((b) => b.colour === c);
      const y = Math.max(...own.map((b) => b.y));
      return own.filter((b) => b.y === y);
    });
    return {
      text: random.pick([
        "the uppermost blocks of each color",
        "the highest block of every colour",
        "the top blocks of each colour",
      ]),
      set: tops,
    };
  }
  return {
    text: random.pick([
      `the ${word} block on all the structures`,
      `the ${word} block of each tower`,
      `the ${word} block in every stack`,
      `the ${word} cube from each column`,
      `the ${word} one of every tower`,
    ]),
    set,
  };
};

/** What stands on, under, beside, behind a thing told by its colour. */
export const besideColour: Rule = (p) => {
  const { random } = p;
  const [a, b] = random.sample([...new Set(p.blocks.map((x) => x.colour))], 2);
  if (!a || !b) return null;
  const [ca, cb] = [colourWord(p, a), colourWord(p, b)];
  if (ca === cb) return null;
  const marks = p.blocks.filter((x) => x.colour === b);
  const ways: readonly (readonly [readonly string[], (x: Block, m: Block) => boolean])[] = [
    [["under", "underneath", "below", "beneath"], (x, m) => x.x === m.x && x.z === m.z && x.y < m.y],
    [["on top of", "above", "stacked on", "sitting on"], (x, m) => x.x === m.x && x.z === m.z && x.y > m.y],
    [
      ["to the left of", "left of"],
      (x, m) => x.y === m.y && p.away(x) === p.away(m) && p.right(x) < p.right(m),
    ],
    [
      ["to the right of", "right of", "immediately to the right of"],
      (x, m) => x.y === m.y && p.away(x) === p.away(m) && p.right(x) > p.right(m),
    ],
    [
      ["behind", "directly behind"],
      (x, m) => x.y === m.y && p.right(x) === p.right(m) && p.away(x) > p.away(m),
    ],
    [["in front of"], (x, m) => x.y === m.y && p.right(x) === p.right(m) && p.away(x) < p.away(m)],
  ];
  const [words, fits] = random.pick(ways);
  const set = p.blocks.filter((x) => x.colour === a && marks.some((m) => fits(x, m)));
  if (set.length === 0 || set.length > 6) return null;
  const many = noun(random, set.length > 1);
  const mark =
    marks.length > 1
      ? `the ${cb} ${noun(random, true)}`
      : `the ${cb} ${random.pick(["block", "one", "cube"])}`;
  const n = set.length > 1 && random.chance(0.5) ? `${count(random, set.length)} ` : "";
  return { text: `the ${n}${ca} ${many} ${random.pick(words)} ${mark}`, set };
};

/** A tower or a heap told by its colours or its place, as a "structure", "figure", "shape". */
export const structure: Rule = (p) => {
  const { random } = p;
  const pieces = groups(p.blocks, () => true);
  if (pieces.length < 2) return null;
  const g = random.pick(pieces);
  const colours = new Set(g.map((b) => b.colour));
  const word = random.pick(["structure", "figure", "shape", "building", "tower", "piece"]);
  if (colours.size === 1 && pieces.every((o) => o === g || o.every((b) => !colours.has(b.colour)))) {
    const c = colourWord(p, g[0]!.colour);
    return {
      text: random.pick([
        `the ${c} ${word}`,
        `the whole ${c} ${word}`,
        `the entire ${c} ${word}`,
        `the ${c} blocks that make up the ${word}`,
      ]),
      set: g,
    };
  }
  const mid = (m: (b: Block) => number, list: Block[]) => list.reduce((s, b) => s + m(b), 0) / list.length;
  const alone = (m: (b: Block) => number) => pieces.every((o) => o === g || mid(m, o) - mid(m, g) >= 1.5);
  const sides = sidesOf(p)
    .filter(([m]) => alone(m))
    .slice(2);
  if (sides.length === 0) return null;
  const [, before, after] = random.pick(sides);
  return {
    text: random.pick([
      `the ${word} ${random.pick(after)}`,
      `the whole ${random.pick(before)} ${word}`,
      `all of the ${random.pick(before)} ${word}`,
      `all the blocks in the ${word} ${random.pick(after)}`,
    ]),
    set: g,
  };
};

/** Some of a colour by what they hang on: the ground, the air, a corner of the world. */
export const grounded: Rule = (p) => {
  const { random } = p;
  const { own, colour } = pool(p);
  const low = own.filter((b) => b.y === 0);
  if (low.length === 0 || low.length === own.length) return null;
  const c = say(p, colour);
  const down = random.chance(0.5);
  const many = noun(random, true);
  return {
    text: down
      ? random.pick([
          `the ${c}${many} on the ground`,
          `all ${c}${many} that touch the ground`,
          `every ${c}block that is on the floor`,
          `the ${c}${many} that are not in the air`,
        ])
      : random.pick([
          `all the ${c}${many} that are off the ground`,
          `the ${c}${many} that don't touch the ground`,
          `the ${c}${many} elevated off the ground`,
          `every ${c}block that isn't on the floor`,
          `all ${c}${many} above the ground`,
        ]),
    set: down ? low : own.filter((b) => b.y > 0),
  };
};

/** All of a colour, their number, and more than is needed: "the three yellow blocks to the left". */
export const moreThanNeeded: Rule = (p) => {
  const { random, blocks } = p;
  const { own, colour } = pool(p, 0.85);
  if (own.length < 2 || own.length > 6) return null;
  const c = say(p, colour);
  const n = count(random, own.length);
  const many = noun(random, true);
  const words = [
    "",
    " in front of you",
    " in the structure",
    " one by one",
    " that you see",
    " in the world",
    " on the map",
  ];
  const mid = (m: (b: Block) => number, list: Block[]) => list.reduce((s, b) => s + m(b), 0) / list.length;
  const whole = own.length === blocks.length;
  if (whole || mid(p.right, own) < mid(p.right, blocks) - 0.3)
    words.push(" on the left", " to the left", " on the left side");
  if (whole || mid(p.right, own) > mid(p.right, blocks) + 0.3)
    words.push(" on the right", " to the right", " on the right side");
  if (mid((b) => b.y, own) > mid((b) => b.y, blocks) + 0.3)
    words.push(" at the top", " on top", " starting from the top");
  const column = own.every((b) => b.x === own[0]!.x && b.z === own[0]!.z);
  const row = own.every((b) => b.y === own[0]!.y);
  const shape = column
    ? random.pick(["vertical ", "stacked ", ""])
    : row
      ? random.pick(["horizontal ", ""])
      : "";
  return {
    text: `${random.pick(["the ", "", "all "])}${n} ${shape}${c}${many}${random.pick(words)}`,
    set: own,
  };
};

/** Two by two of one colour: "the square of four red blocks on the right". */
export const square: Rule = (p) => {
  const { random } = p;
  const pieces = groups(p.blocks, (a, b) => a.colour === b.colour).filter((g) => {
    const spread = (m: (b: Block) => number) => new Set(g.map(m)).size;
    return g.length === 4 && spread((b) => b.y) === 2 && spread((b) => b.x) * spread((b) => b.z) === 2;
  });
  if (pieces.length === 0) return null;
  const g = random.pick(pieces);
  const alike = pieces.filter((o) => o[0]!.colour === g[0]!.colour);
  const c = colourWord(p, g[0]!.colour);
  const form = random.pick([
    `the square of ${count(random, 4)} ${c} blocks`,
    `the ${c} square`,
    `the 2 by 2 ${c} square`,
    `the square made of ${c} blocks`,
    `the square block of ${count(random, 4)} ${c} cubes`,
    `the four ${c} blocks that form a square`,
  ]);
  return alike.length === 1 ? { text: form, set: g } : bySide(p, form, g, alike);
};

export const MORE_RULES: readonly (readonly [Rule, number])[] = [
  [outermost, 22],
  [layers, 6],
  [corners, 2],
  [middleColumn, 7],
  [bothEnds, 4],
  [topsOfAll, 4],
  [besideColour, 8],
  [structure, 7],
  [grounded, 4],
  [moreThanNeeded, 8],
  [square, 4],
];
