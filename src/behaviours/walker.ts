import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { wrapAngle } from "../mind/gazeState.js";
import type { Npc } from "../mind/npc.js";
import type { Triple } from "../world/vector.js";
import { BodyTurn } from "./bodyTurn.js";
import { isPerson } from "./gazeAim.js";
import { distanceOf, type Navigation, type Obstacle, wayBetween } from "./navigation.js";

export interface WalkerOptions {
  /** Metres a second. Default 1.2. */
  readonly speed?: number;
  /** A navigation mesh's plugin; straight lines without. */
  readonly navigation?: Navigation | null;
  /** It stops at this distance from people who stand in its way, metres. Default 1.2 (Hall). */
  readonly personalDistance?: number;
  /** What straight ways go around. */
  readonly obstacles?: () => readonly Obstacle[];
}

/** m/s². */
const ACCELERATION = 1.6;
/** A point of the way counts as reached within this, metres. */
const REACHED = 0.05;
const PASSED = 0.25;
/** Eyes lead: they look where the feet will be in so many seconds. */
const AHEAD_SECONDS = 1.5;
/** A person within this angle of the way stands in it, radians. */
const IN_THE_WAY = Math.PI / 3;
/** It slows down over so many metres before the personal distance. */
const SLOWING = 0.8;
/** Blocked for so long, it walks around, seconds. */
const PATIENCE = 1.5;

/** Walks one NPC along a way and turns its body: smooth starts and stops, eyes ahead, never through people. */
export class Walker {
  private readonly speed: number;
  private readonly personal: number;
  private way: Triple[] = [];
  private velocity = 0;
  private blockedSeconds = 0;
  private holds = false;
  private arrived = false;
  private facing: number | null = null;
  private readonly turn = new BodyTurn();

  constructor(
    private readonly npc: Npc,
    private readonly options: WalkerOptions = {},
  ) {
    this.speed = options.speed ?? 1.2;
    this.personal = options.personalDistance ?? 1.2;
  }

  get isWalking(): boolean {
    return this.way.length > 0;
  }

  /** It has come to where the last walkTo() sent it, or as near as people let it. */
  get hasArrived(): boolean {
    return this.arrived;
  }

  /** Metres left to walk. */
  get remaining(): number {
    let at = this.position();
    let sum = 0;
    for (const point of this.way) {
      sum += distanceOf(at, point);
      at = point;
    }
    return sum;
  }

  /** Starts toward a point. A point that is not finite is no way. */
  walkTo(target: Triple): void {
    const { options, npc } = this;
    this.facing = null;
    this.arrived = false;
    if (![...target, ...this.position()].every(Number.isFinite)) {
      npc.context.warn(`"${npc.name}" cannot walk to or from a place that is not finite`);
      this.way = [];
      return;
    }
    const warn = (text: string) => npc.context.warn(text);
    const obstacles = options.obstacles?.() ?? [];
    this.way = wayBetween(this.position(), target, options.navigation ?? null, obstacles, warn);
    this.blockedSeconds = 0;
  }

  /** Comes to a halt within a step or two. */
  stop(): void {
    this.arrived = false;
    this.way = [];
    this.facing = null;
  }

  /** Turns on the spot to a yaw and stays so; null: its body is free. */
  face(yaw: number | null): void {
    this.facing = yaw;
  }

  /** Lets the body go: other behaviours may turn it. */
  release(): void {
    this.stop();
    this.velocity = 0;
    this.hold(false);
    this.npc.way = null;
  }

  step(dt: number): void {
    this.dropReached();
    const next = this.way[0];
    if (!next) this.stand(dt);
    else this.walk(next, dt);
    this.hold(this.velocity > 0 || this.way.length > 0 || this.facing !== null);
  }

  private stand(dt: number): void {
    const { npc, facing } = this;
    npc.way = null;
    this.velocity = Math.max(0, this.velocity - 2 * ACCELERATION * dt);
    if (this.velocity > 0)
      this.move([Math.sin(npc.gaze.bodyYaw), Math.cos(npc.gaze.bodyYaw)], this.velocity * dt);
    if (facing !== null) npc.turn(this.turn.toward(facing, npc.gaze.bodyYaw, dt));
  }

