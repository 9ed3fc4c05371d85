/** Words and their hashed n-grams: the twin of training/ngrams.py (a test compares both on fixtures). */
import { unleet, unmask } from "./unmask.js";

export const WORD_ROWS = 1 << 14;
export const GRAM_ROWS = 1 << 15;
export const TABLE_ROWS = WORD_ROWS + GRAM_ROWS;

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)?/gu;
const MARKS = /\p{M}/gu;
const utf8 = new TextEncoder();

/** FNV-1a, 32 bits, over UTF-8. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** NFKD without combining marks and disguises (unmask.ts), lower case. */
export function fold(text: string): string {
  return unmask(text.normalize("NFKD").replace(MARKS, "")).toLowerCase();
}

export function splitWords(text: string): string[] {
  return unleet(fold(text)).match(WORD) ?? [];
}

/** Row of the whole word, then of its 3- to 5-grams with boundary marks. */
export function wordRows(word: string): number[] {
  const marked = [...`<${word}>`];
  const rows = [fnv1a(marked.join("")) % WORD_ROWS];
  for (let n = 3; n <= 5; n++) {
    for (let i = 0; i + n <= marked.length; i++) {
      rows.push(WORD_ROWS + (fnv1a(marked.slice(i, i + n).join("")) % GRAM_ROWS));
    }
  }
  return rows;
}

/** Letters that two words share as runs, 0..1 (Dice of their bigrams): stands a typo, ignores meaning. */
export function spellingMatch(a: string, b: string): number {
  if (a === b) return 1;
  const first = bigrams(a);
  const second = bigrams(b);
  let shared = 0;
  for (const gram of first) if (second.has(gram)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** Bigrams of words seen: a scene's names come back with every decision. */
const known = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 20_000;

function bigrams(word: string): ReadonlySet<string> {
  let grams = known.get(word);
  if (!grams) {
    const marked = `<${word}>`;
    const fresh = new Set<string>();
    for (let i = 0; i + 2 <= marked.length; i++) fresh.add(marked.slice(i, i + 2));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, fresh);
    grams = fresh;
  }
  return grams;
}
