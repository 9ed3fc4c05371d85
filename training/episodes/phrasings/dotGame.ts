/** What partners say while they look for a dot that both have. {F}: a figure of dots, {W}: which of it. */

/** Tells a figure. */
export const FIGURE_SAID: readonly string[] = [
  "{F}",
  "{F}",
  "{F} ?",
  "i have {F}",
  "ive got {F}",
  "i see {F}",
  "do you have {F} ?",
  "u got {F} ?",
  "hello . {F} ?",
  "hi ! do you see {F} ?",
  "ok , what about {F} ?",
  "hmm . i do have {F}",
  "on my side there 's {F}",
  "mine has {F}",
  "look for {F}",
  "lets see .. {F}",
  "i can make out {F}",
  "how about {F}",
];
/** It is not there on the other's side. */
export const FIGURE_MISSED: readonly string[] = [
  "nope",
  "no sorry",
  "do n't see those",
  "not here , next",
  "i do n't think we share that",
  "mine are all bigger than that",
  "no idea . tell me another",
  "no , nothing like it",
  "hmm no . something else ?",
  "sorry i dont have it . you ?",
  "that must be off my edge",
  "nothing close to that",
];
/** It is there. */
export const FIGURE_FOUND: readonly string[] = [
  "yes",
  "yes i do",
  "yep got it",
  "i think so",
  "oh i have that",
  "yes ! i see it",
  "ok i have those too",
  "found it",
  "yeah looks the same here",
  "sure do",
  "same here",
  "think i got it",
];
/** One asks whether {W} fits, without choosing it. */
export const FIGURE_CHECKED: readonly string[] = [
  "is the {W} ?",
  "and the {W} , right ?",
  "just to be sure , the {W} ?",
  "wait , the {W} ?",
  "on mine the {W}",
  "i think so , the {W} , yes ?",
];
/** The choice. {W} with its article and noun. */
export const FIGURE_PICKED: readonly string[] = [
  "pick {W}",
  "click {W}",
  "lets pick {W}",
  "let 's go with {W}",
  "choose {W} ?",
  "ok {W}",
  "i will choose {W}",
  "wanna click {W} ?",
  "shall we do {W}",
  "select {W} , ok ?",
  "{W} then",
  "{W} ?",
  "great , {W} is the one",
  "i vote {W}",
  "so we take {W}",
  "yes , {W}",
  "im going for {W}",
  "good , tap {W}",
  "lets both choose {W}",
  "i think we should pick {W}",
];
/** The choice, where only one was spoken of. */
export const LONE_PICKED: readonly string[] = [
  "pick it",
  "lets pick that",
  "choose that one ?",
  "ok click it",
  "yes lets go for that one",
  "that one then",
  "shall we take it ?",
  "i see it , clicking",
  "cool , select that",
  "yes . go with it",
];
