/** A thing that bears a picture of another kind of thing, {Y} (with its article {a}), of which there may be a real one here. */

/** How the picture is told in the description of the thing, {N}. */
export const DEPICTED_TOLD: readonly string[] = [
  "A {N} with {a} {Y} painted on it.",
  "A {N} that shows {a} {Y}.",
  "It has {a} {Y} on the front.",
  "On it, {a} {Y} at dusk.",
  "A {N} decorated with {a} {Y}.",
  "Somebody has drawn {a} {Y} on this {N}.",
  "A plain {N}, but for the {Y} on its side.",
  "A {N} with the picture of {a} {Y}.",
  "{a} {Y} is carved into it.",
  "The {Y} on it was added later.",
  "A {N} for children, with a smiling {Y}.",
  "Its only ornament is {a} {Y}.",
  "A {N} printed with {a} {Y} in three colours.",
  "A {N} in memory of {a} {Y} that was lost.",
];

/** How people call it. */
export const DEPICTED_CALLED: readonly string[] = [
  "the {N} with the {Y}",
  "the {N} with the {Y} on it",
  "the {N} with {a} {Y} on it",
  "that {N} with the {Y}",
  "the {N} that has {a} {Y} on it",
  "the {N} that shows {a} {Y}",
  "the {N} showing the {Y}",
  "the {Y} {N}",
  "the one with {a} {Y} painted on it",
  "the {N} where you can see {a} {Y}",
  "the {N} somebody put {a} {Y} on",
  "the {N} with that {Y} drawn on it",
  "the {N}, the one with the {Y}",
  "the {N} decorated with {a} {Y}",
  "the {N} with the picture of {a} {Y}",
  "the thing with the {Y} on its side",
  "the {N} bearing {a} {Y}",
  "the {N} with the little {Y}",
];

/** How people call the real thing beside a picture of one. */
export const NOT_DEPICTED: readonly string[] = [
  "the {Y}",
  "the real {Y}",
  "the actual {Y}",
  "the {Y} itself",
  "the {Y}, not the picture",
  "the {Y}, I mean the real one",
  "the {Y} and not the {N}",
  "the {Y} standing there",
  "that {Y}",
  "the {Y} over there",
  "the {Y} you can touch",
];

/** Two things at once, named. */
export const TWO_COMPARED: readonly string[] = [
  "which is older, {X} or {Y}?",
  "which one is heavier, {X} or {Y}?",
  "what costs more, {X} or {Y}?",
  "what is the difference between {X} and {Y}?",
  "what do {X} and {Y} have in common?",
  "compare {X} with {Y}",
  "do {X} and {Y} belong together?",
  "did the same person make {X} and {Y}?",
  "{X} or {Y}, which would you take home?",
  "do you prefer {X} or {Y}?",
  "I can't decide between {X} and {Y}",
  "was {X} made before {Y}?",
  "is {X} bigger than {Y}?",
  "how is {X} different from {Y}?",
  "tell me about {X} and {Y}",
  "why do you keep {X} together with {Y}?",
  "put {X} beside {Y} in your mind: which wins?",
  "are {X} and {Y} from the same place?",
  "which came first, {X} or {Y}?",
  "I like {X} more than {Y}",
];

/** Two things at once, looked at. */
export const THESE_TWO: readonly string[] = [
  "which of these is older?",
  "which of these two is older?",
  "which one of them is the original?",
  "are these two related?",
  "do these belong together?",
  "what is the difference between these two?",
  "which of the two do you prefer?",
  "what are these?",
  "what are those two?",
  "who made these?",
  "are they a pair?",
  "compare these for me",
  "which of them would you save?",
  "both of these look odd",
  "did these come together?",
  "these two, what are they?",
];
