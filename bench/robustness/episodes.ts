/** Held-out episodes as the senses deliver them; rendered ones are kept in a file, for rendering takes minutes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type CaseObserver, NullObserver } from "../../src/headless/caseObserver.js";
import { FrameObserver } from "../../src/headless/frameObserver.js";
import { type PackedPercepts, packPercepts, unpackPercepts } from "../../src/headless/packPercepts.js";
import type { Percepts } from "../../src/model/percepts.js";
import { generateEpisodes } from "../../training/episodes/generate.js";
import type { Episode, Expected } from "../../training/episodes/types.js";

export interface Observed {
  readonly percepts: Percepts;
  readonly expected: Expected;
}

const SEED = 2606;
const FRAME_SEED = 2607;
/** Where the thing meant is told by how it looks. */
const FRAME_KINDS = ["colour", "twoColours", "shape", "blocks", "dots", "row", "clothes"];

/** On NullEngine: everything as stated. */
export async function heldOut(count: number, only?: readonly string[]): Promise<Observed[]> {
  const observer = new NullObserver(false);
  const episodes = [...generateEpisodes({ seed: SEED, count, split: "test", ...(only ? { only } : {}) })];
  return observeAll(episodes, observer);
}

/** Rendered in Chromium, names withheld, colours and shapes from pixels alone. @param cache JSONL, made if it is missing */
export async function heldOutFrames(count: number, cache: string): Promise<Observed[]> {
  const kept = existsSync(cache) ? readCache(cache) : [];
  if (kept.length >= count) return kept.slice(0, count);
  const episodes = [...generateEpisodes({ seed: FRAME_SEED, count, split: "test", only: FRAME_KINDS })];
  const observed = await observeAll(episodes, await FrameObserver.start(true));
  mkdirSync(dirname(cache), { recursive: true });
  const lines = observed.map(({ percepts, expected }) =>
    JSON.stringify({ percepts: packPercepts(percepts), expected }),
  );
  writeFileSync(cache, `${lines.join("\n")}\n`);
  return observed;
}

function readCache(file: string): Observed[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line)
    .map((line) => {
      const { percepts, expected } = JSON.parse(line) as { percepts: PackedPercepts; expected: Expected };
      return { percepts: unpackPercepts(percepts), expected };
    });
}

async function observeAll(episodes: readonly Episode[], observer: CaseObserver): Promise<Observed[]> {
  try {
    const all: Observed[] = [];
    for (let at = 0; at < episodes.length; at += observer.batch) {
      const batch = episodes.slice(at, at + observer.batch);
      const seen = await observer.observe(batch.map((episode) => episode.case));
      seen.forEach((one, i) => {
        if ("error" in one) throw new Error(`an episode can't be observed: ${one.error}`);
        all.push({ percepts: one.percepts, expected: batch[i].expected });
      });
    }
    return all;
  } finally {
    await observer.dispose();
  }
}
