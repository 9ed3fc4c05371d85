import { isColourWord } from "../colour.js";
import { WORD_FEATURES, WORD_LINKS } from "../observation.js";
import type { EntityPercept } from "../percepts.js";
import { numberOf } from "../text/lexicon.js";
import { WORD_WIDTH, type WordTable } from "../text/wordTable.js";
import type { Word } from "./dialogue.js";
import type { DialogueReading } from "./dialogueReading.js";
import { isSpeaker } from "./entityRows.js";
import { RowWriter } from "./rowWriter.js";

/** Who speaks for the player, and which speakers are NPCs. */
export interface People {
  readonly body: string | null;
  readonly npcs: ReadonlySet<string>;
}

/** [W, WORD_FEATURES + WORD_WIDTH]: features, then meaning. */
export function wordRows(
  words: readonly Word[],
  table: WordTable,
  people: People,
  reading: DialogueReading,
  entities: number,
): Float32Array {
  const width = WORD_FEATURES.length + WORD_WIDTH;
  const rows = new RowWriter(WORD_FEATURES, Math.max(1, words.length), width);
  words.forEach((word, i) => {
    rows.row(i).setAll(wordFeatures(word, people));
    rows.setAll(fitFeatures(i, reading, entities));
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

/** How well the word fits what is there: a word that fits nothing asks for something absent. */
function fitFeatures(w: number, reading: DialogueReading, entities: number): Record<string, number> {
  const best = [0, 0, 0, 0, 0];
  let many = 0;
  for (let e = 0; e < entities; e++) {
    const links = reading.links(w, e);
    links.forEach((link, c) => {
      best[c] = Math.max(best[c], link);
    });
    if (Math.max(links[0], links[2], links[3], links[4]) > 0.6) many++;
  }
  const { line, at } = reading.lineOf[w];
  const out: Record<string, number> = {
    fitsName: best[0],
    fitsMeaning: best[1],
    fitsDescription: best[2],
    fitsLook: Math.max(best[3], best[4]),
    fitsMany: many > 0 ? 1 - 1 / many : 0,
    called: Math.max(0, ...line.calls.map((c) => (c.from <= at && c.to >= at ? c.strength : 0))),
    wears: line.wears[at].size > 0 ? 1 : 0,
  };
  const phrase = line.mentions.findIndex(({ from, to }) => from <= at && to >= at);
  if (phrase >= 0) {
    if (phrase < 3) out[`phrase${phrase + 1}`] = 1;
    out.negated = line.mentions[phrase].negated ? 1 : 0;
  }
  return out;
}

/** [WORD_LINKS, E, W] */
export function linkRows(
  words: readonly Word[],
  entities: readonly EntityPercept[],
  reading: DialogueReading,
  body: string | null,
): Float32Array {
  const [e, w] = [Math.max(1, entities.length), Math.max(1, words.length)];
  const out = new Float32Array(WORD_LINKS.length * e * w);
  const set = (link: (typeof WORD_LINKS)[number], i: number, j: number, strength: number) => {
    const at = (WORD_LINKS.indexOf(link) * e + i) * w + j;
    out[at] = Math.max(out[at], strength);
  };
  words.forEach((word, j) => {
    const { line, at } = reading.lineOf[j];
    entities.forEach((entity, i) => {
      reading.links(j, i).forEach((strength, c) => {
        out[(c * e + i) * w + j] = strength;
      });
      if (isSpeaker(entity, word.message.speaker, body)) set("speaker", i, j, 1);
    });
    for (const i of line.wears[at]) set("wears", i, j, 1);
    for (const call of line.calls) {
      if (call.from <= at && call.to >= at) set("called", call.entity, j, call.strength);
    }
  });
  return out;
}
