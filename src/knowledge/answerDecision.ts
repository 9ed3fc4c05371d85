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
  bias: -3.22,
  weights: {
    like: 4.543,
    meaning: 4.82,
    words: -0.62,
    gap: 2.698,
    standing: -0.07874,
    agreement: 0.7235,
    rival: -3.819,
    kin: -2.226,
    answers: 0.1325,
    questions: 0.01246,
    length: 0.2803,
  },
  sharpness: 20,
  from: 0.5,
};

export const BY_WORDS: Decision = {
  bias: -3.741,
  weights: {
    like: 3.968,
    meaning: 0,
    words: 3.132,
    gap: 1.196,
    standing: -0.0686,
    agreement: 1.464,
    rival: -2.244,
    kin: -1.099,
    answers: 0.1181,
    questions: 0.2264,
    length: 0.9073,
  },
  sharpness: 14,
  // Words alone know nothing of a word that is misspelt, and few questions have few other words to tell it by.
  from: 0.4,
};

/** Probability that one of the known answers fits. */
export function probabilityOf(evidence: Evidence, { bias, weights }: Decision): number {
  const logit = EVIDENCE.reduce((sum, name) => sum + weights[name] * evidence[name], bias);
  return 1 / (1 + Math.exp(-logit));
}
