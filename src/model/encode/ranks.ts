import type { Triple } from "../../world/vector.js";
import { colourMemberships } from "../colour.js";
import { oklab } from "../oklab.js";
import type { EntityPercept } from "../percepts.js";
import { fold } from "../text/ngrams.js";
import type { ViewFrame } from "./viewFrame.js";

/** Comparing is what a small network does worst: each entity is told where it ranks, by what people compare. */
export function rankFeatures(
  entities: readonly EntityPercept[],
  places: readonly Triple[],
  view: ViewFrame,
): Record<string, number>[] {
  const columns = comparisons(entities, places, view);
  const out = entities.map((): Record<string, number> => ({}));
  const everything = rivalsOf(entities.map(() => ""));
  // "The thing on the right" is no person and no room, and stands before whoever speaks.
  const things = rivalsOf(
    entities.map((entity, i) => (isThing(entity) ? (places[i][2] > 0 ? "ahead" : "behind") : "other")),
  );
  const names = entities.map((entity) => fold(entity.label));
  const kin = rivalsOf(names);
  const twins = rivalsOf(entities.map((entity, i) => `${names[i]} ${basicColour(entity)}`));
  for (const { name, values, tolerance } of columns) {
    write(out, `rank${name}`, ranksWithin(everything, values, tolerance));
    if (name === "Azimuth") continue;
    write(out, `thing${name}`, ranksWithin(things, values, tolerance));
    write(out, `kin${name}`, ranksWithin(kin, values, tolerance));
    write(out, `twin${name}`, ranksWithin(twins, values, tolerance));
  }
  write(
    out,
    "isThing",
    entities.map((entity) => (isThing(entity) ? 1 : 0)),
  );
  write(out, "kinCount", counts(kin));
  write(out, "twinCount", counts(twins));
  return out;
}

/** Logarithm of cubic metres; 0 where the size is not known. */
export function volumeOf({ size }: EntityPercept): number {
  return size ? Math.log(size[0] * size[1] * size[2] + 1e-6) : 0;
}

/** In OKLab; that of a middling colour where it is not known. */
export function lightnessOf({ appearance: { colour } }: EntityPercept): number {
  return colour ? oklab(colour)[0] : 0.6;
}

interface Comparison {
  readonly name: string;
  readonly values: readonly number[];
  /** Nearer than this counts as equal. */
  readonly tolerance: number;
}

function comparisons(
  entities: readonly EntityPercept[],
  places: readonly Triple[],
  view: ViewFrame,
): Comparison[] {
  const of = (name: string, values: number[], tolerance = 0.02): Comparison => ({ name, values, tolerance });
  return [
    of(
      "X",
      places.map((p) => p[0]),
    ),
    of(
      "Azimuth",
      places.map((p) => Math.atan2(p[0], p[2])),
      0.005,
    ),
    of(
      "Y",
      places.map((p) => p[1]),
    ),
    of(
      "Z",
      places.map((p) => p[2]),
    ),
    of(
      "Distance",
      places.map((p) => Math.hypot(...p)),
    ),
    of(
      "East",
      entities.map((e) => e.position[0] - view.origin[0]),
    ),
    of(
      "North",
      entities.map((e) => e.position[2] - view.origin[2]),
    ),
    of("Volume", entities.map(volumeOf)),
    of(
      "Height",
      entities.map((e) => e.size?.[1] ?? 0),
      0.01,
    ),
    of("Lightness", entities.map(lightnessOf), 0.01),
  ];
}

/** Indices of those that are compared with each other. */
export type Rivals = readonly (readonly number[])[];

/** By their groups' names. */
export function rivalsOf(groups: readonly string[]): Rivals {
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const own = members.get(group);
    if (own) own.push(i);
    else members.set(group, [i]);
  });
  return [...members.values()];
}

/** Rank of each value among its rivals', -1 lowest to 1 highest; near ones share theirs. 0 if alone. */
export function ranksWithin(rivals: Rivals, values: ArrayLike<number>, tolerance: number): number[] {
  const ranks = new Array<number>(values.length).fill(0);
  for (const peers of rivals) {
    if (peers.length < 2) continue;
    for (const i of peers) {
      const [low, high] = [values[i] - tolerance, values[i] + tolerance];
      let higher = 0;
      for (const k of peers) {
        if (values[k] < low) higher++;
        else if (values[k] > high) higher--;
      }
      ranks[i] = higher / (peers.length - 1);
    }
  }
  return ranks;
}

function isThing({ kind }: EntityPercept): boolean {
  return kind !== "player" && kind !== "npc" && kind !== "room";
}

/** How many others are in the group: 0 for none, near 1 for many. */
function counts(rivals: Rivals): number[] {
  const out: number[] = [];
  for (const peers of rivals) for (const i of peers) out[i] = 1 - 1 / peers.length;
  return out;
}

/** Index of the likeliest basic colour, -1 if it is not known. */
export function basicColour({ appearance: { colour } }: EntityPercept): number {
  if (!colour) return -1;
  const memberships = colourMemberships(colour);
  return memberships.indexOf(Math.max(...memberships));
}

function write(rows: Record<string, number>[], name: string, values: readonly number[]): void {
  for (let i = 0; i < rows.length; i++) rows[i][name] = values[i];
}
