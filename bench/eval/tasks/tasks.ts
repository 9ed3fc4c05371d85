import { answerFigures } from "./answer.js";
import { focusFigures } from "./focus.js";
import { sentimentFigures, toxicityFigures } from "./labels.js";
import { nextStopFigures } from "./nextStop.js";
import { operatorFigures } from "./operator.js";
import { saliencyFigures } from "./saliency.js";
import type { Task } from "./task.js";

export const TASKS: Readonly<Record<string, Task>> = {
  focus: focusFigures,
  answer: answerFigures,
  sentiment: sentimentFigures,
  toxicity: toxicityFigures,
  saliency: saliencyFigures,
  "next-stop": nextStopFigures,
  attention: operatorFigures,
};
