import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import { Observable, type Observer } from "@babylonjs/core/Misc/observable.js";
import { type PlannedStop, planTour } from "../knowledge/tourPlan.js";
import { sentencesOf } from "../knowledge/words.js";
import type { Npc } from "../mind/npc.js";
import type { Entity } from "../world/entity.js";
import type { Triple } from "../world/vector.js";
import { CONVERSATION } from "./addressed.js";
import { ConversationBehavior } from "./conversationBehavior.js";
import { type Obstacle, standable } from "./navigation.js";
import { calledInSentence, filled, PHRASES, type Phrases } from "./phrases.js";
import { Speech } from "./speech.js";
import { obstacleOf, stationAt } from "./station.js";
import { TourGaze, yawBetween, yawTo } from "./tourGaze.js";
import { followersOf, type GuidedTourOptions, type TourNumbers, tourNumbers } from "./tourOptions.js";
import { Visitors } from "./visitors.js";
import { Walker } from "./walker.js";

type Phase = "idle" | "greeting" | "leading" | "waiting" | "presenting" | "ended";

export interface TourMoment {
  readonly index: number;
  readonly entity: Entity;
}

/** A visitor within this starts the tour, metres. */
const STARTS_WITHIN = 5;
/** A lagging visitor must come so much nearer than the lag distance before the guide goes on, metres. */
const GATHERED = 1.5;
/** It calls a lagging visitor first after, then every so many seconds. */
const FIRST_CALL = 0.8;
const NEXT_CALL = 9;
/** It begins to present when all are within this share of the lag distance, or after so many seconds. */
const CLOSE = 0.7;
const GATHER_SECONDS = 8;

const TASKS: readonly string[] = ["greeting", "leading", "waiting", "presenting"];

interface Parts {
  readonly npc: Npc;
  readonly walker: Walker;
  readonly visitors: Visitors;
  readonly gaze: TourGaze;
  /** What it says at a stop, and what it calls meanwhile. */
  readonly talk: Speech;
  readonly calls: Speech;
}

/**
 * Leads visitors from stop to stop: greets, walks ahead, waits for who lags, presents, answers questions
 * and takes up where it left. Questions go to the NPC's ConversationBehavior; where it has none, the tour
 * brings one that knows the tour's own answers and facts.
 */
export class GuidedTourBehavior implements Behavior<Npc> {
  readonly name = "GuidedTour";
  attachedNode: Npc | null = null;
  readonly plan: readonly PlannedStop[];
  readonly onStartedObservable = new Observable<GuidedTourBehavior>();
  readonly onStopReachedObservable = new Observable<TourMoment>();
  readonly onStopLeftObservable = new Observable<TourMoment>();
  /** It waits for this visitor. */
  readonly onWaitingObservable = new Observable<Entity>();
  readonly onEndedObservable = new Observable<GuidedTourBehavior>();

  private readonly numbers: TourNumbers;
  private readonly phrases: Phrases;
  private parts: Parts | null = null;
  private phase: Phase = "idle";
  private phaseSince = 0;
  private waitedFrom: Phase = "leading";
  private index = 0;
  private target: Triple | null = null;
  private paused = false;
  private held = false;
  private wasStarted = false;
  private callAt = 0;
  private leaveAt: number | null = null;
  private ownConversation: ConversationBehavior | null = null;
  private onUpdate: Observer<number> | null = null;

  /** @throws RangeError that names the stop's index and field, or the option, that is malformed. */
  constructor(private readonly options: GuidedTourOptions) {
    this.plan = planTour(options.stops);
    this.numbers = tourNumbers(options);
    this.phrases = { ...PHRASES, ...options.phrases };
    followersOf(options.follow);
  }

  get isRunning(): boolean {
    return this.phase !== "idle" && this.phase !== "ended";
  }

  get isPaused(): boolean {
    return this.paused;
  }

