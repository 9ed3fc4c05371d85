/** What the product says of a set's cases, each asked once: answers are kept on disk by case. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../src/headless/caseObserver.js";
import { choosePredictor } from "../../src/headless/predictCommand.js";
import type { Line } from "../../src/headless/predictors.js";
import { type Model, sha } from "./models.js";
import type { BenchSet } from "./sets.js";
import type { Json } from "./tasks/task.js";

export type Sight = "attributes" | "frame";

export interface Kept {
  readonly said: Json;
  /** Milliseconds of the case, or its share of a batch. */
  readonly ms: number;
}

export interface Asking {
  readonly model: Model;
  readonly sight: Sight;
  /** Of the product's code. */
  readonly code: string;
  /** Where answers are kept. */
  readonly cache: string;
  readonly clock: () => number;
}

/** By case id. */
export async function predictionsOf(set: BenchSet, asking: Asking): Promise<ReadonlyMap<unknown, Kept>> {
  const file = cacheFile(set, asking);
  const kept = readKept(file);
  const missing = set.cases.filter(({ id }) => !kept.has(id));
  if (missing.length > 0)
    await ask(set, missing, asking, (id, answer) => {
      kept.set(id, answer);
      appendFileSync(file, `${JSON.stringify({ id, ...answer })}\n`);
    });
  return kept;
}

async function ask(
  set: BenchSet,
  cases: readonly Line[],
  { sight, model, clock }: Asking,
  keep: (id: unknown, answer: Kept) => void,
): Promise<void> {
  const predictor = await choosePredictor(set.folder, sight, model.manifestUrl);
  try {
    for (let at = 0; at < cases.length; at += predictor.batch) {
      const batch = cases.slice(at, at + predictor.batch);
      const start = clock();
      const said = await orError(() => predictor.predict(batch), batch.length);
      const ms = (clock() - start) / batch.length;
      for (const [i, one] of said.entries()) keep(batch[i]!.id, { said: asWritten(one), ms });
    }
  } finally {
    await predictor.dispose();
  }
}

/** A model that lacks what a task needs fails its cases, not the report. */
async function orError(predict: () => Promise<object[]>, count: number): Promise<object[]> {
  try {
    return await predict();
  } catch (error) {
    return Array.from({ length: count }, () => ({ error: messageOf(error) }));
  }
}

/** As a reader of the predict command gets it: what JSON has no word for (NaN) is null. */
const asWritten = (said: object) => JSON.parse(JSON.stringify(said)) as Json;

/** Changes with all that an answer depends on. */
function cacheFile({ name, folder }: BenchSet, { model, sight, code, cache }: Asking): string {
  const inputs = ["set.json", "cases.jsonl", "knowledge.json", "stops.json", "train.jsonl"]
    .map((file) => join(folder, file))
    .filter(existsSync)
    .map((file) => sha(readFileSync(file, "utf8")));
  mkdirSync(cache, { recursive: true });
  return join(cache, `${name}.${sight}.${sha([model.hash, code, ...inputs].join()).slice(0, 16)}.jsonl`);
}

/** A last line that was cut off is asked again. */
function readKept(file: string): Map<unknown, Kept> {
  const kept = new Map<unknown, Kept>();
  if (!existsSync(file)) return kept;
  const text = readFileSync(file, "utf8");
  if (text !== "" && !text.endsWith("\n")) appendFileSync(file, "\n");
  for (const line of text.split("\n").filter(Boolean)) {
    try {
      const { id, said, ms } = JSON.parse(line) as Kept & { id: unknown };
      kept.set(id, { said, ms });
    } catch {}
  }
  return kept;
}
