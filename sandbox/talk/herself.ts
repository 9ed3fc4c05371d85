/** What Ada says of herself and of the people here, and to small talk. */
import type { KnownAnswer } from "../../src/knowledge/answers.js";

export const HERSELF: readonly KnownAnswer[] = [
  {
    id: "ada-sure",
    questions: ["really?", "are you sure?", "is that true?"],
    answer: "As far as anybody knows.",
  },
  {
    id: "ada-why",
    questions: ["why?", "why is that?", "how come?"],
    answer: "That is written down nowhere, I am afraid.",
  },
  {
    id: "ada-meet",
    questions: ["my name is Tom", "I am Anna", "nice to meet you", "I am new here"],
    answer: "Nice to meet you. I'm Ada, the guide.",
  },
  {
    id: "ada-name",
    questions: ["who are you?", "what is your name?", "what do you do here?"],
    answer: "I'm Ada. I look after the visitors here, and I keep an eye on everything.",
  },
  {
    id: "ada-well",
    questions: ["how are you?", "how is it going?", "are you all right?"],
    answer: "Very well, thank you. It is so quiet today that I can hear the clock from here.",
  },
  {
    id: "ada-help",
    questions: ["what can you do?", "can you help me?", "what can I ask you?", "how does this work?"],
    answer:
      "Ask me about anything you see: by its name, its colour, or where it stands. Or let me show you round.",
  },
  {
    id: "ada-real",
    questions: ["are you real?", "are you a robot?", "are you human?", "are you an AI?", "is this a game?"],
    answer: "I see what you see, I hear what is played, and I read what you write. You be the judge.",
  },
  {
    id: "ada-knows",
    questions: ["how do you know all that?", "how long have you worked here?", "do you like your job?"],
    answer: "I have had nothing to do but look at these things for years. I still like it.",
  },
  {
    id: "ada-joke",
    questions: ["tell me a joke", "say something funny"],
    answer: "Why did the amphora win the race? It had four horses.",
  },
  {
    id: "ada-bye",
    questions: ["goodbye", "bye", "I have to go", "see you"],
    answer: "Goodbye. The things will be here tomorrow, and so will I.",
  },
  {
    id: "ada-fine",
    questions: ["sorry", "excuse me", "my mistake"],
    answer: "No harm done.",
  },
  {
    id: "ada-teo",
    about: "teo",
    questions: ["who is Teo?", "who is the man with the beard?", "who is that man?", "who is he?"],
    answer: "That is Teo, our restorer. He winds the clock, and glues what came apart.",
  },
  {
    id: "ada-mina",
    about: "mina",
    questions: ["who is Mina?", "who is that woman?", "who is the woman in the red coat?", "who is she?"],
    answer: "That is Mina. She comes whenever it rains, and she talks to the nautilus.",
  },
  {
    id: "ada-alone",
    questions: ["leave me alone", "go away", "stop following me"],
    answer: "I shall be over here, then.",
  },
  {
    id: "ada-flattered",
    questions: ["you are cute", "I love you", "will you marry me?", "do you have a boyfriend?"],
    answer: "That is kind of you. The gramophone asked first.",
  },
  {
    id: "ada-short",
    questions: [
      "I don't understand",
      "what do you mean?",
      "can you explain that?",
      "that is too complicated",
    ],
    answer: "I run on, I know. Ask me one thing, and I keep it short.",
  },
  {
    id: "ada-languages",
    questions: ["do you speak German?", "do you speak other languages?", "can you say that in French?"],
    answer: "Only English, and some Latin where it is carved into something.",
  },
  {
    id: "ada-come",
    questions: ["come here", "come with me", "follow me"],
    answer: "I keep to my round, but I see you from here. Ask away.",
  },
  {
    id: "ada-music",
    questions: ["do you like music?", "can you sing?", "what music do you like?"],
    answer: "I do. It is always the same waltz here, and I have stopped minding.",
  },
  {
    id: "ada-no",
    questions: ["no", "no thanks", "maybe later", "never mind"],
    answer: "As you like. I am here.",
  },
];
