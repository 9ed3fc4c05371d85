import { isCalled } from "./knowledge/mention.js";
import type { MessagePercept, SoundPercept } from "./model/percepts.js";
import type { Entity } from "./world/entity.js";

/** Events older than this are no longer told, seconds. */
export const EVENT_SECONDS = 10;

/** Nobody notices scenery of its own accord: only while something happens to it, it sounds, or a line calls it by name. */
export function isNoticed(
  entity: Entity,
  now: number,
  sounds: readonly SoundPercept[],
  messages: readonly MessagePercept[],
): boolean {
  if (!entity.options.scenery) return true;
  const { event } = entity;
  return (
    (event !== null && now - event.at <= EVENT_SECONDS) ||
    sounds.some((sound) => sound.entity === entity.id) ||
    messages.some(({ text }) => isCalled(text, entity))
  );
}
