/** English words that tell where a noun phrase begins and ends, and how it counts. */
import { isColourWord } from "../colour.js";
import { lexiconRow, numberOf } from "../text/lexicon.js";

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Stand for any thing. */
export const GENERIC = list("thing things object objects item items piece stuff something everything");
/** Stand for one of the kind that was spoken of. */
export const PRO_NOUN = list("one ones");
/** Of things that were named together, the first and the last. */
export const FORMER = "former";
export const LATTER = "latter";
export const ANYBODY = list("everyone everybody people somebody someone");
/** Within a noun phrase they place or measure: neither name a thing nor end the phrase. */
const ADJECTIVES = list(
  "left right leftmost rightmost lefthand righthand top topmost bottom bottommost upper uppermost lower lowermost nearest closest furthest farthest middle centre center front big bigger biggest large larger largest small smaller smallest tiny tiniest huge giant little littlest medium tall taller tallest short shorter shortest long longer longest wide wider widest thin narrow high higher highest low lowest dark darker darkest light lighter lightest bright brighter brightest pale northern southern eastern western northmost southmost eastmost westmost northernmost southernmost easternmost westernmost other last",
);
const HEADS = list(
  "block blocks cube cubes brick bricks ball balls dot dots circle circles box boxes person people man men woman women guy guys girl boy kid child lady gentleman hat shirt room row column stack tower fire music siren alarm",
);
/** Between a person and what it wears. */
export const WEARING = list("in with wearing wears has having a an the and whose who that is his her their");
const NEGATION = list(
  "not don't dont never forget ignore except but without instead rather aren't isn't non no wasn't besides",
);
const ORDINALS = list(
  "first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th",
);

export const isNegation = (word: string): boolean => NEGATION.has(word);
export const isOrdinal = (word: string): boolean => ORDINALS.has(word);

/** How many are meant ("two", "2", "both"), 0 if the word does not say. */
export function cardinalOf(word: string): number {
  return isOrdinal(word) || PRO_NOUN.has(word) ? 0 : numberOf(word);
}

/** May this word stand inside a noun phrase? Words that grammar is made of may not. */
export function isNominal(word: string): boolean {
  return (
    lexiconRow(word) === 0 ||
    isColourWord(word) ||
    numberOf(word) > 0 ||
    GENERIC.has(word) ||
    PRO_NOUN.has(word) ||
    word === FORMER ||
    word === LATTER ||
    ANYBODY.has(word) ||
    ADJECTIVES.has(word) ||
    HEADS.has(word)
  );
}

export const COMPASS: Readonly<Record<string, number>> = {
  north: 0,
  east: Math.PI / 2,
  south: Math.PI,
  west: -Math.PI / 2,
};
const FACING = list("facing face faces faced look looking looks toward towards heading");

/** Does the compass word at this place only say which way one looks? */
export function isFacing(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((word) => FACING.has(word));
}

/** "facing east": the yaw that a line takes for ahead; null if it names none. */
export function spokenYaw(words: readonly string[]): number | null {
  for (let i = 0; i < words.length; i++) {
    if (!FACING.has(words[i])) continue;
    for (const word of words.slice(i + 1, i + 4)) {
      const yaw = COMPASS[word.replace(/ern$/, "")];
      if (yaw !== undefined) return yaw;
    }
  }
  return null;
}
