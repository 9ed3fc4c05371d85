import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Observable, type Observer } from "@babylonjs/core/Misc/observable.js";
import type { Why } from "../explain/why.js";
import type { Explanation, Focus } from "../model/focus.js";
import type { Percepts, Task } from "../model/percepts.js";
import type { Entity } from "../world/entity.js";
import { EYE_HEIGHT } from "../world/nodeEntity.js";
import type { Pose, Triple } from "../world/vector.js";
import { Arbiter, type Choice } from "./arbiter.js";
import { AttendingReason, type Reasoned } from "./attendingReason.js";
import { BehaviorList } from "./behaviorList.js";
import { facingOf, turnAboutUp } from "./body.js";
import { callOf } from "./call.js";
import type { MindContext, Utterance } from "./context.js";
import { EyePlace } from "./eyePlace.js";
import { type GazeState, gazeForward, restingGaze, wrapAngle } from "./gazeState.js";
import { Habituation } from "./habituation.js";
import { Memory } from "./memory.js";
import { News } from "./news.js";
import { type NpcBones, type NpcOptions, validateNpcOptions } from "./npcOptions.js";
import { quoted } from "./reason.js";
import { Remembering } from "./remembering.js";
import { SoundHabits } from "./soundHabits.js";
import { type SayOptions, Speaking } from "./speaking.js";

export type { Why } from "../explain/why.js";

export interface AttendingChange {
  readonly npc: Npc;
  readonly from: Entity | null;
  readonly to: Entity | null;
  readonly why: Why;
}

/** One NPC: what it attends to, what it remembers, what it does. Behaviours are added as in Babylon. */
export class Npc {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly bones: NpcBones;
  readonly eyeHeight: number;
  readonly frontYaw: number;
  /** Switches: a sense that is off delivers nothing. */
  readonly senses: { sight: boolean; hearing: boolean; chat: boolean };
  /** What it is doing. Behaviours set it. */
  task: Task = "idle";
  /** Id of the tour's current stop, or of the next one while leading. */
  stop: string | null = null;
  /** How it holds itself; written by GazeBehavior. */
  readonly gaze: GazeState = restingGaze();
  readonly memory: Memory;
  readonly soundHabits: SoundHabits;

  /** The reason's shares may be null here, where they are not known yet: onExplainedObservable brings them. */
  readonly onAttendingChangedObservable = new Observable<AttendingChange>();
  /** The shares of a change have come: of the newest one or, on a slow device, of one shortly before. */
  readonly onExplainedObservable = new Observable<AttendingChange>();
  readonly onFocusObservable = new Observable<Focus>();
  readonly onDisposeObservable = new Observable<Npc>();

  private readonly arbiter: Arbiter;
  private readonly habits: Habituation;
  private readonly eyePlace: EyePlace;
  private readonly onRemoved: Observer<Entity> | null;
  private newestFocus: Focus | null = null;
  private order = "";
  private wish: string | null = null;
  private eyesAt: { now: number; position: Triple } | null = null;
  private receivedAt: number | null = null;
  private readonly news: News;
  private newestPercepts: Percepts | null = null;
  private removed: Entity | null = null;
  /** Where its way leads, world metres; it looks there when nothing else holds its gaze. Walker sets it. */
  way: Triple | null = null;
  /** Another behaviour turns its body just now. */
  bodyHeld = false;

  private readonly reason = new AttendingReason();
  private readonly behaviours = new BehaviorList<Npc>(this);
  private readonly remembering: Remembering;
  private readonly speaking: Speaking;
  private disposed = false;

  /** @throws RangeError naming the option that is out of range. */
  constructor(
    readonly root: TransformNode,
    options: NpcOptions,
    readonly entity: Entity,
    readonly context: MindContext,
  ) {
    validateNpcOptions(options);
    this.id = entity.id;
    this.name = options.name ?? (entity.label || entity.id);
    this.role = options.role ?? "";
    this.bones = options.bones ?? {};
    this.eyeHeight = options.eyeHeight ?? EYE_HEIGHT;
    this.frontYaw = options.frontYaw ?? 0;
    this.senses = { sight: true, hearing: true, chat: true, ...options.senses };
    this.memory = new Memory(options.memory);
    this.remembering = new Remembering(this.id, this.memory, context);
    this.speaking = new Speaking(entity, context);
    this.news = new News(this.id);
    this.habits = new Habituation(options.habituation);
    this.soundHabits = new SoundHabits(options.habituation);
    this.arbiter = new Arbiter(options.arbiter ?? {}, context.random);
    this.eyePlace = new EyePlace(root, this.bones, this.eyeHeight);
    this.gaze.bodyYaw = facingOf(root, this.frontYaw);
    this.onRemoved = context.entities.onRemovedObservable.add((gone) => this.lose(gone));
    root.onDisposeObservable.addOnce(() => this.dispose());
  }

