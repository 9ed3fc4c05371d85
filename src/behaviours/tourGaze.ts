import { wrapAngle } from "../mind/gazeState.js";
import type { Npc } from "../mind/npc.js";
import type { Entity } from "../world/entity.js";

const DEGREE = Math.PI / 180;
/** While walking, a glance back of the first length after each span of the second, seconds. */
const GLANCE = [1.2, 6] as const;
/** No glance over the shoulder farther than this, radians. */
const OVER_SHOULDER = 100 * DEGREE;
/** While presenting: looks at the exhibit, then at the visitors, seconds. */
const SHOW = [3, 4] as const;
/** The body opens to both, but keeps the exhibit within this of its front, radians. */
const OPEN = 60 * DEGREE;

/** What a guide would look at, moment by moment; the senses may overrule it. */
export class TourGaze {
  private since = 0;
  private shown: Entity | null = null;

  constructor(private readonly npc: Npc) {}

  at(entity: Entity | null): void {
    this.npc.intend(entity);
  }

  /** On the way: ahead, and now and then back to the visitor. */
  lead(visitor: Entity | null): void {
    const { npc } = this;
    const phase = npc.context.now % (GLANCE[0] + GLANCE[1]);
    const glances = visitor && phase > GLANCE[1];
    const off = visitor ? Math.abs(wrapAngle(yawTo(npc, visitor) - npc.gaze.bodyYaw)) : 0;
    npc.intend(glances && off < OVER_SHOULDER ? visitor : null);
  }

  /** At a stop: the exhibit first, then by turns. */
  present(exhibit: Entity, visitor: Entity | null): void {
    const { npc } = this;
    if (this.shown !== exhibit) this.since = npc.context.now;
    this.shown = exhibit;
    const phase = (npc.context.now - this.since) % (SHOW[0] + SHOW[1]);
    npc.intend(visitor && phase > SHOW[0] ? visitor : exhibit);
  }
}

/** Where to stand turned to while showing something: half way to the visitor, the exhibit well in view. */
export function yawBetween(npc: Npc, exhibit: Entity, visitor: Entity | null): number {
  const toExhibit = yawTo(npc, exhibit);
  if (!visitor) return toExhibit;
  const half = wrapAngle(yawTo(npc, visitor) - toExhibit) / 2;
  return toExhibit + Math.min(OPEN, Math.max(-OPEN, half));
}

/** On the ground, radians. */
export function yawTo(npc: Npc, entity: Entity): number {
  const [x, , z] = entity.centre();
  const at = npc.eyes.position;
  const yaw = Math.atan2(x - at[0], z - at[2]);
  return Number.isFinite(yaw) ? yaw : npc.gaze.bodyYaw;
}