  private walk(next: Triple, dt: number): void {
    const { npc } = this;
    const at = this.position();
    const yaw = Math.atan2(next[0] - at[0], next[2] - at[2]);
    npc.way = this.lookAhead(at);
    npc.turn(this.turn.toward(yaw, npc.gaze.bodyYaw, dt));
    const aligned = Math.max(0, Math.cos(wrapAngle(yaw - npc.gaze.bodyYaw)));
    const braking = Math.sqrt(2 * ACCELERATION * Math.max(0, this.remaining - REACHED / 2));
    const room = this.room(at, yaw);
    const wanted = Math.min(this.speed * aligned ** 2, braking, this.speed * room);
    const change = ACCELERATION * dt;
    const slowest = this.velocity - (room < 1 ? 2 : 1) * change;
    this.velocity = Math.max(0, slowest, Math.min(this.velocity + change, wanted));
    const distance = Math.min(this.velocity * dt, distanceOf(at, next));
    this.move([Math.sin(yaw), Math.cos(yaw)], distance, this.options.navigation ? next[1] : undefined);
    this.mindBlock(room, dt);
  }

  /** 1: the way is free; 0: somebody stands at the personal distance. */
  private room(at: Triple, yaw: number): number {
    let room = 1;
    for (const { dx, dz, distance } of this.people(at)) {
      const off = Math.abs(wrapAngle(Math.atan2(dx, dz) - yaw));
      if (off < IN_THE_WAY) room = Math.min(room, (distance - this.personal) / SLOWING);
    }
    return Math.max(0, room);
  }

  /** Somebody does not move: near its goal it has arrived; else it walks around the person. */
  private mindBlock(room: number, dt: number): void {
    this.blockedSeconds = room < 0.1 ? this.blockedSeconds + dt : 0;
    const goal = this.way.at(-1);
    if (this.blockedSeconds < PATIENCE || !goal) return;
    this.blockedSeconds = 0;
    if (this.remaining < this.personal + 0.3) {
      this.arrived = true;
      this.way = [];
      return;
    }
    const at = this.position();
    const people = this.people(at).map(({ dx, dz, distance }) => ({
      x: at[0] + dx,
      z: at[2] + dz,
      radius: Math.min(this.personal, distance - 0.05),
    }));
    this.way = wayBetween(at, goal, null, [...people, ...(this.options.obstacles?.() ?? [])], () => {});
  }

  private people(at: Triple): { dx: number; dz: number; distance: number }[] {
    const { npc } = this;
    const found: { dx: number; dz: number; distance: number }[] = [];
    for (const entity of npc.context.entities.all) {
      if (entity === npc.entity || !isPerson(entity)) continue;
      const [x, , z] = entity.centre();
      const [dx, dz] = [x - at[0], z - at[2]];
      const distance = Math.hypot(dx, dz);
      if (distance < this.personal + SLOWING) found.push({ dx, dz, distance });
    }
    return found;
  }

  private lookAhead(at: Triple): Triple {
    let left = Math.max(1, this.speed * AHEAD_SECONDS);
    let from = at;
    const eyes = this.npc.eyeHeight * 0.9;
    for (const point of this.way) {
      const length = distanceOf(from, point);
      if (length >= left && length > 0) {
        const share = left / length;
        return [from[0] + (point[0] - from[0]) * share, at[1] + eyes, from[2] + (point[2] - from[2]) * share];
      }
      left -= length;
      from = point;
    }
    // Beyond the end, on along the last leg, so that the eyes do not drop to the feet.
    const yaw =
      distanceOf(at, from) > 0.3 ? Math.atan2(from[0] - at[0], from[2] - at[2]) : this.npc.gaze.bodyYaw;
    return [from[0] + Math.sin(yaw) * left, at[1] + eyes, from[2] + Math.cos(yaw) * left];
  }

  private dropReached(): void {
    const at = this.position();
    while (this.way[0] && distanceOf(at, this.way[0]) < (this.way.length > 1 ? PASSED : REACHED)) {
      this.way.shift();
      this.arrived = this.way.length === 0;
    }
  }

  private move([x, z]: readonly [number, number], distance: number, height?: number): void {
    const { root } = this.npc;
    const at = this.position();
    const y = height === undefined ? at[1] : at[1] + Math.min(distance, Math.max(-distance, height - at[1]));
    const to = new Vector3(at[0] + x * distance, y, at[2] + z * distance);
    root.setAbsolutePosition(to);
  }

  private hold(holds: boolean): void {
    if (holds !== this.holds) this.npc.bodyHeld = holds;
    this.holds = holds;
  }

  private position(): Triple {
    const { x, y, z } = this.npc.root.computeWorldMatrix(true).getTranslation();
    return [x, y, z];
  }
}
