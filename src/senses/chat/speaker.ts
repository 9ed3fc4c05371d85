import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { PLAYER, type Saying } from "./message.js";

export interface Speaker {
  readonly id: string;
  /** Null: the viewer, who is no entity. */
  readonly entity: Entity | null;
}

/** @throws RangeError if nobody in the scene is meant. */
export function resolveSpeaker(speaker: Saying["speaker"], entities: EntityRegistry): Speaker {
  const entity = find(speaker, entities);
  if (entity) return { id: entity.id, entity };
  if (speaker === PLAYER) return { id: PLAYER, entity: null };
  throw new RangeError(
    `chat message "speaker" must be an entity of this scene, its node, its id or "${PLAYER}", got ${named(speaker)}; ` +
      "add it with entities.add(node) first",
  );
}

function find(speaker: Saying["speaker"], entities: EntityRegistry): Entity | undefined {
  if (typeof speaker === "string") return entities.get(speaker);
  if (typeof speaker !== "object" || speaker === null) return undefined;
  if ("centre" in speaker) return entities.get(speaker.id) === speaker ? speaker : undefined;
  return entities.of(speaker);
}

function named(speaker: Saying["speaker"]): string {
  if (typeof speaker === "string") return JSON.stringify(speaker);
  if (typeof speaker !== "object" || speaker === null) return String(speaker);
  return `"${"name" in speaker ? speaker.name : speaker.id}", which is no entity`;
}