  get attending(): Entity | null {
    const id = this.arbiter.current;
    return id === null ? null : (this.context.entities.get(id) ?? null);
  }

  get attendingSeconds(): number {
    return this.arbiter.currentSeconds;
  }

  /** Why it attends to what it attends to; null before the first change. */
  get why(): Why | null {
    return this.reason.why;
  }

  /** Whether this entity leads its focus and loses the lead again and again: then it has to lead for longer. */
  alternates(entity: Entity): boolean {
    return this.arbiter.alternates(entity.id);
  }

  /** What `attend` was last called for, in words. */
  get orderedBecause(): string {
    return this.order;
  }

  /** What `intend` was last called for, in words; null: its task says it. */
  get intendedBecause(): string | null {
    return this.wish;
  }

  /** A script holds its attention. */
  get isForced(): boolean {
    return this.arbiter.isForced;
  }

  get focus(): Focus | null {
    return this.newestFocus;
  }

  /** When the newest focus came, seconds; null before the first. */
  get focusAt(): number | null {
    return this.receivedAt;
  }

  /** The moment that the newest focus was decided on; null: unknown. */
  get percepts(): Percepts | null {
    return this.newestPercepts;
  }

  get isDisposed(): boolean {
    return this.disposed;
  }

  get behaviors(): readonly Behavior<Npc>[] {
    return this.behaviours.all;
  }

  /** It is in the middle of a sentence. */
  get isSpeaking(): boolean {
    return this.speaking.secondsLeft > 0;
  }

  get eyes(): Pose {
    const { now } = this.context;
    // Bones cost a walk up their hierarchy: once a moment is enough.
    if (!this.eyesAt || now === 0 || this.eyesAt.now !== now)
      this.eyesAt = { now, position: this.eyePlace.position() };
    return { position: this.eyesAt.position, forward: gazeForward(this.gaze) };
  }

  /**
   * Forces the target of its attention; outranks every focus until released or for some seconds.
   * @param target an entity or its node; null: attend to nothing.
   * @param options.seconds greater than 0; default: until release().
   * @param options.reason what `why` and `whyNot` say of it; default "a script has Ada attend to …".
   * @throws RangeError if the node is no entity, or seconds are out of range.
   */
  attend(
    target: Entity | TransformNode | null,
    options: { readonly seconds?: number; readonly reason?: string } = {},
  ): void {
    const { seconds, reason } = options;
    if (seconds !== undefined && !(seconds > 0))
      throw new RangeError(
        `attend option "seconds" must be greater than 0, got ${seconds}; omit it to hold until release()`,
      );
    const entity = target === null ? null : this.entityOf(target);
    this.order = reason ?? `a script has ${this.name} attend to ${quoted(entity)}`;
    this.arbiter.force(entity?.id ?? null, this.context.now + (seconds ?? Number.POSITIVE_INFINITY));
  }

  /** Ends what attend() forced. */
  release(): void {
    this.arbiter.release();
  }

  /**
   * What its task would have it attend to while no sense calls louder; null: nothing. Behaviours use it.
   * @param reason what `why` says of it; default "Ada is presenting: …", by its task
   */
  intend(target: Entity | null, reason: string | null = null): void {
    this.wish = reason;
    this.arbiter.intend(target && this.context.entities.get(target.id) === target ? target.id : null);
  }

  get intent(): Entity | null {
    const id = this.arbiter.intent;
    return id === null ? null : (this.context.entities.get(id) ?? null);
  }

