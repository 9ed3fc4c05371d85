/**
 * Cases on standard input, predictions on standard output, one JSON object a line:
 *   npm run --silent predict -- --set SET_FOLDER [--sight attributes|frame] < cases.jsonl
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";
import type { KnownAnswer } from "../knowledge/answers.js";
import type { Stop } from "../knowledge/nextStop/stops.js";
import { createNodeService, loadNodeFinder } from "../worker/nodeService.js";
import { messageOf, NullObserver } from "./caseObserver.js";
import { optional } from "./focusCase.js";
import { FrameObserver } from "./frameObserver.js";
import { readLines, writeLine } from "./jsonLines.js";
import type { EarlierTour } from "./nextStopPredictor.js";
import {
  FocusPredictor,
  type Line,
  NoPredictor,
  nextStopPredictor,
  operatorPredictor,
  type Predictor,
} from "./predictors.js";
import { SaliencyPredictor } from "./saliencyPredictor.js";
import { SentencePredictor } from "./sentencePredictors.js";

export async function main(
  argv: string[],
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { set: { type: "string" }, sight: { type: "string", default: "attributes" } },
  });
  const { set, sight } = values;
  if (set === undefined) throw new RangeError("--set must name the folder of a bench set");
  if (sight !== "attributes" && sight !== "frame")
    throw new RangeError(`--sight must be attributes or frame, got "${sight}"`);
  const predictor = await choosePredictor(set, sight);
  try {
    await predictAll(predictor, readLines(input), output);
  } finally {
    await predictor.dispose();
  }
  return 0;
}

const NEEDS_MODEL = new Set(["focus", "answer", "sentiment", "toxicity"]);

/**
 * The product's way of answering a set's task.
 * @param set folder of the set
 * @param manifestUrl file: address of another model's manifest.json; default: the model of this package
 */
export async function choosePredictor(
  set: string,
  sight: "attributes" | "frame",
  manifestUrl?: string,
): Promise<Predictor> {
  const { task, frame } = readJson(set, "set.json") as { task?: unknown; frame?: unknown };
  if (task === "attention") return operatorPredictor();
  if (task === "saliency") return new SaliencyPredictor(set, await loadNodeFinder(manifestUrl));
  if (task === "next-stop")
    return nextStopPredictor(
      readJson(set, "stops.json") as Stop[],
      readRows(set, "train.jsonl") as EarlierTour[],
    );
  if (!NEEDS_MODEL.has(String(task)))
    return new NoPredictor(`the task ${JSON.stringify(task)} is none of this product's`);
  const service = createNodeService();
  await service.start({ backend: "wasm", ...optional("manifestUrl", manifestUrl) });
  if (task === "answer")
    return SentencePredictor.answers(service, readJson(set, "knowledge.json") as KnownAnswer[]);
  if (task === "sentiment") return SentencePredictor.sentiment(service);
  if (task === "toxicity") return SentencePredictor.toxicity(service);
  const observer = sight === "frame" ? await FrameObserver.start(frame === true) : new NullObserver(false);
  return new FocusPredictor(observer, service);
}

function readJson(folder: string, file: string): unknown {
  return read(folder, file, JSON.parse);
}

function readRows(folder: string, file: string): unknown[] {
  return read(folder, file, (text) =>
    text
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line)),
  );
}

function read<T>(folder: string, file: string, parse: (text: string) => T): T {
  const path = join(folder, file);
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`--set: ${path} can't be read: ${messageOf(error)}`);
  }
}

/** In batches, the next one while the last one is written. */
async function predictAll(
  predictor: Predictor,
  lines: AsyncIterable<string>,
  output: Writable,
): Promise<void> {
  let batch: Line[] = [];
  let last: Promise<void> = Promise.resolve();
  const flush = async () => {
    const cases = batch;
    batch = [];
    const written = last;
    last = predictor.predict(cases).then(async (predictions) => {
      await written;
      for (const prediction of predictions) await writeLine(output, prediction);
    });
    // One batch ahead of the writer, no more.
    await written;
  };
  for await (const line of lines) {
    const parsed = parseLine(line);
    if ("error" in parsed) await writeLine(output, parsed);
    else batch.push(parsed.line);
    if (batch.length >= predictor.batch) await flush();
  }
  if (batch.length > 0) await flush();
  await last;
}

function parseLine(text: string): { line: Line } | { id: unknown; error: string } {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === "object" && line !== null && "id" in line) return { line: line as Line };
    return { id: null, error: "a case must be an object with an id" };
  } catch (error) {
    return { id: null, error: `a line is no JSON: ${messageOf(error)}` };
  }
}
