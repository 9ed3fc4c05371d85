/** Lines as fingers and pranksters leave them: a letter or two anywhere, signs for letters. What is meant stays. */
import type { Random } from "./random.js";
import type { Episode } from "./types.js";

/** Share of the episodes whose newest line has slips, and whose newest line is in leetspeak. */
const SLIPS = 0.12;
const DISGUISED = 0.03;
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  a: ["4", "@"],
  e: ["3"],
  i: ["1"],
  o: ["0"],
  s: ["5", "$"],
  t: ["7"],
};
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];

/** The same episode, its newest line spoiled now and then. `random` is of its own: scenes stay as they were drawn. */
export function spoil(random: Random, episode: Episode): Episode {
  const line = episode.case.chat?.at(-1);
  if (!line) return episode;
  const fate = random.next();
  if (fate < SLIPS) line.text = slip(random, line.text, random.integer(1, 3));
  else if (fate < SLIPS + DISGUISED) line.text = disguise(random, line.text, random.pick([0.3, 0.6, 1]));
  return episode;
}

function slip(random: Random, text: string, count: number): string {
  const letters = [...text];
  for (let i = 0; i < count; i++) {
    const places = letters.flatMap((sign, at) => (/\p{L}/u.test(sign) ? [at] : []));
    if (places.length < 4) break;
    const at = random.pick(places);
    const other = random.pick(ALPHABET);
    const kind = random.integer(0, 3);
    if (kind === 0) letters.splice(at, 1);
    else if (kind === 1) letters.splice(at, 0, other);
    else if (kind === 2) letters[at] = other;
    else letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
  }
  return letters.join("");
}

function disguise(random: Random, text: string, share: number): string {
  return [...text]
    .map((letter) => {
      const signs = SIGNS[letter.toLowerCase()];
      return signs && random.chance(share) ? random.pick(signs) : letter;
    })
    .join("");
}
