/**
 * Variants of the attention model in one table: size, time on one WASM thread, score, difference from the first:
 *   node scripts/node.mjs bench/robustness/variants.ts [--folder training/runs/variants] [--count 300] [--repeats 30]
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { ObservationEncoder } from "../../src/model/encode/observationEncoder.js";
import { WordTable } from "../../src/model/text/wordTable.js";
import { canaryError, makeCanary } from "../../src/worker/canary.js";
import { ModelSession, type Outputs } from "../../src/worker/modelSession.js";
import { configureOrt, loadOrt } from "../../src/worker/ort.js";
import { sampleMoment } from "../../src/worker/sampleMoment.js";
import { heldOut } from "./episodes.js";
import { differenceOf, estimate } from "./estimate.js";
import type { Score } from "./score.js";
import { ModelSubject, scoreOf } from "./subject.js";
import { share, type Table, textOf, within } from "./tables.js";

interface Variant {
  readonly name: string;
  readonly bytes: number;
  /** Least of the repeats: what the machine can do while others are quiet. */
  readonly milliseconds: number;
  readonly score: Score;
  /** Of a probability on the sample moment, from the first variant. */
  readonly difference: number;
}

const OUT = "bench/out/variants.json";

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      folder: { type: "string", default: "training/runs/variants" },
      count: { type: "string", default: "300" },
      repeats: { type: "string", default: "30" },
    },
  });
  const folder = resolve(values.folder);
  const episodes = await heldOut(Number(values.count));
  const variants: Variant[] = [];
  let first: Outputs | null = null;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const { outputs, milliseconds } = await time(path, Number(values.repeats));
    first ??= outputs;
    const subject = await ModelSubject.start(pathToFileURL(join(path, "manifest.json")).href);
    const score = await scoreOf(subject.decide, episodes);
    await subject.dispose();
    const difference = canaryError(makeCanary(name, first), outputs);
    const { size: bytes } = statSync(join(path, "attention.onnx"));
    variants.push({ name, bytes, milliseconds, score, difference });
  }
  mkdirSync("bench/out", { recursive: true });
  writeFileSync(OUT, `${JSON.stringify({ cases: episodes.length, variants }, null, 1)}\n`);
  process.stdout.write(textOf(tableOf(variants)));
  return 0;
}

function tableOf(variants: readonly Variant[]): Table {
  const against = variants[0]!;
  const lost = (score: Score, measure: "right" | "f1") => {
    const difference = differenceOf([score], [against.score], measure);
    return [share(difference.value), within(difference)];
  };
  return {
    title: `Variants, on ${against.score.cases} held-out episodes`,
    note: `ms: least of the repeats, 32 entities and 8 NPCs, one WASM thread. Lost: right and F1 less those of ${against.name}, paired. Off: largest difference of a probability on the sample moment.`,
    head: ["variant", "bytes", "ms", "right", "95%", "lost", "95%", "F1", "lost", "95%", "off"],
    rows: variants.map(({ name, bytes, milliseconds, score, difference }) => [
      ...[name, String(bytes), milliseconds.toFixed(1), share(score.right)],
      ...[within(estimate([score], "right")), ...lost(score, "right")],
      ...[share(score.f1), ...lost(score, "f1"), difference.toPrecision(2)],
    ]),
  };
}

async function time(folder: string, repeats: number): Promise<{ outputs: Outputs; milliseconds: number }> {
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
  const [sample] = new ObservationEncoder(WordTable.parse(read("words.bin"))).encode(sampleMoment());
  const ort = await loadOrt("wasm");
  configureOrt(ort, "wasm", undefined);
  const session = await ModelSession.create(ort, "wasm", read("attention.onnx"));
  let outputs = await session.run(sample.feeds);
  let milliseconds = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    outputs = await session.run(sample.feeds);
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  await session.dispose();
  return { outputs, milliseconds };
}
