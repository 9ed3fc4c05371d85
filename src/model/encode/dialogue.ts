/** The words that can be read now, and how each names the entities. */
import { colourMatch, isColourWord } from "../colour.js";
import { MAX_EARLIER_WORDS, MAX_LAST_WORDS } from "../observation.js";
import type { EntityPercept, MessagePercept } from "../percepts.js";
import { lexiconRow } from "../text/lexicon.js";
import { Memo } from "../text/memo.js";
import { spellingMatch, splitWords } from "../text/ngrams.js";
import type { WordTable } from "../text/wordTable.js";

export interface Word {
  readonly text: string;
  readonly message: MessagePercept;
  /** Place in its message, and how many words that has. */
  readonly position: number;
  readonly length: number;
  readonly last: boolean;
}

/** The last message's words, then earlier ones, newest message first; long ones lose their middle. */
export function dialogueWords(messages: readonly MessagePercept[]): Word[] {
  const words: Word[] = [];
  let room = MAX_EARLIER_WORDS;
  for (let i = messages.length - 1; i >= 0; i--) {
    const last = i === messages.length - 1;
    const all = splitWords(messages[i].text);
    const kept = withoutMiddle(all, last ? MAX_LAST_WORDS : room);
    if (!last) room -= kept.length;
    for (const { word, at } of kept) {
      words.push({ text: word, message: messages[i], position: at, length: all.length, last });
    }
  }
  return words;
}

function withoutMiddle(words: readonly string[], room: number): { word: string; at: number }[] {
  const head = Math.ceil(room / 2);
  const indexed = words.map((word, at) => ({ word, at }));
  if (words.length <= room) return indexed;
  return [...indexed.slice(0, head), ...indexed.slice(words.length - (room - head))];
}

/** Words of names that tell little of which thing is meant. */
export const WEAK = new Set("a an the of and with in on at for to from no is it or".split(" "));

/** What an entity is called, split once. */
export interface Naming {
  readonly names: readonly (readonly string[])[];
  readonly description: readonly string[];
  /** Neighbours in the description, "red hat": what of it belongs together. */
  readonly pairs: ReadonlySet<string>;
  /** The same lines are read again at every decision, the names hardly change: what of their links is words alone. */
  readonly links: Memo<TextLinks>;
}

type TextLinks = readonly [spelling: number, meaning: number, description: number];
/** Words of one scene's talk; each entity keeps so many. */
const MOST_LINKS = 500;

export function namingOf(entity: EntityPercept): Naming {
  const names = [entity.label, ...entity.names].map((name) => splitWords(name).filter((w) => !WEAK.has(w)));
  const told = splitWords(entity.description);
  return {
    names: names.filter((name) => name.length > 0),
    description: told.filter((w) => !WEAK.has(w) && tells(w)).slice(0, 60),
    pairs: new Set(wordPairs(told.slice(0, 120)).map(({ pair }) => pair)),
    links: new Memo(MOST_LINKS),
  };
}

/** Clothes that have a row of their own. */
export const WORN = new Set("hat hats shirt shirts".split(" "));

/** Does a word tell one description from another? Most words with a row of their own do not. */
function tells(word: string): boolean {
  return lexiconRow(word) === 0 || WORN.has(word) || isColourWord(word);
}

/** Words that may stand within a pair and say nothing. */
const GLUE = new Set("a an the of and with in is are that wearing wears has".split(" "));
const NEGATED: Readonly<Record<string, string>> = { without: "no", hatless: "no hat", bareheaded: "no hat" };

/** Whom clothes do not tell apart. */
export const WEARERS = new Set(
  "person man men woman women guy lady girl boy kid child one someone gentleman".split(" "),
);

/**
 * Neighbouring words without what only joins them, with their places: "red hat", "no hat". The second names what the
 * first says something of, so it is no colour, and the first is nobody.
 */
export function wordPairs(words: readonly string[]): { pair: string; from: number; to: number }[] {
  const kept = words.flatMap((word, at) =>
    (NEGATED[word] ?? word)
      .split(" ")
      .filter((part) => !GLUE.has(part))
      .map((part) => ({ part: stem(part), at })),
  );
  return kept.slice(1).flatMap(({ part, at }, i) => {
    const before = kept[i];
    if (WEARERS.has(before.part) || isColourWord(part) || part === "no") return [];
    return { pair: `${before.part} ${part}`, from: before.at, to: at };
  });
}

/** Strength of each link of WORD_LINKS but the last, 0..1. */
export function wordLinks(word: string, entity: EntityPercept, naming: Naming, table: WordTable): number[] {
  const { colour, shape } = entity.appearance;
  return [
    ...naming.links.get(word, () => textLinks(word, naming, table)),
    colour && isColourWord(word) ? colourMatch(word, colour) : 0,
    shape ? shapeLink(word, shape) : 0,
  ];
}

function textLinks(word: string, { names, description }: Naming, table: WordTable): TextLinks {
  const content = lexiconRow(word) === 0 || names.some((name) => name.includes(word));
  const parts = names.flat();
  const told = content || tells(word);
  return [
    content ? spellingLink(word, parts) : 0,
    content ? meaningLink(word, parts, table) : 0,
    told ? Math.max(spellingLink(word, description), 0.8 * meaningLink(word, description, table)) : 0,
  ];
}

function spellingLink(word: string, others: readonly string[]): number {
  let best = 0;
  for (const other of others) best = Math.max(best, likeness(stem(word), stem(other)));
  return best < 0.5 ? 0 : (best - 0.5) * 2;
}

/** Letters that a word said shares with one meant, 0..1. One of colour or grammar is no slip: "green" is not "greek". */
export function likeness(said: string, meant: string): number {
  if (isColourWord(said) || lexiconRow(said) > 0) return said === meant ? 1 : 0;
  return spellingMatch(said, meant);
}

function meaningLink(word: string, others: readonly string[], table: WordTable): number {
  let best = 0;
  for (const other of others) best = Math.max(best, table.similarity(word, other));
  return best < 0.3 ? 0 : (best - 0.3) / 0.7;
}

/** Plurals name the same thing. */
export function stem(word: string): string {
  if (word.endsWith("'s") || word.endsWith("’s")) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith("es") && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

const SHAPE_WORDS: Record<string, readonly string[]> = {
  box: "box block cube cubes blocks boxes square crate brick rectangular".split(" "),
  sphere: "sphere ball balls dot dots circle round globe orb spherical".split(" "),
  cylinder: "cylinder tube pillar column can barrel round drum pipe cylindrical".split(" "),
  person:
    "person people man men woman women guy lady girl boy kid child someone him her he she they gentleman".split(
      " ",
    ),
};

function shapeLink(word: string, shape: string): number {
  return SHAPE_WORDS[shape].includes(word) ? 1 : 0;
}

/** How fully the best of its names is said by these words, 0..1. */
export function nameCoverage(words: readonly string[], naming: Pick<Naming, "names">): number {
  let best = 0;
  for (const name of naming.names) {
    let sum = 0;
    for (const part of name) sum += Math.max(0, ...words.map((word) => spellingLink(word, [part])));
    // The more words of a name are said, the surer; one head noun of a long name is worth its share and a bit.
    best = Math.max(best, (sum / name.length) ** 0.7);
  }
  return best;
}

/** Share of the content words that the description holds. */
export function descriptionCoverage(words: readonly string[], naming: Naming): number {
  const content = words.filter((word) => lexiconRow(word) === 0);
  if (content.length === 0 || naming.description.length === 0) return 0;
  return content.filter((word) => spellingLink(word, naming.description) > 0.6).length / content.length;
}
