import type { Triple } from "../../world/vector.js";
import { NPC_FEATURES, PAIR_FEATURES } from "../observation.js";
import type { EntityPercept, MessagePercept, NpcPercept, Percepts } from "../percepts.js";
import { type Called, calledNames } from "./calledNames.js";
import { isSpeaker, viewersBody } from "./entityRows.js";
import { RowWriter } from "./rowWriter.js";
import { clamp, signedLog, viewFrame } from "./viewFrame.js";

/** [N, NPC_FEATURES] */
export function npcRows(
  npcs: readonly NpcPercept[],
  percepts: Percepts,
  all: readonly NpcPercept[],
): Float32Array {
  const rows = new RowWriter(NPC_FEATURES, npcs.length);
  const last = percepts.messages.at(-1);
  const called = last ? calledNames(last.text, all) : null;
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
    rows.setAll(viewerFeatures(npc, percepts));
  });
  return rows.data;
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
): Float32Array {
  const count = Math.max(1, entities.length);
  const rows = new RowWriter(PAIR_FEATURES, npcs.length * count);
  const body = viewersBody(percepts);
  npcs.forEach((npc, n) => {
    const view = viewFrame(npc.eyes);
    entities.forEach((entity, e) => {
      rows.row(n * count + e);
      rows.setAll(geometry(view.toView(entity.position)));
      rows.setAll({
        sees: npc.senses.sight ? npc.sees[e] : 0,
        self: entity.id === npc.entity ? 1 : 0,
        attending: entity.id === npc.attending ? 1 : 0,
        habituation: npc.habituation[e],
        spoke: spokenTo(npc, entity, percepts, body),
        hears: heard(npc, entity, percepts),
        bySelfName: npc.entity === entity.id && npc.attending === entity.id ? 1 : 0,
      });
    });
  });
  return rows.data;
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
