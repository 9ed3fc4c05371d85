import type { Npc } from "../mind/npc.js";
import type { Entity } from "../world/entity.js";
import { BodyTurn } from "./bodyTurn.js";
import { aimPoint, directionTo } from "./gazeAim.js";

/** The body turns to the person from here on, radians. */
const TURN_FROM = (35 * Math.PI) / 180;

/** Turns an NPC's body to a person, unless another behaviour holds the body. */
export class BodyFacing {
  private turning = false;
  private turn = new BodyTurn();

  step(npc: Npc, person: Entity, dt: number): void {
    const point = aimPoint(person, npc.context);
    const direction = point && directionTo(npc.eyes.position, point);
    if (!direction || (npc.bodyHeld && !this.turning)) return;
    const off = Math.cos(direction.yaw - npc.gaze.bodyYaw);
    if (!this.turning && off < Math.cos(TURN_FROM)) {
      this.turning = true;
      this.turn = new BodyTurn();
      npc.bodyHeld = true;
    }
    if (this.turning) npc.turn(this.turn.toward(direction.yaw, npc.gaze.bodyYaw, dt));
  }

  release(npc: Npc): void {
    if (this.turning) npc.bodyHeld = false;
    this.turning = false;
  }
}
