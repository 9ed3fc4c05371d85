import { attend } from "../model/attention/attend.js";
import { contentWords, stem, wordsOf } from "./words.js";

/** Subject, relation, object: ["vase", "madeIn", "Jingdezhen"]. Subject is an entity's id or name. */
export type Fact = readonly [subject: string, relation: string, object: string];

export interface FactFound {
  readonly fact: Fact;
  /** Attention on this fact, 0..1; all facts and "none" sum to 1. */
  readonly weight: number;
}

/** Evidence that "none of them" has: a relation that fits outweighs it, a subject alone does not. */
const NONE = 1.5;
const SUBJECT = 1;
const RELATION = 1.2;
const OBJECT = 0.6;
const SHARPNESS = 4;

/** Words of questions that stand for words of relations. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  where: ["in", "from", "at", "place", "origin", "found", "country", "city", "located", "location"],
  when: ["year", "date", "century", "dated", "period", "on", "era", "since"],
  old: ["year", "date", "century", "dated", "period", "age", "era"],
  age: ["year", "date", "century", "dated", "period", "era"],
  who: ["by", "artist", "maker", "author", "painter", "sculptor", "owner", "inventor", "discoverer"],
  whose: ["owner", "by"],
  material: ["of", "material", "from"],
  tall: ["height", "size"],
  high: ["height"],
  big: ["size", "height", "width", "length"],
  heavy: ["weight", "mass"],
  much: ["price", "cost", "weight"],
  cost: ["price"],
};

const SENTENCES: Readonly<Record<string, string>> = {
  is: "is",
  "is a": "is a",
  has: "has",
  material: "is made of",
  origin: "comes from",
  from: "comes from",
  by: "was made by",
  in: "is in",
};
/** Relations that begin with one of these are verbs already. */
const VERBS = new Set(
  "is has was were are comes came belongs shows depicts contains weighs dates stands measures holds".split(
    " ",
  ),
);

/** A small graph of facts, searched by attention over its edges. */
export class Facts {
  /** @throws RangeError naming the fact that is malformed. */
  constructor(readonly all: readonly Fact[]) {
    if (!Array.isArray(all))
      throw new RangeError(`facts must be a list of [subject, relation, object], got ${typeof all}`);
    for (const [i, fact] of all.entries()) {
      if (
        !Array.isArray(fact) ||
        fact.length !== 3 ||
        !fact.every((part) => typeof part === "string" && part !== "")
      )
        throw new RangeError(
          `facts[${i}] must be three strings that are not empty: [subject, relation, object]`,
        );
    }
  }

  /**
   * Facts that a question asks for, best first.
   * @param subjects ids and names of what the question is about, if that is known from elsewhere
   */
  ask(text: string, subjects: readonly string[] = []): FactFound[] {
    const words = wordsOf(text);
    const asked = new Set(words.map(stem));
    const wanted = new Set(words.flatMap((word) => [word, ...(ASKED[word] ?? [])].map(stem)));
    const about = new Set(subjects.map((subject) => subject.toLowerCase()));
    const scores = this.all.map((fact) => scoreOf(fact, asked, wanted, about));
    const weights = attend([...scores, NONE], { scale: SHARPNESS });
    return this.all
      .map((fact, i) => ({ fact, weight: weights[i]!, score: scores[i]! }))
      .filter(({ score }) => score > NONE)
      .sort((a, b) => b.weight - a.weight)
      .map(({ fact, weight }) => ({ fact, weight }));
  }

  /** All that is known of a subject. */
  of(subjects: readonly string[]): Fact[] {
    const about = new Set(subjects.map((subject) => subject.toLowerCase()));
    return this.all.filter(([subject]) => about.has(subject.toLowerCase()));
  }
}

/**
 * A fact as a sentence.
 * @param subject how to call it, such as "the celadon vase"; default: the fact's own subject
 */
export function sentenceOfFact([own, relation, object]: Fact, subject = own): string {
  const words = relationWords(relation);
  const phrase = words.join(" ");
  const verb = SENTENCES[phrase] ?? (VERBS.has(words[0] ?? "") ? phrase : participle(words));
  const text = verb ? `${subject} ${verb} ${object}` : `the ${phrase} of ${subject} is ${object}`;
  return `${text[0]!.toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

function scoreOf(
  [subject, relation, object]: Fact,
  asked: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  about: ReadonlySet<string>,
): number {
  const named = about.has(subject.toLowerCase()) ? 1 : shareOf(contentWords(subject).map(stem), asked);
  const words = relationWords(relation).map(stem);
  const fits = words.filter((word) => wanted.has(word) && !FAINT.has(word)).length;
  const faint = words.filter((word) => wanted.has(word)).length;
  const related = fits > 0 ? 1 : faint > 0 ? 0.6 : 0;
  return SUBJECT * named + RELATION * related + OBJECT * shareOf(contentWords(object).map(stem), asked);
}

/** Words too common to say which relation is meant. */
const FAINT = new Set(["is", "was", "has", "the", "a", "made", "of", "in"].map(stem));

function shareOf(words: readonly string[], asked: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => asked.has(word)).length / words.length;
}

/** "madeIn" and "made_in" → made, in. */
function relationWords(relation: string): string[] {
  return wordsOf(relation.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2"));
}

/** "made in" → "was made in"; null where the relation is a noun. */
function participle(words: readonly string[]): string | null {
  const [first = "", ...rest] = words;
  const past = /(?:ed|made|built|found|born|won|cast|cut|sold|bought|drawn|written|woven|sunk)$/.test(first);
  return past && rest.length > 0 ? `was ${words.join(" ")}` : null;
}
