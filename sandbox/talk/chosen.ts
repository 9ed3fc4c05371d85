/** What visitors ask of all pieces at once. The answer names the piece, so eyes go there. */
import type { KnownAnswer } from "../../src/knowledge/answers.js";

export const CHOSEN: readonly KnownAnswer[] = [
  {
    id: "chosen-oldest",
    questions: [
      "what is the oldest thing here?",
      "which piece is the oldest?",
      "what is the most ancient thing you have?",
    ],
    answer: "The black-figure amphora, by far: some twenty-five centuries.",
  },
  {
    id: "chosen-newest",
    questions: [
      "what is the newest thing here?",
      "which piece is the youngest?",
      "what is the most modern thing you have?",
    ],
    answer: "The gramophone, from 1910. The others call it the baby.",
  },
  {
    id: "chosen-precious",
    questions: [
      "what is the most valuable thing here?",
      "what is the most expensive thing you have?",
      "what is your most precious piece?",
      "which one would you save from a fire?",
    ],
    answer: "The insurers say the celadon vase. I would say whatever made you stop walking.",
  },
  {
    id: "chosen-beautiful",
    questions: ["what is the most beautiful thing here?", "which piece is the prettiest?"],
    answer: "The nautilus shell, if you ask me. Nobody designed it.",
  },
  {
    id: "chosen-biggest",
    questions: [
      "what is the biggest thing here?",
      "which piece is the largest?",
      "what is the tallest thing here?",
    ],
    answer: "The longcase clock. Eight people carried it in.",
  },
  {
    id: "chosen-smallest",
    questions: ["what is the smallest thing here?", "which piece is the smallest?"],
    answer: "The astrolabe. It holds the whole sky all the same.",
  },
  {
    id: "chosen-heaviest",
    questions: ["what is the heaviest thing here?", "what is the loudest thing here?"],
    answer: "The bronze bell. You would hear it fall, too.",
  },
  {
    id: "chosen-scariest",
    questions: [
      "show me something scary",
      "what is the scariest thing here?",
      "is anything here haunted?",
      "is this museum haunted?",
      "what is the strangest thing here?",
    ],
    answer: "The sun mask, if you meet it in the dark. It was never meant for daylight.",
  },
  {
    id: "chosen-funniest",
    questions: ["show me something funny", "what is the funniest thing here?", "is anything here wrong?"],
    answer: "The terrestrial globe. Two of its islands were a bank of fog.",
  },
  {
    id: "chosen-interesting",
    questions: ["show me something interesting", "what is the most interesting thing here?", "surprise me"],
    answer: "The floor loom. Somebody left it in the middle of a stripe, and nobody knows why.",
  },
  {
    id: "chosen-favourite",
    questions: [
      "what is your favourite piece?",
      "which piece is your favourite?",
      "which one do you like best?",
      "what do you like most here?",
    ],
    answer: "The floor loom. I keep thinking that she will come back for her thread.",
  },
  {
    id: "chosen-least",
    questions: ["what is the ugliest thing here?", "which piece do you like least?"],
    answer: "The diving helmet, and I am a little afraid of it. Don't tell Teo.",
  },
];
