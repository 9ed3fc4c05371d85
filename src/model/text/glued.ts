/**
 * Takes words apart that are written as one ("ihatethis"): into known words, the likeliest by how common they are.
 * What would come apart into rare or very short ones stays whole. The twin of training/text/glued.py (a test compares both
 * on fixtures).
 */

const LETTERS = /^[a-z]{6,60}$/;
const LONGEST_PART = 14;
/** A part of fewer letters must be among the commonest words. */
const SHORT = 3;
const COMMON = 120;
/** Of a part on average: its cost (a logarithm of its place among words) and its letters. */
const DEAREST = 8;
const SHORTEST = 3;
/** Known as words, too, but rather what another word ends in. */
const ENDINGS = new Set(
  "able age ally est ful ing ings ion ions ish ism ist ists ity ive less ly man men ment ness ous ted ter ters tion ure".split(
    " ",
  ),
);

/** `rank` is the place of a word among the known ones, the commonest first, from 1; 0: not known. */
export function apart(token: string, rank: (part: string) => number): string[] {
  if (!LETTERS.test(token)) return [token];
  const least = new Float64Array(token.length + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Uint8Array(token.length + 1);
  least[0] = 0;
  for (let end = 1; end <= token.length; end++) {
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
      if (least[start] === Number.POSITIVE_INFINITY) continue;
      const cost = least[start]! + dear(token.slice(start, end), rank);
      if (cost >= least[end]!) continue;
      least[end] = cost;
      before[end] = start;
    }
  }
  const parts: string[] = [];
  if (least[token.length] === Number.POSITIVE_INFINITY) return [token];
  for (let end = token.length; end > 0; end = before[end]!) parts.unshift(token.slice(before[end], end));
  const isSure = least[token.length]! <= DEAREST * parts.length && token.length >= SHORTEST * parts.length;
  return isSure ? parts : [token];
}

function dear(part: string, rank: (part: string) => number): number {
  const place = ENDINGS.has(part) ? 0 : rank(part);
  const isWord = place > 0 && (part.length >= SHORT || place <= COMMON);
  return isWord ? Math.log(place + 20) : Number.POSITIVE_INFINITY;
}
