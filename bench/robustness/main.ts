/**
 * How much of the attention model's score is left under corruption, attack and with senses gone, on held-out episodes:
 *   npm run robustness -- [--parts frames,sound,chat,attacks,missing] [--count 200] [--frames 100]
 *                         [--manifest MODEL] [--against OTHER_MODEL | --before FILE.json] [--out bench/out/robustness.json]
 * prints tables with 95% intervals and keeps every episode's verdict as JSON. MODEL is a manifest.json or its folder. With
 * --against, another model is asked on the same episodes and each row tells the difference and its p (kept beside --out,
 * in NAME.against.json); with --before, an earlier result stands in for it.
 */
import { parseArgs } from "node:util";
import { modelAt } from "../eval/models.js";
import { measure, PARTS, readResult } from "./measure.js";
import { tablesOf, textOf } from "./tables.js";

const SHIPPED = "assets/models";

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      parts: { type: "string", default: PARTS.join(",") },
      count: { type: "string", default: "200" },
      frames: { type: "string", default: "100" },
      before: { type: "string" },
      against: { type: "string" },
      out: { type: "string", default: "bench/out/robustness.json" },
      manifest: { type: "string", default: SHIPPED },
    },
  });
  const { against, before, out } = values;
  const parts = values.parts.split(",");
  const unknown = parts.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0)
    throw new RangeError(`--parts must name some of ${PARTS.join(", ")}, got ${unknown}`);
  if (against !== undefined && before !== undefined)
    throw new RangeError("--against asks another model, --before reads what one said: give one of them");
  const counts = {
    count: wholeNumber("--count", values.count),
    frames: wholeNumber("--frames", values.frames),
  };
  // Before anything is measured: a name that can't be read must not cost minutes.
  const [model, other] = [modelAt(values.manifest), against === undefined ? null : modelAt(against)];
  const earlier = before === undefined ? undefined : readResult(before);
  const result = await measure(model, parts, counts, out);
  const rival = other
    ? await measure(other, parts, counts, out.replace(/(\.json)?$/, ".against.json"))
    : earlier;
  const versus = rival ? ` against ${rival.about.model}` : "";
  process.stdout.write(`${result.about.model}${versus}\n\n`);
  for (const table of tablesOf(result, rival)) process.stdout.write(`${textOf(table)}\n`);
  return 0;
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${option} must be 1 or more, got "${text}"`);
  return value;
}
