/**
 * Episodes to tensors, by the product's own senses and encoder on NullEngine.
 * node scripts/node.mjs training/observe.ts episodes.jsonl out     writes out.bin and out.jsonl
 */
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { type FocusCase, parseFocusCase } from "../src/headless/focusCase.js";
import { observeCase } from "../src/headless/observeCase.js";
import { ObservationEncoder } from "../src/model/encode/observationEncoder.js";
import { WordTable } from "../src/model/text/wordTable.js";
import { type Expected, RecordWriter } from "./records.js";

export async function main([episodes, out, only]: string[]): Promise<number> {
  if (!out) {
    console.error("usage: node scripts/node.mjs training/observe.ts episodes.jsonl out [k/n]");
    return 2;
  }
  const [share, shares] = (only ?? "0/1").split("/").map(Number);
  const table = WordTable.parse(readFileSync("assets/models/words.bin"));
  const engine = new NullEngine();
  const writer = new RecordWriter(createWriteStream(`${out}.bin`), createWriteStream(`${out}.jsonl`));
  let line = 0;
  for await (const text of createInterface(createReadStream(episodes))) {
    if (line++ % shares !== share) continue;
    const episode = JSON.parse(text) as { case: unknown; expected: Expected };
    await observe(parseFocusCase(episode.case), episode.expected, engine, table, writer);
    if (line % 1000 < shares) console.error(`${out}: ${line}`);
  }
  await writer.close();
  engine.dispose();
  return 0;
}

async function observe(
  focusCase: FocusCase,
  expected: Expected,
  engine: NullEngine,
  table: WordTable,
  writer: RecordWriter,
): Promise<void> {
  const percepts = await observeCase(engine, focusCase, { sight: "attributes", withholdNames: false });
  const encoder = new ObservationEncoder(table);
  encoder.listen(percepts);
  const [observation] = encoder.encode(percepts);
  writer.write(observation, expected);
}
