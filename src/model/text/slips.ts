/** What fingers slip to: letters left out, put in, exchanged or swapped, and spaces a letter too early or too late. */

/** From so many letters on a word may have two slips. */
const LONG = 8;

/**
 * What a slip costs that leaves a letter out, the commonest of all (Pollock and Zamora 1983), or swaps two, where any other
 * costs 1: there are a few of these to a word, of letters put in or exchanged hundreds.
 */
const LIKELY = 0.7;
/** First letters are less often wrong, unless they are swapped. */
const FIRST = 0.5;

/** From one word to the other. Infinite: too many slips, or another number of things. */
export function cost(word: string, meant: string): number {
  if (meant.includes("'")) return meant.replaceAll("'", "") === word ? 0 : Number.POSITIVE_INFINITY;
  if (word === `${meant}s` || meant === `${word}s`) return Number.POSITIVE_INFINITY;
  const most = Math.min(word.length, meant.length) >= LONG ? 2 : 1;
  if (Math.abs(word.length - meant.length) > most) return Number.POSITIVE_INFINITY;
  const slips = slipsBetween(word, meant, most);
  if (slips > most) return Number.POSITIVE_INFINITY;
  if (lettersOf(word) === lettersOf(meant)) return slips - 1 + LIKELY;
  const first = word[0] === meant[0] ? 0 : FIRST;
  return slips * (word.length + slips === meant.length ? LIKELY : 1) + first;
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}

/** Letters left out, put in, exchanged for another or with their neighbour (Damerau's distance, each letter once). */
export function slipsBetween(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** What the word is if two neighbouring letters of it were swapped. */
export function swapsOf(word: string): string[] {
  const swaps: string[] = [];
  for (let i = 0; i + 1 < word.length; i++)
    if (word[i] !== word[i + 1]) swaps.push(word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2));
  return swaps;
}

/** What the word is with one letter less, more, or another; not another number of things. */
export function slipsOf(word: string): Set<string> {
  const slips = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    slips.add(before + after.slice(1));
    for (const letter of LETTERS) slips.add(before + letter + after).add(before + letter + after.slice(1));
  }
  for (const same of [word, `${word}s`, word.replace(/s$/, "")]) slips.delete(same);
  return slips;
}

const LAST_OF = /^([^\p{L}\p{N}'’]*)(\p{L}+)$/u;
const FIRST_OF = /^(\p{L}+)(?![\p{N}'’])(.*)$/u;

/**
 * The line with each space back in its place that slipped by one letter and so left two words that are none: "th epurple"
 * is "the purple".
 */
export function spacesBack(line: string, isWord: (word: string) => boolean): string {
  const words = line.split(" ");
  for (let i = 0; i + 1 < words.length; i++) {
    const [, before, left] = LAST_OF.exec(words[i]!) ?? [];
    const [, right, after] = FIRST_OF.exec(words[i + 1]!) ?? [];
    if (!left || !right || isWord(left) || isWord(right)) continue;
    const moved = [
      [left + right[0]!, right.slice(1)],
      [left.slice(0, -1), left.at(-1)! + right],
    ].filter((pair) => pair.every(isWord));
    if (moved.length === 1) [words[i], words[i + 1]] = [before! + moved[0]![0]!, moved[0]![1]! + after!];
  }
  return words.join(" ");
}
