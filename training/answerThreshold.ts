/**
 * Where `Answers` should say "none of them": the likeness that gives the best mean of accuracy and null recall on the
 * validation part of a set's training data. Its test cases are not read.
 *   node scripts/node.mjs training/answerThreshold.ts SET_FOLDER
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Answers, type KnownAnswer } from "../src/knowledge/answers.js";

interface Line {
  readonly text: string;
  readonly answer: string | null;
  readonly part: string;
}

export function main([folder]: string[]): number {
  if (!folder) throw new RangeError("name the folder of a bench set of the task answer");
  const known = JSON.parse(readFileSync(join(folder, "knowledge.json"), "utf8")) as KnownAnswer[];
  const lines = readFileSync(join(folder, "train.jsonl"), "utf8").trim().split("\n");
  const val = lines.map((line) => JSON.parse(line) as Line).filter(({ part }) => part === "val");
  // The threshold only cuts: with it at 0, the odds against "none" give each likeness back.
  const answers = new Answers(known, { threshold: 0, sharpness: SHARPNESS });
  const asked = val.map(({ text, answer }) => ({ answer, ...best(answers, text) }));
  const found = THRESHOLDS.map((threshold) => ({ threshold, ...score(asked, threshold) }));
  for (const { threshold, right, none } of found) {
    process.stdout.write(
      `${threshold.toFixed(2)} accuracy ${right.toFixed(3)} null recall ${none.toFixed(3)}\n`,
    );
  }
  const chosen = found.reduce((a, b) => (b.right + b.none > a.right + a.none ? b : a));
  process.stdout.write(`best ${chosen.threshold.toFixed(2)}\n`);
  return 0;
}

const SHARPNESS = 10;
const THRESHOLDS = Array.from({ length: 26 }, (_, i) => 0.2 + 0.02 * i);

interface Asked {
  readonly answer: string | null;
  readonly id: string | null;
  readonly likeness: number;
}

function best(answers: Answers, text: string): Pick<Asked, "id" | "likeness"> {
  const { weights, none } = answers.ask(text);
  const [first] = weights;
  return first
    ? { id: first[0], likeness: Math.log(first[1] / none) / SHARPNESS }
    : { id: null, likeness: 0 };
}

function score(asked: readonly Asked[], threshold: number): { right: number; none: number } {
  const share = (part: readonly Asked[]) =>
    part.filter(({ answer, id, likeness }) => (likeness > threshold ? id : null) === answer).length /
    part.length;
  return {
    right: share(asked.filter(({ answer }) => answer !== null)),
    none: share(asked.filter(({ answer }) => answer === null)),
  };
}
