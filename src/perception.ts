import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Logger } from "@babylonjs/core/Misc/logger.js";
import { Observable, type Observer } from "@babylonjs/core/Misc/observable.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { Decisions, type DecisionTaken } from "./decisions.js";
import { Explainer } from "./explainer.js";
import type { FocusAdapter } from "./focusAdapter.js";
import type { MindContext, Utterance } from "./mind/context.js";
import { Npc } from "./mind/npc.js";
import type { NpcOptions } from "./mind/npcOptions.js";
import type { Focus } from "./model/focus.js";
import type { Percepts } from "./model/percepts.js";
import type { Picture } from "./model/saliency/picture.js";
import type { SaliencyMap } from "./model/saliency/saliency.js";
import type { ReadSentences, Sentence } from "./model/text/sentence.js";
import {
  type DecisionMaker,
  type PerceptionOptions,
  validatePerceptionOptions,
} from "./perceptionOptions.js";
import { PERCEPTION_COMPONENT, PerceptionSceneComponent } from "./perceptionSceneComponent.js";
import { PerceptsAssembler } from "./perceptsAssembler.js";
import { Chat } from "./senses/chat/chat.js";
import { Hearing } from "./senses/hearing/hearing.js";
import { Sight } from "./senses/sight/sight.js";
import { AttentionClient } from "./worker/attentionClient.js";
import type { WorkerReady } from "./worker/protocol.js";
import type { Entity } from "./world/entity.js";
import { EntityRegistry } from "./world/entityRegistry.js";

/** A step longer than this is a stall, not time that passed in the scene, seconds. */
const LONGEST_STEP = 0.1;

/**
 * NPCs that notice. Attach it to a scene, say what can be perceived, add NPCs.
 * One a scene; it ends with the scene or by dispose().
 */
export class Perception {
  readonly entities = new EntityRegistry();
  readonly sight: Sight;
  readonly hearing: Hearing;
  readonly chat: Chat;
  readonly context: MindContext;
  /** The worker's client, or what took its place. */
  readonly decisionMaker: DecisionMaker;
  readonly onDecisionObservable = new Observable<DecisionTaken>();
  /** Each warning once. */
  readonly onWarningObservable = new Observable<string>();
  readonly onSaidObservable = new Observable<Utterance>();
  readonly onUpdateObservable = new Observable<number>();
  readonly onDisposeObservable = new Observable<Perception>();
  /** What this scene was taught, if anything; null: the model as it is. Default null. */
  adapter: FocusAdapter | null = null;
  /** Settles when the model is loaded and measured; null: it can't be, the rules decide. Never rejects. */
  readonly ready: Promise<WorkerReady | null>;

  private readonly npcList: Npc[] = [];
  private readonly assembler: PerceptsAssembler;
  private readonly explainer: Explainer;
  private readonly clock: (() => number) | null;
  private readonly decisions: Decisions;
  private readonly warned = new Set<string>();
  private readonly rendered: Observer<Scene> | null;
  private player: Entity | null = null;
  private clockTime: number;
  private disposed = false;

  /**
   * Attaches to a running scene. Resolves at once; `ready` tells when the model decides, until then rules do.
   * @throws Error if the scene has a perception already; RangeError naming an option that is out of range.
   */
  static async attach(scene: Scene, options: PerceptionOptions = {}): Promise<Perception> {
    validatePerceptionOptions(options);
    if (Perception.of(scene)) {
      throw new Error("this scene has a Perception already: use Perception.of(scene), or dispose it first");
    }
    return new Perception(scene, options);
  }

  /** The perception of a scene, if it has one. */
  static of(scene: Scene): Perception | undefined {
    return attached.get(scene);
  }

  private constructor(
    readonly scene: Scene,
    options: PerceptionOptions,
  ) {
    const warn = (text: string) => this.warn(text);
    this.clock = options.clock ?? null;
    this.clockTime = this.clock?.() ?? 0;
    this.sight = new Sight(scene, this.entities, options.sight, warn);
    this.hearing = new Hearing(scene, this.entities, options.hearing, warn);
    this.chat = new Chat(this.entities, options.chat, () => this.now, warn);
    this.context = this.makeContext(options.random ?? Math.random);
    this.assembler = new PerceptsAssembler({
      scene,
      sight: this.sight,
      hearing: this.hearing,
      chat: this.chat,
      warn,
    });
    this.decisionMaker = options.decisionMaker ?? new AttentionClient({ ...options.model, warn });
    this.decisions = new Decisions(this, options.decisionRateHz);
    this.explainer = new Explainer(this.decisionMaker);
    this.ready = this.start();
    if (options.player) this.setPlayer(options.player);
    scene._addComponent(new PerceptionSceneComponent(scene, this));
    attached.set(scene, this);
    this.rendered = options.automatic === false ? null : scene.onAfterRenderObservable.add(() => this.tick());
  }

  get npcs(): readonly Npc[] {
    return this.npcList;
  }

  /** Seconds on the perception's clock: constant within a frame. While nothing is drawn, nothing passes. */
  get now(): number {
    return this.clockTime;
  }

  get isDisposed(): boolean {
    return this.disposed;
  }

  /** The player's body, if it is an entity. */
  get playerEntity(): Entity | null {
    return this.player;
  }

  /** The node that is the player's body. It becomes an entity of kind "player" unless it is one. */
  setPlayer(node: TransformNode | null): Entity | null {
    this.player = node && (this.entities.of(node) ?? this.entities.add(node, { kind: "player" }));
    return this.player;
  }

