/** Tasks that are about a text alone: the sentence encoder reads it. */
import { Answers, type KnownAnswer } from "../knowledge/answers.js";
import type { Sentence } from "../model/text/sentence.js";
import { abuseOf, isAbusive, sentimentsOf } from "../model/text/tone.js";
import type { AttentionService } from "../worker/protocol.js";
import type { Line, Predictor } from "./predictors.js";

const BATCH = 128;

/** What a text's sentence gives for its task. Without an encoder it is null. */
type Judge = (text: string, sentence: Sentence | null) => object;

export class SentencePredictor implements Predictor {
  readonly batch = BATCH;

  private constructor(
    private readonly service: AttentionService,
    private readonly judge: Judge,
  ) {}

  /** Attention over known questions, with the product's own threshold. */
  static async answers(service: AttentionService, known: readonly KnownAnswer[]): Promise<SentencePredictor> {
    const answers = new Answers(known);
    await answers.learn((texts) => service.read(texts));
    return new SentencePredictor(service, (text, sentence) => {
      const { answer, weights, none } = answers.ask(text, sentence?.embedding);
      // How sure: the weight of what it says, be that "none of them".
      const weight = answer ? (weights.find(([id]) => id === answer.id)?.[1] ?? 0) : none;
      return { answer: answer?.id ?? null, ranking: weights.map(([id]) => id), weight };
    });
  }

  static sentiment(service: AttentionService): SentencePredictor {
    return new SentencePredictor(service, (_, sentence) => ({ labels: sentimentsOf(needed(sentence)) }));
  }

  static toxicity(service: AttentionService): SentencePredictor {
    return new SentencePredictor(service, (_, sentence) => ({
      toxic: isAbusive(needed(sentence)),
      score: Math.round(1e6 * abuseOf(needed(sentence))) / 1e6,
    }));
  }

  async predict(cases: readonly Line[]): Promise<object[]> {
    const texts = cases.map(({ text }) => (typeof text === "string" ? text : ""));
    const sentences = await this.service.read(texts);
    return cases.map(({ id, text }, i) => {
      if (typeof text !== "string") return { id, error: "case.text must be a string" };
      return { id, ...this.judge(text, sentences?.[i] ?? null) };
    });
  }

  dispose(): Promise<void> {
    return this.service.dispose();
  }
}

function needed(sentence: Sentence | null): Sentence {
  if (!sentence) throw new Error("the model comes without a sentence encoder");
  return sentence;
}
