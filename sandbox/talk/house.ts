/** What Ada knows of the house, its people and herself. */
import type { KnownAnswer } from "../../src/knowledge/answers.js";

/** Ids that are orders to her as well. */
export const TOUR_ASKED = "house-tour";
export const TOUR_REFUSED = "house-tour-end";

export const WELCOME = "Welcome. Ask me about anything you see, or let me show you round.";

export const HOUSE: readonly KnownAnswer[] = [
  {
    id: "house-where",
    questions: ["where am I?", "what is this place?", "what museum is this?", "I am lost"],
    answer: "You are in the Attentive Museum. Three rooms: Earth and Fire, Time and Tone, Sea and Sky.",
  },
  {
    id: "house-rooms",
    questions: [
      "what else is there?",
      "what is in the other rooms?",
      "what is in the next room?",
      "what can I see here?",
      "how many rooms are there?",
      "how many pieces do you have?",
    ],
    answer:
      "Clay and gold in Earth and Fire. A clock, a loom, a gramophone and a bell in Time and Tone. A ship, a globe and a shell in Sea and Sky. Fifteen pieces and five paintings.",
  },
  {
    id: TOUR_ASKED,
    questions: [
      "how do I start the tour?",
      "can you show me around?",
      "can you show me round?",
      "show me the museum",
      "give me a tour",
      "I would like a tour",
      "go on with the tour",
      "go on",
      "continue",
      "I am ready, let's go",
      "lead the way",
    ],
    answer: "With pleasure.",
  },
  {
    id: TOUR_REFUSED,
    questions: [
      "stop the tour",
      "stop",
      "wait",
      "wait a moment",
      "not so fast",
      "can we stop here?",
      "let's take a break",
      "I'd rather look around alone",
      "no tour, thanks",
    ],
    answer: "As you like. I am here when you want to go on.",
  },
  {
    id: "house-what-to-see",
    questions: [
      "what should I see?",
      "what do you recommend?",
      "where should I start?",
      "I only have five minutes",
      "what is the best thing here?",
    ],
    answer:
      "The sun mask here, then the loom next door, then the nautilus at the end. Or say the word, and I show you round.",
  },
  {
    id: "house-praise",
    questions: [
      "I love this place",
      "what a beautiful museum",
      "this is amazing",
      "it is lovely here",
      "I like it here",
      "how interesting",
      "wow",
      "what a beautiful vase",
      "that is beautiful",
      "you are a great guide",
    ],
    answer: "Thank you, that is good to hear. Stand still for a while, it gets better.",
  },
  {
    id: "house-complaint",
    questions: [
      "this is boring",
      "I am bored",
      "I don't like it here",
      "I hate museums",
      "this museum is terrible",
      "nothing here is interesting",
    ],
    answer: "Then ask me for the scariest piece, or for the one that cannot be right. That helps.",
  },
  {
    id: "house-toilets",
    questions: ["where are the toilets?", "is there a restroom?", "where is the bathroom?", "I need the loo"],
    answer: "In the entrance hall, down the stairs on the left.",
  },
  {
    id: "house-exit",
    questions: ["where is the exit?", "how do I get out?", "which way is out?"],
    answer: "The way you came: through Earth and Fire, to the hall.",
  },
  {
    id: "house-cafe",
    questions: [
      "is there a café?",
      "where can I get a coffee?",
      "where can I eat?",
      "I am hungry",
      "is there a shop?",
    ],
    answer:
      "Not in here, on account of the crumbs. There are two cafés across the square, and a shop in the hall.",
  },
  {
    id: "house-hours",
    questions: ["when do you close?", "what are the opening hours?", "how long are you open?"],
    answer: "We are open from ten to six, on Thursdays until nine.",
  },
  {
    id: "house-tickets",
    questions: ["how much is the entrance?", "do I need a ticket?", "where can I pay?"],
    answer: "Nothing at all. The museum is free.",
  },
  {
    id: "house-photos",
    questions: ["can I take photos?", "are pictures allowed?", "may I film in here?"],
    answer: "As many as you like, without a flash.",
  },
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
    id: "house-cold",
    questions: ["it is cold in here", "why is it so dark in here?", "can you turn up the heating?"],
    answer: "I know. The pieces like it cool and dim, and they were here first.",
  },
  {
    id: "house-posts",
    questions: [
      "what are the barrier posts for?",
      "why are there ropes?",
      "I knocked over a post",
      "sorry, I broke it",
    ],
    answer:
      "The posts only keep elbows away. They have been knocked over before, and they forgive everything.",
  },
  {
    id: "house-time",
    questions: ["what time is it?", "do you have the time?"],
    answer: "The longcase clock next door knows. I trust it more than myself.",
  },
  {
    id: "house-people",
    questions: [
      "how many people work here?",
      "who is the director?",
      "do you work alone?",
      "do you get lonely?",
    ],
    answer: "There are two of us, Teo and I. The things do the rest.",
  },
  {
    id: "house-none",
    questions: [
      "do you have dinosaurs?",
      "is there a mummy?",
      "where are the knights?",
      "do you have a Picasso?",
    ],
    answer: "No, I am sorry. Clay, brass, and a shell that nobody lives in.",
  },
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
];
