/** What Ada says of whichever piece it is, where she knows nothing of its own. */
import type { KnownAnswer } from "../../src/knowledge/answers.js";

export const OF_ANY_PIECE: readonly KnownAnswer[] = [
  {
    id: "house-touch",
    questions: ["can I touch it?", "may I hold it?", "can I pick it up?", "is it fragile?"],
    answer: "Please don't touch. Even clean hands leave their mark after a hundred years.",
  },
  {
    id: "house-price",
    questions: ["how much is it worth?", "how much does it cost?", "can I buy it?", "is it for sale?"],
    answer: "Nothing in here is for sale, and I have promised never to name a price.",
  },
  {
    id: "house-real",
    questions: ["is it real?", "is it the original?", "is it a copy?"],
    answer: "It is the real one. The only thing we copy here is the key.",
  },
  {
    id: "piece-weight",
    questions: ["is it heavy?", "how heavy is it?", "how much does it weigh?"],
    answer: "Heavier than it looks, they say. I have only ever dusted it.",
  },
  {
    id: "piece-size",
    questions: ["how big is it?", "how tall is it?", "is it bigger than it looks?"],
    answer: "Just as big as it looks. There is no trick to it.",
  },
  {
    id: "piece-owner",
    questions: ["who owned it?", "whose was it?", "who did it belong to?"],
    answer: "It went through more hands than anybody counted. The last pair gave it to the house.",
  },
  {
    id: "piece-works",
    questions: ["does it work?", "is it in working order?"],
    answer: "Everything here could still do what it was made for. Teo sees to that.",
  },
  {
    id: "piece-special",
    questions: [
      "what is so special about it?",
      "why is it here?",
      "why is it in a museum?",
      "why should I care?",
    ],
    answer:
      "Somebody once thought it worth keeping, and everybody after them agreed. Look at it for a minute.",
  },
];
