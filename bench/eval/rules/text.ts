import { Answers, type KnownAnswer } from "../../../src/knowledge/answers.js";
import { readJson } from "../sets.js";
import type { Rule, RulesOf } from "./rule.js";

/** The product's answers without its sentence encoder: likeness of words, with the same threshold. */
export const answerRules: RulesOf = ({ folder }) => {
  const answers = new Answers(readJson(folder, "knowledge.json") as KnownAnswer[]);
  const wordsOnly: Rule = {
    name: "words only",
    predict: ({ text }) => {
      const { answer, weights, none } = answers.ask(String(text));
      return {
        answer: answer?.id ?? null,
        ranking: weights.map(([id]) => id),
        weight: answer ? (weights.find(([id]) => id === answer.id)?.[1] ?? 0) : none,
      };
    },
  };
  return [wordsOnly, { name: "none, always", predict: () => ({ answer: null, ranking: [] }) }];
};

/** One label for all. */
export const sentimentRules: RulesOf = () =>
  ["neutral", "positive", "negative"].map((label) => ({
    name: `${label}, always`,
    predict: () => ({ labels: [label] }),
  }));

export const toxicityRules: RulesOf = () =>
  [true, false].map((toxic) => ({
    name: `${toxic ? "toxic" : "not toxic"}, always`,
    predict: () => ({ toxic, score: Number(toxic) }),
  }));
