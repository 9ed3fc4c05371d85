/** Longest message, in code points. */
export const MAX_MESSAGE_LENGTH = 500;

/** Blank characters, those included that \s leaves out: next line, braille blank. Not U+FEFF, which shows nothing. */
const BLANK = /(?:(?!\uFEFF)[\s\u0085\u2800])+/gu;
/**
 * An emoji with its selector, skin tone and joiners, which stays as it is, or a character that shows
 * nothing: controls, lone surrogates, zero-width, bidi and tag characters, variation selectors, fillers.
 */
const EMOJI_OR_INVISIBLE =
  /(\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*)|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Of a very long text only so many UTF-16 units for each allowed code point are looked at. */
const UNITS_PER_POINT = 16;

export interface CleanText {
  /** "" if nothing is left. */
  readonly text: string;
  /** It was longer than allowed and has lost its end. */
  readonly cut: boolean;
}

/**
 * Makes a message safe to show and to read: NFKC, nothing invisible, single spaces, no blank ends, at
 * most `maxLength` code points. Emoji stay, joined ones included. Never throws; idempotent.
 */
export function cleanText(raw: string, maxLength = MAX_MESSAGE_LENGTH): CleanText {
  const looked = raw.slice(0, maxLength * UNITS_PER_POINT);
  const whole = normalise(looked);
  const points = [...whole];
  if (points.length <= maxLength) return { text: whole, cut: looked.length < raw.length };
  return { text: normalise(points.slice(0, maxLength).join("")), cut: true };
}

/** Taking a character away can bring two together that compose, so it goes on until nothing changes. */
function normalise(raw: string): string {
  let text = raw;
  for (let round = 0; round < 8; round++) {
    const next = text
      .replace(BLANK, " ")
      .replace(EMOJI_OR_INVISIBLE, (_, emoji?: string) => emoji ?? "")
      .normalize("NFKC")
      .replace(BLANK, " ")
      .trim();
    if (next === text) break;
    text = next;
  }
  return text;
}
