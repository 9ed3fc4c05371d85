import { type Abuse, SENTIMENTS, type Sentence, type Sentiment } from "./sentence.js";

/** Probability from which a sentiment is told: the best macro-F1 on GoEmotions' dev part (training/text/thresholds.py). */
const SENTIMENT_FROM: Readonly<Record<Sentiment, number>> = {
  positive: 0.4,
  negative: 0.3,
  ambiguous: 0.4,
  neutral: 0.3,
};
/** Probability from which a sentence counts as abuse: the best macro-F1 on our own validation part, a third of it abuse. */
const ABUSE_FROM: Readonly<Record<Abuse, number>> = { hate: 0.4, insult: 0.52 };

/** The sentiments of a sentence, one or more: all that are likely, else the likeliest. */
export function sentimentsOf({ sentiment }: Sentence): Sentiment[] {
  const margin = (name: Sentiment) => sentiment[name] / SENTIMENT_FROM[name];
  const likely = SENTIMENTS.filter((name) => margin(name) >= 1);
  if (likely.length > 0) return likely;
  return [SENTIMENTS.reduce((best, name) => (margin(name) > margin(best) ? name : best))];
}

/** How abusive a sentence is, 0..1: the more of its hate and its insult; 0.5 and more counts as abuse. */
export function abuseOf({ abuse }: Sentence): number {
  return Math.max(scaled(abuse.hate, ABUSE_FROM.hate), scaled(abuse.insult, ABUSE_FROM.insult));
}

export function isAbusive(sentence: Sentence): boolean {
  return abuseOf(sentence) >= 0.5;
}

/** Moves a threshold to 0.5, leaving 0 and 1 where they are. */
function scaled(probability: number, from: number): number {
  return probability < from ? (0.5 * probability) / from : 1 - (0.5 * (1 - probability)) / (1 - from);
}