  /** The stop that it is at or on its way to; null if it does not run. */
  get stopIndex(): number | null {
    return this.isRunning ? this.index : null;
  }

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
    const navigation = this.options.navigation ?? null;
    this.parts = {
      npc,
      visitors: new Visitors(npc, followersOf(this.options.follow), this.numbers),
      walker: new Walker(npc, { ...this.numbers, navigation, obstacles: () => this.obstacles(npc) }),
      gaze: new TourGaze(npc),
      talk: new Speech(npc),
      calls: new Speech(npc),
    };
    this.onUpdate = npc.context.onUpdateObservable.add((dt) => this.update(dt));
    if (this.starts() === "attach") this.start();
  }

  detach(): void {
    const { parts } = this;
    if (!parts) return;
    this.stop();
    parts.npc.context.onUpdateObservable.remove(this.onUpdate);
    if (this.ownConversation) parts.npc.removeBehavior(this.ownConversation);
    this.ownConversation = null;
    this.parts = null;
    this.attachedNode = null;
    this.wasStarted = false;
  }

  /** Begins at the first stop, or goes on after pause(). */
  start(): void {
    const { parts } = this;
    this.paused = false;
    if (this.isRunning || !parts) return;
    this.wasStarted = true;
    this.index = 0;
    parts.npc.stop = this.plan[0]!.entity;
    this.enter("greeting");
    const visitor = parts.visitors.nearest();
    if (visitor) parts.talk.say(sentencesOf(filled(this.phrases.greeting, visitor)), { to: visitor });
    this.onStartedObservable.notifyObservers(this);
  }

  /** Stands still and says nothing more until start(). */
  pause(): void {
    if (!this.isRunning) return;
    this.paused = true;
    this.parts?.talk.interrupt();
  }

  /** Breaks the tour off, without a farewell. */
  stop(): void {
    if (!this.isRunning) return;
    this.parts?.npc.hush();
    this.finish("idle");
  }

  /** Leaves for the next stop; after the last one it ends. */
  next(): void {
    if (!this.isRunning || !this.parts) return;
    this.parts.talk.interrupt();
    this.leave(this.parts);
  }

  private starts(): "near" | "attach" | "order" {
    return this.options.starts ?? (this.parts?.visitors.isAwaited ? "near" : "attach");
  }

  private update(dt: number): void {
    const { parts } = this;
    if (!parts || !(dt > 0)) return;
    parts.visitors.update();
    const busy = this.conversation(parts.npc).isBusy;
    if (!this.isRunning) {
      this.rest(parts, busy);
      return;
    }
    if (busy && !this.held) parts.talk.interrupt();
    this.held = busy;
    if (busy || this.paused) parts.walker.stop();
    else this.act(parts);
    parts.walker.step(dt);
  }

  /** Before and after the tour. */
  private rest({ npc, talk, visitors }: Parts, busy: boolean): void {
    if (!busy) talk.step();
    // An answer that outlasted the tour has put the tour's task back.
    if (this.wasStarted && !busy && TASKS.includes(npc.task))
      npc.task = this.phase === "ended" ? "ended" : "idle";
    if (this.wasStarted || busy || this.starts() !== "near") return;
    const visitor = visitors.nearest();
    if (visitor && visitors.distance(visitor) < STARTS_WITHIN) this.start();
  }

  private act(parts: Parts): void {
    const { npc } = parts;
    if (this.phase !== "idle") npc.task = this.phase;
    if (this.phase === "greeting") this.greet(parts);
    else if (this.phase === "leading") this.lead(parts);
    else if (this.phase === "waiting") this.wait(parts);
    else if (this.phase === "presenting") this.present(parts);
  }

  private greet(parts: Parts): void {
    const { npc, talk, gaze, visitors, walker } = parts;
    const visitor = visitors.nearest();
    gaze.at(visitor);
    walker.face(visitor && yawTo(npc, visitor));
    talk.step();
    if (!talk.isBusy) this.depart(parts, 0);
  }

  private lead(parts: Parts): void {
    const { npc, walker, visitors, gaze } = parts;
    const stop = this.stopEntity(parts);
    if (!stop || this.waitsFor(parts)) return;
    gaze.lead(visitors.nearest());
    npc.stop = stop.id;
    this.target ??= this.stationOf(stop, parts);
    if (walker.hasArrived) this.arrive(stop, parts);
    else if (!walker.isWalking) walker.walkTo(this.target);
  }

  private arrive(stop: Entity, { talk, visitors }: Parts): void {
    this.enter("presenting");
    this.leaveAt = null;
    const { sentences } = this.plan[this.index]!;
    const own = sentences.length > 0 ? sentences : sentencesOf(stop.description);
    const visitor = visitors.nearest();
    talk.say(own.length > 0 ? own : [`This is ${calledInSentence(stop)}.`], visitor ? { to: visitor } : {});
    this.onStopReachedObservable.notifyObservers({ index: this.index, entity: stop });
  }

  private present(parts: Parts): void {
    const { npc, walker, visitors, gaze, talk } = parts;
    const stop = this.stopEntity(parts);
    if (!stop || this.waitsFor(parts)) return;
    const visitor = visitors.nearest();
    walker.face(yawBetween(npc, stop, visitor));
    gaze.present(stop, visitor);
    const { now } = npc.context;
    const gathered =
      visitors.allWithin(CLOSE * this.numbers.lagDistance) || now - this.phaseSince > GATHER_SECONDS;
    if (gathered) talk.step();
    if (!gathered || talk.isBusy) this.leaveAt = null;
    else this.leaveAt ??= now + this.numbers.questionSeconds;
    if (this.leaveAt !== null && now >= this.leaveAt) this.leave(parts);
  }

  /** Goes over to waiting if a visitor lags; what it had to say is kept. */
  private waitsFor({ npc, visitors, walker, talk }: Parts): boolean {
    visitors.welcomeBack();
    const late = visitors.lagging();
    if (!late) return false;
    this.waitedFrom = this.phase;
    talk.interrupt();
    walker.stop();
    this.enter("waiting");
    this.callAt = npc.context.now + FIRST_CALL;
    this.onWaitingObservable.notifyObservers(late);
    return true;
  }

  private wait(parts: Parts): void {
    const { npc, visitors, gaze, walker, calls } = parts;
    const { now } = npc.context;
    const late = visitors.lagging(-GATHERED);
    if (!late) {
      calls.clear();
      this.enter(this.waitedFrom);
      return;
    }
    gaze.at(late);
    walker.face(yawTo(npc, late));
    if (now >= this.callAt && !calls.isBusy) {
      calls.say([filled(this.phrases.call, late)], { to: late });
      this.callAt = now + NEXT_CALL;
    }
    calls.step();
    if (now - this.phaseSince < this.numbers.patienceSeconds) return;
    visitors.giveUp(late);
    if (visitors.nearest()) return;
    npc.context.warn(`tour: nobody follows "${npc.name}" any more; the tour ends`);
    this.finish("ended");
  }

  /** The present stop's exhibit. If it is gone, the stop is skipped, with a warning. */
  private stopEntity(parts: Parts): Entity | null {
    const { npc } = parts;
    const { entity: id } = this.plan[this.index]!;
    const entity = npc.context.entities.get(id);
    if (entity) return entity;
    npc.context.warn(`tour stops[${this.index}] "entity": there is no entity "${id}"; the stop is skipped`);
    this.leave(parts);
    return null;
  }

  /** On to the next stop, or to the end. */
  private leave(parts: Parts): void {
    const { npc, talk, calls } = parts;
    talk.clear();
    calls.clear();
    const left = npc.context.entities.get(this.plan[this.index]!.entity);
    const { index } = this;
    if (left && this.phase === "presenting")
      this.onStopLeftObservable.notifyObservers({ index, entity: left });
    if (index + 1 < this.plan.length) {
      this.depart(parts, index + 1);
      return;
    }
    const visitor = parts.visitors.nearest();
    this.finish("ended");
    if (visitor) talk.say(sentencesOf(filled(this.phrases.farewell, visitor)), { to: visitor });
  }

  private depart({ npc, walker }: Parts, index: number): void {
    this.index = index;
    this.target = null;
    npc.stop = this.plan[index]!.entity;
    walker.stop();
    this.enter("leading");
  }

  private finish(phase: "idle" | "ended"): void {
    const { parts } = this;
    this.paused = false;
    this.held = false;
    this.enter(phase);
    if (parts) {
      const { npc, walker, talk, calls } = parts;
      talk.clear();
      calls.clear();
      walker.release();
      npc.intend(null);
      npc.stop = null;
      if (npc.task !== "answering") npc.task = phase;
    }
    if (phase === "ended") this.onEndedObservable.notifyObservers(this);
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    const npc = this.parts?.npc;
    this.phaseSince = npc?.context.now ?? 0;
    // At once: `stop` and `task` belong together. An answer keeps its own task until it is given.
    if (npc && phase !== "idle" && npc.task !== "answering") npc.task = phase;
  }

  private stationOf(stop: Entity, { npc, visitors }: Parts): Triple {
    const { x, y, z } = npc.root.computeWorldMatrix(true).getTranslation();
    const guide: Triple = [x, y, z];
    const from = visitors.nearest()?.centre() ?? guide;
    const point = stationAt(stop, from, guide, this.numbers.standoff, this.obstacles(npc));
    return standable(point, this.options.navigation ?? null);
  }

  /** The exhibits of all stops. */
  private obstacles(npc: Npc): Obstacle[] {
    const exhibits = this.plan.map(({ entity }) => npc.context.entities.get(entity));
    return exhibits.filter((exhibit) => exhibit !== undefined).map(obstacleOf);
  }

  private conversation(npc: Npc): ConversationBehavior {
    const present = npc.getBehaviorByName(CONVERSATION);
    if (present instanceof ConversationBehavior) return present;
    this.ownConversation = new ConversationBehavior(this.options);
    npc.addBehavior(this.ownConversation);
    return this.ownConversation;
  }
}
