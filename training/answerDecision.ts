/**
 * Fits the decision "none of these" of `Answers` (src/knowledge/answerDecision.ts) on simulated knowledge bases (answerSources.ts,
 * answerBases.ts): sets that the encoder was trained on as it reads them and as its teacher does (no author's museum is such a
 * set), shops' known questions as the teacher reads them, own matters, and frequent questions that nothing was trained on.
 *   node scripts/node.mjs training/answerDecision.ts --bench SETS [--data training/data/text] [--texts | --words]    seed 1
 * `--texts` writes bases.txt for text/teach.py --name bases, to be run first. Then prints the decision by meaning, with --words
 * that by words alone, and for bases that were not fitted how often they are right and how honest their probability is.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../src/headless/seededRandom.js";
import { type Decision, probabilityOf } from "../src/knowledge/answerDecision.js";
import { EVIDENCE, type Evidence } from "../src/knowledge/answerEvidence.js";
import { Answers } from "../src/knowledge/answers.js";
import { attend } from "../src/model/attention/attend.js";
import type { Sentence } from "../src/model/text/sentence.js";
import { createNodeService } from "../src/worker/nodeService.js";
import { SHAPE_NAMES, type Shape, type SimulatedBase, simulatedBase } from "./answerBases.js";
import { type LabelledSet, labelledSets } from "./answerSources.js";
import { grouped } from "./grouped.js";
import { fitLogistic } from "./logistic.js";
import { teacherVectors } from "./teacherVectors.js";

/** Of each shape. */
const BASES = 16;
/** Of a set whose matters have few wordings: one question each. */
const BASES_OF_ONE = 36;
/** Every so many-th base is not fitted. */
const HELD_OUT = 4;
const READ_AT_ONCE = 256;
const SHARPNESS = Array.from({ length: 20 }, (_, i) => 4 + 2 * i);

/** By whom a text is read; null: words only. */
type Vectors = ReadonlyMap<string, Float32Array> | null;

/** One question asked: its evidence, whether an answer is known, and the likenesses with the place of the right one. */
interface Case {
  readonly source: string;
  readonly shape: Shape;
  readonly heldOut: boolean;
  readonly evidence: Evidence;
  readonly known: boolean;
  readonly likes: readonly number[];
  readonly right: number;
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      bench: { type: "string" },
      data: { type: "string", default: "training/data/text" },
      texts: { type: "boolean", default: false },
      words: { type: "boolean", default: false },
    },
  });
  if (!values.bench) throw new RangeError("--bench: name the folder of the bench sets");
  const sets = labelledSets(values.bench, values.data);
  const texts = textsOf(sets);
  if (values.texts) {
    writeFileSync(join(values.data, "bases.txt"), texts.map(onOneLine).join("\n"));
    return 0;
  }
  const cases: Case[] = [];
  if (values.words) for (const set of sets) cases.push(...(await casesOf(set, set.name, null)));
  else {
    const read = await readTexts(texts);
    const taught = teacherVectors(values.data, "bases.txt", "bases-teacher.npy", texts);
    for (const set of sets) {
      if (set.readers !== "teacher") cases.push(...(await casesOf(set, `${set.name} / encoder`, read)));
      if (set.readers !== "encoder") cases.push(...(await casesOf(set, `${set.name} / teacher`, taught)));
    }
  }
  report(values.words ? "BY_WORDS" : "BY_MEANING", cases);
  return 0;
}

/** As text/corpus.py keeps a sentence. */
function onOneLine(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(" ").slice(0, 220);
}

function textsOf(sets: readonly LabelledSet[]): string[] {
  return [
    ...new Set(sets.flatMap(({ lines, strangers }) => [...lines.map(({ text }) => text), ...strangers])),
  ];
}

async function readTexts(texts: readonly string[]): Promise<Map<string, Float32Array>> {
  const service = createNodeService();
  await service.start({ backend: "wasm" });
  const vectors = new Map<string, Float32Array>();
  for (let start = 0; start < texts.length; start += READ_AT_ONCE) {
    const part = texts.slice(start, start + READ_AT_ONCE);
    const sentences = await service.read(part);
    if (!sentences) throw new Error("the model comes without a sentence encoder");
    for (const [i, text] of part.entries()) vectors.set(text, sentences[i]!.embedding);
  }
  await service.dispose();
  return vectors;
}

