import type { Focus } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";
import type { MindContext } from "./context.js";

/** So long an event, a sound's start and a message are calls, seconds. */
const EVENT_SECONDS = 2;
const SOUND_SECONDS = 4;
const MESSAGE_SECONDS = 8;
/** A focus with so much on its first entity is as clear as a call can be. */
const CLEAR = 0.6;

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
  if (event && now - event.at < EVENT_SECONDS) return clarity;
  const message = context.chat.messages.filter(({ speaker }) => speaker !== npc).at(-1);
  const read = message && now - message.at < MESSAGE_SECONDS ? focus.shares.chat : 0;
  const isNew = !percepts || percepts.sounds.some((sound) => sound.startedSecondsAgo < SOUND_SECONDS);
  const heard = isNew ? focus.shares.hearing : 0;
  const call = clarity * (read + heard);
  return Number.isFinite(call) ? Math.min(1, Math.max(0, call)) : 0;
}
