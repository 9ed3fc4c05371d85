/** A scenario: a scene played over time, as data. */
import { EVENT_KINDS, type EventKind, TASKS, type Task } from "../model/percepts.js";
import type { Triple } from "../world/vector.js";
import { SOUND_WORDS, type SoundWord } from "./describedSound.js";
import { type Fields, fieldsOf } from "./fields.js";
import { type CaseEntity, optional, parseEntity } from "./focusCase.js";

export const FAULTS = ["worker-crash", "worker-hang", "model-missing", "frame-nan", "audio-nan"] as const;
export type FaultKind = (typeof FAULTS)[number];
/** Faults of the model's worker; the others are of the senses. */
export type WorkerFaultKind = Exclude<FaultKind, "frame-nan" | "audio-nan">;

export interface ScenarioNpc {
  readonly id: string;
  readonly name: string;
  /** Feet. */
  readonly position: Triple;
  readonly forward: Triple;
  readonly eyeHeight: number;
  readonly role?: "guide" | "visitor";
  readonly tour?: {
    readonly stops: readonly {
      readonly entity: string;
      readonly say?: string;
      readonly themes?: readonly string[];
    }[];
    readonly follow: readonly string[];
  };
  readonly knowledge: readonly {
    readonly id: string;
    readonly questions: readonly string[];
    readonly answer: string;
  }[];
  /** Subject, relation, object. */
  readonly facts: readonly (readonly [string, string, string])[];
}

export interface ScenarioPlayer {
  readonly id: string;
  readonly name: string;
  readonly position: Triple;
  readonly forward: Triple;
  readonly eyeHeight: number;
}

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

export interface Scenario {
  readonly name: string;
  readonly duration: number;
  readonly step: number;
  readonly seed: number;
  readonly entities: readonly CaseEntity[];
  readonly npcs: readonly ScenarioNpc[];
  readonly players: readonly ScenarioPlayer[];
  readonly timeline: readonly TimelineEntry[];
}

const WALK_SPEED = 1.2;
const FOLLOW_SPEED = 1.4;
const FOLLOW_GAP = 1.5;
const EYE_HEIGHT = 1.6;
/** A wrong digit in `duration` must not fill a disk. */
const MOST_STEPS = 1_000_000;

/** @throws RangeError that names the field and the remedy. */
export function parseScenario(data: unknown): Scenario {
  const fields = fieldsOf(data, "scenario");
  const step = fields.optionalNumber("step") ?? 1 / 60;
  if (!(step > 0 && step <= 0.1)) fields.fail("step", "more than 0 and at most 0.1 seconds");
  const duration = fields.number("duration", 0);
  if (duration / step > MOST_STEPS) fields.fail("duration", `at most ${MOST_STEPS} steps long`);
  const scenario: Scenario = {
    name: fields.optionalText("name") ?? "scenario",
    duration,
    step,
    seed: fields.optionalNumber("seed") ?? 1,
    entities: fields.optionalList("entities").map(parseEntity),
    npcs: fields.optionalList("npcs").map(parseNpc),
    players: fields.optionalList("players").map(parsePlayer),
    timeline: fields.optionalList("timeline").map(parseEntry),
  };
  checkNames(scenario);
  return scenario;
}

function parseNpc(fields: Fields): ScenarioNpc {
  const role = fields.has("role") ? fields.oneOf("role", ["guide", "visitor"]) : undefined;
  return {
    ...parsePlayer(fields),
    ...optional("role", role),
    ...optional("tour", fields.object("tour", parseTour)),
    knowledge: fields.optionalList("knowledge").map((known) => ({
      id: known.text("id"),
      questions: known.optionalTexts("questions") ?? known.fail("questions", "a list of strings"),
      answer: known.text("answer"),
    })),
    facts: parseFacts(fields),
  };
}

function parseTour(fields: Fields): NonNullable<ScenarioNpc["tour"]> {
  const stops = fields.list("stops").map((stop) => ({
    entity: stop.text("entity"),
    ...optional("say", stop.optionalText("say")),
    ...optional("themes", stop.optionalTexts("themes")),
  }));
  if (stops.length === 0) fields.fail("stops", "a list of at least one stop");
  return { stops, follow: fields.optionalTexts("follow") ?? [] };
}

function parseFacts(fields: Fields): ScenarioNpc["facts"] {
  const facts = fields.raw("facts") ?? [];
  const fits = (fact: unknown) =>
    Array.isArray(fact) && fact.length === 3 && fact.every((part) => typeof part === "string");
  if (!Array.isArray(facts) || !facts.every(fits))
    fields.fail("facts", "a list of [subject, relation, object]");
  return facts as ScenarioNpc["facts"];
}

function parsePlayer(fields: Fields): ScenarioPlayer {
  const id = fields.text("id");
  return {
    id,
    name: fields.optionalText("name") ?? id,
    position: fields.triple("position"),
    forward: fields.optionalDirection("forward") ?? [0, 0, 1],
    eyeHeight: fields.optionalNumber("eyeHeight", 0.1) ?? EYE_HEIGHT,
  };
}

function parseEntry(fields: Fields): TimelineEntry {
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

/** Every id is there once, and every name used is the id of something that fits. */
function checkNames({ entities, npcs, players, timeline }: Scenario): void {
  const npcIds = new Set(npcs.map(({ id }) => id));
  const playerIds = new Set(players.map(({ id }) => id));
  const all = new Set<string>();
  for (const { id } of [...entities, ...npcs, ...players]) {
    if (all.has(id)) throw new RangeError(`scenario: the id "${id}" is there twice`);
    all.add(id);
  }
  const check = (path: string, id: string | undefined, known: Set<string>, what: string) => {
    if (id !== undefined && !known.has(id))
      throw new RangeError(`${path}: "${id}" is no ${what} of this scenario`);
  };
  for (const [n, { tour }] of npcs.entries()) {
    const path = `scenario.npcs[${n}].tour`;
    for (const [s, { entity }] of (tour?.stops ?? []).entries())
      check(`${path}.stops[${s}].entity`, entity, all, "entity");
    for (const [f, id] of (tour?.follow ?? []).entries())
      check(`${path}.follow[${f}]`, id, all, "player or NPC");
  }
  for (const [n, { when, actions }] of timeline.entries()) {
    const path = `scenario.timeline[${n}]`;
    check(`${path}.when.npc`, when?.npc, npcIds, "NPC");
    check(`${path}.when.stop`, when?.stop, all, "entity");
    check(`${path}.when.attending`, when?.attending, all, "entity");
    for (const action of actions) {
      if (action.type === "chat") check(`${path}.chat.speaker`, action.speaker, all, "player, NPC or entity");
      if (action.type === "walk" || action.type === "follow")
        check(`${path}.move.who`, action.who, playerIds, "player");
      if (action.type === "follow") check(`${path}.move.follow`, action.whom, all, "player, NPC or entity");
      if (action.type === "look") {
        check(`${path}.look.who`, action.who, playerIds, "player");
        check(`${path}.look.at`, action.at, all, "entity");
      }
      if (action.type === "sound" || action.type === "event")
        check(`${path}.${action.type}.entity`, action.entity, all, "entity");
      if (action.type === "attend" || action.type === "start")
        check(`${path}.order.npc`, action.npc, npcIds, "NPC");
      if (action.type === "attend") check(`${path}.order.attend`, action.target, all, "entity");
    }
  }
}