  /**
   * Takes the newest focus.
   * @param percepts the moment that it was decided on; with it, memory and the reason know more.
   */
  receive(focus: Focus, percepts?: Percepts): void {
    if (this.disposed) return;
    this.newestFocus = focus;
    this.receivedAt = this.context.now;
    this.newestPercepts = percepts ?? null;
    const others = focus.entities.filter(([id]) => id !== this.id && this.context.entities.get(id));
    this.arbiter.receive(others, {
      call: callOf(focus, this.id, this.context, percepts),
      isNews: percepts !== undefined && this.news.isIn(percepts),
      habituation: (id) => this.habits.of(id),
    });
    this.remembering.perceived(focus, percepts);
    this.onFocusObservable.notifyObservers(focus);
  }

  /** Takes the shares of the senses in what it has turned to lately; those of anything else are dropped. */
  receiveExplanation({ target, shares }: Explanation): void {
    if (this.disposed) return;
    const reasoned = this.reason.explained(target, shares);
    if (reasoned) this.onExplainedObservable.notifyObservers({ npc: this, ...reasoned });
  }

  /** One step of `dt` seconds: decides what it attends to. */
  update(dt: number): void {
    if (this.disposed) return;
    const choice = this.arbiter.step(this.context.now, dt);
    if (choice) this.announce(choice);
    const { attending } = this;
    this.habits.step(attending?.id ?? null, dt);
    if (attending) {
      if (attending.event && this.context.now - attending.event.at < dt) this.habits.restore(attending.id);
      this.remembering.attended(attending, choice !== null);
    }
    this.gaze.bodyYaw = facingOf(this.root, this.frontYaw);
  }

  /** 0 (new to it) .. 1 (wholly used to it). */
  habituation(entity: Entity): number {
    return this.habits.of(entity.id);
  }

  /** Turns its body about up, radians. */
  turn(angle: number): void {
    if (!Number.isFinite(angle) || angle === 0) return;
    turnAboutUp(this.root, angle);
    this.gaze.bodyYaw = wrapAngle(this.gaze.bodyYaw + angle);
  }

  addBehavior(behavior: Behavior<Npc>): this {
    if (!this.disposed) this.behaviours.add(behavior);
    return this;
  }

  removeBehavior(behavior: Behavior<Npc>): this {
    this.behaviours.remove(behavior);
    return this;
  }

  getBehaviorByName(name: string): Behavior<Npc> | null {
    return this.behaviours.byName(name);
  }

  /** Says one sentence: subtitles, voices and the chat hear it. */
  say(text: string, options: SayOptions = {}): Utterance {
    return this.speaking.say(text, options);
  }

  /** Breaks off in the middle of a sentence. */
  hush(): void {
    this.speaking.hush();
  }

  /** Seconds until the present sentence ends; 0 when silent. */
  get speakingSecondsLeft(): number {
    return this.speaking.secondsLeft;
  }

  dispose(): void {
    if (this.disposed) return;
    this.behaviours.clear();
    this.disposed = true;
    this.context.entities.onRemovedObservable.remove(this.onRemoved);
    this.onDisposeObservable.notifyObservers(this);
    this.onDisposeObservable.clear();
    this.onAttendingChangedObservable.clear();
    this.onExplainedObservable.clear();
    this.onFocusObservable.clear();
  }

  private entityOf(target: Entity | TransformNode): Entity {
    const entity = "node" in target ? target : this.context.entities.of(target);
    if (entity && this.context.entities.get(entity.id) === entity) return entity;
    const name = "node" in target ? target.id : target.name;
    throw new RangeError(
      `attend target "${name}" is no entity; add its node with perception.entities.add first`,
    );
  }

  private lose(gone: Entity): void {
    if (this.arbiter.current === gone.id) this.removed = gone;
    this.arbiter.forget(gone.id);
    this.memory.forget(gone.id);
    this.habits.restore(gone.id);
  }

  private announce(choice: Choice): void {
    const entity = (id: string | null) =>
      id === null ? null : id === this.removed?.id ? this.removed : (this.context.entities.get(id) ?? null);
    const reasoned: Reasoned = this.reason.changed({
      npc: this,
      choice,
      from: entity(choice.from),
      to: entity(choice.to),
      focus: this.newestFocus,
      percepts: this.newestPercepts,
    });
    this.removed = null;
    this.onAttendingChangedObservable.notifyObservers({ npc: this, ...reasoned });
  }
}
