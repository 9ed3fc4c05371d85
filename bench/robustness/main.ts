/**
 * How much of the attention model's score is left under corruption, attack and with senses gone, on held-out episodes:
 *   npm run robustness -- [--parts frames,sound,chat,attacks,missing] [--count 200] [--frames 40]
 *                         [--before FILE.json] [--manifest OTHER_MANIFEST] [--out bench/out/robustness.json]
 * prints tables and writes them as JSON. With --before, an earlier result's figures stand beside the new ones.
 */
import { parseArgs } from "node:util";
import { modelAt } from "../eval/models.js";
import { measure, PARTS, readResult } from "./measure.js";
import { ModelSubject } from "./subject.js";
import { tablesOf } from "./tables.js";

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      parts: { type: "string", default: PARTS.join(",") },
      count: { type: "string", default: "200" },
      frames: { type: "string", default: "40" },
      before: { type: "string" },
      out: { type: "string", default: "bench/out/robustness.json" },
      manifest: { type: "string" },
    },
  });
  const parts = values.parts.split(",");
  const unknown = parts.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0)
    throw new RangeError(`--parts must name some of ${PARTS.join(", ")}, got ${unknown}`);
  const count = wholeNumber("--count", values.count);
  const frames = wholeNumber("--frames", values.frames);
  const subject = await ModelSubject.start(values.manifest && modelAt(values.manifest).manifestUrl);
  try {
    const result = await measure(subject, parts, count, frames, values.out);
    const before = values.before === undefined ? undefined : readResult(values.before);
    for (const table of tablesOf(result, before)) process.stdout.write(`${table}\n`);
  } finally {
    await subject.dispose();
  }
  return 0;
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${option} must be 1 or more, got "${text}"`);
  return value;
}
