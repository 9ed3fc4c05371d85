import { readFileSync } from "node:fs";
import type { Example } from "../../src/knowledge/taught.js";
import type { EntityOptions } from "../../src/world/entity.js";

/** A scene's things, what its people call them, and plain lines with what they are about (null: no thing). */
export interface Jargon {
  readonly things: Readonly<Record<string, EntityOptions>>;
  readonly taught: Readonly<Record<string, readonly string[]>>;
  readonly plain: Readonly<Record<string, string | null>>;
}

/** A line and the thing that it is about; null: none. */
export type Meant = readonly [line: string, thing: string | null];

/** Share of each thing's lines that is kept back. */
const KEPT_BACK = 0.4;

export function readJargon(file: string): Jargon {
  return JSON.parse(readFileSync(file, "utf8")) as Jargon;
}

/** The things in a half circle before the NPC, the player beside it: a case as `predict` reads it. */
export function jargonCase({ things }: Jargon): object {
  const ids = Object.keys(things);
  const entities = ids.map((id, i) => {
    const angle = Math.PI * ((i + 0.5) / ids.length - 0.5);
    return { id, ...things[id], position: [4 * Math.sin(angle), 1, 4 * Math.cos(angle)] };
  });
  return {
    id: "jargon",
    task: "focus",
    entities: [
      ...entities,
      { id: "lin", kind: "player", label: "Lin", position: [1, 0, 1], shape: "person" },
      { id: "ada", kind: "npc", label: "Ada", position: [0, 0, 0], shape: "person" },
    ],
    viewer: { position: [1, 1.6, 1], forward: [-1, 0, -1] },
    npc: { id: "ada", name: "Ada", position: [0, 0, 0], forward: [0.3, 0, 0.954], task: "idle" },
    chat: [{ speaker: "player", text: "hello", secondsAgo: 0.5 }],
  };
}

/** So many examples, one thing after the other, and the lines that are kept back of all things. */
export function drawn(
  { taught }: Jargon,
  count: number,
  random: () => number,
): { examples: Example[]; kept: Meant[] } {
  const lines = Object.entries(taught).map(([thing, said]) => ({ thing, said: shuffled(said, random) }));
  const things = shuffled(lines, random).map(({ thing, said }) => {
    const back = Math.max(1, Math.round(said.length * KEPT_BACK));
    return { thing, kept: said.slice(0, back), open: said.slice(back) };
  });
  const examples: Example[] = [];
  for (let round = 0; examples.length < count; round++) {
    const next = things.flatMap(({ thing, open }) =>
      open[round] === undefined ? [] : [{ say: open[round], entity: thing }],
    );
    if (next.length === 0) break;
    examples.push(...next.slice(0, count - examples.length));
  }
  const kept = things.flatMap(({ thing, kept }) => kept.map((line): Meant => [line, thing]));
  return { examples, kept };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
