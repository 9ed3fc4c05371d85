/** How near the last line as a whole comes in meaning to what is told of each entity: "the thing for soup". */
import { isColourWord } from "../colour.js";
import { lexiconRow } from "../text/lexicon.js";
import type { WordTable } from "../text/wordTable.js";
import type { Naming } from "./dialogue.js";
import type { Line } from "./mentions.js";
import { softmax } from "./viewFrame.js";

/** Sharpness of the shares. */
const SHARP = 12;

/** Per entity. Each content word counts by its best likeness to a word of the entity, above what others reach. */
export function aboutFeatures(
  line: Line | null,
  namings: readonly Naming[],
  table: WordTable,
): Record<string, number>[] {
  const content = line?.words.filter((word) => lexiconRow(word) === 0 && !isColourWord(word)) ?? [];
  if (content.length === 0 || namings.length === 0) return namings.map(() => ({}));
  const told = namings.map(({ names, description }) => [...new Set([...names.flat(), ...description])]);
  const sums = namings.map(() => 0);
  for (const word of content) {
    const best = told.map((words) => Math.max(0, ...words.map((other) => table.similarity(word, other))));
    const mean = best.reduce((a, b) => a + b, 0) / best.length;
    best.forEach((value, e) => {
      sums[e] += value - mean;
    });
  }
  const about = sums.map((sum) => sum / Math.sqrt(content.length));
  const shares = softmax(about.map((value) => value * SHARP));
  return namings.map((_, e) => ({ about: about[e], aboutShare: shares[e] }));
}
