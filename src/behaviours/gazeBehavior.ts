import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import type { Observer } from "@babylonjs/core/Misc/observable.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { wrapAngle } from "../mind/gazeState.js";
import type { Npc } from "../mind/npc.js";
import { Blink, type BlinkOptions } from "./blink.js";
import { BodyTurn, type BodyTurns } from "./bodyTurn.js";
import { type Direction, EyeHead, type EyeHeadLimits, HUMAN_LIMITS } from "./eyeHead.js";
import { Aim, directionTo, isPerson } from "./gazeAim.js";
import { GazeRhythm, type GazeRhythmOptions, type GazeSubject } from "./gazeRhythm.js";
import { Pose } from "./pose.js";
import { TurnSide } from "./turnSide.js";
import { WalkGlance } from "./walkGlance.js";

export interface GazeOptions {
  /**
   * When the body turns as well: "never", "far" (a target beyond 70° that holds for a second) or "always".
   * Default: "far"; "always" for an NPC without a head to turn.
   */
  readonly bodyTurns?: BodyTurns;
  readonly limits?: Partial<EyeHeadLimits>;
  readonly rhythm?: GazeRhythmOptions;
  readonly blink?: BlinkOptions;
  /** Morph targets, or anything with an influence, that close the lids: 0 open .. 1 closed. */
  readonly lids?: readonly { influence: number }[];
}

interface Parts {
  readonly eyeHead: EyeHead;
  readonly rhythm: GazeRhythm;
  readonly blink: Blink;
  readonly side: TurnSide;
  readonly body: BodyTurn;
  readonly pose: Pose;
}

/**
 * Looks at what the NPC attends to: eyes first, then head, then body.
 * Writes onto the NPC's bones relative to their pose at attach, or on top of an animation;
 * detach puts the rest pose back.
 */
export class GazeBehavior implements Behavior<Npc> {
  readonly name = "Gaze";
  attachedNode: Npc | null = null;
  private parts: Parts | null = null;
  private readonly aim = new Aim();
  private readonly glance = new WalkGlance();
  private onUpdate: Observer<number> | null = null;
  private onAnimated: Observer<Scene> | null = null;

  constructor(private readonly options: GazeOptions = {}) {}

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
    const { context, gaze, bones } = npc;
    const blink = new Blink(this.options.blink ?? {}, context.random);
    const limits = { ...bodyLimits(npc), ...this.options.limits };
    this.parts = {
      blink,
      eyeHead: new EyeHead(limits, gaze, context.random, (amplitude) => blink.onShift(amplitude)),
      rhythm: new GazeRhythm(this.options.rhythm ?? {}, context.random),
      side: new TurnSide(),
      body: new BodyTurn(this.options.bodyTurns ?? (bones.head || bones.neck ? "far" : "always")),
      pose: new Pose(npc),
    };
    this.onUpdate = context.onUpdateObservable.add((dt) => this.update(dt));
    // An animation that runs before the next picture overwrites the bones: write them once more.
    this.onAnimated = context.scene.onAfterAnimationsObservable.add(() => this.parts?.pose.apply(gaze));
  }

  detach(): void {
    const npc = this.attachedNode;
    if (!npc) return;
    npc.context.onUpdateObservable.remove(this.onUpdate);
    npc.context.scene.onAfterAnimationsObservable.remove(this.onAnimated);
    this.parts?.pose.restore();
    for (const lid of this.options.lids ?? []) lid.influence = 0;
    const rest = { headYaw: 0, headPitch: 0, eyeYaw: 0, eyePitch: 0, blink: 0 };
    Object.assign(npc.gaze, rest);
    this.parts = null;
    this.attachedNode = null;
  }

  private update(dt: number): void {
    const { attachedNode: npc, parts } = this;
    if (!npc || !parts || !(dt > 0)) return;
    const subject = this.subject(npc, dt);
    const offset = parts.rhythm.step(subject.id, subject.kind, npc.isSpeaking, npc.isForced, dt);
    const { direction } = subject;
    const off = parts.side.step(direction.yaw, npc.gaze.bodyYaw, dt);
    const turned = npc.bodyHeld ? 0 : parts.body.step(off, dt);
    npc.turn(turned);
    parts.eyeHead.step({ yaw: off - turned + offset.yaw, pitch: direction.pitch + offset.pitch }, dt);
    npc.gaze.blink = parts.blink.step(dt, npc.isSpeaking);
    for (const lid of this.options.lids ?? []) lid.influence = npc.gaze.blink;
    parts.pose.apply(npc.gaze);
  }

  /** What to look at: what it attends to, else its way, else straight ahead. Walking, the way comes first. */
  private subject(npc: Npc, dt: number): { id: string | null; kind: GazeSubject; direction: Direction } {
    const { attending } = npc;
    const eyes = npc.eyes.position;
    const point = attending && this.aim.at(attending, npc.context);
    const direction = point && directionTo(eyes, point);
    const way = npc.way && directionTo(eyes, npc.way);
    if (!way) this.glance.reset();
    if (attending && direction) {
      const off = wrapAngle(direction.yaw - npc.gaze.bodyYaw);
      if (!way || npc.isForced || this.glance.step(attending.id, off, dt))
        return { id: attending.id, kind: isPerson(attending) ? "person" : "thing", direction };
    }
    if (way) return { id: "", kind: "thing", direction: way };
    return { id: null, kind: "nothing", direction: { yaw: npc.gaze.bodyYaw, pitch: 0 } };
  }
}

/** What the model can move: eyes alone, head alone, or (as all without bones) both. */
function bodyLimits(npc: Npc): EyeHeadLimits {
  const { head, neck, leftEye, rightEye } = npc.bones;
  const hasHead = Boolean(head ?? neck);
  const hasEyes = Boolean(leftEye ?? rightEye);
  if (hasEyes && !hasHead) return { ...HUMAN_LIMITS, headYaw: 0, headPitch: 0 };
  // Eyes that nobody sees turn only for the senses: the head must point by itself.
  if (hasHead && !hasEyes) return { ...HUMAN_LIMITS, headSettles: 0 };
  return HUMAN_LIMITS;
}
