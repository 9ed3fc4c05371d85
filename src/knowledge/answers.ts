import { attend } from "../model/attention/attend.js";
import { stem, wordsOf } from "./words.js";

/** A reply and the questions that it answers. */
export interface KnownAnswer {
  readonly id: string;
  readonly questions: readonly string[];
  /** What to say. Absent: known, but nothing to say (the caller knows what to do with the id). */
  readonly answer?: string;
}

export interface AnswersOptions {
  /** Likeness that a known question needs, 0..1. Default 0.36: below the best on the validation part of clinc150 (0.42, training/answerThreshold.ts), for with few known questions a misspelt one must still be found. */
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

interface KnownQuestion {
  readonly answer: number;
  readonly text: string;
}

/**
 * Attention over known questions: likeness of words, pairs of words and parts of words, each weighed
 * by how rare it is; a softmax over all questions and "none" makes the weights.
 */
export class Answers {
  private readonly rarity = new Map<string, number>();
  private readonly questions: KnownQuestion[] = [];
  private readonly postings = new Map<string, [question: number, weight: number][]>();
  private readonly threshold: number;
  private readonly sharpness: number;
  private readonly unseen: number;

  /** @throws RangeError naming the answer and field that is malformed. */
  constructor(
    readonly known: readonly KnownAnswer[],
    options: AnswersOptions = {},
  ) {
    validate(known);
    this.threshold = options.threshold ?? 0.36;
    this.sharpness = options.sharpness ?? 14;
    const counted = known.flatMap(({ questions }, answer) =>
      questions.map((text) => ({ answer, text, features: featuresOf(text) })),
    );
    for (const { features } of counted) {
      for (const feature of features.keys()) this.rarity.set(feature, (this.rarity.get(feature) ?? 0) + 1);
    }
    for (const [feature, count] of this.rarity) this.rarity.set(feature, rarityOf(count, counted.length));
    this.unseen = rarityOf(0, counted.length);
    for (const { answer, text, features } of counted) this.learn(answer, text, features);
  }

  ask(text: string): AnswerFound {
    const likeness = this.compare(this.weigh(featuresOf(text)));
    const best = new Map<number, { like: number; question: string }>();
    for (const [index, like] of likeness) {
      const { answer, text: question } = this.questions[index]!;
      if (like > (best.get(answer)?.like ?? 0)) best.set(answer, { like, question });
    }
    const ranked = [...best].sort((a, b) => b[1].like - a[1].like);
    // "None of them" is a key like the others, as like as the threshold.
    const scores = [...ranked.map(([, { like }]) => like), this.threshold];
    const weights = attend(scores, { scale: this.sharpness });
    const first = ranked[0];
    return {
      answer: first && first[1].like > this.threshold ? this.known[first[0]]! : null,
      weights: ranked.map(([answer], i) => [this.known[answer]!.id, weights[i]!] as const),
      none: weights[ranked.length]!,
      question: first?.[1].question ?? null,
    };
  }

  private learn(answer: number, text: string, features: ReadonlyMap<string, number>): void {
    const index = this.questions.length;
    const vector = this.weigh(features);
    this.questions.push({ answer, text });
    for (const [feature, weight] of vector) {
      const postings = this.postings.get(feature);
      if (postings) postings.push([index, weight]);
      else this.postings.set(feature, [[index, weight]]);
    }
  }

  /** Unit vector of the features, each by its rarity. */
  private weigh(features: ReadonlyMap<string, number>): Map<string, number> {
    const weighed = new Map<string, number>();
    let square = 0;
    for (const [feature, count] of features) {
      const weight = count * (this.rarity.get(feature) ?? this.unseen);
      weighed.set(feature, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [feature, weight] of weighed) weighed.set(feature, weight / length);
    return weighed;
  }

  private compare(vector: ReadonlyMap<string, number>): Map<number, number> {
    const likeness = new Map<number, number>();
    for (const [feature, weight] of vector) {
      for (const [index, other] of this.postings.get(feature) ?? [])
        likeness.set(index, (likeness.get(index) ?? 0) + weight * other);
    }
    return likeness;
  }
}

const WORD = 1;
const PAIR = 0.5;
const PART = 0.25;

/** Words (stemmed), neighbouring pairs and parts of 4 letters, with what each kind counts. */
function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const words = wordsOf(text).map(stem);
  const add = (feature: string, weight: number) => features.set(feature, weight);
  for (const [i, word] of words.entries()) {
    add(word, WORD);
    if (i > 0) add(`${words[i - 1]} ${word}`, PAIR);
    const padded = `<${word}>`;
    for (let at = 0; at + 4 <= padded.length; at++) add(`#${padded.slice(at, at + 4)}`, PART);
  }
  return features;
}

function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total + 1) / (count + 1));
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
