import type { Entity } from "../world/entity.js";
import type { Triple } from "../world/vector.js";
import { type Navigation, standable } from "./navigation.js";
import { stationAt } from "./station.js";
import type { TourParts } from "./tourParts.js";

/** The guide's way to where a stop is shown from. */
export class TourLeading {
  private target: Triple | null = null;

  /** @param standoff from the side of an exhibit to where it stands, metres */
  constructor(
    private readonly parts: TourParts,
    private readonly standoff: number,
    private readonly navigation: Navigation | null,
  ) {}

  begin(): void {
    this.target = null;
    this.parts.walker.stop();
  }

  /** One step on the way. @returns has it arrived? */
  step(stop: Entity): boolean {
    const { npc, walker, visitors, gaze } = this.parts;
    gaze.lead(visitors.nearest());
    npc.stop = stop.id;
    this.target ??= this.stationOf(stop);
    if (walker.hasArrived) return true;
    if (!walker.isWalking) walker.walkTo(this.target);
    return false;
  }

  private stationOf(stop: Entity): Triple {
    const { npc, visitors, obstacles } = this.parts;
    const { x, y, z } = npc.root.computeWorldMatrix(true).getTranslation();
    const guide: Triple = [x, y, z];
    const from = visitors.nearest()?.centre() ?? guide;
    return standable(stationAt(stop, from, guide, this.standoff, obstacles()), this.navigation);
  }
}
