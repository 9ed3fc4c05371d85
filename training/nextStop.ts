/**
 * How well the next stop is told from earlier tours, cross-validated by visitor within a set's train.jsonl.
 *
 *     node scripts/node.mjs training/nextStop.ts SET_FOLDER…
 *
 * Only tours of two stops are asked about: the cases of the bench are the steps of the longer ones, by which nothing may
 * be chosen.
 */

import { readJson, readRows } from "../bench/eval/sets.js";
import { type EarlierTour, FoldedNextStop } from "../src/headless/nextStopPredictor.js";
import type { Stop } from "../src/knowledge/nextStop/stops.js";

export function main(folders: string[]): Promise<number> {
  if (folders.length === 0) throw new RangeError("name one folder of a next-stop set at least");
  for (const folder of folders) process.stdout.write(`${folder}: ${figuresOf(folder)}\n`);
  return Promise.resolve(0);
}

function figuresOf(folder: string): string {
  const tours = readRows(folder, "train.jsonl") as unknown as EarlierTour[];
  const next = new FoldedNextStop(readJson(folder, "stops.json") as Stop[], tours);
  const asked = tours.filter(({ visited }) => visited.length === 2);
  const found = asked.map(({ visited: [from, to], fold }) => {
    const ranking = next.weights({ visited: [from], fold });
    const at = ranking.findIndex(({ stop }) => stop === to);
    return [at < 1, at < 3, Math.log(ranking[at]!.weight)].map(Number);
  });
  const column = (i: number) => meanAndError(found.map((figures) => figures[i]!));
  return `${asked.length} steps, hit@1 ${column(0)}, hit@3 ${column(1)}, log-likelihood ${column(2)}`;
}

function meanAndError(values: readonly number[]): string {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(3)} ± ${Math.sqrt(variance / values.length).toFixed(3)}`;
}
