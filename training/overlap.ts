/**
 * Do phrasings of training share runs of words with the lines of bench sets that must not be trained on? Run it after adding
 * phrasings, before training:
 *   node scripts/node.mjs training/overlap.ts --bench SETS [--words 6]
 * prints every shared run of so many words, to be read: places and people in a row are worded alike by anybody, whole sentences are
 * not. Sets whose set.json says "train+measure" are left out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readJson, readRows } from "../bench/eval/sets.js";
import { wordsOf } from "../src/knowledge/words.js";

const PHRASINGS = "training/episodes";
const STRINGS = /"((?:[^"\\\n]|\\.){8,})"|`([^`]{8,})`/g;

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { bench: { type: "string" }, words: { type: "string", default: "6" } },
  });
  const size = Number(values.words);
  if (!values.bench || !existsSync(values.bench))
    throw new RangeError("--bench: name the folder of the bench sets");
  if (!Number.isInteger(size) || size < 3) throw new RangeError("--words must be 3 or more");
  const measured = runsOf(measuredLines(values.bench), size);
  let shared = 0;
  for (const [text, file] of phrasings()) {
    const run = runs(text, size).find((each) => measured.has(each));
    if (!run) continue;
    shared++;
    process.stdout.write(`${file}: "${text}" shares "${run}" with ${measured.get(run)}\n`);
  }
  process.stdout.write(`${shared} phrasings share ${size} words in a row with a measured line\n`);
  return 0;
}

function phrasings(): [text: string, file: string][] {
  return readdirSync(PHRASINGS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [...readFileSync(join(PHRASINGS, file), "utf8").matchAll(STRINGS)].map(
        ([, plain, template]): [string, string] => [plain ?? template ?? "", file],
      ),
    );
}

function* measuredLines(bench: string): Iterable<[text: string, from: string]> {
  for (const set of readdirSync(bench)) {
    const folder = join(bench, set);
    if (!["set.json", "cases.jsonl"].every((file) => existsSync(join(folder, file)))) continue;
    if ((readJson(folder, "set.json") as { use?: string }).use === "train+measure") continue;
    for (const { id, chat } of readRows(folder, "cases.jsonl") as { id: string; chat?: { text: string }[] }[])
      for (const { text } of chat ?? []) yield [text, `${set} ${id}`];
  }
}

function runsOf(lines: Iterable<[string, string]>, size: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const [text, from] of lines) for (const run of runs(text, size)) found.set(run, from);
  return found;
}

/** Apostrophes count for nothing: "im" is "I'm". */
function runs(text: string, size: number): string[] {
  const words = wordsOf(text.replace(/['’]/g, ""));
  return words.slice(size - 1).map((_, i) => words.slice(i, i + size).join(" "));
}
