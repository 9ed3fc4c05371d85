/** What the three can say when they are asked. */
import type { KnownAnswer } from "../src/knowledge/answers.js";
import { CATALOGUE } from "./art/exhibits/catalogue.js";

const PIECES: readonly KnownAnswer[] = CATALOGUE.flatMap(({ id, knowledge }) =>
  knowledge.map((each, i) => ({ id: `${id}-${i + 1}`, ...each })),
);

const HOUSE: readonly KnownAnswer[] = [
  {
    id: "house-where",
    questions: ["where am I?", "what is this place?", "what museum is this?"],
    answer: "You are in the Attentive Museum. Three rooms: Earth and Fire, Time and Tone, Sea and Sky.",
  },
  {
    id: "house-name",
    questions: ["who are you?", "what is your name?"],
    answer: "I'm Ada. I look after the visitors here, and I keep an eye on everything.",
  },
  {
    id: "house-tour",
    questions: [
      "how do I start the tour?",
      "can you show me around?",
      "give me a tour",
      "go on with the tour",
    ],
    answer: "With pleasure.",
  },
  {
    id: "house-tour-end",
    questions: ["stop the tour", "can we stop here?", "let's take a break", "I'd rather look around alone"],
    answer: "As you like. I am here when you want to go on.",
  },
];

export const ANSWERS_OF_TEO: readonly KnownAnswer[] = [
  {
    id: "teo-name",
    questions: ["who are you?", "what is your name?"],
    answer: "Teo. I mend what time breaks.",
  },
  {
    id: "teo-work",
    questions: ["what are you doing?", "what do you restore?", "what is your work?"],
    answer: "I wind the clock, oil the gramophone and glue whatever came apart. Today it is the clock.",
  },
];

export const ANSWERS_OF_MINA: readonly KnownAnswer[] = [
  {
    id: "mina-name",
    questions: ["who are you?", "what is your name?"],
    answer: "I'm Mina. I come here whenever it rains.",
  },
  {
    id: "mina-favourite",
    questions: ["what do you like best?", "which piece is your favourite?"],
    answer: "The nautilus. It moves into a new room every month, I envy it.",
  },
];

export const ANSWERS_OF_ADA: readonly KnownAnswer[] = [...PIECES, ...HOUSE];
