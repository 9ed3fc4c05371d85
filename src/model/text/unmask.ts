/**
 * Takes a disguise off letters: look-alikes of other scripts, and words that are s p a c e d out. Plain text of any
 * language stays as it is. The twin of training/unmask.py (a test compares both on fixtures).
 */

const WORD = /[\p{L}\p{N}]+/gu;
/** After NFKD, so without the marked letters. Ranges and not scripts: Python has no names for these. */
const LATIN = /[A-Za-z\u00df-\u024f]/gu;
const DISGUISING = /[\u0370-\u058f]/gu;
const SCRIPTS = [/[A-Za-z\u00df-\u024f]/u, /[\u0370-\u03ff]/u, /[\u0400-\u052f]/u, /[\u0530-\u058f]/u];
/** Four single letters or more with the same one sign between each two. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}([ .\-_*])\p{L}(?:\1\p{L}){2,}(?![\p{L}\p{N}])/gu;
const LONGEST_SPACED = 20;
/** A word with a sign for a letter in its midst; ordinals, sizes and numbered names have theirs at an end. */
const LEET_WORD = /[\p{L}\p{N}@$]*\p{L}[013457@$]+\p{L}[\p{L}\p{N}@$]*/gu;
/** Signs that stand for letters. */
export const LEET: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
};

/** Letters that can't be told from Latin ones, by how they look in common typefaces; capitals apart. */
const TWINS = looks([
  ["асԁеһіјӏорԛѕԝху", "acdehijlopqswxy"],
  ["АВСԀЕНІЈКМОРԚЅТԜХУ", "abcdehijkmopqstwxy"],
  ["ονα", "ova"],
  ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"],
  ["հոօս", "hnou"],
]);
/** And those that only stand for one among Latin letters. */
const LOOKS = new Map([
  ...TWINS,
  ...looks([
    ["кмгптиѵьЬв", "kmrntuvbbb"],
    ["βςεηικρτυχωγ", "bcenikptuxwy"],
    ["ցզ", "gq"],
  ]),
]);

function looks(rows: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map(
    rows.flatMap(([theirs, ours]) => [...theirs].map((letter, i) => [letter, ours[i]] as const)),
  );
}

/** `text` after NFKD, still with its capitals. */
export function unmask(text: string): string {
  return joinSpaced(latinised(text));
}

/** Leetspeak in words of letters. Not part of unmask: a sentence's tokens are looked up as they are first. */
export function unleet(text: string): string {
  return text.replace(LEET_WORD, (word) => word.replace(/[013457@$]/g, (sign) => LEET[sign]));
}

/**
 * In a word that mixes Latin letters and look-alikes the latter become what they look like. So it does in a word of twins
 * alone where most letters of the line are Latin, and in one of look-alikes alone where most such words mix scripts.
 * Russian, Greek and Armenian words stay.
 */
function latinised(text: string): string {
  const strange = (text.match(WORD) ?? []).filter((word) => count(word, DISGUISING) > 0);
  if (strange.length === 0) return text;
  const isMostlyLatin = count(text, LATIN) > count(text, DISGUISING);
  const isDisguised = 2 * strange.filter(mixesScripts).length > strange.length;
  return text.replace(WORD, (word) => {
    if (count(word, DISGUISING) === 0) return word;
    const letters = [...word];
    const isMasked =
      (mixesScripts(word) &&
        letters.every((letter) => LOOKS.has(letter) || count(letter, DISGUISING) === 0)) ||
      (isMostlyLatin && letters.every((letter) => TWINS.has(letter))) ||
      (isDisguised && letters.every((letter) => LOOKS.has(letter)));
    return isMasked ? letters.map((letter) => LOOKS.get(letter) ?? letter).join("") : word;
  });
}

function mixesScripts(word: string): boolean {
  return SCRIPTS.filter((script) => script.test(word)).length > 1;
}

function joinSpaced(text: string): string {
  return text.replace(SPACED, (run, sign: string) => {
    const word = run.replaceAll(sign, "");
    const letters = [...word];
    // A row of one letter, or of a page of them, is no word.
    return letters.length <= LONGEST_SPACED && letters.some((letter) => letter !== letters[0]) ? word : run;
  });
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
