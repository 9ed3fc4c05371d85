import type { PlannedStop } from "../knowledge/tourPlan.js";
import { sentencesOf } from "../knowledge/words.js";
import type { Entity } from "../world/entity.js";
import { filled, type Phrases } from "./phrases.js";
import { hasPlace } from "./station.js";
import { yawTo } from "./tourGaze.js";
import { TourLeading } from "./tourLeading.js";
import type { GuidedTourOptions, TourNumbers } from "./tourOptions.js";
import type { TourOrder } from "./tourOrder.js";
import type { TourParts } from "./tourParts.js";
import { TourPresenting } from "./tourPresenting.js";
import { TourWaiting } from "./tourWaiting.js";

type Phase = "idle" | "greeting" | "leading" | "waiting" | "presenting" | "ended";

/** Whom a run tells what happens. */
export interface TourListener {
  onReached(index: number, entity: Entity): void;
  onLeft(index: number, entity: Entity): void;
  onWaiting(visitor: Entity): void;
  onEnded(): void;
}

export interface TourRunOptions {
  readonly plan: readonly PlannedStop[];
  readonly order: TourOrder;
  readonly navigation: GuidedTourOptions["navigation"];
  readonly numbers: TourNumbers;
  readonly phrases: Phrases;
}

const TASKS: readonly string[] = ["greeting", "leading", "waiting", "presenting"];

/** The phases of a tour: greeting, then leading and presenting stop by stop, waiting in between, and the end. */
export class TourRun {
  private phase: Phase = "idle";
  private since = 0;
  private waitedFrom: Phase = "leading";
  private readonly leading: TourLeading;
  private readonly presenting: TourPresenting;
  private readonly waiting: TourWaiting;

  constructor(
    private readonly parts: TourParts,
    private readonly options: TourRunOptions,
    private readonly listener: TourListener,
  ) {
    const { numbers, phrases, navigation } = options;
    this.leading = new TourLeading(parts, numbers.standoff, navigation ?? null);
    this.presenting = new TourPresenting(parts, numbers);
    this.waiting = new TourWaiting(parts, phrases.call, numbers.patienceSeconds);
  }

  get isRunning(): boolean {
    return this.phase !== "idle" && this.phase !== "ended";
  }

  /** Greets; the first stop is next. */
  begin(): void {
    const { npc, visitors, talk } = this.parts;
    const { order, phrases } = this.options;
    order.begin(npc.context.entities);
    npc.stop = this.planned.entity;
    this.enter("greeting");
    const visitor = visitors.nearest();
    if (visitor) talk.say(sentencesOf(filled(phrases.greeting, visitor)), { to: visitor });
  }

  step(): void {
    const { npc } = this.parts;
    if (this.phase !== "idle") npc.task = this.phase;
    if (this.phase === "greeting") this.greet();
    else if (this.phase === "waiting") this.wait();
    else if (this.phase === "leading" || this.phase === "presenting") this.show(this.phase);
  }

  /** On to the next stop, or to the end. */
  leave(): void {
    const { npc, talk, calls, visitors } = this.parts;
    const { order, phrases } = this.options;
    talk.clear();
    calls.clear();
    const left = npc.context.entities.get(this.planned.entity);
    if (left && this.phase === "presenting") this.listener.onLeft(order.index, left);
    if (order.advance()) {
      this.depart();
      return;
    }
    const visitor = visitors.nearest();
    this.finish("ended");
    if (visitor) talk.say(sentencesOf(filled(phrases.farewell, visitor)), { to: visitor });
  }

  finish(phase: "idle" | "ended"): void {
    const { npc, walker, talk, calls } = this.parts;
    this.enter(phase);
    talk.clear();
    calls.clear();
    walker.release();
    npc.intend(null);
    npc.stop = null;
    if (npc.task !== "answering") npc.task = phase;
    if (phase === "ended") this.listener.onEnded();
  }

  /** After the tour: an answer that outlasted it has put the tour's task back. */
  restoreTask(): void {
    const { npc } = this.parts;
    if (TASKS.includes(npc.task)) npc.task = this.phase === "ended" ? "ended" : "idle";
  }

  private get planned(): PlannedStop {
    return this.options.plan[this.options.order.index]!;
  }

  private get seconds(): number {
    return this.parts.npc.context.now - this.since;
  }

  private greet(): void {
    const { npc, talk, gaze, visitors, walker } = this.parts;
    const visitor = visitors.nearest();
    gaze.at(visitor);
    walker.face(visitor && yawTo(npc, visitor));
    talk.step();
    if (!talk.isBusy) this.depart();
  }

  private show(phase: "leading" | "presenting"): void {
    const stop = this.stopEntity();
    if (!stop || this.waitsFor()) return;
    if (phase === "presenting") {
      if (this.presenting.step(stop, this.seconds)) this.leave();
    } else if (this.leading.step(stop)) this.arrive(stop);
  }

  private arrive(stop: Entity): void {
    const { order } = this.options;
    this.enter("presenting");
    order.reach();
    this.presenting.begin(stop, this.planned.sentences);
    this.listener.onReached(order.index, stop);
  }

  private waitsFor(): boolean {
    const late = this.waiting.begin();
    if (!late) return false;
    this.waitedFrom = this.phase;
    this.enter("waiting");
    this.listener.onWaiting(late);
    return true;
  }

  private wait(): void {
    const { npc } = this.parts;
    const outcome = this.waiting.step(this.seconds);
    if (outcome === "gathered") this.enter(this.waitedFrom);
    if (outcome !== "alone") return;
    npc.context.warn(`tour: nobody follows "${npc.name}" any more; the tour ends`);
    this.finish("ended");
  }

  /** The present stop's exhibit. If it is gone, or is nowhere, the stop is skipped, with a warning. */
  private stopEntity(): Entity | null {
    const { context } = this.parts.npc;
    const { entity: id } = this.planned;
    const entity = context.entities.get(id);
    if (entity && hasPlace(entity)) return entity;
    const cause = entity ? `"${id}" has no finite place` : `there is no entity "${id}"`;
    context.warn(`tour stops[${this.options.order.index}] "entity": ${cause}; the stop is skipped`);
    this.leave();
    return null;
  }

  private depart(): void {
    this.parts.npc.stop = this.planned.entity;
    this.leading.begin();
    this.enter("leading");
  }

  private enter(phase: Phase): void {
    const { npc } = this.parts;
    this.phase = phase;
    this.since = npc.context.now;
    // At once: `stop` and `task` belong together. An answer keeps its own task until it is given.
    if (phase !== "idle" && npc.task !== "answering") npc.task = phase;
  }
}
