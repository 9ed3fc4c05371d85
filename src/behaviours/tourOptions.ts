import type { TourStop } from "../knowledge/tourPlan.js";
import type { Navigation } from "./navigation.js";
import type { Phrases } from "./phrases.js";
import type { ResponderOptions } from "./responder.js";
import type { TourOrderOptions } from "./tourOrder.js";
import type { Follower } from "./visitors.js";

export interface GuidedTourOptions extends ResponderOptions, TourOrderOptions {
  readonly stops: readonly TourStop[];
  /** Whom it waits for: entities, their nodes or ids. Default: nobody. */
  readonly follow?: Follower | readonly Follower[];
  /**
   * When it starts: "near" once a visitor is within 5 m, "attach" at once, "order" by start() alone.
   * Default: "near", or "attach" with nobody to follow.
   */
  readonly starts?: "near" | "attach" | "order";
  /** A way-finder; straight lines around the exhibits without. */
  readonly navigation?: Navigation | null;
  /** Metres a second. Default 1.2. */
  readonly speed?: number;
  /** From the side of an exhibit to where it stands, metres. Default 1.1. */
  readonly standoff?: number;
  /** From people, metres. Default 1.2. */
  readonly personalDistance?: number;
  /** A visitor farther away lags, metres. Default 6. */
  readonly lagDistance?: number;
  /** A visitor out of sight for so long lags, seconds. Default 2.5. */
  readonly lostSeconds?: number;
  /** It waits so long for a visitor before it goes on without, or ends if nobody is left, seconds. Default 30. */
  readonly patienceSeconds?: number;
  /** Time for questions after the last sentence at a stop, seconds. Default 2. */
  readonly questionSeconds?: number;
  readonly phrases?: Partial<Phrases>;
}

type Numbers =
  | "speed"
  | "standoff"
  | "personalDistance"
  | "lagDistance"
  | "lostSeconds"
  | "patienceSeconds"
  | "questionSeconds";

export type TourNumbers = Readonly<Record<Numbers, number>>;

const DEFAULTS: TourNumbers = {
  speed: 1.2,
  standoff: 1.1,
  personalDistance: 1.2,
  lagDistance: 6,
  lostSeconds: 2.5,
  patienceSeconds: 30,
  questionSeconds: 2,
};

/** @throws RangeError that names the field. */
export function tourNumbers(options: GuidedTourOptions): TourNumbers {
  const numbers: Record<Numbers, number> = { ...DEFAULTS };
  for (const field of Object.keys(DEFAULTS) as Numbers[]) {
    const value = options[field] ?? DEFAULTS[field];
    if (!(typeof value === "number" && value >= 0) || (field === "speed" && !(value > 0)))
      throw new RangeError(
        `tour option "${field}" must be a number of 0 or more (speed: above 0), got ${String(value)}`,
      );
    numbers[field] = value;
  }
  return numbers;
}

/** @throws RangeError if an entry is no entity, node or id. */
export function followersOf(follow: GuidedTourOptions["follow"]): Follower[] {
  const followers = follow === undefined ? [] : Array.isArray(follow) ? [...follow] : [follow as Follower];
  for (const [i, follower] of followers.entries()) {
    const fits =
      typeof follower === "string" ? follower !== "" : typeof follower === "object" && follower !== null;
    if (!fits)
      throw new RangeError(
        `tour follow[${i}] must be an entity, its node or its id, got ${JSON.stringify(follower)}`,
      );
  }
  return followers;
}
