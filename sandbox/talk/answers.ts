/** What the three can say when they are asked. */
import type { KnownAnswer } from "../../src/knowledge/answers.js";
import { CATALOGUE } from "../art/exhibits/catalogue.js";
import { ROOMS } from "../art/plan.js";
import { OF_ANY_PIECE } from "./anyPiece.js";
import { CHOSEN } from "./chosen.js";
import { HERSELF } from "./herself.js";
import { HOUSE } from "./house.js";
import { ASKED, PARTICULARS } from "./particulars.js";
import type { Recollection } from "./recollection.js";

const PIECES: readonly KnownAnswer[] = CATALOGUE.flatMap(({ id, knowledge }) =>
  knowledge.map((each, i) => ({ id: `${id}-${i + 1}`, about: id, ...each })),
);

const MORE = ["tell me more", "tell me more about it", "what else do you know about it?", "and then?"];
const FIND = [
  "where is it?",
  "where can I find it?",
  "show me it",
  "can you show me it?",
  "take me to it",
  "I want to see it",
];

const DETAILS: readonly KnownAnswer[] = Object.entries(PARTICULARS).flatMap(([id, particulars]) =>
  (Object.keys(particulars) as (keyof typeof particulars)[]).map((what) => ({
    id: `${id}-${what}`,
    about: id,
    questions: ASKED[what],
    answer: particulars[what] as string,
  })),
);

/** What is said at the piece's stop, and where it stands. */
const PLACES: readonly KnownAnswer[] = CATALOGUE.flatMap(({ id, say, place }) => [
  { id: `${id}-more`, about: id, questions: MORE, answer: say },
  {
    id: `${id}-where`,
    about: id,
    questions: FIND,
    answer: `${sideOf(place.x)} in ${ROOMS[place.room]!.title.replace("&", "and")}.`,
  },
]);

function sideOf(x: number): string {
  return x === 0 ? "Straight ahead," : x < 0 ? "On the left" : "On the right";
}

/** @param recollection what she has looked at and heard: told as it is when she is asked */
export function answersOfAda(recollection: Pick<Recollection, "looked" | "heard" | "said">): KnownAnswer[] {
  const herself: KnownAnswer[] = [
    {
      id: "ada-looks",
      questions: ["what are you looking at?", "what do you see?", "are you looking at me?"],
      get answer() {
        return recollection.looked();
      },
    },
    {
      id: "ada-repeats",
      questions: ["what did you say?", "can you repeat that?", "say that again", "pardon?"],
      get answer() {
        return recollection.said();
      },
    },
    {
      id: "ada-hears",
      questions: ["what was that noise?", "did you hear that?", "what was that sound?", "what do you hear?"],
      get answer() {
        return recollection.heard();
      },
    },
  ];
  return [...PIECES, ...DETAILS, ...PLACES, ...CHOSEN, ...OF_ANY_PIECE, ...HOUSE, ...HERSELF, ...herself];
}

const ASKED_OF_ADA = [
  "where are the toilets?",
  "can you show me round?",
  "where is the exit?",
  "when do you close?",
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
  {
    id: "teo-guide",
    questions: ASKED_OF_ADA,
    answer: "Ask Ada, in the green blazer. I only know the things.",
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
  {
    id: "mina-guide",
    questions: ASKED_OF_ADA,
    answer: "I only visit, too. Ada knows, the one in the green blazer.",
  },
];
