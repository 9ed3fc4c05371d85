import { colourWords } from "../colour.js";
import type { KnownWords } from "./knownWords.js";
import { lexiconWords } from "./lexicon.js";
import { fold } from "./ngrams.js";
import { LEET, unleet } from "./unmask.js";

const WORD = /(?<![\p{L}\p{N}'’])\p{L}{3,24}(?![\p{L}\p{N}'’])/gu;
/** A word with signs for letters at its ends; in its midst unleet() knows them. */
const EDGED =
  /(?<![\p{L}\p{N}@$])(?=[013457@$]*\p{L})(?=\p{L}*[013457@$])[\p{L}013457@$]{2,24}(?![\p{L}\p{N}@$])/gu;
const ORDINAL = /^\d+(?:st|nd|rd|th|s)$/;
/** From so many letters on a word may have two slips. */
const LONG = 8;

/**
 * Puts slips of the finger right where a line's word is none that is known, and exactly one word is the nearest to
 * it: of the words that stand for grammar, place, number and colour, and of those that the scene's things are called
 * and described by. A known word is never touched: "bed" may be meant.
 */
export class Spelling {
  private readonly grammar = new Set(lexiconWords());
  private readonly common = [...new Set([...lexiconWords(), ...colourWords()])].filter(isLongEnough);
  private readonly commonSet = new Set(this.common);

  constructor(private readonly known: KnownWords) {}

  /**
   * The line as it was meant, folded; the same line if nothing is to be put right.
   * @param called words of the scene, folded; read only if some word of the line is unknown
   */
  mend(line: string, called: () => Iterable<string>): string {
    const folded = fold(line);
    let read: Set<string> | null = null;
    const scene = () => {
      read ??= new Set([...called()].filter(isLongEnough));
      return read;
    };
    const plain = unleet(folded).replace(EDGED, (word) => this.undisguised(word, scene));
    const mended = plain.replace(WORD, (word) => {
      if (this.isKnown(word) || scene().has(word)) return word;
      return this.nearest(word, scene()) ?? word;
    });
    return mended === folded ? line : mended;
  }

  /** With letters for its signs, if that is a word and what is written is none: "7h3", but neither "4th" nor "m3". */
  private undisguised(word: string, scene: () => ReadonlySet<string>): string {
    if (ORDINAL.test(word) || scene().has(word)) return word;
    const letters = word.replace(/[013457@$]/g, (sign) => LEET[sign]!);
    const isWord = isLongEnough(letters)
      ? this.isWord(letters) || scene().has(letters)
      : this.grammar.has(letters) && /^\P{L}|0$/u.test(word);
    return isWord ? letters : word;
  }

  /** Of a known word also the genitive that lacks its sign: "the mans hat". */
  private isKnown(word: string): boolean {
    return this.isWord(word) || (word.endsWith("s") && this.isWord(word.slice(0, -1)));
  }

  private isWord(word: string): boolean {
    return this.commonSet.has(word) || this.known.has(word);
  }

  /** Null: none is near, or several are as near. */
  private nearest(word: string, scene: ReadonlySet<string>): string | null {
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    let isTied = false;
    const weigh = (candidate: string, distance: number) => {
      if (distance > least || candidate === best) return;
      isTied = distance === least;
      least = distance;
      best = candidate;
    };
    for (const candidate of this.common) weigh(candidate, cost(word, candidate));
    // What is here is likelier meant than what is anywhere.
    for (const candidate of scene) weigh(candidate, cost(word, candidate) - 0.25);
    return isTied || !Number.isFinite(least) ? null : best;
  }
}

function isLongEnough(word: string): boolean {
  return word.length >= 3;
}

/** Slips from one word to the other; first letters are seldom wrong. Infinite: too many, or another number of things. */
function cost(word: string, meant: string): number {
  if (meant.includes("'")) return meant.replaceAll("'", "") === word ? 0 : Number.POSITIVE_INFINITY;
  if (word === `${meant}s` || meant === `${word}s`) return Number.POSITIVE_INFINITY;
  const most = Math.min(word.length, meant.length) >= LONG ? 2 : 1;
  if (Math.abs(word.length - meant.length) > most) return Number.POSITIVE_INFINITY;
  const slips = slipsBetween(word, meant, most);
  if (slips > most) return Number.POSITIVE_INFINITY;
  return slips + (word[0] === meant[0] ? 0 : 0.5) - (lettersOf(word) === lettersOf(meant) ? SWAP : 0);
}

/** The fingers' commonest slip is the right letters in the wrong order: "teh" is "the" even where a Teo is near. */
const SWAP = 0.3;

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
