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
import { ranksWithin } from "./ranks.js";
import { RowWriter } from "./rowWriter.js";
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

/** [N, E, PAIR_FEATURES]: each entity as each NPC stands to it. */
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
  const kin = entities.map((entity) => fold(entity.label));
  const phrases = ownPhrases(reading.last, entities.length).map(String);
  const lines = addresses(npcs, percepts, entities, namings);
  const spoken = entities.map((entity) => lines.find((l) => isSpeaker(entity, l.message.speaker, body)));
  npcs.forEach((npc, n) => {
    const view = viewFrame(npc.eyes);
    const places = entities.map((entity) => view.toView(entity.position));
    const ranks = [kin, phrases].map((groups) => ranksFor(groups, places));
    entities.forEach((entity, e) => {
      rows.row(n * count + e);
      rows.setAll(geometry(places[e]));
      rows.setAll({ kinX: ranks[0][0][e], kinZ: ranks[0][1][e], kinDistance: ranks[0][2][e] });
      if (phrases[e] !== "-1")
        rows.setAll({ phraseX: ranks[1][0][e], phraseZ: ranks[1][1][e], phraseDistance: ranks[1][2][e] });
      rows.setAll({
        sees: npc.senses.sight ? npc.sees[e] : 0,
        self: entity.id === npc.entity ? 1 : 0,
        attending: entity.id === npc.attending ? 1 : 0,
        habituation: npc.habituation[e],
        spoke: spokenTo(npc, entity, percepts, body),
        hears: heard(npc, entity, percepts),
      });
      const line = spoken[e];
      if (line) rows.setAll(line.featuresFor(npc, entity));
    });
  });
  return rows.data;
}

/** Ranks across, ahead and away, as this NPC stands: "the one on your left". */
function ranksFor(groups: readonly string[], places: readonly Triple[]): number[][] {
  const axes = [(p: Triple) => p[0], (p: Triple) => p[2], (p: Triple) => Math.hypot(...p)];
  return axes.map((of) => ranksWithin(groups, places.map(of), 0.02));
}

function geometry([x, y, z]: Triple): Record<string, number> {
  const across = Math.hypot(x, z);
  return {
    logDistance: signedLog(Math.hypot(x, y, z)),
    bearingSin: across > 1e-6 ? x / across : 0,
    bearingCos: across > 1e-6 ? z / across : 1,
    elevation: Math.atan2(y, across),
    logX: signedLog(x),
    logZ: signedLog(z),
    onLeft: x < 0 ? 1 : 0,
  };
}

/** How fresh the newest line is that this NPC has read from that speaker. */
function spokenTo(
  npc: NpcPercept,
  entity: EntityPercept,
  { messages }: Percepts,
  body: string | null,
): number {
  if (!npc.senses.chat) return 0;
  let freshest = 0;
  messages.forEach((message, i) => {
    if (npc.reads[i] > 0 && isSpeaker(entity, message.speaker, body)) {
      freshest = Math.max(freshest, Math.exp(-message.secondsAgo / 5));
    }
  });
  return freshest;
}

function heard(npc: NpcPercept, entity: EntityPercept, { sounds }: Percepts): number {
  if (!npc.senses.hearing) return 0;
  return Math.max(0, ...sounds.map((sound, i) => (sound.entity === entity.id ? npc.hears[i] / 100 : 0)));
}
