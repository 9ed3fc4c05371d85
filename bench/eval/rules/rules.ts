import { focusRules } from "./focus.js";
import { nextStopRules } from "./nextStop.js";
import type { RulesOf } from "./rule.js";
import { saliencyRules } from "./saliency.js";
import { answerRules, sentimentRules, toxicityRules } from "./text.js";

/** By task; the operator has none: it is right or wrong. */
export const RULES_OF: Readonly<Record<string, RulesOf>> = {
  focus: focusRules,
  answer: answerRules,
  sentiment: sentimentRules,
  toxicity: toxicityRules,
  saliency: saliencyRules,
  "next-stop": nextStopRules,
};
