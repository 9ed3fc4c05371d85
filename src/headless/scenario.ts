/** A scenario: a scene played over time, as data. */
import type { Triple } from "../world/vector.js";
import { type Fields, fieldsOf } from "./fields.js";
import { type CaseEntity, optional, parseEntity } from "./focusCase.js";
import { checkNames } from "./scenarioNames.js";
import { parseEntry, type TimelineEntry } from "./scenarioTimeline.js";

export {
  type Action,
  type Condition,
  FAULTS,
  type FaultKind,
  type TimelineEntry,
  type WorkerFaultKind,
} from "./scenarioTimeline.js";

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
