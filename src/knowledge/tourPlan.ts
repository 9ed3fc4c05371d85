import { sentencesOf } from "./words.js";

/** One stop as an author writes it. */
export interface TourStop {
  /** Id of the exhibit's entity, or the entity itself. */
  readonly entity: string | { readonly id: string };
  /** What the guide says there. Default: the exhibit's description. */
  readonly say?: string | readonly string[];
  readonly themes?: readonly string[];
}

/** One stop, checked: ids and sentences. */
export interface PlannedStop {
  readonly entity: string;
  readonly sentences: readonly string[];
  readonly themes: readonly string[];
}

/**
 * Checks a tour.
 * @throws RangeError that names the stop's index, the field and the remedy.
 */
export function planTour(stops: readonly TourStop[]): PlannedStop[] {
  if (!Array.isArray(stops)) throw new RangeError(`tour "stops" must be a list, got ${describe(stops)}`);
  if (stops.length === 0) throw new RangeError('tour "stops" is empty; give it one stop at least');
  return stops.map(planStop);
}

function planStop(stop: TourStop, index: number): PlannedStop {
  if (typeof stop !== "object" || stop === null) fail(index, null, "an object { entity, say, themes }", stop);
  const { entity, say, themes = [] } = stop;
  const id: unknown = typeof entity === "object" && entity !== null ? entity.id : entity;
  if (typeof id !== "string" || id === "") fail(index, "entity", "an entity or the id of one", entity);
  if (!isTexts(themes)) fail(index, "themes", "a list of strings", themes);
  return { entity: id, sentences: sentencesOfStop(say, index), themes };
}

function sentencesOfStop(say: TourStop["say"], index: number): string[] {
  if (say === undefined) return [];
  if (typeof say === "string") return sentencesOf(say);
  if (!isTexts(say)) fail(index, "say", "a text or a list of texts", say);
  return say.flatMap(sentencesOf);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function fail(index: number, field: string | null, wanted: string, got: unknown): never {
  throw new RangeError(
    `tour stops[${index}]${field ? ` "${field}"` : ""} must be ${wanted}, got ${describe(got)}`,
  );
}

function describe(value: unknown): string {
  return typeof value === "object" && value !== null
    ? Array.isArray(value)
      ? "a list"
      : "an object"
    : JSON.stringify(value);
}
