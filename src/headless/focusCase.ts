/** A bench case of the task "focus": one moment of a scene as data. */
import { EVENT_KINDS, type EventKind, SHAPES, type Shape } from "../model/percepts.js";
import type { Pose, Triple } from "../world/vector.js";
import { SOUND_WORDS, type SoundWord } from "./describedSound.js";
import { type Fields, fieldsOf } from "./fields.js";

export const SENSE_NAMES = ["sight", "hearing", "chat"] as const;
export type SenseName = (typeof SENSE_NAMES)[number];

export interface CaseEntity {
  readonly id: string;
  readonly kind?: string;
  readonly label?: string;
  readonly names?: readonly string[];
  readonly description?: string;
  /** "#rrggbb" */
  readonly colour?: string;
  /** Author's word; one that has no mesh of its own is drawn as a box. */
  readonly shape?: string;
  readonly size?: Triple;
  /** Centre; the feet of a person (kind npc or player). */
  readonly position: Triple;
  readonly yaw?: number;
}

export interface CaseNpc {
  readonly id?: string;
  readonly name?: string;
  /** Feet; absent: wherever it sees everything. */
  readonly position?: Triple;
  readonly forward?: Triple;
  readonly current?: string;
  readonly task?: string;
}

export interface FocusCase {
  readonly id: string;
  readonly entities: readonly CaseEntity[];
  readonly viewer?: Pose;
  readonly camera?: Pose;
  readonly npc?: CaseNpc;
  /** Oldest first. */
  readonly chat: readonly { readonly speaker: string; readonly text: string; readonly secondsAgo: number }[];
  readonly sounds: readonly {
    readonly entity?: string;
    readonly position?: Triple;
    readonly sound: SoundWord;
    readonly levelDb: number;
    readonly startedSecondsAgo: number;
    readonly durationSeconds?: number;
  }[];
  readonly events: readonly {
    readonly entity: string;
    readonly event: EventKind;
    readonly secondsAgo: number;
  }[];
  readonly senses: readonly SenseName[];
}

/** @throws RangeError that names the field and the remedy. */
export function parseFocusCase(data: unknown): FocusCase {
  const fields = fieldsOf(data, "case");
  const entities = fields.list("entities").map(parseEntity);
  const ids = new Set<string>();
  for (const { id } of entities) {
    if (ids.has(id)) throw new RangeError(`case.entities: the id "${id}" is there twice`);
    ids.add(id);
  }
  return {
    id: fields.text("id"),
    entities,
    ...optional("viewer", fields.object("viewer", parsePose)),
    ...optional("camera", fields.object("camera", parsePose)),
    ...optional("npc", fields.object("npc", parseNpc)),
    chat: fields.optionalList("chat").map((line) => ({
      speaker: line.text("speaker"),
      text: line.text("text"),
      secondsAgo: line.optionalNumber("secondsAgo", 0) ?? 0,
    })),
    sounds: fields.optionalList("sounds").map(parseSound),
    events: fields.optionalList("events").map((event) => ({
      entity: event.text("entity"),
      event: event.oneOf("event", EVENT_KINDS),
      secondsAgo: event.optionalNumber("secondsAgo", 0) ?? 0,
    })),
    senses: fields.optionalTexts("senses", SENSE_NAMES) ?? SENSE_NAMES,
  };
}

export function parseEntity(fields: Fields): CaseEntity {
  const colour = fields.optionalText("colour");
  if (colour !== undefined && !/^#[0-9a-f]{6}$/i.test(colour)) fields.fail("colour", '"#rrggbb"');
  const size = fields.optionalTriple("size");
  if (size?.some((length) => length < 0)) fields.fail("size", "three lengths of 0 or more");
  return {
    id: fields.text("id"),
    position: fields.triple("position"),
    ...optional("kind", fields.optionalText("kind")),
    ...optional("label", fields.optionalText("label")),
    ...optional("names", fields.optionalTexts("names")),
    ...optional("description", fields.optionalText("description")),
    ...optional("colour", colour),
    ...optional("shape", fields.optionalText("shape")),
    ...optional("size", size),
    ...optional("yaw", fields.optionalNumber("yaw")),
  };
}

function parsePose(fields: Fields): Pose {
  return { position: fields.triple("position"), forward: fields.direction("forward") };
}

function parseNpc(fields: Fields): CaseNpc {
  return {
    ...optional("id", fields.optionalText("id")),
    ...optional("name", fields.optionalText("name")),
    ...optional("position", fields.optionalTriple("position")),
    ...optional("forward", fields.optionalDirection("forward")),
    ...optional("current", fields.optionalText("current")),
    ...optional("task", fields.optionalText("task")),
  };
}

function parseSound(fields: Fields): FocusCase["sounds"][number] {
  return {
    sound: fields.oneOf("sound", SOUND_WORDS),
    levelDb: fields.number("levelDb"),
    startedSecondsAgo: fields.optionalNumber("startedSecondsAgo", 0) ?? 0,
    ...optional("entity", fields.optionalText("entity")),
    ...optional("position", fields.optionalTriple("position")),
    ...optional("durationSeconds", fields.optionalNumber("durationSeconds", 0)),
  };
}

/** { [key]: value }, or nothing if the value is absent. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

/** The shape as the product knows it; undefined for an author's own word. */
export function asShape(shape: string | undefined): Shape | undefined {
  return SHAPES.find((known) => known === shape);
}
