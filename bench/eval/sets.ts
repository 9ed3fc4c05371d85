/** Folders of the bench's format, and which cases of them are asked for. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Line } from "../../src/headless/predictors.js";
import type { Json } from "./tasks/task.js";

export interface BenchSet {
  readonly name: string;
  readonly task: string;
  readonly folder: string;
  readonly licence: string;
  /** "train+measure", "measure-only" */
  readonly use: string;
  readonly cases: readonly Line[];
  /** What people did, in the order of `cases`. */
  readonly gold: readonly Json[];
  /** Cases of the whole set. */
  readonly size: number;
}

/** Names of the sets in a bench folder; none if it is not there. */
export function setNames(bench: string): string[] {
  const folder = join(bench, "sets");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "set.json")))
    .sort();
}

/**
 * @param limit at most so many cases, evenly spread: kinds often follow one another
 * @throws Error naming the file that can't be read
 */
export function loadSet(folder: string, limit = Number.POSITIVE_INFINITY): BenchSet {
  const about = readJson(folder, "set.json") as Json;
  const gold = new Map(readRows(folder, "expected.jsonl").map((row) => [row.id, row]));
  const all = readRows(folder, "cases.jsonl").filter(({ id }) => gold.has(id)) as unknown as Line[];
  const count = Math.min(limit, all.length);
  const cases = Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
  return {
    name: String(about.set),
    task: String(about.task),
    folder,
    licence: String(about.licence ?? "none stated"),
    use: String(about.use ?? "measure-only"),
    cases,
    gold: cases.map(({ id }) => gold.get(id)!),
    size: all.length,
  };
}

export function readJson(folder: string, file: string): unknown {
  return read(folder, file, JSON.parse);
}

export function readRows(folder: string, file: string): Json[] {
  return read(folder, file, (text) =>
    text
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as Json),
  );
}

function read<T>(folder: string, file: string, parse: (text: string) => T): T {
  const path = join(folder, file);
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
