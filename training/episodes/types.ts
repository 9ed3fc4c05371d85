/** Shapes of an episode. A case is exactly one line of the "focus" task; see README.md. */
import type { EventKind, Shape } from "../../src/model/percepts.js";

export type Triple = [number, number, number];
export type Split = "train" | "val" | "test";
export const SPLITS: readonly Split[] = ["train", "val", "test"];

export const SOUND_KINDS = [
  "alarm",
  "applause",
  "bell",
  "crash",
  "drone",
  "footsteps",
  "knock",
  "music",
  "speech",
  "whisper",
] as const;
export type SoundKind = (typeof SOUND_KINDS)[number];
export type SenseName = "sight" | "hearing" | "chat";

/** Position is the centre; of a person (kind npc or player) the feet. */
export interface CaseEntity {
  id: string;
  kind?: string;
  label?: string;
  names?: string[];
  description?: string;
  colour?: string;
  shape?: Shape;
  size?: Triple;
  position: Triple;
  yaw?: number;
}

export interface CasePose {
  position: Triple;
  forward: Triple;
}

export interface CaseNpc extends CasePose {
  id?: string;
  name?: string;
  current?: string;
  task?: "touring" | "idle" | "talking";
}

export interface CaseLine {
  /** "player", "npc" or an entity's id. */
  speaker: string;
  text: string;
  secondsAgo: number;
}

export interface CaseSound {
  entity?: string;
  position?: Triple;
  sound: SoundKind;
  /** Level at 1 m, dB SPL. */
  levelDb: number;
  startedSecondsAgo: number;
  durationSeconds: number;
}

export interface CaseEvent {
  entity: string;
  event: EventKind;
  secondsAgo: number;
}

export interface FocusCase {
  id: string;
  task: "focus";
  entities: CaseEntity[];
  viewer?: CasePose;
  camera?: CasePose;
  npc?: CaseNpc;
  chat?: CaseLine[];
  sounds?: CaseSound[];
  events?: CaseEvent[];
  senses?: SenseName[];
}

/** What nearly everybody would attend to. */
export interface Expected {
  /** The first of the focus is one of these. */
  any?: string[];
  /** What the last line is about; empty: about nothing in the scene; absent: not said. */
  referents?: string[];
  /** Nothing deserves attention. */
  none?: boolean;
  kind: string;
}

export interface Episode {
  case: FocusCase;
  expected: Expected;
}
