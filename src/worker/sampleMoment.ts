import { FRAME_HEIGHT, FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../model/observation.js";
import { type EntityPercept, type NpcPercept, PCM_LENGTH, type Percepts } from "../model/percepts.js";
import type { Triple } from "../world/vector.js";

const ENTITIES = 32;
const NPCS = 8;
const SOUNDS = 4;
const TEXT = "what is the green vase beside the statue near the door?";

/** A busy moment of a museum: what backends are measured with, and warmed up by. Always the same. */
export function sampleMoment(): Percepts {
  const entities = Array.from({ length: ENTITIES }, (_, i) => sampleEntity(i));
  return {
    time: 10,
    viewer: { position: [0, 1.6, 0], forward: [0, 0, 1] },
    entities,
    sounds: Array.from({ length: SOUNDS }, (_, i) => ({
      id: `sound ${i}`,
      entity: entities[i].id,
      position: entities[i].position,
      levelDb: 60,
      startedSecondsAgo: i,
      durationSeconds: null,
      pcm: Float32Array.from({ length: PCM_LENGTH }, (_, t) => 0.5 * Math.sin(t * (0.05 + 0.1 * i))),
      sampleRate: 48_000,
    })),
    messages: [
      { id: 1, speaker: "player", text: "good morning everybody", secondsAgo: 9 },
      { id: 2, speaker: "player", text: TEXT, secondsAgo: 1 },
    ],
    npcs: Array.from({ length: NPCS }, (_, i) => sampleNpc(i)),
    frame: { pixels: samplePixels(), ids: sampleIds() },
  };
}

function sampleEntity(i: number): EntityPercept {
  return {
    id: `entity ${i}`,
    kind: i % 4 === 3 ? "npc" : "exhibit",
    label: ["vase", "statue", "painting", "guide"][i % 4],
    names: [],
    description: "",
    position: around(i, 3 + (i % 7)),
    size: [0.5, 1, 0.5],
    yaw: i % 4 === 3 ? 0 : null,
    appearance: { colour: [(i % 3) / 2, (i % 5) / 4, (i % 7) / 6], shape: null },
    visible: 0.8,
    event: null,
  };
}

function sampleNpc(i: number): NpcPercept {
  return {
    id: `entity ${4 * i + 3}`,
    entity: `entity ${4 * i + 3}`,
    name: `Guide ${i}`,
    eyes: { position: around(4 * i + 3, 4), forward: [0, 0, 1] },
    task: "idle",
    attending: null,
    attendingSeconds: 0,
    senses: { sight: true, hearing: true, chat: true },
    sees: Array.from({ length: ENTITIES }, (_, e) => ((e + i) % 3 ? 0.7 : 0)),
    hears: new Array<number>(SOUNDS).fill(45),
    reads: [1, 1],
    habituation: new Array<number>(ENTITIES).fill(0),
  };
}

function around(i: number, radius: number): Triple {
  return [radius * Math.sin(i), 1, radius * Math.cos(i)];
}

function samplePixels(): Uint8Array {
  return Uint8Array.from({ length: FRAME_WIDTH * FRAME_HEIGHT * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : ((i >> 2) * (1 + (i % 4))) % 256,
  );
}

/** Entities stand side by side, each in a stripe of the frame. */
function sampleIds(): Int16Array {
  return Int16Array.from({ length: ID_MAP_WIDTH * ID_MAP_HEIGHT }, (_, i) =>
    Math.floor((i % ID_MAP_WIDTH) / (ID_MAP_WIDTH / ENTITIES)),
  );
}
