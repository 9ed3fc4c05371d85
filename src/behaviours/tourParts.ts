import type { PlannedStop } from "../knowledge/tourPlan.js";
import type { Npc } from "../mind/npc.js";
import type { Obstacle } from "./navigation.js";
import { Speech } from "./speech.js";
import { hasPlace, obstacleOf } from "./station.js";
import { TourGaze } from "./tourGaze.js";
import { followersOf, type GuidedTourOptions, type TourNumbers } from "./tourOptions.js";
import { Visitors } from "./visitors.js";
import { Walker } from "./walker.js";

/** What a guide does its tour with. */
export interface TourParts {
  readonly npc: Npc;
  readonly walker: Walker;
  readonly visitors: Visitors;
  readonly gaze: TourGaze;
  /** What it says at a stop, and what it calls meanwhile. */
  readonly talk: Speech;
  readonly calls: Speech;
  /** The exhibits of all stops: what is not walked through. One that is nowhere is in nobody's way. */
  obstacles(): Obstacle[];
}

export function tourParts(
  npc: Npc,
  plan: readonly PlannedStop[],
  options: GuidedTourOptions,
  numbers: TourNumbers,
): TourParts {
  const obstacles = () =>
    plan.flatMap(({ entity }) => {
      const exhibit = npc.context.entities.get(entity);
      return exhibit && hasPlace(exhibit) ? obstacleOf(exhibit) : [];
    });
  return {
    npc,
    obstacles,
    visitors: new Visitors(npc, followersOf(options.follow), numbers),
    walker: new Walker(npc, { ...numbers, navigation: options.navigation ?? null, obstacles }),
    gaze: new TourGaze(npc),
    talk: new Speech(npc),
    calls: new Speech(npc),
  };
}
