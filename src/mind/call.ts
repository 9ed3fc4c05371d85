import type { Focus } from "../model/focus.js";
import type { NpcPercept, Percepts } from "../model/percepts.js";
import { hasWitnessed } from "../model/witnessed.js";
import type { Message } from "../senses/chat/message.js";
import type { MindContext } from "./context.js";

/** So long an event, a sound's start and a message are calls, seconds. */
const EVENT_SECONDS = 2;
const SOUND_SECONDS = 4;
const MESSAGE_SECONDS = 8;
/** A focus with so much on its first entity is as clear as a call can be. */
const CLEAR = 0.6;
/** A sound that belongs to nothing is that of a thing so near, metres. */
const AT_THE_SOUND = 1.5;

/**
 * How much a focus is a call from outside (a voice, a noise, something that happens) rather than a view
 * that was there before, 0..1. A call may break into what the NPC's task would have it look at.
 * @param percepts the moment that it was decided on; without it every sound counts as new
 */
export function callOf(focus: Focus, npc: string, context: MindContext, percepts?: Percepts): number {
  const [id, share] = focus.entities[0] ?? ["", 0];
  const { now } = context;
  const clarity = Math.min(1, share / CLEAR);
  const event = context.entities.get(id)?.event;
  if (event && now - event.at < EVENT_SECONDS && sawHappen(id, npc, percepts)) return clarity;
  const message = context.chat.messages.filter(({ speaker }) => speaker !== npc).at(-1);
  const isFresh = message !== undefined && now - message.at < MESSAGE_SECONDS;
  const isNew = !percepts || percepts.sounds.some((sound) => sound.startedSecondsAgo < SOUND_SECONDS);
  const read = isFresh ? (focus.shares?.chat ?? +concerns(message, focus, npc, percepts)) : 0;
  const heard = isNew ? (focus.shares?.hearing ?? +sounds(id, npc, percepts)) : 0;
  const call = clarity * (read + heard);
  return Number.isFinite(call) ? Math.min(1, Math.max(0, call)) : 0;
}

/** The message is by the leader or about it, and this NPC has read it. The shares would tell, but come later. */
function concerns(message: Message, focus: Focus, npc: string, percepts: Percepts | undefined): boolean {
  const leader = focus.entities[0]?.[0];
  if (leader === undefined || !(message.speaker === leader || focus.referents.includes(leader))) return false;
  const at = percepts?.messages.findIndex(({ id }) => id === message.id) ?? -1;
  return !percepts || (rowOf(npc, percepts)?.reads[at] ?? 0) > 0;
}

/** A new sound that this NPC hears comes from the leader. */
function sounds(leader: string, npc: string, percepts: Percepts | undefined): boolean {
  if (!percepts) return false;
  const place = percepts.entities.find(({ id }) => id === leader)?.position;
  const row = rowOf(npc, percepts);
  return percepts.sounds.some(({ entity, position, startedSecondsAgo }, i) => {
    if (!((row?.hears[i] ?? 0) > 0) || startedSecondsAgo >= SOUND_SECONDS) return false;
    if (entity !== null || !position || !place) return entity === leader;
    return Math.hypot(...position.map((value, axis) => value - place[axis])) < AT_THE_SOUND;
  });
}

/** Without a moment it counts as seen. */
function sawHappen(leader: string, npc: string, percepts: Percepts | undefined): boolean {
  const row = percepts && rowOf(npc, percepts);
  return (
    !row ||
    hasWitnessed(
      row,
      percepts.entities.findIndex(({ id }) => id === leader),
    )
  );
}

function rowOf(npc: string, percepts: Percepts): NpcPercept | undefined {
  return percepts.npcs.find(({ id }) => id === npc);
}
