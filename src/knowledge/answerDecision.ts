import { EVIDENCE, type Evidence } from "./answerEvidence.js";

/** A logistic of the evidence: one number for each kind, and what is added. */
export interface Decision {
  readonly bias: number;
  readonly weights: Evidence;
  /** Sharpness of the softmax over the answers. */
  readonly sharpness: number;
  /** Probability from which an answer is given. */
  readonly from: number;
}

/** Both fitted by training/answerDecision.ts on simulated knowledge bases; the same for every set of answers. */
export const BY_MEANING: Decision = {
  bias: -6.481,
  weights: {
    like: 4.982,
    meaning: 3.22,
    words: 1.695,
    gap: 3.14,
    standing: 0.2235,
    agreement: 0.1945,
    answers: 0.07576,
    questions: -0.1585,
    length: -0.209,
  },
  sharpness: 24,
  from: 0.5,
};

export const BY_WORDS: Decision = {
  bias: -4.548,
  weights: {
    like: 4.193,
    meaning: 0,
    words: 4.193,
    gap: 0.2042,
    standing: -0.03012,
    agreement: 0.9488,
    answers: 0.3176,
    questions: 0.4624,
    length: 0.01688,
  },
  sharpness: 20,
  // Words alone know nothing of a word that is misspelt, and few questions have few other words to tell it by.
  from: 0.4,
};

/** Probability that one of the known answers fits. */
export function probabilityOf(evidence: Evidence, { bias, weights }: Decision): number {
  const logit = EVIDENCE.reduce((sum, name) => sum + weights[name] * evidence[name], bias);
  return 1 / (1 + Math.exp(-logit));
}
