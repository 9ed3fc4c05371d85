/** What builders say beyond one choice: counts in a row, exceptions, corners, every other one, columns by their tops. */
import type { Block } from "./blockBuild.js";
import { type Chosen, colourWord, count, groups, noun, type Picture, type Rule } from "./blockRules.js";

const coloursOf = (p: Picture) => p.random.shuffle([...new Set(p.blocks.map((b) => b.colour))]);
const ofColour = (p: Picture, colour: string) => p.blocks.filter((b) => b.colour === colour);
const columnsOf = (blocks: readonly Block[]) => groups(blocks, (a, b) => a.x === b.x && a.z === b.z);

/** "The red block and the two blue blocks", "one green, three yellow": whole colours with their numbers. */
const counted: Rule = (p) => {
  const { random } = p;
  const colours = coloursOf(p).slice(0, random.integer(2, 3));
  if (colours.length < 2 || new Set(colours.map((c) => colourWord(p, c))).size < colours.length) return null;
  const article = random.pick(["the ", "the ", "", "all "]);
  const short = random.chance(0.2);
  const parts = colours.map((colour, i) => {
    const own = ofColour(p, colour);
    const named = short && i < colours.length - 1 ? "" : ` ${noun(random, own.length > 1)}`;
    const n =
      own.length > 1 || article === ""
        ? `${count(random, own.length)} `
        : random.pick(["", "single ", "lone "]);
    return `${own.length > 1 || article !== "all " ? article : "the "}${n}${colourWord(p, colour)}${named}`;
  });
  const last = parts.pop()!;
  return {
    text: `${parts.join(", ")} ${random.pick(["and", "and", "and also", "as well as", "&"])} ${last}`,
    set: colours.flatMap((colour) => ofColour(p, colour)),
  };
};

/** "All red blocks except for the one on the ground." */
const exceptSome: Rule = (p) => {
  const { random } = p;
  const colour = random.pick(p.blocks).colour;
  const own = ofColour(p, colour);
  const others = p.blocks.filter((b) => b.colour !== colour);
  const touches = (b: Block) =>
    others.some((o) => Math.abs(o.x - b.x) + Math.abs(o.y - b.y) + Math.abs(o.z - b.z) === 1);
  const high = Math.max(...own.map((b) => b.y));
  const most = (m: (b: Block) => number) => {
    const end = Math.max(...own.map(m));
    return (b: Block) => m(b) === end;
  };
  const [words, stays] = random.pick<readonly [readonly string[], (b: Block) => boolean]>([
    [["on the ground", "touching the ground", "that sit on the floor"], (b) => b.y === 0],
    [["at the top", "on top", "at the very top"], (b) => b.y === high],
    [["touching another colour", "that touch other blocks", "next to another color"], touches],
    [["on the far left", "furthest left"], most((b) => -p.right(b))],
    [["on the far right", "furthest right"], most(p.right)],
    [["furthest north", "on the north side"], most((b) => b.z)],
    [["furthest east", "on the east side"], most((b) => b.x)],
  ]);
  const kept = own.filter(stays);
  const set = own.filter((b) => !kept.includes(b));
  if (kept.length === 0 || set.length === 0) return null;
  const c = colourWord(p, colour);
  const one = kept.length === 1 ? "one" : random.pick(["ones", "ones", `${count(random, kept.length)}`]);
  return {
    text: `${random.pick(["all", "all the", "all of the", "the"])} ${c} ${noun(random, true)} ${random.pick(["except", "except for", "apart from", "EXCEPT for", "but not", "besides"])} the ${one} ${random.pick(words)}`,
    set,
  };
};

/** "The block at the top right", "the bottom left red cube", "the blocks in the south east corner". */
const corner: Rule = (p) => {
  const { random } = p;
  const colour = random.chance(0.5) ? random.pick(p.blocks).colour : null;
  const own = colour ? ofColour(p, colour) : p.blocks;
  const compass = random.chance(0.35);
  const [across, along] = compass ? [(b: Block) => b.x, (b: Block) => b.z] : [p.right, (b: Block) => b.y];
  const [right, up] = [random.chance(0.5), random.chance(0.5)];
  const end = (m: (b: Block) => number, most: boolean) => (most ? Math.max : Math.min)(...own.map(m));
  const set = own.filter((b) => across(b) === end(across, right) && along(b) === end(along, up));
  if (set.length === 0 || set.length === own.length || (!compass && set.length > 1)) return null;
  const c = colour ? `${colourWord(p, colour)} ` : "";
  const n = noun(random, set.length > 1);
  const side = compass
    ? `${up ? "north" : "south"}${random.pick(["", " ", "-"])}${right ? "east" : "west"}`
    : `${up ? "top" : "bottom"}${random.pick([" ", "-", " "])}${right ? "right" : "left"}`;
  return {
    text: random.pick([
      `the ${side} ${c}${n}`,
      `the ${c}${n} ${compass ? "in" : "at"} the ${side}${compass ? " corner" : ""}`,
      `the ${c}${n} in the ${side} corner`,
    ]),
    set,
  };
};

