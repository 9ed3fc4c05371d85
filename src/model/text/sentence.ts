/** What a sentence says, as the sentence encoder reads it. */
export interface Sentence {
  /** Unit vector of SENTENCE_WIDTH numbers: sentences of like meaning have a high dot product. */
  readonly embedding: Float32Array;
  /** Probability of each, 0..1, independent of each other. */
  readonly sentiment: Readonly<Record<Sentiment, number>>;
  /** Probability of each, 0..1, independent of each other. */
  readonly abuse: Readonly<Record<Abuse, number>>;
}

export const SENTIMENTS = ["positive", "negative", "ambiguous", "neutral"] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** `hate`: against a protected group or its members; `insult`: against a person or a team. */
export const ABUSE = ["hate", "insult"] as const;
export type Abuse = (typeof ABUSE)[number];

export const SENTENCE_WIDTH = 384;

/** Reads sentences; null: no encoder now (loading, restarting, missing). One entry for each text, in order. */
export type ReadSentences = (texts: readonly string[]) => Promise<readonly Sentence[] | null>;
