import { attend, likeness } from "../model/attention/attend.js";
import type { ReadSentences } from "../model/text/sentence.js";
import { BY_MEANING, BY_WORDS, type Decision, probabilityOf } from "./answerDecision.js";
import {
  type Candidate,
  type Compared,
  type Evidence,
  evidenceOf,
  type Neighbours,
  nearestOf,
  neighboursOf,
} from "./answerEvidence.js";
import { Recent } from "./recent.js";
import { blended, WordIndex } from "./wordIndex.js";
import { wordsOf } from "./words.js";

/** Share of meaning in the likeness; the rest is words. The best of .8 to .95 on simulated knowledge bases (training/answerDecision.ts). */
export const MEANING = 0.9;

/**
 * Of an answer with many questions so many of the nearest count beside the nearest, one for each four: the nearest of a
 * hundred is near by chance. Up to a point better on the validation parts of clinc150 and banking77.
 */
const NEAREST = 3;

/** Of so many texts the likenesses are kept: a message is asked in a few forms, each of several sets of answers. */
const COMPARISONS = 8;

/** A reply and the questions that it answers. */
export interface KnownAnswer {
  readonly id: string;
  readonly questions: readonly string[];
  /** What to say. Absent: known, but nothing to say (the caller knows what to do with the id). */
  readonly answer?: string;
  /**
   * The entity that the answer is about: itself, its id, or its label (of several alike: each of them). It is given only
   * while the talk is of that entity, or of nothing yet, so many things may have the same questions ("how old is it?").
   * Left out: it may be given whatever the talk is of.
   */
  readonly about?: string | { readonly id: string };
}

export interface AnswersOptions {
  /** Probability that one of the answers fits, from which one is given, 0..1. Default 0.5, where only words are compared 0.4. */
  readonly threshold?: number;
}

export interface AnswerFound {
  /** Null: none of them fits. */
  readonly answer: KnownAnswer | null;
  /** Probability of each answer to be the one that fits, best first; with `none` they sum to 1. */
  readonly weights: readonly (readonly [string, number])[];
  /** Probability that none of them fits. */
  readonly none: number;
  /** The known question that is most like the one asked; null if nothing is known. */
  readonly question: string | null;
}

/**
 * Attention over known questions: how like the one asked is each of them, by its meaning (once `learn` has let the
 * sentence encoder read them) and by its words. "None of them" has as much of the attention as the evidence for the best
 * answer, relative to the others, leaves it: a raw likeness means one thing among twelve facts and another among 300 questions.
 */
export class Answers {
  private readonly questions: readonly { readonly answer: number; readonly text: string }[];
  private readonly owners: readonly number[];
  private readonly questionsOf: readonly (readonly number[])[];
  private readonly words: WordIndex;
  private readonly wordings: ReadonlySet<string>;
  private meanings: readonly Float32Array[] | null = null;
  private readonly comparisons = new Recent<string, Comparison>(COMPARISONS);
  /** By question and by what it was compared, among all answers; found when first needed. */
  private readonly neighbours = {
    words: new Map<number, Neighbours>(),
    meaning: new Map<number, Neighbours>(),
  };

  /** @throws RangeError naming the answer and field that is malformed. */
  constructor(
    readonly known: readonly KnownAnswer[],
    private readonly options: AnswersOptions = {},
  ) {
    validate(known);
    this.questions = known.flatMap(({ questions }, answer) => questions.map((text) => ({ answer, text })));
    this.owners = this.questions.map(({ answer }) => answer);
    const questionsOf = known.map((): number[] => []);
    for (const [question, answer] of this.owners.entries()) questionsOf[answer]!.push(question);
    this.questionsOf = questionsOf;
    this.words = new WordIndex(this.questions.map(({ text }) => text));
    this.wordings = new Set(this.questions.map(({ text }) => wording(text)));
  }

  /** Lets the encoder read the known questions. False: there is no encoder now; words have to do. */
  async learn(read: ReadSentences): Promise<boolean> {
    const sentences = await read(this.questions.map(({ text }) => text));
    if (sentences) {
      this.meanings = sentences.map(({ embedding }) => embedding);
      this.neighbours.meaning.clear();
      this.comparisons.clear();
    }
    return this.meanings !== null;
  }

  /** Is this one of the known questions, word for word? */
  has(text: string): boolean {
    return this.wordings.has(wording(text));
  }

  /**
   * @param meaning embedding of the text, by the encoder that has read the known questions
   * @param mayBe which answers come into question; the others are as if they were not known. Default: all.
   */
  ask(
    text: string,
    meaning?: Float32Array,
    mayBe: (answer: KnownAnswer) => boolean = () => true,
  ): AnswerFound {
    const { ranked, evidence, decision } = this.weigh(text, meaning, mayBe);
    // Not one word or meaning in common is no evidence at all.
    const fits = evidence && evidence.like > 0 ? probabilityOf(evidence, decision) : 0;
    const weights = attend(
      ranked.map(({ like }) => like),
      { scale: decision.sharpness },
    );
    const first = ranked[0];
    return {
      answer:
        first && fits > 0 && fits >= (this.options.threshold ?? decision.from)
          ? this.known[first.answer]!
          : null,
      weights: ranked.map(({ answer }, i) => [this.known[answer]!.id, fits * weights[i]!] as const),
      none: 1 - fits,
      question: first && fits > 0 ? this.questions[first.question]!.text : null,
    };
  }

