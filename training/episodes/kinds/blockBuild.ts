/** Structures of unit cubes: columns, rows, walls, arches, crosses, stairs. */
import type { Random } from "../random.js";

export interface Block {
  x: number;
  y: number;
  z: number;
  colour: string;
  /** Which built part it belongs to. */
  part: number;
  /** That part's shape, and of how many blocks it was made. */
  form: Form;
  whole: number;
}

export const BLOCK_COLOURS: Readonly<Record<string, string>> = {
  red: "#d02020",
  amber: "#f0b020",
  yellow: "#f0e020",
  green: "#30a030",
  blue: "#2050d0",
  purple: "#8030b0",
};

const FORMS = [
  "column",
  "row",
  "wall",
  "arch",
  "cup",
  "plus",
  "stairs",
  "square",
  "single",
  "tee",
  "ell",
] as const;
export type Form = (typeof FORMS)[number];
const SHARES: Record<Form, number> = {
  column: 5,
  row: 4,
  wall: 3,
  arch: 1.2,
  cup: 0.8,
  plus: 1.2,
  stairs: 1,
  square: 1.2,
  single: 2,
  tee: 0.7,
  ell: 1,
};

/** Drawn as rows from the top; # is a block. */
const DRAWN: Partial<Record<Form, readonly string[]>> = {
  arch: ["###", "#.#", "#.#"],
  cup: ["#.#", "#.#", "###"],
  plus: [".#.", "###", ".#."],
  square: ["##", "##"],
  tee: ["###", ".#.", ".#."],
  ell: ["#..", "#..", "###"],
  single: ["#"],
};

function drawing(random: Random, form: Form): readonly string[] {
  const n = random.integer(2, 5);
  if (form === "column") return Array.from({ length: n }, () => "#");
  if (form === "row") return ["#".repeat(n)];
  if (form === "wall")
    return Array.from({ length: random.integer(2, 4) }, () => "#".repeat(random.integer(3, 3)));
  if (form === "stairs")
    return Array.from({ length: Math.max(3, n) }, (_, i) => `${".".repeat(Math.max(3, n) - 1 - i)}#`);
  return DRAWN[form] ?? ["#"];
}

/** How the colours run over a part. */
type Paint = "plain" | "columns" | "rows" | "dotted";

function paint(
  random: Random,
  style: Paint,
  colours: readonly [string, string],
  u: number,
  v: number,
): string {
  const second =
    style === "columns"
      ? u % 2 === 1
      : style === "rows"
        ? v % 2 === 1
        : style === "dotted"
          ? random.chance(0.3)
          : false;
  return second ? colours[1] : colours[0];
}

export function buildBlocks(random: Random): Block[] {
  const names = random.sample(
    Object.keys(BLOCK_COLOURS),
    random.weighted([
      [1, 2],
      [2, 6],
      [3, 4],
      [4, 2],
    ] as const),
  );
  const blocks = new Map<string, Block>();
  const turn = random.chance(0.7);
  const corner = [random.integer(-4, 1), random.integer(-4, 3)] as const;
  const flat = random.chance(0.7);
  for (let p = random.integer(1, 5); p > 0; p--) {
    const form = random.weighted(FORMS.map((f) => [f, SHARES[f]] as const));
    const rows = drawing(random, form);
    const colours = [random.pick(names), random.pick(names)] as const;
    const style = random.weighted([
      ["plain", 7],
      ["columns", 1],
      ["rows", 1],
      ["dotted", 1],
    ] as const);
    const loose = random.chance(0.2);
    const across = loose ? random.integer(-5, 4) : corner[0] + random.integer(0, 5);
    const deep = loose ? random.integer(-5, 4) : corner[1] + (flat ? 0 : random.integer(0, 2));
    const lift = random.weighted([
      [0, 6],
      [1, 1.5],
      [2, 1],
      [3, 0.7],
    ] as const);
    const whole = rows.join("").replace(/\./g, "").length;
    for (const [i, line] of rows.entries())
      for (const [u, mark] of [...line].entries()) {
        if (mark !== "#") continue;
        const v = rows.length - 1 - i;
        const [x, z] = turn ? [across + u, deep] : [deep, across + u];
        blocks.set(`${x},${v + lift},${z}`, {
          x,
          y: v + lift,
          z,
          colour: paint(random, style, colours, u, v),
          part: p,
          form,
          whole,
        });
      }
  }
  return [...blocks.values()].slice(0, 26);
}
