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
  const found = THRESHOLDS.map((threshold) => ({
    threshold,
    ...score(new Answers(known, { threshold }), val),
  }));
  for (const { threshold, right, none } of found) {
    process.stdout.write(
      `${threshold.toFixed(2)} accuracy ${right.toFixed(3)} null recall ${none.toFixed(3)}\n`,
    );
  }
  const best = found.reduce((a, b) => (b.right + b.none > a.right + a.none ? b : a));
  process.stdout.write(`best ${best.threshold.toFixed(2)}\n`);
  return 0;
}

const THRESHOLDS = Array.from({ length: 14 }, (_, i) => 0.2 + 0.04 * i);

function score(answers: Answers, lines: readonly Line[]): { right: number; none: number } {
  const share = (part: readonly Line[]) =>
    part.filter(({ text, answer }) => (answers.ask(text).answer?.id ?? null) === answer).length / part.length;
  return {
    right: share(lines.filter(({ answer }) => answer !== null)),
    none: share(lines.filter(({ answer }) => answer === null)),
  };
}
