import type { Pose } from "../../world/vector.js";
import {
  ENTITY_FEATURES,
  NPC_FEATURES,
  type Observation,
  PAIR_FEATURES,
  PATCHES,
  SHUT,
  SOUND_TOKEN_FEATURES,
  type TensorData,
  WORD_FEATURES,
  WORD_LINKS,
} from "../observation.js";
import type { EntityPercept, Percepts } from "../percepts.js";
import { lexiconRow } from "../text/lexicon.js";
import { Memo } from "../text/memo.js";
import { splitWords } from "../text/ngrams.js";
import type { Spelling } from "../text/spelling.js";
import { WORD_WIDTH, type WordTable } from "../text/wordTable.js";
import { dialogueWords, type Naming, namingOf, type Word } from "./dialogue.js";
import { readDialogue } from "./dialogueReading.js";
import { entityRows, viewersBody } from "./entityRows.js";
import { blankPatches, type Picture, pictureOf } from "./frameRows.js";
import { gateRows, type TokenCounts } from "./gates.js";
import { type Group, groupByPerception } from "./groups.js";
import { npcRows, pairRows } from "./npcRows.js";
import { SoundEar, soundLinks, soundRows } from "./soundRows.js";
import { supposeLooks } from "./supposedLooks.js";
import { turned, viewFrame } from "./viewFrame.js";
import { linkRows, wordRows } from "./wordRows.js";

const MOST_KNOWN = 2000;
const MOST_MENDED = 200;
const NOWHERE: Pose = { position: [0, 1.6, 0], forward: [0, 0, 1] };

/** What an entity's words give, read once. */
interface Known {
  readonly naming: Naming;
  /** Mean vector of its label and names. */
  readonly text: Float32Array;
}

/** Turns what the senses deliver into the model's tensors. One for each run of a scene: it remembers sounds. */
export class ObservationEncoder {
  private readonly ear = new SoundEar();
  private readonly known = new Map<string, Known>();
  /** Lines as they were meant, in the scene that holds `scene`. */
  private readonly mendedLines = new Memo<string>(MOST_MENDED);
  private scene: readonly Known[] = [];

  /** @param spelling left out: lines are read as they are written */
  constructor(
    private readonly table: WordTable,
    private readonly spelling: Spelling | null = null,
  ) {}

  /** Takes in the moment's sound samples: once a moment, before it is encoded. */
  listen(percepts: Percepts): void {
    this.ear.listen(percepts.sounds);
  }

  /** One observation for each kind of perceiver; no NPC, no observation. */
  encode(percepts: Percepts): Observation[] {
    const read = this.mended(percepts);
    const groups = groupByPerception(read);
    // The same for all that see it.
    const picture = groups.some((group) => group.percepts.frame) ? pictureOf(read) : null;
    return groups.map((group) => this.encodeGroup(group, read, group.percepts.frame && picture));
  }

  private mended(percepts: Percepts): Percepts {
    const { spelling } = this;
    if (!spelling) return percepts;
    const scene = percepts.entities.map((entity) => this.know(entity));
    if (scene.length !== this.scene.length || scene.some((known, i) => known !== this.scene[i]))
      this.mendedLines.clear();
    this.scene = scene;
    const called = () => scene.flatMap(({ naming }) => [...naming.names.flat(), ...naming.description]);
    const mend = (text: string) => this.mendedLines.get(text, () => spelling.mend(text, called));
    const messages = percepts.messages.map((message) => ({ ...message, text: mend(message.text) }));
    return { ...percepts, messages };
  }

