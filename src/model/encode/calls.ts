import { likeness, type Naming, stem, WEAK } from "./dialogue.js";

/** A place where a line says the whole of an entity's name. */
export interface Call {
  readonly entity: number;
  /** First and last word of it. */
  readonly from: number;
  readonly to: number;
  /** 1 for the very letters (plurals too), less for a misspelt name. */
  readonly strength: number;
}

/** Words shorter than this must be spelt right to count. */
const SHORTEST_MISSPELT = 5;
const LEAST_MATCH = 0.6;
/** A misspelt name is worth this much of its match. */
const MISSPELT = 0.9;

/** All whole names that a line says; of names within each other the longest, of like ones the best spelt. */
export function findCalls(words: readonly string[], namings: readonly Naming[]): Call[] {
  const said = words.map((word, at) => ({ word: stem(word), at })).filter(({ at }) => !WEAK.has(words[at]));
  const calls = namings.flatMap((naming, entity) => callsOf(said, naming, entity));
  return calls.filter((call) => !calls.some((other) => outdoes(other, call)));
}

interface Said {
  readonly word: string;
  readonly at: number;
}

function callsOf(said: readonly Said[], naming: Naming, entity: number): Call[] {
  const calls: Call[] = [];
  for (const name of naming.names) {
    const parts = name.map(stem);
    said.forEach(({ at: from }, i) => {
      const strength = alongside(said, i, parts);
      if (strength > 0) calls.push({ entity, from, to: said[i + parts.length - 1].at, strength });
      for (const to of joined(said, i, parts)) calls.push({ entity, from, to, strength: 1 });
    });
  }
  return calls;
}

/** The weakest match of the name's words with those from `start` on; 0 if one does not match. */
function alongside(said: readonly Said[], start: number, parts: readonly string[]): number {
  if (start + parts.length > said.length) return 0;
  let least = 1;
  for (let k = 0; k < parts.length && least > 0; k++)
    least = Math.min(least, wordMatch(said[start + k].word, parts[k]));
  return least;
}

/** "bookshelf" for "book shelf", and the other way round: the last word of each such place. */
function joined(said: readonly Said[], i: number, parts: readonly string[]): number[] {
  if (parts.length > 1) return said[i].word === parts.join("") ? [said[i].at] : [];
  const next = said[i + 1];
  return next && said[i].word + next.word === parts[0] ? [next.at] : [];
}

function wordMatch(a: string, b: string): number {
  if (a === b) return 1;
  if (Math.min(a.length, b.length) < SHORTEST_MISSPELT || Math.abs(a.length - b.length) > 3) return 0;
  const match = likeness(a, b);
  return match < LEAST_MATCH ? 0 : MISSPELT * match;
}

function outdoes(other: Call, call: Call): boolean {
  if (other.from > call.from || other.to < call.to) return false;
  const longer = other.to - other.from > call.to - call.from;
  return longer ? other.strength > call.strength - 0.3 : other.strength > call.strength + 0.05;
}
