/** What speaks for it that one of the known answers fits, relative to the others: the inputs of the decision of `Answers`. */
import { contentWords } from "./words.js";

/** An answer by its known question that is most like the one asked. */
export interface Candidate {
  /** Index of the answer. */
  readonly answer: number;
  /** Of its nearest questions; of the nearest alone where it has few. */
  readonly like: number;
  /** Index of the question. */
  readonly question: number;
}

/** How like the text asked is to every known question. */
export interface Compared {
  /** By meaning and words together. */
  readonly alike: Float64Array;
  /** By words alone. */
  readonly words: Float64Array;
  /** By meaning alone; null without an encoder. */
  readonly meanings: Float64Array | null;
}

/** How like a known question is to its nearest neighbours, by meaning and words together. */
export interface Neighbours {
  /** Of another answer's questions; 0 where no other answer has any. */
  readonly rival: number;
  /** Of its own answer's others; .5 where it is the only one: speaks neither for nor against. */
  readonly kin: number;
}

/** Of the nearest known questions so many are asked whether they agree. */
const NEAREST = 5;
/** Spread below this is none: a few known questions, all as unlike. */
const LEAST_SPREAD = 0.02;
const MOST_STANDING = 8;
/** As many as the simulated knowledge bases had: of more nothing was learnt. */
const MOST_QUESTIONS = 20;
/** Halfway between what is asked of simulated knowledge bases with an answer and without: speaks neither for nor against. */
const NO_STANDING = 4;
const NO_KIN = 0.5;

/**
 * - like: likeness of the best answer; meaning, words: its parts
 * - gap: how far the best is above the second (above 0 where there is one only)
 * - standing: how many standard deviations the best is above the others, at most 8; 4 with fewer than three answers
 * - agreement: share of the five nearest questions that are the best answer's, as far as it has that many
 * - rival, kin: how like the best answer's nearest question is to another answer's, and to another of its own: what is
 *   near in this set of answers. Without them one question an answer is held to what twenty examples of an intent reach
 * - answers, questions: natural logarithms of how many answers are known, and (at most 20) questions of the best
 * - length: natural logarithm of how many words carry the matter, and one
 */
export const EVIDENCE = [
  "like",
  "meaning",
  "words",
  "gap",
  "standing",
  "agreement",
  "rival",
  "kin",
  "answers",
  "questions",
  "length",
] as const;

export type Evidence = Readonly<Record<(typeof EVIDENCE)[number], number>>;

/**
 * @param ranked every answer that has a question, best first; at least one
 * @param neighbours of the best answer's nearest question
 * @param owners to which answer each known question belongs
 */
export function evidenceOf(
  text: string,
  ranked: readonly Candidate[],
  { alike, words, meanings }: Compared,
  { rival, kin }: Neighbours,
  owners: readonly number[],
): Evidence {
  const { like, question, answer } = ranked[0]!;
  const own = owners.filter((owner) => owner === answer).length;
  return {
    like,
    meaning: meanings ? meanings[question]! : 0,
    words: words[question]!,
    gap: like - Math.max(0, ranked[1]?.like ?? 0),
    standing: standingOf(ranked),
    agreement: agreeing(alike, owners, answer) / Math.min(NEAREST, own),
    rival,
    kin,
    answers: Math.log(ranked.length),
    questions: Math.log(Math.min(own, MOST_QUESTIONS)),
    length: Math.log(1 + contentWords(text).length),
  };
}

/** @param alike how like the known question is to every known one */
export function neighboursOf(question: number, alike: Float64Array, owners: readonly number[]): Neighbours {
  let rival = 0;
  let kin: number | null = null;
  for (const [other, like] of alike.entries()) {
    if (owners[other] !== owners[question]) rival = Math.max(rival, like);
    else if (other !== question) kin = Math.max(kin ?? 0, like);
  }
  return { rival, kin: kin ?? NO_KIN };
}

function standingOf([best, ...others]: readonly Candidate[]): number {
  if (others.length < 2) return NO_STANDING;
  const mean = others.reduce((sum, { like }) => sum + like, 0) / others.length;
  const variance = others.reduce((sum, { like }) => sum + (like - mean) ** 2, 0) / others.length;
  return Math.min(MOST_STANDING, (best!.like - mean) / Math.max(LEAST_SPREAD, Math.sqrt(variance)));
}

/** How many of the nearest questions are this answer's. */
function agreeing(alike: Float64Array, owners: readonly number[], answer: number): number {
  const nearest = nearestOf(owners.keys(), alike, NEAREST);
  return nearest.filter((question) => owners[question] === answer).length;
}

/** The questions that are most alike, the likest first. */
export function nearestOf(questions: Iterable<number>, alike: Float64Array, count: number): number[] {
  const nearest: number[] = [];
  for (const question of questions) {
    let at = nearest.length;
    while (at > 0 && alike[question]! > alike[nearest[at - 1]!]!) at--;
    if (at < count) nearest.splice(at, 0, question);
    if (nearest.length > count) nearest.pop();
  }
  return nearest;
}
