/** The same words in another mouth: openers, closers, spelling, case, slips of the finger. */
import type { Random } from "../random.js";

const OPENERS = [
  "hey,",
  "hi,",
  "hello,",
  "excuse me,",
  "um,",
  "uh",
  "er,",
  "so",
  "well,",
  "ok",
  "okay so",
  "listen,",
  "say,",
  "oh",
  "wow,",
  "hm,",
  "right,",
  "sorry,",
  "quick question:",
  "I was wondering,",
  "just curious,",
  "by the way,",
  "one more thing:",
  "look,",
  "please,",
  "alright,",
  "my friend,",
  "sir,",
  "ma'am,",
] as const;
const CLOSERS = [
  "please",
  "thanks",
  "if you don't mind",
  "when you have a moment",
  "mate",
  "dear",
  "quickly",
  "right now",
  "ok?",
  "would you",
  "thank you",
  "cheers",
  "haha",
  "lol",
  "...",
  "!!",
  "I'm curious",
  "just wondering",
  "if that's ok",
] as const;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\byou\b/g, "u"],
  [/\bare\b/g, "r"],
  [/\bplease\b/g, "pls"],
  [/\bwhat\b/gi, "wat"],
  [/\bthe\b/g, "da"],
  [/\bthanks\b/g, "thx"],
  [/\bto\b/g, "2"],
  [/\babout\b/g, "abt"],
  [/\bthat\b/g, "dat"],
];
const FORMAL: readonly (readonly [RegExp, string])[] = [
  [/\bwhat's\b/gi, "what is"],
  [/\bwho's\b/gi, "who is"],
  [/\bwhere's\b/gi, "where is"],
  [/\bI'd\b/g, "I would"],
  [/\bcan you\b/gi, "might you"],
];

function typo(random: Random, word: string): string {
  const at = random.integer(1, word.length - 2);
  const kind = random.integer(0, 3);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word[at] + word.slice(at);
  if (kind === 2) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return word.slice(0, at) + random.pick([..."aeiounrstl"]) + word.slice(at + 1);
}

/** Words whose slip would change the meaning. */
const KEPT =
  /^(left|right|north|south|east|west|under|above|below|behind|front|light|dark|without|except|first|second|third|fourth)/i;

/** At most `most` slips, in words of five letters or more. */
export function misspell(random: Random, text: string, most = 1): string {
  const words = text.split(" ");
  const long = words
    .map((w, i) => (/^[a-z'-]{5,}[?.!,]?$/i.test(w) && !KEPT.test(w) ? i : -1))
    .filter((i) => i >= 0);
  for (const i of random.sample(long, most)) words[i] = typo(random, words[i] as string);
  return words.join(" ");
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const bare = (text: string) =>
  text
    .replace(/[?.!,;:']+/g, "")
    .replace(/\s+/g, " ")
    .trim();
const replaceAll = (text: string, table: readonly (readonly [RegExp, string])[]) =>
  table.reduce((t, [from, to]) => t.replace(from, to), text);

function child(random: Random, text: string): string {
  const tail = random.pick([
    "I wanna know!",
    "is it magic?",
    "pleeease",
    "mommy said ask you",
    "hihi",
    "I'm six",
  ]);
  return `${text.replace(/[?.]$/, "")}? ${tail}`;
}

function foreign(random: Random, text: string): string {
  const out = text.replace(/\b(is|are|does|did|do) /i, random.chance(0.5) ? "" : "$1 ");
  return random.chance(0.6) ? out.replace(/\b(the|a|an) /i, "") : out;
}

/** `text` as somebody might really type it. `name`: who is spoken to, if that may be said. */
export function voice(random: Random, text: string, name?: string): string {
  return typed(random, opened(random, text, name));
}

function opened(random: Random, text: string, name?: string): string {
  let out = text;
  if (name && random.chance(0.18))
    out = random.chance(0.6) ? `${name}, ${out}` : `${out.replace(/[?.!]$/, "")}, ${name}?`;
  else if (random.chance(0.22)) out = `${random.pick(OPENERS)} ${out}`;
  if (random.chance(0.12)) {
    const closer = random.pick(CLOSERS);
    out = /^\W/.test(closer)
      ? out.replace(/[?.!]$/, "") + closer
      : `${out.replace(/[?.!]$/, "")} ${closer}${out.endsWith("?") ? "?" : ""}`;
  }
  return out;
}

/** Only case, spelling and slips: nothing is said before or behind. */
export function typed(random: Random, text: string): string {
  let out = text;
  const style = random.weighted([
    ["plain", 26],
    ["capital", 22],
    ["lower", 20],
    ["bare", 14],
    ["loud", 4],
    ["short", 4],
    ["formal", 4],
    ["child", 2],
    ["foreign", 4],
  ] as const);
  if (style === "capital") out = capital(out);
  else if (style === "lower") out = out.toLowerCase();
  else if (style === "bare") out = bare(out.toLowerCase());
  else if (style === "loud") out = out.toUpperCase();
  else if (style === "short") out = bare(replaceAll(out, SHORT));
  else if (style === "formal") out = capital(replaceAll(out, FORMAL));
  else if (style === "child") out = child(random, out);
  else if (style === "foreign") out = foreign(random, out);
  if (random.chance(0.1)) out = misspell(random, out, random.chance(0.8) ? 1 : 2);
  return out.trim();
}
