import { Memo } from "../model/text/memo.js";
import { contentWords, stem, wordsOf } from "./words.js";

/** What a text may be about. */
export interface Mentionable {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly description: string;
}

/** The only one that a text calls by its whole label or one of its names; null if none or several. */
export function calledByName<T extends Mentionable>(text: string, things: readonly T[]): T | null {
  const padded = paddedWords(text);
  let best: { thing: T; length: number } | null = null;
  let tied = false;
  for (const thing of things) {
    const length = lengthCalled(thing, padded);
    if (length === 0 || (best && length < best.length)) continue;
    tied = best?.length === length;
    best = { thing, length };
  }
  return tied ? null : (best?.thing ?? null);
}

/** Does a text call a thing by its whole label or one of its names? */
export function isCalled(text: string, thing: Mentionable): boolean {
  return lengthCalled(thing, paddedWords(text)) > 0;
}

/** Words for any thing: "one behind the other" in a description is not what "the other one" means. */
const ANY = new Set("one ones other others another thing things next".split(" "));

/** Those that share most of a text's words, in label, names or description; empty if none does. */
export function sharesWords<T extends Mentionable>(text: string, things: readonly T[]): T[] {
  const asked = new Set(
    contentWords(text)
      .filter((word) => !ANY.has(word))
      .map(stem),
  );
  const scores = things.map((thing) => {
    const called = new Set([thing.label, ...thing.names].flatMap(contentWords).map(stem));
    const described = new Set(contentWords(thing.description).map(stem));
    let score = 0;
    for (const word of asked) score += called.has(word) ? 1 : described.has(word) ? 0.4 : 0;
    return score;
  });
  const best = Math.max(0, ...scores);
  return best >= 0.8 ? things.filter((_, i) => scores[i] === best) : [];
}

/** "that vase", "the vase over there". */
export function pointsToOne(text: string): boolean {
  return /\b(?:this|that|these|those|here|there)\b/iu.test(text);
}

/** "what is that?", "what is over there?": not "that woman", "the oldest here". */
export function pointsAtSomething(text: string): boolean {
  return (
    saysIt(text) || /\b(?:is|are|whats) (?:(?:over|up|down|in|right|back) )*(?:here|there)\W*$/iu.test(text)
  );
}

