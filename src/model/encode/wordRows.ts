import { isColourWord } from "../colour.js";
import { WORD_FEATURES, WORD_LINKS } from "../observation.js";
import type { EntityPercept } from "../percepts.js";
import { numberOf } from "../text/lexicon.js";
import { WORD_WIDTH, type WordTable } from "../text/wordTable.js";
import { type Naming, type Word, wordLinks } from "./dialogue.js";
import { isSpeaker } from "./entityRows.js";
import { RowWriter } from "./rowWriter.js";

/** Who speaks for the player, and which speakers are NPCs. */
export interface People {
  readonly body: string | null;
  readonly npcs: ReadonlySet<string>;
}

/** [W, WORD_FEATURES + WORD_WIDTH]: features, then meaning. */
export function wordRows(words: readonly Word[], table: WordTable, people: People): Float32Array {
  const width = WORD_FEATURES.length + WORD_WIDTH;
  const rows = new RowWriter(WORD_FEATURES, Math.max(1, words.length), width);
  words.forEach((word, i) => {
    rows.row(i).setAll(wordFeatures(word, people));
    rows.append(table.vector(word.text), WORD_FEATURES.length);
  });
  return rows.data;
}

function wordFeatures(
  { text, message, position, length, last }: Word,
  people: People,
): Record<string, number> {
  const out: Record<string, number> = {
    last: last ? 1 : 0,
    recency: Math.exp(-message.secondsAgo / 5),
    lately: Math.exp(-message.secondsAgo / 30),
    byViewer: message.speaker === "player" || message.speaker === people.body ? 1 : 0,
    byNpc: message.speaker === "npc" || people.npcs.has(message.speaker) ? 1 : 0,
    number: Math.min(1, numberOf(text) / 10),
    colourWord: isColourWord(text) ? 1 : 0,
    question: message.text.includes("?") ? 1 : 0,
    exclamation: message.text.includes("!") ? 1 : 0,
    shouted: /[A-Z]{3}/.test(message.text) && message.text === message.text.toUpperCase() ? 1 : 0,
    fromEnd: (length - position) / 20,
  };
  for (const k of [1, 2, 4, 8]) {
    out[`positionSin${k}`] = Math.sin(position / k);
    out[`positionCos${k}`] = Math.cos(position / k);
  }
  return out;
}

/** [WORD_LINKS, E, W] */
export function linkRows(
  words: readonly Word[],
  entities: readonly EntityPercept[],
  namings: readonly Naming[],
  table: WordTable,
  body: string | null,
): Float32Array {
  const [e, w] = [Math.max(1, entities.length), Math.max(1, words.length)];
  const out = new Float32Array(WORD_LINKS.length * e * w);
  const memo = new Map<string, number[]>();
  entities.forEach((entity, i) => {
    words.forEach((word, j) => {
      const key = `${i} ${word.text}`;
      const links = memo.get(key) ?? wordLinks(word.text, entity, namings[i], table);
      memo.set(key, links);
      links.forEach((strength, c) => {
        out[(c * e + i) * w + j] = strength;
      });
      const spoken = isSpeaker(entity, word.message.speaker, body);
      if (spoken) out[((WORD_LINKS.length - 1) * e + i) * w + j] = 1;
    });
  });
  return out;
}
