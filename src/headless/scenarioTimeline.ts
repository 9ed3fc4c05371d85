/** What happens in a scenario, and when. */
import { EVENT_KINDS, type EventKind, TASKS, type Task } from "../model/percepts.js";
import type { Triple } from "../world/vector.js";
import { SOUND_WORDS, type SoundWord } from "./describedSound.js";
import type { Fields } from "./fields.js";
import { optional } from "./focusCase.js";

export const FAULTS = ["worker-crash", "worker-hang", "model-missing", "frame-nan", "audio-nan"] as const;
export type FaultKind = (typeof FAULTS)[number];
/** Faults of the model's worker; the others are of the senses. */
export type WorkerFaultKind = Exclude<FaultKind, "frame-nan" | "audio-nan">;

export type Action =
  | { readonly type: "chat"; readonly speaker: string; readonly text: string }
  | { readonly type: "walk"; readonly who: string; readonly to: Triple; readonly speed: number }
  | {
      readonly type: "follow";
      readonly who: string;
      readonly whom: string;
      readonly gap: number;
      readonly speed: number;
    }
  | { readonly type: "look"; readonly who: string; readonly at: string }
  | {
      readonly type: "sound";
      readonly entity?: string;
      readonly position?: Triple;
      readonly sound: SoundWord;
      readonly levelDb: number;
      readonly durationSeconds?: number;
    }
  | { readonly type: "event"; readonly entity: string; readonly event: EventKind }
  | { readonly type: "attend"; readonly npc: string; readonly target: string; readonly seconds?: number }
  | { readonly type: "start"; readonly npc: string; readonly what: "tour" }
  | { readonly type: "fault"; readonly fault: FaultKind; readonly seconds?: number };

/** Once this has held for `for` seconds. */
export interface Condition {
  readonly npc: string;
  readonly task?: Task;
  readonly stop?: string;
  readonly attending?: string;
  readonly for: number;
}

export interface TimelineEntry {
  /** Seconds; null: on a condition. */
  readonly at: number | null;
  readonly when: Condition | null;
  readonly actions: readonly Action[];
}

const WALK_SPEED = 1.2;
const FOLLOW_SPEED = 1.4;
const FOLLOW_GAP = 1.5;

/** @throws RangeError that names the field and the remedy. */
export function parseEntry(fields: Fields): TimelineEntry {
  const at = fields.optionalNumber("at", 0) ?? null;
  const when = fields.object("when", parseCondition) ?? null;
  if ((at === null) === (when === null))
    throw new RangeError(`${fields.path} must have either "at" or "when"`);
  const actions = ACTION_NAMES.flatMap((name) => fields.object(name, ACTIONS[name]) ?? []);
  if (fields.has("fault")) actions.push(parseFault(fields));
  if (actions.length === 0) {
    throw new RangeError(`${fields.path} must have one of ${[...ACTION_NAMES, "fault"].join(", ")}`);
  }
  return { at, when, actions };
}

function parseCondition(fields: Fields): Condition {
  return {
    npc: fields.text("npc"),
    ...optional("task", fields.has("task") ? fields.oneOf("task", TASKS) : undefined),
    ...optional("stop", fields.optionalText("stop")),
    ...optional("attending", fields.optionalText("attending")),
    for: fields.optionalNumber("for", 0) ?? 0,
  };
}

const ACTIONS = {
  chat: (f: Fields): Action => ({ type: "chat", speaker: f.text("speaker"), text: f.text("text") }),
  move: parseMove,
  look: (f: Fields): Action => ({ type: "look", who: f.text("who"), at: f.text("at") }),
  sound: (f: Fields): Action => ({
    type: "sound",
    sound: f.oneOf("sound", SOUND_WORDS),
    levelDb: f.number("levelDb"),
    ...optional("entity", f.optionalText("entity")),
    ...optional("position", f.optionalTriple("position")),
    ...optional("durationSeconds", f.optionalNumber("durationSeconds", 0)),
  }),
  event: (f: Fields): Action => ({
    type: "event",
    entity: f.text("entity"),
    event: f.oneOf("event", EVENT_KINDS),
  }),
  order: parseOrder,
} as const;
const ACTION_NAMES = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];

function parseMove(fields: Fields): Action {
  const who = fields.text("who");
  const to = fields.optionalTriple("to");
  const whom = fields.optionalText("follow");
  const speed = fields.optionalNumber("speed", 0.01);
  if (to && whom === undefined) return { type: "walk", who, to, speed: speed ?? WALK_SPEED };
  if (whom === undefined || to) throw new RangeError(`${fields.path} must have either "to" or "follow"`);
  const gap = fields.optionalNumber("gap", 0) ?? FOLLOW_GAP;
  return { type: "follow", who, whom, gap, speed: speed ?? FOLLOW_SPEED };
}

function parseOrder(fields: Fields): Action {
  const npc = fields.text("npc");
  if (fields.has("start")) return { type: "start", npc, what: fields.oneOf("start", ["tour"]) };
  const seconds = fields.optionalNumber("seconds", 0);
  return { type: "attend", npc, target: fields.text("attend"), ...optional("seconds", seconds) };
}

function parseFault(fields: Fields): Action {
  return {
    type: "fault",
    fault: fields.oneOf("fault", FAULTS),
    ...optional("seconds", fields.optionalNumber("seconds", 0)),
  };
}
