import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import { Observable, type Observer } from "@babylonjs/core/Misc/observable.js";
import type { StopWeight } from "../knowledge/nextStop/nextStop.js";
import { type PlannedStop, planTour } from "../knowledge/tourPlan.js";
import type { Npc } from "../mind/npc.js";
import type { Entity } from "../world/entity.js";
import { PHRASES, type Phrases } from "./phrases.js";
import { TourConversation } from "./tourConversation.js";
import { followersOf, type GuidedTourOptions, type TourNumbers, tourNumbers } from "./tourOptions.js";
import { TourOrder } from "./tourOrder.js";
import { type TourParts, tourParts } from "./tourParts.js";
import { type TourListener, TourRun } from "./tourRun.js";

export interface TourMoment {
  readonly index: number;
  readonly entity: Entity;
}

/** A visitor within this starts the tour, metres. */
const STARTS_WITHIN = 5;

interface Attached extends TourParts {
  readonly run: TourRun;
  readonly conversation: TourConversation;
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
  private readonly order: TourOrder;
  private attached: Attached | null = null;
  private paused = false;
  private held = false;
  private wasStarted = false;
  private onUpdate: Observer<number> | null = null;

  /** @throws RangeError that names the stop's index and field, or the option, that is malformed. */
  constructor(private readonly options: GuidedTourOptions) {
    this.plan = planTour(options.stops);
    this.numbers = tourNumbers(options);
    this.phrases = { ...PHRASES, ...options.phrases };
    this.order = new TourOrder(this.plan, options);
    followersOf(options.follow);
  }

  get isRunning(): boolean {
    return this.attached?.run.isRunning ?? false;
  }

  get isPaused(): boolean {
    return this.isRunning && this.paused;
  }

  /** The stop that it is at or on its way to; null if it does not run. */
  get stopIndex(): number | null {
    return this.isRunning ? this.order.index : null;
  }

  /**
   * Why it goes where it goes, in a learned order: the stops that are left, the favourite first, with attention
   * and reasons. On the way to a stop that is the choice it made; at a stop what it would choose now. Empty on the
   * way to the first stop, where none is left, in the order as written, and while it does not run.
   */
  nextStop(): readonly StopWeight[] {
    return this.isRunning ? this.order.weights() : [];
  }

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
    const { plan, options, numbers, phrases, order } = this;
    const parts = tourParts(npc, plan, options, numbers);
    const { navigation } = options;
    this.attached = {
      ...parts,
      run: new TourRun(parts, { plan, order, navigation, numbers, phrases }, this.listener()),
      conversation: new TourConversation(npc, options),
    };
    this.onUpdate = npc.context.onUpdateObservable.add((dt) => this.update(dt));
    if (this.starts() === "attach") this.start();
  }

  detach(): void {
    const { attached } = this;
    if (!attached) return;
    this.stop();
    attached.npc.context.onUpdateObservable.remove(this.onUpdate);
    attached.conversation.dispose();
    this.attached = null;
    this.attachedNode = null;
    this.wasStarted = false;
  }

  /** Begins at the first stop, or goes on after pause(). */
  start(): void {
    this.paused = false;
    if (this.isRunning || !this.attached) return;
    this.wasStarted = true;
    this.held = false;
    this.attached.run.begin();
    this.onStartedObservable.notifyObservers(this);
  }

  /** Stands still and says nothing more until start(). */
  pause(): void {
    if (!this.isRunning) return;
    this.paused = true;
    this.attached?.talk.interrupt();
  }

  /** Breaks the tour off, without a farewell. */
  stop(): void {
    if (!this.isRunning) return;
    this.attached?.npc.hush();
    this.attached?.run.finish("idle");
  }

  /** Leaves for the next stop; after the last one it ends. */
  next(): void {
    if (!this.isRunning || !this.attached) return;
    this.attached.talk.interrupt();
    this.attached.run.leave();
  }

  private starts(): "near" | "attach" | "order" {
    return this.options.starts ?? (this.attached?.visitors.isAwaited ? "near" : "attach");
  }

  private update(dt: number): void {
    const { attached } = this;
    if (!attached || !(dt > 0)) return;
    const { visitors, conversation, talk, walker, run } = attached;
    visitors.update();
    const busy = conversation.isBusy;
    if (!run.isRunning) {
      this.rest(attached, busy);
      return;
    }
    if (busy && !this.held) talk.interrupt();
    this.held = busy;
    if (busy || this.paused) walker.stop();
    else run.step();
    walker.step(dt);
  }

  /** Before and after the tour. */
  private rest({ run, talk, visitors }: Attached, busy: boolean): void {
    if (busy) return;
    talk.step();
    if (this.wasStarted) run.restoreTask();
    if (this.wasStarted || this.starts() !== "near") return;
    const visitor = visitors.nearest();
    if (visitor && visitors.distance(visitor) < STARTS_WITHIN) this.start();
  }

  private listener(): TourListener {
    return {
      onReached: (index, entity) => this.onStopReachedObservable.notifyObservers({ index, entity }),
      onLeft: (index, entity) => this.onStopLeftObservable.notifyObservers({ index, entity }),
      onWaiting: (visitor) => this.onWaitingObservable.notifyObservers(visitor),
      onEnded: () => this.onEndedObservable.notifyObservers(this),
    };
  }
}
