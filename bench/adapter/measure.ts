/**
 * What an adapter gains from how many examples, and what it forgets:
 *   node scripts/node.mjs bench/adapter/measure.ts [--jargon FILE] [--draws 10] [--set SET_FOLDER]... [--episodes FILE.jsonl]
 * Prints one JSON object a line.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { NullObserver } from "../../src/headless/caseObserver.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import { Forgetting } from "./forgetting.js";
import { Gain } from "./gain.js";
import { readJargon } from "./jargon.js";
import { CachedReader } from "./reader.js";

const COUNTS = [1, 2, 5, 10, 20, 50];
const HERE = "bench/adapter";

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      jargon: { type: "string", default: join(HERE, "jargon.json") },
      draws: { type: "string", default: "10" },
      set: { type: "string", multiple: true, default: [] },
      episodes: { type: "string" },
      limit: { type: "string", default: "400" },
    },
  });
  const service = createNodeService();
  await service.start({ backend: "wasm" });
  const observer = new NullObserver(false);
  const reader = new CachedReader((texts) => service.read(texts));
  try {
    const jargon = readJargon(values.jargon);
    const gain = new Gain(jargon, { service, observer, reader }, () => performance.now());
    await gain.prepare();
    for (const byMeaning of [true, false])
      for (const count of COUNTS) print(await gain.measure(count, Number(values.draws), byMeaning));
    for (const examples of COUNTS) print(await gain.learnMilliseconds(examples));
    const forgetting = new Forgetting(jargon, { service, observer, reader });
    for (const folder of values.set) print(await forgetting.ofSet(folder, Number(values.limit)));
    if (values.episodes && existsSync(values.episodes))
      print(await forgetting.ofEpisodes(readFileSync(values.episodes, "utf8"), Number(values.limit)));
  } finally {
    await observer.dispose();
    await service.dispose();
  }
  return 0;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