/** "it"; "this", "that one": not "that vase", "is it so that …", nor the one "next to it". */
const PRONOUN =
  /(?<!\b(?:to|beside|behind|near|above|below|under|opposite|before|after|by|of) )\b(?:it|them|(?:this|that|these|those)(?: (?:one|ones|thing|things))?(?=\s*(?:$|[?!.,;]|is\b|was\b|are\b|were\b|made\b|called\b|from\b|for\b|of\b|here\b|there\b)))(?!['’])\b/iu;

/** Does a pronoun in it stand for a thing? */
export function saysIt(text: string): boolean {
  return PRONOUN.test(text);
}

/** "How old is it?" with the name in place of the pronoun; null where no pronoun stands for a thing. */
export function spelledOut(text: string, name: string): string | null {
  return saysIt(text) ? text.replace(PRONOUN, () => `the ${name}`) : null;
}

/** "Ada, …" and "…, Ada". */
const VOCATIVE = /^\s*[^\s,]+,|,\s*[^\s,]+\s*$/gu;
const DETERMINERS = new Set("the this that these those a an your".split(" "));
/** Words from a determiner to the name that it belongs to, at most. */
const PHRASE = 6;

/**
 * "How old is the green vase, Ada?" as it is asked of any thing: "how old is it", the nearest determiner's phrase first
 * ("the horses", then "the jar with the horses"). Empty where the thing is not called so.
 */
export function askedOfIt(text: string, { label, names }: Mentionable): string[] {
  const words = wordsOf(text.replace(VOCATIVE, " "));
  const heads = new Set([label, ...names].map((name) => stem(contentWords(name).at(-1) ?? "")));
  const end = words.map((word) => heads.has(stem(word))).lastIndexOf(true);
  const starts = words.flatMap((word, i) => (DETERMINERS.has(word) && i < end && end - i < PHRASE ? i : []));
  return starts.reverse().map((start) => [...words.slice(0, start), "it", ...words.slice(end + 1)].join(" "));
}

/** "and the price?": not even what is asked. */
export function isElliptic(text: string): boolean {
  return isQuestion(text) && !wordsOf(text).some((word) => QUESTION_WORDS.test(word));
}

const ASKS_WHAT =
  /^(?:and |so |but |please )*(?:(?:and|but)(?= (?:the|this|that) )|(?:what|who) (?:is|are|was|were|about)|whats|whos|(?:can you |could you )?(?:please )?(?:tell (?:me|us) (?:more |something )?about|describe|explain)) (.+)$/;
/** What follows one of these is asked of the thing: what it is made of, what it is for. */
const OF = new Set("of for from in on with to by at".split(" "));

/**
 * Does a text ask only what a thing is, by pointing ("what is this?") or by a name with whatever adorns it ("what is
 * that green vase?")? Not, if it asks something of the thing ("what is that vase made of?").
 */
export function asksWhatItIs(text: string, { label, names }: Mentionable): boolean {
  const asked = ASKS_WHAT.exec(
    wordsOf(text.replace(VOCATIVE, " ").replace(/['’]s\b/gu, " is")).join(" "),
  )?.[1];
  if (asked === undefined) return false;
  const words = asked.split(" ");
  const last = stem(words.at(-1)!);
  if (words.length < 3 && THINGS.test(asked)) return true;
  const calls = [label, ...names].some((name) => contentWords(name).map(stem).at(-1) === last);
  return calls && !words.some((word) => OF.has(word));
}

/** A thing that is only pointed at. */
const THINGS = /^(?:this|that|it|these|those)(?: (?:one|ones|thing|things))?$/;

/** Is this name among the words of a text? */
export function mentionsName(text: string, name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && ` ${wordsOf(text).join(" ")} `.includes(` ${words.join(" ")} `);
}

const QUESTION_WORDS =
  /^(what|whats|who|whos|where|when|why|how|which|whose|tell|show|explain|describe|can|could|do|does|did|is|are|was|were|would|will|have|has|may)$/;

/** Does a text ask something? */
export function isQuestion(text: string): boolean {
  if (text.includes("?")) return true;
  return (
    !/^\W*what an?\b/iu.test(text) &&
    wordsOf(text)
      .slice(0, 4)
      .some((word, i) =>
        i < 1 ? QUESTION_WORDS.test(word) : /^(what|who|where|when|why|how|which|tell)$/.test(word),
      )
  );
}

const GREETINGS = new Set("hi hello hey greetings hallo hiya morning afternoon evening welcome".split(" "));

export function isGreeting(text: string): boolean {
  return wordsOf(text)
    .slice(0, 2)
    .some((word) => GREETINGS.has(word));
}

export function isThanks(text: string): boolean {
  return /\b(thanks|thank you|thx|cheers)\b/i.test(text);
}

/** Names, and lines that are asked about again with each moment. */
const STEMS = /* @__PURE__ */ new Memo<readonly string[]>(500);

function stemsOf(text: string): readonly string[] {
  return STEMS.get(text, () => wordsOf(text).map(stem));
}

function paddedWords(text: string): string {
  return ` ${stemsOf(text).join(" ")} `;
}

/** Length in words of the longest of a thing's names that stands in a padded, stemmed text; 0 if none does. */
function lengthCalled({ label, names }: Mentionable, padded: string): number {
  return Math.max(0, ...[label, ...names].map((name) => lengthWithin(name, padded)));
}

/** Length in words of a name that stands in a padded, stemmed text; 0 if it does not. */
function lengthWithin(name: string, padded: string): number {
  const words = stemsOf(name);
  return words.length > 0 && padded.includes(` ${words.join(" ")} `) ? words.length : 0;
}
