import type { EntityPercept, NpcPercept, Percepts } from "../../src/model/percepts.js";

/** A thing 2 m ahead of the origin unless told otherwise. */
export function entity(id: string, over: Partial<EntityPercept> = {}): EntityPercept {
  return {
    id,
    kind: "exhibit",
    label: id,
    names: [],
    description: "",
    position: [0, 1, 2],
    size: [0.5, 0.5, 0.5],
    yaw: null,
    appearance: { colour: null, shape: null },
    visible: null,
    event: null,
    ...over,
  };
}

/** An NPC at the origin with all senses that sees, hears and reads everything of the moment. */
export function npc(
  id: string,
  moment: Pick<Percepts, "entities" | "sounds" | "messages">,
  over: Partial<NpcPercept> = {},
): NpcPercept {
  return {
    id,
    entity: null,
    name: id,
    eyes: { position: [0, 1.6, 0], forward: [0, 0, 1] },
    task: "idle",
    attending: null,
    attendingSeconds: 0,
    senses: { sight: true, hearing: true, chat: true },
    sees: moment.entities.map(() => 1),
    hears: moment.sounds.map(() => 60),
    reads: moment.messages.map(() => 1),
    habituation: moment.entities.map(() => 0),
    ...over,
  };
}

export function moment(over: Partial<Percepts> = {}): Percepts {
  return {
    time: 0,
    viewer: { position: [0, 1.6, -1], forward: [0, 0, 1] },
    entities: [],
    sounds: [],
    messages: [],
    npcs: [],
    frame: null,
    ...over,
  };
}
