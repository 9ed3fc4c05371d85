/** The noun phrases of a line, and how well each fits each entity. Simple rules; what they mean is learned. */

import { isColourWord } from "../colour.js";
import type { EntityPercept } from "../percepts.js";
import { numberOf } from "../text/lexicon.js";
import { type Asked, askedOf } from "./asked.js";
import { type Call, findCalls } from "./calls.js";
import { type Naming, WEARERS, WORN, wordPairs } from "./dialogue.js";
import {
  ANYBODY,
  cardinalOf,
  FORMER,
  GENERIC,
  isNegation,
  isNominal,
  isOrdinal,
  LATTER,
  PRO_NOUN,
  WEARING,
} from "./nominal.js";

export interface Mention {
  /** First and last word. */
  readonly from: number;
  readonly to: number;
  /** Per entity: 1 for what fits best, 0 for what does not fit. */
  readonly fit: readonly number[];
  /** What fits about as well as the best. */
  readonly set: readonly number[];
  /** "two", "third"; 0 if not said. */
  readonly cardinal: number;
  readonly ordinal: number;
  readonly negated: boolean;
  /** Which end of these is asked for. */
  readonly asked: readonly Asked[];
}

/** One line as it touches the scene. */
export interface Line {
  readonly words: readonly string[];
  readonly calls: readonly Call[];
  /** Per word: the entities of which it says a pair of the description ("red hat"). */
  readonly wears: readonly ReadonlySet<number>[];
  readonly mentions: readonly Mention[];
}

/** What earlier lines left to speak of. */
export interface Before {
  /** Per entity: how much it is the topic. */
  readonly topics: readonly number[];
  /** What the newest line that mentions several things mentions first and last. */
  readonly former: readonly number[];
  readonly latter: readonly number[];
}

/** Links of one word with one entity, 0..1, as in WORD_LINKS: spelling, meaning, description, colour, shape. */
export type LinksOf = (word: number, entity: number) => readonly number[];

/** Of the best fit, what still counts as meant. */
const ALIKE = 0.6;
/** A word that no entity links stronger than this says nothing of which is meant. */
const SILENT = 0.4;

export function readLine(
  words: readonly string[],
  entities: readonly EntityPercept[],
  namings: readonly Naming[],
  links: LinksOf,
  before: Before,
): Line {
  const calls = findCalls(words, namings);
  const wears = wornWords(words, namings);
  const fits = words.map((_, w) => entities.map((_, e) => wordFit(w, e, links, calls, wears)));
  const mentions: Mention[] = [];
  for (const span of spansOf(words, wears)) {
    if (isOpener(words, span) || isBareClothes(words, span, wears)) continue;
    const base = baseOf(words, span, entities, mentions, before);
    const fit = fitOf(span, fits, entities, base);
    if (fit) mentions.push(mentionOf(words, span, fit, mentions.at(-1)));
  }
  const kept = mentions.filter((m) => !isVocative(words, m, mentions, entities));
  const asked = askedOf(words, kept);
  return { words, calls, wears, mentions: kept.map((mention, m) => ({ ...mention, asked: asked[m] })) };
}

/** "One more thing, …" is about no thing. */
function isOpener(words: readonly string[], { from, to }: Span): boolean {
  return words[from - 1] === "more" || words[to + 1] === "more";
}

/** "They swap hats" is about them. */
function isBareClothes(words: readonly string[], span: Span, wears: readonly ReadonlySet<number>[]): boolean {
  return span.words.every((w) => WORN.has(words[w]) && wears[w].size === 0);
}

const isPerson = ({ kind }: EntityPercept) => kind === "npc" || kind === "player";
/** Before or behind these a person is spoken of, not to. */
const OBJECT_OF = new Set(
  "to at about with near by of than the and for from ask between behind is are has was does left right".split(
    " ",
  ),
);

/** "Ada, what is the vase?", "what is the vase, Ada?" */
function isVocative(
  words: readonly string[],
  { from, to, set }: Mention,
  all: readonly Mention[],
  entities: readonly EntityPercept[],
): boolean {
  if (all.length < 2 || set.length !== 1 || !isPerson(entities[set[0]])) return false;
  if (from <= 1 && to < words.length - 1) return !OBJECT_OF.has(words[to + 1]);
  return to === words.length - 1 && !OBJECT_OF.has(words[from - 1]);
}

function wornWords(words: readonly string[], namings: readonly Naming[]): Set<number>[] {
  const worn = words.map(() => new Set<number>());
  for (const { pair, from, to } of wordPairs(words)) {
    if (to - from > 3) continue;
    namings.forEach((naming, e) => {
      if (naming.pairs.has(pair)) for (const w of [from, to]) worn[w].add(e);
    });
  }
  return worn;
}

