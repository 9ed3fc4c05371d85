/** Letters of plain English speech a second: about 150 words a minute. */
export const LETTERS_PER_SECOND = 14;
const SHORTEST = 0.6;

/** How long it takes to say a text, seconds. */
export function secondsToSay(text: string): number {
  return Math.max(SHORTEST, [...text.trim()].length / LETTERS_PER_SECOND);
}
