/** node scripts/node.mjs training/episodes/main.ts --seed 1 --count 20000 --split train > cases.jsonl */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { generateEpisodes } from "./generate.js";
import { SPLITS, type Split } from "./types.js";

async function run(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((a) => !a.endsWith("main.ts")),
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "1000" },
      split: { type: "string", default: "train" },
      only: { type: "string" },
    },
  });
  const split = values.split as Split;
  const seed = Number(values.seed);
  const count = Number(values.count);
  if (!SPLITS.includes(split))
    throw new Error(`--split is "${values.split}"; give one of ${SPLITS.join(", ")}`);
  if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 0)
    throw new Error("--seed and --count take whole numbers, e.g. --seed 1 --count 20000");
  const only = values.only?.split(",");
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
}

await run();
