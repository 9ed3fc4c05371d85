/** The project's own held-out episodes, written as a set of the bench's format. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateEpisodes } from "../../training/episodes/generate.js";

export const OWN_SET = "own-episodes";
/** None of the seeds that training drew from; nouns, names and most phrasings are those of the split anyway. */
const SEED = 707;

/** @returns the set's folder. The same count gives the same files. */
export function writeOwnEpisodes(out: string, count: number): string {
  const folder = join(out, `${OWN_SET}-${count}`);
  mkdirSync(folder, { recursive: true });
  const episodes = [...generateEpisodes({ seed: SEED, count, split: "test" })];
  const about = {
    set: OWN_SET,
    task: "focus",
    licence: "Apache-2.0",
    use: "measure-only",
    source: "training/episodes",
  };
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  writeFileSync(join(folder, "set.json"), JSON.stringify(about));
  writeFileSync(join(folder, "cases.jsonl"), lines(episodes.map((episode) => episode.case)));
  writeFileSync(
    join(folder, "expected.jsonl"),
    lines(episodes.map(({ case: { id }, expected }) => ({ id, ...expected }))),
  );
  return folder;
}
