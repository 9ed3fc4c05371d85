/** A place that a visitor can go to. */
export interface Stop {
  readonly id: string;
  /** Metres, in two or three dimensions, the same for all stops. Absent: as far as a usual step. */
  readonly position?: readonly number[] | undefined;
  readonly themes?: readonly string[] | undefined;
}

/** Ids of the stops that one visitor went to, in order. Ids of stops that are no more are passed over. */
export type Tour = readonly string[];

/** @throws RangeError that names the stop's index, the field and the remedy. */
export function checkStops(stops: readonly Stop[]): void {
  if (!Array.isArray(stops) || stops.length === 0)
    throw new RangeError('next stop "stops" must be a list of one stop { id, position, themes } at least');
  const seen = new Set<string>();
  let dimensions: number | undefined;
  for (const [i, stop] of stops.entries()) {
    const { id, position, themes = [] } = (stop ?? {}) as Stop;
    const fail = (field: string, wanted: string): never => {
      throw new RangeError(`next stop stops[${i}] "${field}" must be ${wanted}`);
    };
    if (typeof id !== "string" || id === "") fail("id", "a string that is not empty");
    if (seen.has(id)) fail("id", `its own; "${id}" is taken`);
    seen.add(id);
    if (!isTexts(themes)) fail("themes", "a list of strings");
    if (position === undefined) continue;
    const fits = Array.isArray(position) && position.every(Number.isFinite);
    if (!fits || position.length < 2 || position.length > 3) fail("position", "two or three finite numbers");
    dimensions ??= position.length;
    if (position.length !== dimensions) fail("position", `of ${dimensions} dimensions, as those before it`);
  }
}

/** @throws RangeError that names the tour that is no list of ids. */
export function checkTours(tours: readonly Tour[]): void {
  if (!Array.isArray(tours))
    throw new RangeError('next stop "tours" must be a list of lists of ids of stops');
  for (const [i, tour] of tours.entries())
    if (!isTexts(tour)) throw new RangeError(`next stop tours[${i}] must be a list of ids of stops`);
}

/** @throws RangeError unless there is a name for each tour, or none at all. */
export function checkVisitors(visitors: readonly string[] | undefined, tours: number): void {
  if (visitors !== undefined && !(isTexts(visitors) && visitors.length === tours))
    throw new RangeError(`next stop "visitors" must be a list of ${tours} strings, one for each of "tours"`);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