/** "Every other red block, starting from the bottom." */
const everyOther: Rule = (p) => {
  const { random } = p;
  const columns = columnsOf(p.blocks).filter(
    (g) => g.length > 3 && g.every((b) => b.colour === g[0]!.colour),
  );
  const column = columns.length > 0 ? random.pick(columns) : null;
  if (!column || ofColour(p, column[0]!.colour).length !== column.length) return null;
  const top = random.chance(0.4);
  const sorted = [...column].sort((a, b) => (top ? b.y - a.y : a.y - b.y));
  const c = colourWord(p, column[0]!.colour);
  const from = `${random.pick(["starting from", "beginning at", "starting at"])} the ${top ? "top" : "bottom"}`;
  return {
    text: random.pick([`every other ${c} block ${from}`, `every other block of the ${c} tower ${from}`]),
    set: sorted.filter((_, i) => i % 2 === 0),
  };
};

/** "The columns of red blocks that have no green block on top." */
const columnsByTop: Rule = (p) => {
  const { random } = p;
  const columns = columnsOf(p.blocks).map((g) => [...g].sort((a, b) => a.y - b.y));
  const [base, top] = coloursOf(p);
  if (!base || !top) return null;
  const fitting = columns.filter((g) => g[0]!.colour === base);
  const topped = fitting.filter((g) => g.at(-1)!.colour === top);
  const bare = fitting.filter((g) => !topped.includes(g));
  if (topped.length === 0 || bare.length === 0) return null;
  const having = random.chance(0.5);
  const set = (having ? topped : bare).flatMap((g) => g.filter((b) => b.colour === base));
  const [cb, ct] = [colourWord(p, base), colourWord(p, top)];
  const has = random.pick(
    having ? ["have", "carry", "that have", "with"] : ["don't have", "have no", "without"],
  );
  const that = /^(with|that)/.test(has) ? "" : "that ";
  return {
    text: `the ${random.pick(["columns of ", ""])}${cb} blocks ${that}${has} a ${ct} block on top${random.pick(["", " of them"])}`,
    set,
  };
};

/** "The bottom block of the middle column and the two above it." */
const andAbove: Rule = (p) => {
  const { random } = p;
  const columns = columnsOf(p.blocks).filter((g) => g.length > 2);
  const list = [...new Set(p.blocks.map(p.right))].sort((a, b) => a - b);
  if (columns.length === 0 || list.length % 2 === 0) return null;
  const column = columns
    .filter((g) => p.right(g[0]!) === list[(list.length - 1) / 2])
    .map((g) => [...g].sort((a, b) => a.y - b.y));
  if (column.length !== 1 || list.length < 3) return null;
  const k = random.integer(1, column[0]!.length - 2);
  return {
    text: `the ${random.pick(["bottom", "lowest"])} block of the middle column and the ${k === 1 ? "one" : count(random, k)} above it`,
    set: column[0]!.slice(0, k + 1),
  };
};

/** "The top two blocks of the plus sign": a part of the only figure of its kind. */
const partOfFigure: Rule = (p) => {
  const { random } = p;
  const names: Partial<Record<Block["form"], readonly string[]>> = {
    plus: ["plus sign", "cross", "plus"],
    arch: ["archway", "arch", "upside down U"],
    cup: ["U", "U shape", "cup"],
    tee: ["T", "T shape"],
    ell: ["L", "L shape"],
    wall: ["wall", "rectangle"],
  };
  const pieces = groups(p.blocks, () => true).filter((g) => g.length === g[0]!.whole && names[g[0]!.form]);
  const g = pieces.length > 0 ? random.pick(pieces) : null;
  if (
    !g ||
    g.some((b) => b.part !== g[0]!.part) ||
    p.blocks.some((b) => !g.includes(b) && b.form === g[0]!.form)
  )
    return null;
  const word = random.pick(names[g[0]!.form]!);
  const ends = [
    [(b: Block) => b.y, ["top", "very top", "upper part"]],
    [(b: Block) => -b.y, ["bottom", "base", "lower part"]],
    [p.right, ["right side", "right hand side"]],
    [(b: Block) => -p.right(b), ["left side", "left hand side"]],
  ] as const;
  const [measure, words] = random.pick(ends);
  const end = Math.max(...g.map(measure));
  const set = g.filter((b) => measure(b) === end);
  return set.length === g.length ? null : { text: `the ${random.pick(words)} of the ${word}`, set };
};

export const TASK_RULES: readonly (readonly [(p: Picture) => Chosen | null, number])[] = [
  [counted, 10],
  [exceptSome, 8],
  [corner, 8],
  [everyOther, 2],
  [columnsByTop, 4],
  [andAbove, 3],
  [partOfFigure, 4],
];
