/**
 * What the senses deliver: one moment as plain data, before it becomes tensors.
 * It crosses to the worker by structured clone, so it holds no Babylon object and no function.
 * Every number in it is finite; what is not known is null or absent, never 0.
 */
import type { Pose, Triple } from "../world/vector.js";

/** Events that draw the eye, named as the bench names them. */
export const EVENT_KINDS = ["appears", "flashes", "moves", "shakes"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Shapes that an author may state, or that pixels show. */
export const SHAPES = ["box", "sphere", "cylinder", "person"] as const;
export type Shape = (typeof SHAPES)[number];

/** What an NPC is doing. The words of `task` in a trace. */
export const TASKS = [
  "idle",
  "greeting",
  "leading",
  "waiting",
  "presenting",
  "answering",
  "following",
  "ended",
] as const;
export type Task = (typeof TASKS)[number];

/** How a thing looks, from pixels (sight of the frame) or as its author states it. */
export interface Appearance {
  /** Mean sRGB colour, each 0..1. */
  readonly colour: Triple | null;
  readonly shape: Shape | null;
}

export interface EntityPercept {
  readonly id: string;
  /** "exhibit", "player", "npc", "prop", "door" or the author's own word. */
  readonly kind: string;
  /** What it is called; "" if it has no name. */
  readonly label: string;
  readonly names: readonly string[];
  readonly description: string;
  /** Centre, world metres. For persons the centre of the body, not the feet. */
  readonly position: Triple;
  /** Width, height, depth in metres along its own axes; null if unknown. */
  readonly size: Triple | null;
  /** Radians, 0 looks along +z, grows toward +x; null if it has no front. */
  readonly yaw: number | null;
  readonly appearance: Appearance;
  /** Share of its silhouette that the camera's frame shows, 0..1; null without a frame. */
  readonly visible: number | null;
  readonly event: { readonly kind: EventKind; readonly secondsAgo: number } | null;
}

export interface SoundPercept {
  /** Stable as long as the sound lives: the worker keeps its features by it. */
  readonly id: string;
  /** The entity that it belongs to, if any. */
  readonly entity: string | null;
  /** Null: it has no place (not spatial). */
  readonly position: Triple | null;
  /** Level at 1 m, dB SPL (speech about 60, alarm about 85). */
  readonly levelDb: number;
  readonly startedSecondsAgo: number;
  /** Null: it has no known end. */
  readonly durationSeconds: number | null;
  /** The newest PCM_LENGTH dry samples, -1..1; null if none arrived since the last moment. */
  readonly pcm: Float32Array | null;
  readonly sampleRate: number;
}

/** Samples handed to Meyda at once. */
export const PCM_LENGTH = 1024;

export interface MessagePercept {
  /** Grows by one with each message. */
  readonly id: number;
  /** Entity id of the speaker; "player" for the viewer where the player is no entity. */
  readonly speaker: string;
  /** After hygiene. */
  readonly text: string;
  readonly secondsAgo: number;
}

/** What one NPC is and can perceive now. Arrays are parallel to the arrays of Percepts. */
export interface NpcPercept {
  readonly id: string;
  /** Its own row among the entities, which is never an answer; null if it has none. */
  readonly entity: string | null;
  readonly name: string;
  /** Its eyes. */
  readonly eyes: Pose;
  readonly task: Task;
  readonly attending: string | null;
  /** How long it has attended to that, seconds. */
  readonly attendingSeconds: number;
  /** Which senses work. */
  readonly senses: SenseSet;
  /** Per entity: share of it that these eyes see, 0..1 (view cone × unoccluded share). */
  readonly sees: readonly number[];
  /** Per entity: 1 if these eyes have seen it at any time since its event, else 0. Absent: as it sees now. */
  readonly witnessed?: readonly number[];
  /** Per sound: level at the ears after distance and occlusion, dB SPL; 0 or less is inaudible. */
  readonly hears: readonly number[];
  /** Per message: 1 if it was within range when said, else 0. */
  readonly reads: readonly number[];
  /** Per entity: habituation 0..1, how much it has been attended to lately (1: wholly habituated). */
  readonly habituation: readonly number[];
}

export interface SenseSet {
  readonly sight: boolean;
  readonly hearing: boolean;
  readonly chat: boolean;
}

/** A captured frame. */
export interface FramePercept {
  /** FRAME_WIDTH × FRAME_HEIGHT sRGB; RGBA bytes with row 0 at the top, or a bitmap for the worker's GPU. */
  readonly pixels: Uint8Array | ImageBitmap;
  /**
   * Which entity each cell of the object-id map shows: index into `entities`, -1 for none.
   * ID_MAP_WIDTH × ID_MAP_HEIGHT, row 0 at the top.
   */
  readonly ids: Int16Array;
}

export interface Percepts {
  /** Seconds on the perception's clock. */
  readonly time: number;
  /** The player's eyes; null if there is no player. */
  readonly viewer: Pose | null;
  /** The entity that is the viewer's body; absent: the person that stands where the viewer's eyes are. */
  readonly viewerEntity?: string | null;
  readonly entities: readonly EntityPercept[];
  readonly sounds: readonly SoundPercept[];
  /** Oldest first. */
  readonly messages: readonly MessagePercept[];
  readonly npcs: readonly NpcPercept[];
  /** The frame captured since the last moment, if one was. */
  readonly frame: FramePercept | null;
  /** With `frame` null: the last frame handed over is still what is seen. Default false. */
  readonly frameHolds?: boolean;
}
