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
import { ModelSubject, scoreOf } from "./subject.js";

interface Variant {
  readonly name: string;
  readonly bytes: number;
  /** Least of the repeats: what the machine can do while others are quiet. */
  readonly milliseconds: number;
  readonly right: number | null;
  readonly f1: number | null;
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
    const { right, f1 } = await scoreOf(subject.decide, episodes);
    await subject.dispose();
    const difference = canaryError(makeCanary(name, first), outputs);
    const { size: bytes } = statSync(join(path, "attention.onnx"));
    variants.push({ name, bytes, milliseconds, right, f1, difference });
  }
  mkdirSync("bench/out", { recursive: true });
  writeFileSync(OUT, `${JSON.stringify({ cases: episodes.length, variants }, null, 1)}\n`);
  process.stdout.write(
    `variant, bytes, ms (32 entities, 8 NPCs), right, F1 of ${episodes.length}, difference\n`,
  );
  for (const { name, bytes, milliseconds, right, f1, difference } of variants)
    process.stdout.write(
      `  ${name.padEnd(6)} ${bytes} ${milliseconds.toFixed(1)} ${right?.toFixed(3)} ${f1?.toFixed(3)} ${difference.toPrecision(2)}\n`,
    );
  return 0;
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
