import { colourWords } from "../colour.js";
import type { KnownWords } from "./knownWords.js";
import { lexiconWords } from "./lexicon.js";
import { fold } from "./ngrams.js";
import { cost, slipsOf, spacesBack, swapsOf } from "./slips.js";
import { LEET, unleet } from "./unmask.js";

const WORD = /(?<![\p{L}\p{N}'’])\p{L}{3,24}(?![\p{L}\p{N}'’])/gu;
/** A word with signs for letters at its ends; in its midst unleet() knows them. */
const EDGED =
  /(?<![\p{L}\p{N}@$])(?=[013457@$]*\p{L})(?=\p{L}*[013457@$])[\p{L}013457@$]{2,24}(?![\p{L}\p{N}@$])/gu;
const ORDINAL = /^\d+(?:st|nd|rd|th|s)$/;
/** Of words that are as near, the one that people say most: those of the lexicon that nlp-corpus has most, in order. */
const COMMONEST =
  "the and that for with you this was from not are his who but one have your her all they which she used out can when into has had like its their will any about more some were make small what other just people two than made him there first get would over only person them large our very between long now know well down these back where through someone off white also right most could then said".split(
    " ",
  );
/** What the commonest gains on one that is none of these, in slips. */
const COMMON = 0.05;

/** From so many letters on a word has few neighbours: the only one that is a word is meant. */
const TELLING = 5;

/**
 * Puts slips of the finger right. A line's word that is none that is known becomes the nearest of the words that stand for
 * grammar, place, number and colour and of those that the scene's things are called and described by; where none of these
 * is near, the one known word that it is a slip of. Never one of several that are as near. A known word is not touched:
 * "bed" may be meant.
 */
export class Spelling {
  private readonly grammar = new Set(lexiconWords());
  private readonly common = [...new Set([...lexiconWords(), ...colourWords()])].filter(isLongEnough);
  private readonly commonSet = new Set(this.common);
  /** 1 for the commonest, falling to 0. */
  private readonly ranks = new Map(COMMONEST.map((word, i) => [word, 1 - i / COMMONEST.length]));

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
    const isHere = (word: string) => this.isKnown(word) || scene().has(word);
    const spaced = spacesBack(plain, (word) => (isLongEnough(word) ? isHere(word) : this.grammar.has(word)));
    const mended = spaced.replace(WORD, (word) =>
      isHere(word) ? word : (this.nearest(word, scene()) ?? this.anyNear(word) ?? word),
    );
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
    for (const candidate of this.common) weigh(candidate, cost(word, candidate) - this.commonness(candidate));
    // What is here is likelier meant than what is anywhere.
    for (const candidate of scene) weigh(candidate, cost(word, candidate) - 0.25);
    return isTied || !Number.isFinite(least) ? null : best;
  }

  private commonness(word: string): number {
    return COMMON * (this.ranks.get(word) ?? 0);
  }

  /** The one known word with two of its letters swapped, or else, if it is long, with any other slip. */
  private anyNear(word: string): string | null {
    const swapped = swapsOf(word).filter((one) => this.isWord(one));
    if (swapped.length > 0 || word.length < TELLING) return swapped.length === 1 ? swapped[0]! : null;
    const slipped = [...slipsOf(word)].filter((one) => isLongEnough(one) && this.isWord(one));
    return slipped.length === 1 ? slipped[0]! : null;
  }
}

function isLongEnough(word: string): boolean {
  return word.length >= 3;
}
