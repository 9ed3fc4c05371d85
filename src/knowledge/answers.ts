import { attend, likeness } from "../model/attention/attend.js";
import type { ReadSentences } from "../model/text/sentence.js";
import { blended, WordIndex } from "./wordIndex.js";

/** Share of meaning in the likeness; the rest is words. This and the next: the best on clinc150's validation part (training/answerThreshold.ts). */
export const MEANING = 0.8;
/** With meaning. */
export const THRESHOLD = 0.67;
/** Below the best (0.42) where only words are compared: with few known questions a misspelt one must still be found. */
export const WORDS_THRESHOLD = 0.36;

/** A reply and the questions that it answers. */
export interface KnownAnswer {
  readonly id: string;
  readonly questions: readonly string[];
  /** What to say. Absent: known, but nothing to say (the caller knows what to do with the id). */
  readonly answer?: string;
}

export interface AnswersOptions {
  /** Likeness that a known question needs, 0..1. Default THRESHOLD, or WORDS_THRESHOLD where only words are compared. */
  readonly threshold?: number;
  /** Sharpness of the attention over known questions. Default 14. */
  readonly sharpness?: number;
}

export interface AnswerFound {
  /** Null: none of them fits. */
  readonly answer: KnownAnswer | null;
  /** Attention over answers, best first; with `none` they sum to 1. */
  readonly weights: readonly (readonly [string, number])[];
  /** Attention on "none of them". */
  readonly none: number;
  /** The known question that is most like the one asked; null if nothing is known. */
  readonly question: string | null;
}

/**
 * Attention over known questions: how like the one asked is each of them, by its meaning (once `learn` has let the
 * sentence encoder read them) and by its words; a softmax over answers and "none" makes the weights.
 */
export class Answers {
  private readonly questions: readonly { readonly answer: number; readonly text: string }[];
  private readonly words: WordIndex;
  private readonly sharpness: number;
  private meanings: readonly Float32Array[] | null = null;

  /** @throws RangeError naming the answer and field that is malformed. */
  constructor(
    readonly known: readonly KnownAnswer[],
    private readonly options: AnswersOptions = {},
  ) {
    validate(known);
    this.sharpness = options.sharpness ?? 14;
    this.questions = known.flatMap(({ questions }, answer) => questions.map((text) => ({ answer, text })));
    this.words = new WordIndex(this.questions.map(({ text }) => text));
  }

  /** Lets the encoder read the known questions. False: there is no encoder now; words have to do. */
  async learn(read: ReadSentences): Promise<boolean> {
    const sentences = await read(this.questions.map(({ text }) => text));
    if (sentences) this.meanings = sentences.map(({ embedding }) => embedding);
    return this.meanings !== null;
  }

  /** @param meaning embedding of the text, by the encoder that has read the known questions */
  ask(text: string, meaning?: Float32Array): AnswerFound {
    const byMeaning = meaning !== undefined && this.meanings !== null;
    const threshold = this.options.threshold ?? (byMeaning ? THRESHOLD : WORDS_THRESHOLD);
    const words = this.words.likeness(text);
    const alike = byMeaning ? blended(likeness(meaning, this.meanings!), words, MEANING) : words;
    const ranked = this.rank(alike);
    // "None of them" is a key like the others, as like as the threshold.
    const weights = attend([...ranked.map(({ like }) => like), threshold], { scale: this.sharpness });
    const first = ranked[0];
    return {
      answer: first && first.like > threshold ? this.known[first.answer]! : null,
      weights: ranked.map(({ answer }, i) => [this.known[answer]!.id, weights[i]!] as const),
      none: weights[ranked.length]!,
      question: first?.question ?? null,
    };
  }

  /** Each answer by its question that is most like, best first; without those that are not like at all. */
  private rank(likeness: Float64Array): { answer: number; like: number; question: string }[] {
    const best = new Map<number, { answer: number; like: number; question: string }>();
    for (const [i, { answer, text }] of this.questions.entries()) {
      const like = likeness[i]!;
      if (like > (best.get(answer)?.like ?? 0)) best.set(answer, { answer, like, question: text });
    }
    return [...best.values()].sort((a, b) => b.like - a.like);
  }
}

function validate(known: readonly KnownAnswer[]): void {
  if (!Array.isArray(known))
    throw new RangeError(`answers must be a list of { id, questions, answer }, got ${typeof known}`);
  const seen = new Set<string>();
  for (const [i, entry] of known.entries()) {
    const { id, questions, answer } = entry ?? {};
    if (typeof id !== "string" || id === "")
      throw new RangeError(`answers[${i}] "id" must be a string that is not empty`);
    if (seen.has(id)) throw new RangeError(`answers[${i}] "id": "${id}" is taken; choose another`);
    seen.add(id);
    if (!Array.isArray(questions) || !questions.every((text) => typeof text === "string"))
      throw new RangeError(`answers[${i}] "questions" must be a list of strings`);
    if (answer !== undefined && typeof answer !== "string")
      throw new RangeError(`answers[${i}] "answer" must be a string`);
  }
}