async function casesOf(set: LabelledSet, source: string, vectors: Vectors): Promise<Case[]> {
  const random = seededRandom(1);
  const lines = set.lines.filter(({ text }) => vectors?.has(text) ?? true);
  const strangers = set.strangers.filter((text) => vectors?.has(text) ?? true);
  const shapes: readonly Shape[] = set.fewWordings ? ["one"] : SHAPE_NAMES;
  const cases: Case[] = [];
  for (const shape of shapes) {
    for (let i = 0; i < (set.fewWordings ? BASES_OF_ONE : BASES); i++) {
      const base = simulatedBase(lines, strangers, shape, random);
      cases.push(...(await asked(base, vectors, { source, shape, heldOut: i % HELD_OUT === 0 })));
    }
  }
  return cases;
}

async function asked(
  { known, asked }: SimulatedBase,
  vectors: Vectors,
  of: Pick<Case, "source" | "shape" | "heldOut">,
): Promise<Case[]> {
  const answers = new Answers(known);
  // The encoder has read them already.
  const read = (texts: readonly string[]) =>
    texts.map((text) => ({ embedding: vectors!.get(text)! }) as Sentence);
  if (vectors) await answers.learn(async (texts) => read(texts));
  return asked.flatMap(({ text, answer }) => {
    const { ranked, evidence } = answers.weigh(text, vectors?.get(text));
    if (!evidence) return [];
    const right = ranked.findIndex((candidate) => known[candidate.answer]!.id === answer);
    return [{ ...of, evidence, known: answer !== null, likes: ranked.map(({ like }) => like), right }];
  });
}

function report(name: string, cases: readonly Case[]): void {
  const decision = fitted(cases.filter(({ heldOut }) => !heldOut));
  const rounded = (value: number) => Number(value.toPrecision(4));
  const weights = EVIDENCE.map((key) => `${key}: ${rounded(decision.weights[key])}`).join(", ");
  process.stdout.write(
    `${name} bias: ${rounded(decision.bias)}, weights: { ${weights} }, sharpness: ${decision.sharpness}\n`,
  );
  const unseen = grouped(
    cases.filter(({ heldOut }) => heldOut),
    ({ source, shape }) => `${source} / ${shape}`,
  );
  for (const [source, mine] of unseen) process.stdout.write(`  ${source}: ${judged(mine, decision)}\n`);
}

/** Sources count alike, and in each those with an answer as much as those without. */
function fitted(cases: readonly Case[]): Decision {
  const kinds = grouped(cases, ({ source, known }) => `${source} ${known}`);
  const counts = cases.map(({ source, known }) => 1 / kinds.size / kinds.get(`${source} ${known}`)!.length);
  const rows = cases.map(({ evidence }) => Float64Array.from(EVIDENCE, (name) => evidence[name]));
  const logistic = fitLogistic(
    rows,
    cases.map(({ known }) => Number(known)),
    counts,
  );
  const weights = Object.fromEntries(EVIDENCE.map((name, i) => [name, logistic.weights[i]!])) as Evidence;
  const surprise = (sharpness: number) =>
    cases.reduce((sum, { likes, right }, i) => {
      if (right < 0) return sum;
      return sum - counts[i]! * Math.log(attend(likes, { scale: sharpness })[right]! + 1e-12);
    }, 0);
  const sharpness = SHARPNESS.reduce((best, one) => (surprise(one) < surprise(best) ? one : best));
  return { bias: logistic.bias, weights, sharpness, from: 0.5 };
}

function judged(cases: readonly Case[], decision: Decision): string {
  const said = cases.map(({ evidence, known, likes, right }) => {
    const fits = probabilityOf(evidence, decision);
    return {
      fits,
      known,
      first: fits * attend(likes, { scale: decision.sharpness })[0]!,
      right: right === 0,
    };
  });
  const [some, none] = [said.filter(({ known }) => known), said.filter(({ known }) => !known)];
  const share = <T>(all: readonly T[], holds: (one: T) => boolean) =>
    (all.filter(holds).length / all.length).toFixed(3);
  return (
    `first right ${share(some, ({ right }) => right)}, answered right ${share(some, ({ fits, right }) => fits >= 0.5 && right)}, ` +
    `null recall ${share(none, ({ fits }) => fits < 0.5)}, calibration error of "one fits" ` +
    `${calibrationError(said.map(({ fits, known }) => [fits, known])).toFixed(3)}, of the first ` +
    `${calibrationError(said.map(({ first, right }) => [first, right])).toFixed(3)} (${said.length} asked)`
  );
}

/** Expected calibration error in 15 bins. */
function calibrationError(said: readonly (readonly [number, boolean])[]): number {
  const bins = grouped(said, ([p]) => Math.min(14, Math.floor(15 * p)));
  let error = 0;
  for (const bin of bins.values())
    error += Math.abs(bin.reduce((sum, [p, holds]) => sum + p - Number(holds), 0));
  return error / said.length;
}
