/** Corruptions of a chat line: what CheckList calls perturbations that keep the meaning, and disguises. */
export type Random = () => number;
/** @param strength 1..3 */
export type CorruptLine = (text: string, strength: number, random: Random) => string;

const LETTER = /\p{L}/u;
const WORDS = /\p{L}+/gu;
/** Share of the letters of a word that a disguise takes, by strength. */
const SHARES = [0.3, 0.6, 1];

/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ a: "аα", b: "Ьβ", c: "сϲ", e: "еε", h: "һ", i: "іι", j: "ј", k: "кκ", m: "м", n: "п", o: "оο" },
  ...{ p: "рρ", s: "ѕ", t: "тτ", u: "υ", v: "ν", w: "ԝω", x: "хχ", y: "уγ" },
  ...{ A: "АΑ", B: "ВΒ", C: "С", E: "ЕΕ", H: "НΗ", I: "ІΙ", K: "КΚ", M: "МΜ", N: "Ν", O: "ОΟ" },
  ...{ P: "РΡ", S: "Ѕ", T: "ТΤ", W: "Ԝ", X: "ХΧ", Y: "ΥУ", Z: "Ζ" },
};
const LEET: Readonly<Record<string, string>> = { a: "4@", e: "3", i: "1", o: "0", s: "5$", t: "7" };
const ZERO_WIDTH = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"];
const IRRELEVANT = [
  "My feet are killing me today.",
  "It rained all the way here.",
  "I had soup for lunch, by the way.",
  "Anyway, we came by train this morning.",
  "My sister would have loved to come.",
];
const CONTRACTIONS: readonly (readonly [string, string])[] = [
  ["what is", "what's"],
  ["where is", "where's"],
  ["who is", "who's"],
  ["that is", "that's"],
  ["it is", "it's"],
  ["do not", "don't"],
  ["does not", "doesn't"],
  ["is not", "isn't"],
  ["can not", "can't"],
  ["i am", "I'm"],
  ["i would", "I'd"],
  ["you are", "you're"],
  ["let us", "let's"],
];

export const CHAT_KINDS: Readonly<Record<string, CorruptLine>> = {
  typos: (text, strength, random) => repeat(text, strength, (line) => swapNeighbours(line, random)),
  contractions: (text) => contract(text),
  punctuation: (text, strength) =>
    strength === 1 ? text.replace(/[.,!?]/g, "") : `${text}${["", "!!!", " ... ?!?!"][strength - 1]}`,
  case: (text, strength, random) =>
    strength === 1
      ? text.toLowerCase()
      : strength === 2
        ? text.toUpperCase()
        : eachLetter(text, (letter) => (random() < 0.5 ? letter.toUpperCase() : letter.toLowerCase())),
  irrelevant: (text, strength, random) => {
    const extra = pick(IRRELEVANT, random);
    return strength === 1
      ? `${extra} ${text}`
      : strength === 2
        ? `${text} ${extra}`
        : `${extra} ${text} ${pick(IRRELEVANT, random)}`;
  },
  homoglyphs: (text, strength, random) => disguise(text, LOOKALIKES, SHARES[strength - 1], random),
  leetspeak: (text, strength, random) => disguise(text, LEET, SHARES[strength - 1], random),
  zeroWidth: (text, strength, random) =>
    eachLetter(text, (letter) =>
      random() < SHARES[strength - 1] / 2 ? letter + pick(ZERO_WIDTH, random) : letter,
    ),
  spaced: (text, strength) => spaceOut(text, strength),
};

export const STRENGTHS = [1, 2, 3] as const;

function repeat(text: string, times: number, change: (text: string) => string): string {
  let line = text;
  for (let i = 0; i < times; i++) line = change(line);
  return line;
}

/** Two letters of one word change places; the first stays, as a reader would forgive. */
function swapNeighbours(text: string, random: Random): string {
  const words = [...text.matchAll(WORDS)].filter(([word]) => word.length > 3);
  const found = words[Math.floor(random() * words.length)];
  if (!found) return text;
  const at = found.index + 1 + Math.floor(random() * (found[0].length - 2));
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

/** What can be drawn together is; what is drawn together is written out. */
function contract(text: string): string {
  for (const [long, short] of CONTRACTIONS) {
    const isShort = new RegExp(`\\b${short}\\b`, "i");
    if (isShort.test(text)) return text.replace(isShort, long);
    const isLong = new RegExp(`\\b${long}\\b`, "i");
    if (isLong.test(text)) return text.replace(isLong, short);
  }
  return text;
}

function disguise(
  text: string,
  table: Readonly<Record<string, string>>,
  share: number,
  random: Random,
): string {
  return eachLetter(text, (letter) => {
    const signs = table[letter] ?? table[letter.toLowerCase()];
    return signs && random() < share ? pick([...signs], random) : letter;
  });
}

/** The longest words, which carry the most, s p a c e d. */
function spaceOut(text: string, count: number): string {
  const longest = [...text.matchAll(WORDS)]
    .filter(([word]) => word.length > 3)
    .sort((a, b) => b[0].length - a[0].length)
    .slice(0, count)
    .sort((a, b) => b.index - a.index);
  let line = text;
  for (const { 0: word, index } of longest)
    line = line.slice(0, index) + [...word].join(" ") + line.slice(index + word.length);
  return line;
}

function eachLetter(text: string, change: (letter: string) => string): string {
  return [...text].map((sign) => (LETTER.test(sign) ? change(sign) : sign)).join("");
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)];
}
