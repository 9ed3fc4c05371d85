import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import type { Observer } from "@babylonjs/core/Misc/observable.js";
import { wrapAngle } from "../mind/gazeState.js";
import type { Npc } from "../mind/npc.js";
import { nameOf } from "../mind/reason.js";
import type { Task } from "../model/percepts.js";
import type { Entity } from "../world/entity.js";
import { faces, isPerson } from "./gazeAim.js";
import { yawTo } from "./tourGaze.js";

export interface EyeContactOptions {
  /** How near a person must stand, metres, above 0. Default 3.6, as far as people talk to strangers (Hall 1966). */
  readonly range?: number;
}

const DEGREE = Math.PI / 180;
/** A person who faces the NPC within this looks at it. */
const LOOKED_AT = 20 * DEGREE;
/** Nobody feels a look from farther round the back than this. */
const NOTICED = 100 * DEGREE;
const FREE: readonly Task[] = ["idle", "ended"];
/** Seconds between two looks at who is there. */
const EVERY = 0.25;

/**
 * Looks back: while an NPC has nothing to do, it meets the eyes of whoever stands before it and looks at it. How long each
 * look lasts is GazeBehavior's; what senses call for comes first, and so does what other behaviours intend.
 */
export class EyeContactBehavior implements Behavior<Npc> {
  readonly name = "EyeContact";
  attachedNode: Npc | null = null;
  private readonly range: number;
  private met: Entity | null = null;
  private wait = 0;
  private onUpdate: Observer<number> | null = null;

  /** @throws RangeError if the range is not above 0. */
  constructor({ range = 3.6 }: EyeContactOptions = {}) {
    if (!(range > 0)) throw new RangeError(`eye contact option "range" must be metres above 0, got ${range}`);
    this.range = range;
  }

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
    this.onUpdate = npc.context.onUpdateObservable.add((dt) => this.update(npc, dt));
  }

  detach(): void {
    const npc = this.attachedNode;
    if (!npc) return;
    npc.context.onUpdateObservable.remove(this.onUpdate);
    if (this.met && npc.intent === this.met) npc.intend(null);
    this.met = null;
    this.attachedNode = null;
  }

  private update(npc: Npc, dt: number): void {
    this.wait -= dt;
    if (this.wait > 0) return;
    this.wait = EVERY;
    const isFree = FREE.includes(npc.task) && !npc.way && (npc.intent === null || npc.intent === this.met);
    const met = isFree ? this.whoLooks(npc) : null;
    if (met) npc.intend(met, `${nameOf(met)} looks at ${npc.name}`);
    else if (isFree && this.met) npc.intend(null);
    this.met = met;
  }

  /** The nearest person who looks at the NPC and whom it may notice. */
  private whoLooks(npc: Npc): Entity | null {
    const { position } = npc.eyes;
    let nearest: Entity | null = null;
    let least = this.range;
    for (const entity of npc.context.entities.all) {
      if (!isPerson(entity) || entity === npc.entity) continue;
      const [x, , z] = entity.centre();
      const distance = Math.hypot(x - position[0], z - position[2]);
      const isBefore = Math.abs(wrapAngle(yawTo(npc, entity) - npc.gaze.bodyYaw)) < NOTICED;
      if (distance < least && isBefore && faces(entity, position, LOOKED_AT))
        [nearest, least] = [entity, distance];
    }
    return nearest;
  }
}
