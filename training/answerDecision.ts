/**
 * Fits the decision "none of these" of `Answers` (src/knowledge/answerDecision.ts) on simulated knowledge bases made of
 * training parts: clinc150 and banking77 as the shipped encoder reads them, the same as its teacher reads them (on these
 * sets the encoder was trained, and no author's museum is such), and own matters in several wordings.
 *   node scripts/node.mjs training/answerDecision.ts --bench SETS [--data training/data/text] [--words]    seed 1, after text/teach.py
 * Prints the decision by meaning, with --words that by words alone, and for bases that were not fitted how often they are right and how honest their probability is.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../src/headless/seededRandom.js";
import { type Decision, probabilityOf } from "../src/knowledge/answerDecision.js";
import { EVIDENCE, type Evidence } from "../src/knowledge/answerEvidence.js";
import { Answers } from "../src/knowledge/answers.js";
import { attend } from "../src/model/attention/attend.js";
import type { Sentence } from "../src/model/text/sentence.js";
import { createNodeService } from "../src/worker/nodeService.js";
import { type Labelled, type SimulatedBase, simulatedBase } from "./answerBases.js";
import { grouped } from "./grouped.js";
import { fitLogistic } from "./logistic.js";
import { teacherVectors } from "./teacherVectors.js";

const BASES = 80;
/** Every so many-th base is not fitted. */
const HELD_OUT = 4;
/** As in text/corpora.py: every so many-th group of wordings, and of banking77's lines, was not learnt. */
const MATTERS_HELD = 40;
const LINES_HELD = 10;
const MOST_WORDINGS = 8;
/** Of a class, and of those without one, so many lines are read, so that it takes minutes. */
const LINES_OF_A_CLASS = 30;
const LINES_OF_NONE = 300;
const SETS = ["clinc150", "banking77"];
const SHARPNESS = Array.from({ length: 20 }, (_, i) => 4 + 2 * i);

interface Source {
  readonly name: string;
  readonly bases: readonly SimulatedBase[];
  /** Null: words only. */
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
}

/** One question asked: its evidence, whether an answer is known, and the likenesses with the place of the right one. */
interface Case {
  readonly source: string;
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
      words: { type: "boolean", default: false },
    },
  });
  if (!values.bench) throw new RangeError("--bench: name the folder of the bench sets");
  const random = seededRandom(1);
  const basesOf = (set: readonly Labelled[]) =>
    Array.from({ length: BASES }, () => simulatedBase(set, random));
  const labelled = SETS.flatMap((name) => basesOf(trainingLines(values.bench!, name)));
  const own = basesOf(ownMatters(values.data));
  if (values.words) {
    await report("BY_WORDS", [
      { name: "sets", bases: labelled, vectors: null },
      { name: "own", bases: own, vectors: null },
    ]);
    return 0;
  }
  const [ofSets, ofOwn] = [textsOf(labelled), textsOf(own)];
  const read = await readTexts([...ofSets, ...ofOwn]);
  const taught = teacherVectors(values.data, "corpus.txt", "teacher.npy", ofSets);
  await report("BY_MEANING", [
    { name: "encoder", bases: labelled, vectors: read },
    { name: "teacher", bases: labelled.map((base) => withVectors(base, taught)), vectors: taught },
    { name: "own", bases: own, vectors: read },
  ]);
  return 0;
}

function trainingLines(bench: string, set: string): Labelled[] {
  const lines = readFileSync(join(bench, set, "train.jsonl"), "utf8")
    .trim()
    .split("\n");
  const labelled = lines.map((line, i): Labelled => {
    const one = JSON.parse(line) as Labelled;
    // What is asked has to be what the encoder did not learn to tell apart.
    return set === "clinc150" ? one : { ...one, part: i % LINES_HELD === 0 ? "val" : "train" };
  });
  const classes = grouped(labelled, ({ answer }) => answer);
  return [...classes].flatMap(([answer, all]) => {
    const val = all.filter(({ part }) => part === "val");
    if (answer === null) return val.slice(0, LINES_OF_NONE);
    const train = all.filter(({ part }) => part !== "val").slice(0, LINES_OF_A_CLASS);
    return [...train, ...val.slice(0, LINES_OF_A_CLASS / 3)];
  });
}

/** Matters of more.txt in several wordings that the encoder was not trained on (`alike_groups` of text/corpora.py). */
function ownMatters(folder: string): Labelled[] {
  const numbers = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as number[];
  const lines = readFileSync(join(folder, "more.txt"), "utf8").split("\n");
  const sizes = numbers("more-groups.json");
  let end = 0;
  const ends = sizes.map((size) => (end += size));
  return numbers("more-alike.json")
    .filter((group) => sizes[group]! > 1)
    .filter((_, i) => i % MATTERS_HELD === 0)
    .flatMap((group) => {
      const first = ends[group]! - sizes[group]!;
      // Many wordings, as of a shop's matter, are drawn from few: they would only repeat each other.
      const wordings = lines.slice(first, Math.min(ends[group]!, first + MOST_WORDINGS));
      return wordings.map((text) => ({ text, answer: `matter ${group}` }));
    });
}

function textsOf(bases: readonly SimulatedBase[]): Set<string> {
  return new Set(
    bases.flatMap(({ known, asked }) => [
      ...known.flatMap(({ questions }) => questions),
      ...asked.map(({ text }) => text),
    ]),
  );
}

async function readTexts(texts: readonly string[]): Promise<Map<string, Float32Array>> {
  const service = createNodeService();
  await service.start({ backend: "wasm" });
  const sentences = await service.read(texts);
  await service.dispose();
  if (!sentences) throw new Error("the model comes without a sentence encoder");
  return new Map(texts.map((text, i) => [text, sentences[i]!.embedding]));
}

function withVectors(
  { known, asked }: SimulatedBase,
  vectors: ReadonlyMap<string, Float32Array>,
): SimulatedBase {
  return {
    known: known.map(({ id, questions }) => ({
      id,
      questions: questions.filter((text) => vectors.has(text)),
    })),
    asked: asked.filter(({ text }) => vectors.has(text)),
  };
}

async function casesOf({ name, bases, vectors }: Source): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [i, { known, asked }] of bases.entries()) {
    const answers = new Answers(known);
    // The encoder has read them already.
    const read = (texts: readonly string[]) =>
      texts.map((text) => ({ embedding: vectors!.get(text)! }) as Sentence);
    if (vectors) await answers.learn(async (texts) => read(texts));
    for (const { text, answer } of asked) {
      const { ranked, evidence } = answers.weigh(text, vectors?.get(text));
      if (!evidence) continue;
      cases.push({
        source: name,
        heldOut: i % HELD_OUT === 0,
        evidence,
        known: answer !== null,
        likes: ranked.map(({ like }) => like),
        right: ranked.findIndex((candidate) => known[candidate.answer]!.id === answer),
      });
    }
  }
  return cases;
}

async function report(name: string, sources: readonly Source[]): Promise<void> {
  const cases = (await Promise.all(sources.map(casesOf))).flat();
  const decision = fitted(cases.filter(({ heldOut }) => !heldOut));
  const rounded = (value: number) => Number(value.toPrecision(4));
  const weights = EVIDENCE.map((key) => `${key}: ${rounded(decision.weights[key])}`).join(", ");
  process.stdout.write(
    `${name} bias: ${rounded(decision.bias)}, weights: { ${weights} }, sharpness: ${decision.sharpness}\n`,
  );
  for (const source of sources) {
    const mine = cases.filter((one) => one.heldOut && one.source === source.name);
    process.stdout.write(`  ${source.name}: ${judged(mine, decision)}\n`);
  }
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
