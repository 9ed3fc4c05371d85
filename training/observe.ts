/**
 * Episodes to tensors, by the product's own senses and encoder: on NullEngine, or with rendered frames in Chromium.
 *   node scripts/node.mjs training/observe.ts --episodes FILE.jsonl --out NAME [--sight frame] [--withhold-names]
 * writes NAME.bin and NAME.jsonl. With --attack N each moment is changed as the model (the shipped one, or that of --model
 * MANIFEST) likes least of N random changes within the budgets of bench/robustness/attacks.ts (`attacked.ts`; --by words,sound
 * or patch: only of these kinds); what can't be attacked is left out.
 */
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type CaseObserver, NullObserver } from "../src/headless/caseObserver.js";
import { FrameObserver } from "../src/headless/frameObserver.js";
import { ObservationEncoder } from "../src/model/encode/observationEncoder.js";
import { KnownWords } from "../src/model/text/knownWords.js";
import { Spelling } from "../src/model/text/spelling.js";
import { WordTable } from "../src/model/text/wordTable.js";
import { Attacker } from "./attacked.js";
import { type Expected, RecordWriter } from "./records.js";

interface Episode {
  readonly case: unknown;
  readonly expected: Expected;
}

interface Work {
  readonly observer: CaseObserver;
  /** Null: moments stay as they are. */
  readonly attacker: Attacker | null;
  /** What the product reads lines with. */
  readonly table: WordTable;
  readonly spelling: Spelling;
  readonly writer: RecordWriter;
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      episodes: { type: "string" },
      out: { type: "string" },
      sight: { type: "string", default: "attributes" },
      "withhold-names": { type: "boolean", default: false },
      attack: { type: "string" },
      by: { type: "string" },
      model: { type: "string" },
    },
  });
  const { episodes, out } = values;
  if (!episodes || !out) throw new RangeError("--episodes and --out must each name a file");
  const withhold = values["withhold-names"];
  const attacker = values.attack === undefined ? null : await attackerOf(values.attack, values);
  let observer: CaseObserver | null = null;
  const writer = new RecordWriter(createWriteStream(`${out}.bin`), createWriteStream(`${out}.jsonl`));
  try {
    observer = values.sight === "frame" ? await FrameObserver.start(withhold) : new NullObserver(withhold);
    const table = WordTable.parse(readFileSync("assets/models/words.bin"));
    const spelling = new Spelling(KnownWords.parse(readFileSync("assets/models/known.bin")));
    await observeAll(episodes, { observer, attacker, table, spelling, writer });
  } finally {
    await attacker?.dispose();
    await writer.close();
    await observer?.dispose();
  }
  return 0;
}

function attackerOf(tries: string, { by, model }: { by?: string; model?: string }): Promise<Attacker> {
  return Attacker.start({ tries: Number(tries), by: by?.split(","), model });
}

async function observeAll(file: string, work: Work): Promise<void> {
  let batch: Episode[] = [];
  let done = 0;
  const flush = async () => {
    await observeBatch(batch, work);
    done += batch.length;
    batch = [];
    if (done % 1000 < work.observer.batch) console.error(`${file}: ${done}`);
  };
  for await (const text of createInterface(createReadStream(file))) {
    batch.push(JSON.parse(text) as Episode);
    if (batch.length >= work.observer.batch) await flush();
  }
  await flush();
}

async function observeBatch(
  episodes: readonly Episode[],
  { observer, attacker, table, spelling, writer }: Work,
): Promise<void> {
  const observed = await observer.observe(episodes.map((episode) => episode.case));
  for (const [i, one] of observed.entries()) {
    if ("error" in one) throw new Error(`an episode can't be observed: ${one.error}`);
    const { expected } = episodes[i];
    const percepts = attacker ? await attacker.worst(one.percepts, expected) : one.percepts;
    if (!percepts) continue;
    const encoder = new ObservationEncoder(table, spelling);
    encoder.listen(percepts);
    const [observation] = encoder.encode(percepts);
    writer.write(observation, expected);
  }
}
