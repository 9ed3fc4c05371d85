/** What the lines of a dialogue mention: the last one, and the topics that earlier ones left. */
import type { EntityPercept } from "../percepts.js";
import type { WordTable } from "../text/wordTable.js";
import { type Naming, type Word, wordLinks } from "./dialogue.js";
import { type Line, type LinksOf, readLine } from "./mentions.js";
import { spokenYaw } from "./nominal.js";

export interface DialogueReading {
  /** Links of each word with each entity, as WORD_LINKS has them up to "shape". */
  readonly links: LinksOf;
  /** Per word: the line it is of, and its place among that line's words. */
  readonly lineOf: readonly { readonly line: Line; readonly at: number }[];
  readonly last: Line | null;
  /** All lines, newest first. */
  readonly lines: readonly Line[];
  /** Per entity: 1 if the newest earlier line that mentions anything is about it, less for older ones. */
  readonly topics: readonly number[];
  /** The same for whatever an earlier line mentions, first or not. */
  readonly spokenOf: readonly number[];
  /** Entities that the newest earlier line which mentions several names last: "the latter". */
  readonly latter: ReadonlySet<number>;
  /** The yaw that the last line takes for ahead ("facing east"); null if it names none. */
  readonly yaw: number | null;
}

/** How much less a topic counts for each newer line that had one. */
const FADING = 0.6;

export function readDialogue(
  words: readonly Word[],
  entities: readonly EntityPercept[],
  namings: readonly Naming[],
  table: WordTable,
): DialogueReading {
  const found: (readonly number[])[] = [];
  const links: LinksOf = (w, e) => {
    found[w * entities.length + e] ??= wordLinks(words[w].text, entities[e], namings[e], table);
    return found[w * entities.length + e];
  };
  const topics = entities.map(() => 0);
  const spokenOf = entities.map(() => 0);
  let former: readonly number[] = [];
  let latter: readonly number[] = [];
  const lineOf = new Array<{ line: Line; at: number }>(words.length);
  const read = (places: readonly number[]): Line => {
    const texts = places.map((place) => words[place].text);
    const line = readLine(texts, entities, namings, (w, e) => links(places[w], e), {
      topics,
      former,
      latter,
    });
    places.forEach((place, at) => {
      lineOf[place] = { line, at };
    });
    return line;
  };
  const earlier: Line[] = [];
  let weight = 1;
  const spoken = placesByLine(words);
  for (const places of spoken.filter(([first]) => !words[first].last)) {
    const line = read(places);
    earlier.push(line);
    if (line.mentions.length === 0) continue;
    for (const e of line.mentions[0].set) topics[e] = Math.max(topics[e], weight);
    for (const { set } of line.mentions) for (const e of set) spokenOf[e] = Math.max(spokenOf[e], weight);
    if (line.mentions.length > 1 && latter.length === 0) {
      former = line.mentions[0].set;
      latter = line.mentions.at(-1)!.set;
    }
    weight *= FADING;
  }
  const own = spoken.find(([first]) => words[first].last);
  const last = own ? read(own) : null;
  return {
    links,
    lineOf,
    last,
    lines: last ? [last, ...earlier] : earlier,
    topics,
    spokenOf,
    latter: new Set(latter),
    yaw: last ? spokenYaw(last.words) : null,
  };
}

/** Places of the words of each line, newest line first. */
function placesByLine(words: readonly Word[]): number[][] {
  const lines = new Map<number, number[]>();
  words.forEach((word, place) => {
    const line = lines.get(word.message.id);
    if (line) line.push(place);
    else lines.set(word.message.id, [place]);
  });
  return [...lines.values()];
}
