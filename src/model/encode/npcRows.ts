import type { Triple } from "../../world/vector.js";
import { NPC_FEATURES, PAIR_FEATURES } from "../observation.js";
import type { EntityPercept, MessagePercept, NpcPercept, Percepts } from "../percepts.js";
import { lexiconRow } from "../text/lexicon.js";
import { fold } from "../text/ngrams.js";
import { addresses } from "./addressing.js";
import { type Called, calledNames } from "./calledNames.js";
import type { Naming } from "./dialogue.js";
import type { DialogueReading } from "./dialogueReading.js";
import { isSpeaker, viewersBody } from "./entityRows.js";
import { ownPhrases } from "./mentionRows.js";
import { type Rivals, ranksWithin, rivalsOf } from "./ranks.js";
import { columnsOf, RowWriter } from "./rowWriter.js";
import { clamp, signedLog, viewFrame } from "./viewFrame.js";

/** [N, NPC_FEATURES] */
export function npcRows(
  npcs: readonly NpcPercept[],
  percepts: Percepts,
  all: readonly NpcPercept[],
  reading: DialogueReading,
): Float32Array {
  const rows = new RowWriter(NPC_FEATURES, npcs.length);
  const last = percepts.messages.at(-1);
  const called = last ? calledNames(last.text, all) : null;
  const line = lineFeatures(reading, percepts.entities.length);
  npcs.forEach((npc, i) => {
    rows.row(i);
    rows.set(`task:${npc.task}`, 1);
    rows.setAll({
      sight: npc.senses.sight ? 1 : 0,
      hearing: npc.senses.hearing ? 1 : 0,
      chat: npc.senses.chat ? 1 : 0,
      attending: npc.attending === null ? 0 : 1,
      attendingTime: clamp(npc.attendingSeconds / 10, 0, 1),
    });
    if (last && called) rows.setAll(messageFeatures(last, called(npc)));
    rows.setAll(line);
    rows.setAll(viewerFeatures(npc, percepts));
  });
  return rows.data;
}

/** How much of the last line is about what is there. */
function lineFeatures(
  { last, links, lineOf, yaw }: DialogueReading,
  entities: number,
): Record<string, number> {
  if (!last) return {};
  let [content, claimed] = [0, 0];
  lineOf.forEach(({ line, at }, w) => {
    if (line !== last || lexiconRow(line.words[at]) > 0) return;
    content++;
    let best = 0;
    for (let e = 0; e < entities; e++) best = Math.max(best, links(w, e)[0], links(w, e)[2], links(w, e)[3]);
    if (best > 0.6) claimed++;
  });
  return {
    contentWords: Math.min(1, content / 6),
    wordsClaimed: content > 0 ? claimed / content : 0,
    anyCalled: Math.max(0, ...last.calls.map((call) => call.strength)),
    anyPhrase: last.mentions.length > 0 ? 1 : 0,
    spokenYaw: yaw === null ? 0 : 1,
  };
}

function messageFeatures(last: MessagePercept, { named, otherNamed }: Called): Record<string, number> {
  return { named, otherNamed, messageKnown: 1, messageRecency: Math.exp(-last.secondsAgo / 8) };
}

function viewerFeatures(npc: NpcPercept, { viewer }: Percepts): Record<string, number> {
  if (!viewer) return {};
  const d = npc.eyes.position.map((v, i) => v - viewer.position[i]);
  const distance = Math.hypot(...d);
  const dot = d.reduce((sum, v, i) => sum + v * viewer.forward[i], 0);
  return {
    viewerKnown: 1,
    viewerDistance: signedLog(distance),
    viewerLooks: distance > 0.05 ? dot / distance : 0,
  };
}

const AT = columnsOf(PAIR_FEATURES);

/**
 * [N, E, PAIR_FEATURES]: each entity as each NPC stands to it. A crowd makes tens of thousands of these rows: nothing
 * that is the same for all NPCs is worked out in the inner loop, and no object is made there.
 */