  private encodeGroup(group: Group, whole: Percepts, picture: Picture | null): Observation {
    const { npcs } = group;
    const { entities, supposed } = supposeLooks(group.percepts.entities);
    const percepts = { ...group.percepts, entities };
    const { sounds } = percepts;
    const words = dialogueWords(percepts.messages);
    const known = entities.map((entity) => this.know(entity));
    const namings = known.map(({ naming }) => naming);
    const reading = readDialogue(words, entities, namings, this.table);
    const eyes = percepts.viewer ?? npcs[0]?.eyes ?? NOWHERE;
    const view = viewFrame(eyes);
    const spokenView = viewFrame(turned(eyes, reading.yaw));
    const counts = countTokens(percepts, words);
    const body = viewersBody(percepts);
    const messageIndex = new Map(whole.messages.map((message, i) => [message.id, i]));
    const gates = gateRows(npcs, counts, {
      sounds: group.sounds,
      owners: picture?.owners ?? [],
      wordMessages: words.map((word) => messageIndex.get(word.message.id)!),
    });
    const feeds: Record<string, TensorData> = {
      patches: picture?.patches ?? blankPatches(1),
      patchLinks: tensor(picture?.links ?? new Float32Array(counts.entities), [
        counts.entities,
        counts.patches,
      ]),
      entities: tensor(
        entityRows({
          entities,
          supposed,
          namings,
          view,
          spokenView,
          reading,
          table: this.table,
          viewer: percepts.viewer,
          body,
          sounds,
          words,
        }),
        [counts.entities, ENTITY_FEATURES.length],
      ),
      entityText: tensor(textRows(known, counts.entities), [counts.entities, WORD_WIDTH]),
      sounds: tensor(soundRows(sounds, this.ear, view), [counts.sounds, SOUND_TOKEN_FEATURES.length]),
      soundLinks: tensor(soundLinks(sounds, entities), [counts.sounds, counts.entities]),
      words: tensor(
        wordRows(words, this.table, { body, npcs: npcEntities(whole) }, reading, entities.length),
        [counts.words, WORD_FEATURES.length + WORD_WIDTH],
      ),
      wordIds: { data: wordIds(words), dims: [counts.words] },
      wordLinks: tensor(linkRows(words, entities, reading, body), [
        WORD_LINKS.length,
        counts.entities,
        counts.words,
      ]),
      present: tensor(presence(percepts, words, counts), [tokensOf(counts)]),
      npcs: tensor(npcRows(npcs, percepts, whole.npcs, reading), [npcs.length, NPC_FEATURES.length]),
      pairs: tensor(pairRows(npcs, entities, whole, reading, namings), [
        npcs.length,
        counts.entities,
        PAIR_FEATURES.length,
      ]),
      gates: tensor(gates, [npcs.length, tokensOf(counts)]),
    };
    return {
      feeds,
      entities: entities.map((entity) => entity.id),
      npcs: npcs.map((npc) => npc.id),
      sounds: sounds.map((sound) => sound.id),
      words: words.map((word) => word.text),
      usesFrame: picture !== null,
    };
  }

  /** Names change seldom, decisions are many. */
  private know(entity: EntityPercept): Known {
    const key = [entity.label, ...entity.names, "", entity.description].join("\n");
    let known = this.known.get(key);
    if (!known) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      const names = splitWords([entity.label, ...entity.names].join(" "));
      known = { naming: namingOf(entity), text: this.table.mean(names) };
      this.known.set(key, known);
    }
    return known;
  }
}

function textRows(known: readonly Known[], rows: number): Float32Array {
  const out = new Float32Array(rows * WORD_WIDTH);
  known.forEach(({ text }, i) => {
    out.set(text, i * WORD_WIDTH);
  });
  return out;
}

function tensor(data: Float32Array, dims: number[]): TensorData {
  return { data, dims };
}

function countTokens(percepts: Percepts, words: readonly Word[]): TokenCounts {
  return {
    patches: percepts.frame ? PATCHES : 1,
    entities: Math.max(1, percepts.entities.length),
    sounds: Math.max(1, percepts.sounds.length),
    words: Math.max(1, words.length),
  };
}

function tokensOf(counts: TokenCounts): number {
  return counts.patches + counts.entities + counts.sounds + counts.words;
}

/** [T]: 0 for a token that is there, SHUT for the row that fills an empty list. */
function presence(percepts: Percepts, words: readonly Word[], counts: TokenCounts): Float32Array {
  const there = [percepts.frame ? 1 : 0, percepts.entities.length, percepts.sounds.length, words.length];
  const rows = [counts.patches, counts.entities, counts.sounds, counts.words];
  return Float32Array.from(
    rows.flatMap((count, i) => new Array<number>(count).fill(there[i] > 0 ? 0 : SHUT)),
  );
}

function npcEntities({ npcs }: Percepts): ReadonlySet<string> {
  return new Set(npcs.flatMap((npc) => (npc.entity === null ? [npc.id] : [npc.id, npc.entity])));
}

function wordIds(words: readonly Word[]): Int32Array {
  return words.length > 0 ? Int32Array.from(words, (word) => lexiconRow(word.text)) : new Int32Array(1);
}
