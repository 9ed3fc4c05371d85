/**
 * What `Answers` should use: the share of meaning in its likeness, and the likeness from which it answers. The best mean
 * of accuracy and null recall on the validation part of a set's training data; its test cases are not read.
 *   node scripts/node.mjs training/answerThreshold.ts SET_FOLDER
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownAnswer } from "../src/knowledge/answers.js";
import { blended, WordIndex } from "../src/knowledge/wordIndex.js";
import { likeness } from "../src/model/attention/attend.js";
import { createNodeService } from "../src/worker/nodeService.js";

interface Line {
  readonly text: string;
  readonly answer: string | null;
  readonly part: string;
}

const MEANINGS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const THRESHOLDS = Array.from({ length: 31 }, (_, i) => 0.25 + 0.02 * i);

export async function main([folder]: string[]): Promise<number> {
  if (!folder) throw new RangeError("name the folder of a bench set of the task answer");
  const known = JSON.parse(readFileSync(join(folder, "knowledge.json"), "utf8")) as KnownAnswer[];
  const lines = readFileSync(join(folder, "train.jsonl"), "utf8").trim().split("\n");
  const val = lines.map((line) => JSON.parse(line) as Line).filter(({ part }) => part === "val");
  const questions = known.flatMap(({ id, questions }) => questions.map((text) => ({ id, text })));
  const compare = await comparer(
    questions.map(({ text }) => text),
    val.map(({ text }) => text),
  );
  for (const meaning of MEANINGS) {
    const asked = val.map(({ answer }, i) => ({ answer, ...nearest(compare(i, meaning), questions) }));
    const found = THRESHOLDS.map((threshold) => ({ threshold, ...score(asked, threshold) }));
    const best = found.reduce((a, b) => (b.right + b.none > a.right + a.none ? b : a));
    const first = share(
      asked.filter(({ answer }) => answer !== null),
      ({ answer, id }) => answer === id,
    );
    process.stdout.write(
      `meaning ${meaning} first right ${first.toFixed(3)}; best threshold ${best.threshold.toFixed(2)}: ` +
        `accuracy ${best.right.toFixed(3)} null recall ${best.none.toFixed(3)}\n`,
    );
  }
  return 0;
}

/** Likeness of the i-th asked text to each known one, with a share of meaning. */
async function comparer(known: readonly string[], asked: readonly string[]) {
  const service = createNodeService();
  await service.start({ backend: "wasm" });
  const sentences = await service.read([...known, ...asked]);
  await service.dispose();
  if (!sentences) throw new Error("the model comes without a sentence encoder");
  const embeddings = sentences.map(({ embedding }) => embedding);
  const words = new WordIndex(known);
  const keys = embeddings.slice(0, known.length);
  const found = asked.map((text, i) => ({
    words: words.likeness(text),
    meanings: likeness(embeddings[known.length + i]!, keys),
  }));
  return (i: number, meaning: number) => blended(found[i]!.meanings, found[i]!.words, meaning);
}

interface Asked {
  readonly answer: string | null;
  readonly id: string;
  readonly like: number;
}

function nearest(likeness: Float64Array, questions: readonly { id: string }[]): Pick<Asked, "id" | "like"> {
  let best = 0;
  for (let i = 1; i < likeness.length; i++) if (likeness[i]! > likeness[best]!) best = i;
  return { id: questions[best]!.id, like: likeness[best]! };
}

function score(asked: readonly Asked[], threshold: number): { right: number; none: number } {
  const isRight = ({ answer, id, like }: Asked) => (like > threshold ? id : null) === answer;
  return {
    right: share(
      asked.filter(({ answer }) => answer !== null),
      isRight,
    ),
    none: share(
      asked.filter(({ answer }) => answer === null),
      isRight,
    ),
  };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / Math.max(1, all.length);
}