  /** Gives a character a mind. Its root becomes an entity of kind "npc" unless it is one. */
  addNpc(root: TransformNode, options: NpcOptions = {}): Npc {
    const entity =
      this.entities.of(root) ?? this.entities.add(root, { kind: "npc", label: options.name ?? root.name });
    const npc = new Npc(root, options, entity, this.context);
    this.npcList.push(npc);
    this.explainer.watch(npc);
    npc.onDisposeObservable.addOnce(() => this.forget(npc));
    return npc;
  }

  /** Takes the mind away; the character and its entity stay. */
  removeNpc(npc: Npc): void {
    npc.dispose();
    this.forget(npc);
  }

  /** One step of `dt` seconds: senses, minds, behaviours. Called after each frame unless `automatic` is false. */
  update(dt: number): void {
    if (this.disposed) return;
    const step = Number.isFinite(dt) ? Math.min(Math.max(dt, 0), LONGEST_STEP) : 0;
    this.clockTime = this.clock?.() ?? this.clockTime + step;
    const eyes = this.npcList.map((npc) => ({ id: npc.id, eyes: npc.eyes, entity: npc.entity.id }));
    this.sight.update(this.now, eyes);
    this.hearing.update(this.now);
    for (const npc of [...this.npcList]) npc.update(step);
    this.explainer.update();
    this.onUpdateObservable.notifyObservers(step);
  }

  /** Everything perceived now, as plain data. A captured frame is in it once. */
  percepts(): Percepts {
    return this.assembler.assemble(this.now, [...this.entities.all], this.npcList, this.player);
  }

  /** Decides now for all NPCs. While one decision is under way, returns that one. */
  decide(): Promise<readonly Focus[]> {
    return this.decisions.decide();
  }

  /** Resolves when the reasons asked for are there. */
  explained(): Promise<void> {
    return this.explainer.settled();
  }

  /** What sentences say: meaning, sentiment, abuse; one for each text. Null: no encoder. Waits for `ready`, never rejects. */
  async read(texts: readonly string[]): Promise<readonly Sentence[] | null> {
    await this.ready;
    return (await this.decisionMaker.read?.(texts).catch(() => null)) ?? null;
  }

  /**
   * Where a person who freely looks at a picture looks, told by a worker of its own. Null: no model. Waits for `ready`.
   * @throws RangeError for a picture whose size is not that of its bytes.
   */
  async look(picture: Picture): Promise<SaliencyMap | null> {
    await this.ready;
    return (await this.decisionMaker.look?.(picture)) ?? null;
  }

  /** Rebuilds what the graphics context held, after it was lost. */
  rebuild(): void {
    if (!this.disposed) this.sight.rebuild();
  }

  /** A message for the developer, once for each text. */
  warn(text: string): void {
    if (this.warned.has(text)) return;
    this.warned.add(text);
    Logger.Warn(`Perception: ${text}`);
    this.onWarningObservable.notifyObservers(text);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    attached.delete(this.scene);
    this.scene.onAfterRenderObservable.remove(this.rendered);
    removeComponent(this.scene);
    for (const npc of [...this.npcList]) this.removeNpc(npc);
    this.decisionMaker.dispose();
    this.sight.dispose();
    this.hearing.dispose();
    this.chat.dispose();
    this.entities.dispose();
    this.onDisposeObservable.notifyObservers(this);
    for (const observable of [
      this.onDecisionObservable,
      this.onWarningObservable,
      this.onSaidObservable,
      this.onUpdateObservable,
      this.onDisposeObservable,
    ]) {
      observable.clear();
    }
  }

  private async start(): Promise<WorkerReady | null> {
    try {
      const ready = await this.decisionMaker.start();
      if (ready?.backend === "webgpu") this.sight.prefer = "bitmap";
      return ready;
    } catch (error) {
      this.warn(`no model, simple rules decide: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  private tick(): void {
    this.update(this.scene.getEngine().getDeltaTime() / 1000);
    if (this.decisions.isDue) void this.decide();
  }

  private forget(npc: Npc): void {
    const at = this.npcList.indexOf(npc);
    if (at >= 0) this.npcList.splice(at, 1);
  }

  private makeContext(random: () => number): MindContext {
    const perception = this;
    const read: ReadSentences = (texts) => this.read(texts);
    return {
      scene: this.scene,
      get now() {
        return perception.now;
      },
      get decisionSeconds() {
        return perception.decisions.seconds;
      },
      random,
      entities: this.entities,
      npcs: this.npcList,
      chat: this.chat,
      onUpdateObservable: this.onUpdateObservable,
      onSaidObservable: this.onSaidObservable,
      get read() {
        return perception.decisionMaker.read ? read : null;
      },
      recall: (text, meaning) => perception.adapter?.recall(text, meaning) ?? null,
      warn: (text) => this.warn(text),
    };
  }
}

const attached = new WeakMap<Scene, Perception>();

/** Babylon has no way to take a component out; one that stays would keep the perception alive. */
function removeComponent(scene: Scene): void {
  const isOurs = (component: { name: string }) => component.name === PERCEPTION_COMPONENT;
  const lists = scene as unknown as {
    _components: { name: string }[];
    _transientComponents: { name: string }[];
  };
  for (const list of [lists._components, lists._transientComponents]) {
    const at = list?.findIndex(isOurs) ?? -1;
    if (at >= 0) list.splice(at, 1);
  }
}
