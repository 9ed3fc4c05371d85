/** node scripts/node.mjs training/episodes/main.ts --seed 1 --count 20000 --split train > cases.jsonl */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { generateEpisodes, KINDS, UNTAUGHT } from "./generate.js";
import { SPLITS, type Split } from "./types.js";

const OPTIONS = {
  seed: { type: "string", default: "1" },
  count: { type: "string", default: "1000" },
  split: { type: "string", default: "train" },
  /** Comma-separated names of KINDS or UNTAUGHT. */
  only: { type: "string" },
} as const;

/** Writes one {case, expected} a line to standard output. Resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const split = SPLITS.find((s) => s === values.split);
  const seed = Number(values.seed);
  const count = Number(values.count);
  const only = values.only?.split(",");
  const problem = complaint(split, seed, count, only);
  if (problem || !split) {
    console.error(problem);
    return 2;
  }
  let lines: string[] = [];
  const flush = async () => {
    if (lines.length > 0 && !process.stdout.write(`${lines.join("\n")}\n`))
      await once(process.stdout, "drain");
    lines = [];
  };
  for (const episode of generateEpisodes({ seed, count, split, ...(only ? { only } : {}) })) {
    lines.push(JSON.stringify(episode));
    if (lines.length >= 500) await flush();
  }
  await flush();
  return 0;
}

function complaint(
  split: Split | undefined,
  seed: number,
  count: number,
  only?: readonly string[],
): string | null {
  if (!split) return `--split must be one of ${SPLITS.join(", ")}`;
  if (!Number.isInteger(seed)) return "--seed must be a whole number, e.g. --seed 1";
  if (!Number.isInteger(count) || count < 0)
    return "--count must be a whole number of 0 or more, e.g. --count 20000";
  const names = [...KINDS, ...UNTAUGHT].map(([name]) => name);
  const strange = only?.find((o) => !names.includes(o));
  return strange === undefined ? null : `--only: "${strange}" is no kind; the kinds are ${names.join(", ")}`;
}