export function pairRows(
  npcs: readonly NpcPercept[],
  entities: readonly EntityPercept[],
  percepts: Percepts,
  reading: DialogueReading,
  namings: readonly Naming[],
): Float32Array {
  const count = Math.max(1, entities.length);
  const rows = new RowWriter(PAIR_FEATURES, npcs.length * count);
  const body = viewersBody(percepts);
  const kin = rivalsOf(entities.map((entity) => fold(entity.label)));
  const own = ownPhrases(reading.last, entities.length);
  const phrases = rivalsOf(own.map(String)).filter(([first]) => own[first] >= 0);
  const lines = addresses(npcs, percepts, entities, namings);
  const spoken = entities.map((entity) => lines.find((l) => isSpeaker(entity, l.message.speaker, body)));
  const { messages, sounds } = percepts;
  const said = entities.map((entity) => indicesOf(messages, (m) => isSpeaker(entity, m.speaker, body)));
  const heard = entities.map((entity) => indicesOf(sounds, (sound) => sound.entity === entity.id));
  const fresh = messages.map((message) => Math.exp(-message.secondsAgo / 5));
  const distances = new Float64Array(entities.length);
  npcs.forEach((npc, n) => {
    const view = viewFrame(npc.eyes);
    const places = entities.map((entity) => view.toView(entity.position));
    entities.forEach((entity, e) => {
      rows.row(n * count + e);
      distances[e] = putGeometry(rows, places[e]);
      rows.put(AT.sees, npc.senses.sight ? npc.sees[e] : 0);
      rows.put(AT.self, entity.id === npc.entity ? 1 : 0);
      rows.put(AT.attending, entity.id === npc.attending ? 1 : 0);
      rows.put(AT.habituation, npc.habituation[e]);
      // How fresh the newest line is that this NPC has read from that speaker.
      const freshest = npc.senses.chat ? most(said[e], (i) => (npc.reads[i] > 0 ? fresh[i] : 0)) : 0;
      rows.put(AT.spoke, freshest);
      const loudest = npc.senses.hearing ? most(heard[e], (i) => npc.hears[i] / 100) : 0;
      rows.put(AT.hears, loudest);
      const line = spoken[e];
      if (line) rows.setAll(line.featuresFor(npc, entity));
    });
    // Ranks across, ahead and away, as this NPC stands: "the one on your left".
    const axes = [places.map((p) => p[0]), places.map((p) => p[2]), distances];
    putRanks(rows, n * count, [AT.kinX, AT.kinZ, AT.kinDistance], kin, axes);
    putRanks(rows, n * count, [AT.phraseX, AT.phraseZ, AT.phraseDistance], phrases, axes);
  });
  return rows.data;
}

/** Of rows from `start` on. */
function putRanks(
  rows: RowWriter,
  start: number,
  columns: readonly number[],
  rivals: Rivals,
  axes: readonly ArrayLike<number>[],
): void {
  axes.forEach((values, k) => {
    const ranks = ranksWithin(rivals, values, 0.02);
    for (const peers of rivals) for (const e of peers) rows.row(start + e).put(columns[k], ranks[e]);
  });
}

/** Returns the distance. */
function putGeometry(rows: RowWriter, [x, y, z]: Triple): number {
  const across = Math.hypot(x, z);
  const distance = Math.hypot(x, y, z);
  rows.put(AT.logDistance, signedLog(distance));
  rows.put(AT.bearingSin, across > 1e-6 ? x / across : 0);
  rows.put(AT.bearingCos, across > 1e-6 ? z / across : 1);
  rows.put(AT.elevation, Math.atan2(y, across));
  rows.put(AT.logX, signedLog(x));
  rows.put(AT.logZ, signedLog(z));
  rows.put(AT.onLeft, x < 0 ? 1 : 0);
  return distance;
}

function indicesOf<T>(list: readonly T[], keep: (item: T) => boolean): number[] {
  return list.flatMap((item, i) => (keep(item) ? [i] : []));
}

/** The greatest value, 0 at least. */
function most(indices: readonly number[], weigh: (index: number) => number): number {
  let best = 0;
  for (const i of indices) best = Math.max(best, weigh(i));
  return best;
}