function wordFit(
  w: number,
  e: number,
  links: LinksOf,
  calls: readonly Call[],
  wears: readonly ReadonlySet<number>[],
): number {
  if (wears[w].size > 0) return wears[w].has(e) ? 1 : 0;
  const called = calls.filter((call) => call.from <= w && call.to >= w);
  if (called.length > 0) return Math.max(0, ...called.map((c) => (c.entity === e ? c.strength : 0)));
  const [spelling, , description, colour, shape] = links(w, e);
  return Math.max(spelling, 0.7 * description, colour, shape);
}

interface Span {
  from: number;
  to: number;
  /** Its words, without what joins a person to its clothes. */
  words: number[];
}

function spansOf(words: readonly string[], wears: readonly ReadonlySet<number>[]): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  words.forEach((word, w) => {
    if (!isNominal(word) && wears[w].size === 0) {
      open = null;
      return;
    }
    const before = spans.at(-1);
    if (open) {
      open.words.push(w);
      open.to = w;
    } else if (before && isWorn(words, before.to, w, wears)) {
      before.words.push(w);
      before.to = w;
      open = before;
    } else {
      open = { from: w, to: w, words: [w] };
      spans.push(open);
    }
  });
  return spans;
}

/** Does the phrase after the gap tell what the one before it wears? "the man | in the | red hat" */
function isWorn(
  words: readonly string[],
  before: number,
  w: number,
  wears: readonly ReadonlySet<number>[],
): boolean {
  const gap = words.slice(before + 1, w);
  if (!gap.every((word) => WEARING.has(word))) return false;
  if (wears[w].size > 0 || WORN.has(words[w])) return true;
  return isColourWord(words[w]) && gap.includes("in") && !wears[before]?.size;
}

/** Whom a phrase without a name can mean: null if it has one. */
function baseOf(
  words: readonly string[],
  span: Span,
  entities: readonly EntityPercept[],
  earlier: readonly Mention[],
  { topics, former, latter }: Before,
): ((entity: number) => boolean) | null {
  const heads = span.words.map((w) => words[w]);
  if (heads.includes(LATTER) && latter.length > 0) return (e) => latter.includes(e);
  if (heads.includes(FORMER) && former.length > 0) return (e) => former.includes(e);
  if (heads.some((word) => ANYBODY.has(word))) return (e) => isPerson(entities[e]);
  if (heads.some((word) => WEARERS.has(word) && !PRO_NOUN.has(word)) && entities.some(isPerson))
    return (e) => isPerson(entities[e]);
  const thing = (e: number) => !isPerson(entities[e]) && entities[e].kind !== "room";
  if (heads.some((word) => GENERIC.has(word))) return thing;
  if (!PRO_NOUN.has(heads[heads.length - 1])) return null;
  const like = earlier[0]?.set[0] ?? best(topics);
  if (like === undefined) return () => true;
  return (e) => entities[e].label === entities[like].label;
}

function best(values: readonly number[]): number | undefined {
  const top = Math.max(0, ...values);
  return top > 0 ? values.indexOf(top) : undefined;
}

/** The product of its telling words' fits, as a share of the best; null for a phrase that says nothing here. */
function fitOf(
  span: Span,
  fits: readonly (readonly number[])[],
  entities: readonly EntityPercept[],
  base: ((entity: number) => boolean) | null,
): number[] | null {
  const telling = span.words.filter((w) => Math.max(0, ...fits[w]) > SILENT);
  if (telling.length === 0 && !base) return null;
  const raw = entities.map((_, e) =>
    telling.reduce((product, w) => product * (0.1 + 0.9 * fits[w][e]), !base || base(e) ? 1 : 0.05),
  );
  const top = Math.max(0, ...raw);
  return top > 0.02 ? raw.map((value) => value / top) : null;
}

function mentionOf(
  words: readonly string[],
  span: Span,
  fit: readonly number[],
  previous: Mention | undefined,
): Mention {
  const said = span.words.map((w) => words[w]);
  const before = words.slice(Math.max((previous?.to ?? -1) + 1, span.from - 4), span.from);
  return {
    from: span.from,
    to: span.to,
    fit,
    set: fit.flatMap((value, e) => (value >= ALIKE ? [e] : [])),
    cardinal: Math.max(0, ...said.map(cardinalOf)),
    ordinal: Math.max(0, ...said.filter(isOrdinal).map(numberOf)),
    // "Not the drum but the vase": what follows the "but" is meant.
    negated: before.some((word) => isNegation(word) && !(word === "but" && previous?.negated)),
    asked: [],
  };
}
