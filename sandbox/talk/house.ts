/** What Ada knows of the house. */
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
      "how many exhibits are there?",
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
    questions: ["how much is the entrance?", "is it free?", "do I need a ticket?", "where can I pay?"],
    answer: "Nothing at all. The museum is free.",
  },
  {
    id: "house-photos",
    questions: ["can I take photos?", "are pictures allowed?", "may I film in here?"],
    answer: "As many as you like, without a flash.",
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
      "do you have any weapons?",
      "is there a mummy?",
      "where are the knights?",
      "do you have a Picasso?",
    ],
    answer: "No, I am sorry. Clay, brass, and a shell that nobody lives in.",
  },
  {
    id: "house-tour-length",
    questions: ["how long does the tour take?", "how long is the tour?", "is it a long tour?"],
    answer: "Ten minutes or so, unless you fall in love with a piece.",
  },
  {
    id: "house-coats",
    questions: ["where can I leave my coat?", "is there a cloakroom?", "where can I put my bag?"],
    answer: "There are hooks for coats and lockers for bags in the hall.",
  },
  {
    id: "house-dogs",
    questions: ["can I bring my dog?", "are pets allowed?", "may my cat come in?"],
    answer: "Guide dogs may come in. All others wait in the hall, and are made much of there.",
  },
  {
    id: "house-wifi",
    questions: ["is there wifi?", "what is the password?", "can I charge my phone?"],
    answer: "No, I am sorry. When we took it away, people began to look up.",
  },
  {
    id: "house-paintings",
    questions: [
      "do you have paintings?",
      "where are the paintings?",
      "who painted the pictures on the walls?",
    ],
    answer: "There are five, on the walls between the pieces. Nobody signed them.",
  },
  {
    id: "house-pottery",
    questions: [
      "where is the pottery?",
      "where are the vases?",
      "is there anything from China?",
      "do you have anything Chinese?",
    ],
    answer: "In Earth and Fire, the first room. Three of its pieces came from China.",
  },
  {
    id: "house-instruments",
    questions: ["where are the instruments?", "where are the machines?", "how do I get to the sea?"],
    answer:
      "What ticks and sings stands in Time and Tone, what sailed in Sea and Sky. Just go on through the doors.",
  },
  {
    id: "house-built",
    questions: ["who built this museum?", "how old is this museum?", "what was this building before?"],
    answer: "A captain's widow built it in 1871. She needed somewhere to put it all.",
  },
  {
    id: "house-lost-child",
    questions: ["my child is missing", "I have lost my son", "I can't find my friends"],
    answer: "Stay here, please. I shall tell the hall, and nobody gets out past the hall.",
  },
  {
    id: "house-fire",
    questions: ["fire!", "help!", "there is smoke", "it is an emergency"],
    answer: "Then we go out now, please, the way you came, and nobody runs.",
  },
  {
    id: "house-bench",
    questions: ["I am tired", "where can I sit down?", "my feet hurt"],
    answer: "There is a bench in every room. Sit down, and look at one thing for as long as you like.",
  },
];