  /** What `ask` decides by. Evidence is null where nothing is known. */
  weigh(text: string, meaning?: Float32Array, mayBe: (answer: KnownAnswer) => boolean = () => true): Weighed {
    const out = this.known.map((answer) => !mayBe(answer));
    const compared = this.compare(text, meaning);
    const among = { ...compared, alike: this.without(compared.alike, out) };
    const ranked = this.rank(among.alike, out);
    const best = ranked[0];
    const evidence = best
      ? evidenceOf(
          text,
          ranked,
          among,
          this.neighboursOf(best.question, compared.meanings !== null, out),
          this.owners,
        )
      : null;
    return { ranked, evidence, decision: compared.meanings ? BY_MEANING : BY_WORDS };
  }

  private compare(text: string, meaning: Float32Array | undefined): Compared {
    const known = this.comparisons.get(text);
    if (known && known.meaning === meaning) return known.compared;
    const compared = this.comparedAnew(text, meaning);
    this.comparisons.set(text, { meaning, compared });
    return compared;
  }

  private comparedAnew(text: string, meaning: Float32Array | undefined): Compared {
    const words = this.words.likeness(text);
    const meanings = meaning && this.meanings ? likeness(meaning, this.meanings) : null;
    return { words, meanings, alike: meanings ? blended(meanings, words, MEANING) : words };
  }

  /** @param out answers that do not come into question: nothing is like their questions */
  private without(alike: Float64Array, out: readonly boolean[]): Float64Array {
    return alike.map((like, question) => (out[this.owners[question]!] ? Number.NEGATIVE_INFINITY : like));
  }

  private neighboursOf(question: number, byMeaning: boolean, out: readonly boolean[]): Neighbours {
    const found = byMeaning ? this.neighbours.meaning : this.neighbours.words;
    const isAmongAll = !out.includes(true);
    const known = isAmongAll ? found.get(question) : undefined;
    if (known) return known;
    const { text } = this.questions[question]!;
    const { alike } = this.compare(text, byMeaning ? this.meanings?.[question] : undefined);
    const neighbours = neighboursOf(question, this.without(alike, out), this.owners);
    if (isAmongAll) found.set(question, neighbours);
    return neighbours;
  }

  /** Each answer that has a question and comes into question, best first; of equals first what is about a thing. */
  private rank(alike: Float64Array, out: readonly boolean[]): Candidate[] {
    const candidates: Candidate[] = [];
    for (const [answer, questions] of this.questionsOf.entries()) {
      if (questions.length === 0 || out[answer]) continue;
      const nearest = nearestOf(questions, alike, Math.min(NEAREST, Math.ceil(questions.length / 4)));
      const mean = nearest.reduce((sum, question) => sum + alike[question]!, 0) / nearest.length;
      candidates.push({ answer, question: nearest[0]!, like: (alike[nearest[0]!]! + mean) / 2 });
    }
    const owned = ({ answer }: Candidate) => (this.known[answer]!.about === undefined ? 0 : 1);
    return candidates.sort((a, b) => b.like - a.like || owned(b) - owned(a));
  }
}

/** How like a text is to all known questions, and by which meaning it was compared. */
interface Comparison {
  readonly meaning: Float32Array | undefined;
  readonly compared: Compared;
}

/** Two texts with the same one are the same word for word. */
function wording(text: string): string {
  return wordsOf(text).join(" ");
}

export interface Weighed {
  readonly ranked: readonly Candidate[];
  readonly evidence: Evidence | null;
  readonly decision: Decision;
}

function validate(known: readonly KnownAnswer[]): void {
  if (!Array.isArray(known))
    throw new RangeError(`answers must be a list of { id, questions, answer }, got ${typeof known}`);
  const seen = new Set<string>();
  for (const [i, entry] of known.entries()) {
    const { id, questions, answer, about } = entry ?? {};
    if (typeof id !== "string" || id === "")
      throw new RangeError(`answers[${i}] "id" must be a string that is not empty`);
    if (seen.has(id)) throw new RangeError(`answers[${i}] "id": "${id}" is taken; choose another`);
    seen.add(id);
    if (!Array.isArray(questions) || !questions.every((text) => typeof text === "string"))
      throw new RangeError(`answers[${i}] "questions" must be a list of strings`);
    if (answer !== undefined && typeof answer !== "string")
      throw new RangeError(`answers[${i}] "answer" must be a string`);
    const named: unknown = typeof about === "object" ? about?.id : about;
    if (about !== undefined && (typeof named !== "string" || named === ""))
      throw new RangeError(
        `answers[${i}] "about" must be an entity, or the id or label of one; leave it out for an answer about no thing`,
      );
  }
}
