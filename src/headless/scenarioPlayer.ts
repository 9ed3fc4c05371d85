/** Plays a scenario in a scene, step by step. Runs in Node and in the sandbox alike. */
import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { GuidedTourBehavior } from "../behaviours/guidedTourBehavior.js";
import type { Why } from "../explain/why.js";
import type { Utterance } from "../mind/context.js";
import type { Npc } from "../mind/npc.js";
import { Perception } from "../perception.js";
import type { PerceptionOptions } from "../perceptionOptions.js";
import type { Entity } from "../world/entity.js";
import { buildBody, buildSurroundings } from "./bodies.js";
import { viewOfAll } from "./casePlaces.js";
import type { CaseEntity } from "./focusCase.js";
import { buildNpcBody, type NpcBody } from "./npcBody.js";
import { PlayerBody } from "./playerBody.js";
import { Poison } from "./poison.js";
import type { Action, Scenario, ScenarioNpc, WorkerFaultKind } from "./scenario.js";
import { giveBehaviours } from "./scenarioBehaviours.js";
import { seededRandom } from "./seededRandom.js";
import { statedOptions } from "./statedOptions.js";
import { Stirring } from "./stirring.js";
import { Timeline } from "./timeline.js";
import { type TraceLine, traceNpc, tracePlayer, traceSentence } from "./traceLine.js";

export interface ScenarioPlayerOptions {
  /** Goes to Perception.attach; clock and random are the player's. */
  readonly perception?: Omit<PerceptionOptions, "clock" | "random" | "player">;
  /** Makes an NPC's body. Default: a plain one. */
  readonly buildNpc?: (scene: Scene, npc: ScenarioNpc) => NpcBody;
  /** Things, floor, light and camera are there already: nothing is built. Default false. */
  readonly furnished?: boolean;
  /** Does to the model's worker what the scenario asks. @param until seconds; Infinity: until it recovers */
  readonly workerFault?: (kind: WorkerFaultKind, until: number) => void;
}

/** A capture poisoned once: the senses' slowest rate. */
const ONE_CAPTURE = 1 / 8;

export class ScenarioPlayer {
  private readonly players = new Map<string, PlayerBody>();
  private readonly npcs = new Map<string, Npc>();
  private readonly timeline: Timeline;
  private readonly poison: Poison;
  private readonly hidden = new Map<string, { node: TransformNode; entity: CaseEntity }>();
  private readonly stirring = new Stirring();
  private readonly said: Utterance[] = [];
  private readonly warnings: string[] = [];
  private readonly reasons = new Map<string, Why>();
  private steps = 0;
  private sounds = 0;

  /** @throws RangeError if something of the scenario does not fit the scene. */
  static async create(
    scenario: Scenario,
    scene: Scene,
    options: ScenarioPlayerOptions = {},
  ): Promise<ScenarioPlayer> {
    const clock = { now: 0 };
    const perception = await Perception.attach(scene, {
      ...options.perception,
      clock: () => clock.now,
      random: seededRandom(scenario.seed),
    });
    return new ScenarioPlayer(scenario, scene, perception, clock, options);
  }

  private constructor(
    readonly scenario: Scenario,
    private readonly scene: Scene,
    readonly perception: Perception,
    private readonly clock: { now: number },
    private readonly options: ScenarioPlayerOptions,
  ) {
    this.timeline = new Timeline(scenario.timeline);
    this.poison = new Poison(scene);
    this.addEntities();
    this.addPlayers();
    for (const npc of scenario.npcs) this.npcs.set(npc.id, this.addNpc(npc));
    // Behaviours may look for what the scene holds: last.
    for (const npc of scenario.npcs) giveBehaviours(this.npcs.get(npc.id)!, npc, scenario);
    perception.onSaidObservable.add((utterance) => this.said.push(utterance));
    perception.onWarningObservable.add((warning) => this.warnings.push(warning));
  }

  /** Seconds. */
  get now(): number {
    return this.clock.now;
  }

  get isOver(): boolean {
    return (this.steps + 1) * this.scenario.step > this.scenario.duration + 1e-9;
  }

  /** One step on: what is due happens and players move. The frame and the perception's update come next. */
  advance(): void {
    this.steps++;
    this.clock.now = this.steps * this.scenario.step;
    this.poison.update(this.now);
    for (const action of this.timeline.due(this.now, (id) => this.doing(id))) this.perform(action);
    this.stirring.update(this.now);
    for (const player of this.players.values()) player.update(this.scenario.step);
  }

  /** What this step came to. */
  record(): TraceLine {
    const line: TraceLine = {
      t: Math.round(this.now * 1e4) / 1e4,
      npcs: this.perception.npcs.map((npc) => traceNpc(npc, this.reasons.get(npc.id) ?? null)),
      players: [...this.players.values()].map(tracePlayer),
      said: this.said.map(traceSentence),
      ...(this.warnings.length > 0 ? { warnings: [...this.warnings] } : {}),
    };
    this.said.length = 0;
    this.warnings.length = 0;
    this.reasons.clear();
    return line;
  }

  dispose(): void {
    this.perception.dispose();
  }

  private addEntities(): void {
    const { scenario, scene, options } = this;
    const appearing = new Set<string>();
    for (const { actions } of scenario.timeline) {
      for (const action of actions)
        if (action.type === "event" && action.event === "appears") appearing.add(action.entity);
    }
    if (!options.furnished) buildSurroundings(scene, scenario.entities);
    for (const entity of scenario.entities) {
      const known = options.furnished ? scene.getTransformNodeByName(entity.id) : null;
      const node = known ?? buildBody(scene, entity);
      if (appearing.has(entity.id)) {
        node.setEnabled(false);
        this.hidden.set(entity.id, { node, entity });
      } else if (!this.perception.entities.of(node))
        this.perception.entities.add(node, statedOptions(entity));
    }
  }

  private addPlayers(): void {
    const { scenario, scene, perception } = this;
    for (const { id, name, position, forward, eyeHeight } of scenario.players) {
      const player = new PlayerBody(scene, id, position, forward, eyeHeight);
      perception.entities.add(player.root, { id, kind: "player", label: name });
      this.players.set(id, player);
    }
    const [first] = this.players.values();
    if (first) perception.setPlayer(first.root);
    if (this.options.furnished && scene.activeCamera) return;
    scene.activeCamera = this.makeCamera(first ?? null);
  }

  private makeCamera(player: PlayerBody | null): FreeCamera {
    const camera = new FreeCamera("player's view", Vector3.Zero(), this.scene);
    camera.fov = 0.8;
    camera.minZ = 0.05;
    if (player) camera.parent = player.eyes;
    else {
      const { position, forward } = viewOfAll(this.scenario.entities);
      camera.position.set(...position);
      camera.setTarget(camera.position.add(new Vector3(...forward)));
    }
    return camera;
  }

  private addNpc(npc: ScenarioNpc): Npc {
    const build = this.options.buildNpc ?? buildPlainNpc;
    const { root, bones } = build(this.scene, npc);
    const { id, name, eyeHeight, role } = npc;
    this.perception.entities.add(root, { id, kind: "npc", label: name });
    const added = this.perception.addNpc(root, { id, name, bones, eyeHeight, ...(role ? { role } : {}) });
    for (const observable of [added.onAttendingChangedObservable, added.onExplainedObservable])
      observable.add(({ why }) => this.reasons.set(id, why));
    return added;
  }

  private doing(id: string): { task: string; stop: string | null; attending: string | null } | undefined {
    const npc = this.npcs.get(id);
    return npc && { task: npc.task, stop: npc.stop, attending: npc.attending?.id ?? null };
  }

  private perform(action: Action): void {
    if (action.type === "chat") this.speak(action.speaker, action.text);
    else if (action.type === "walk") this.player(action.who).walkTo(action.to, action.speed);
    else if (action.type === "follow")
      this.player(action.who).follow(this.nodeOf(action.whom), action.gap, action.speed);
    else if (action.type === "look") this.look(action.who, action.at);
    else if (action.type === "sound") this.sound(action);
    else if (action.type === "event") this.event(action);
    else if (action.type === "attend") this.attend(action);
    else if (action.type === "start") this.startTour(action.npc);
    else this.fault(action);
  }

  private look(who: string, at: string): void {
    const target = this.nodeOf(at);
    this.player(who).lookAt(() => this.aimAt(target));
  }

  private speak(speaker: string, text: string): void {
    const npc = this.npcs.get(speaker);
    if (npc) npc.say(text);
    else if (this.entity(speaker)) this.perception.chat.say({ speaker, text });
  }

  private sound(action: Extract<Action, { type: "sound" }>): void {
    const { sound, levelDb, durationSeconds, position } = action;
    const entity = action.entity === undefined ? undefined : this.entity(action.entity);
    this.perception.hearing.emit(
      {
        levelDb,
        ...this.poison.sound(sound, ++this.sounds, this.scenario.seed),
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
        ...(entity ? { entity } : {}),
        ...(position ? { position } : {}),
      },
      this.now,
    );
  }

  private event({ entity: id, event }: Extract<Action, { type: "event" }>): void {
    const hidden = this.hidden.get(id);
    if (hidden) {
      this.hidden.delete(id);
      hidden.node.setEnabled(true);
      this.perception.entities.add(hidden.node, statedOptions(hidden.entity));
    }
    const entity = this.entity(id);
    if (!entity) return;
    entity.event = { kind: event, at: this.now };
    if (event === "moves" || event === "shakes") this.stirring.start(entity.node, event, this.now);
  }

  private attend({ npc: id, target, seconds }: Extract<Action, { type: "attend" }>): void {
    const entity = this.entity(target);
    if (entity) this.npcs.get(id)?.attend(entity, seconds === undefined ? {} : { seconds });
  }

  /** The new order replaces one that holds its attention. */
  private startTour(id: string): void {
    const npc = this.npcs.get(id);
    const tour = npc?.behaviors.find((behavior) => behavior instanceof GuidedTourBehavior);
    npc?.release();
    if (tour) tour.start();
    else this.perception.warn(`scenario: "${id}" has no tour to start`);
  }

  private fault({ fault, seconds }: Extract<Action, { type: "fault" }>): void {
    if (fault === "frame-nan") this.poison.frame(this.now + (seconds ?? ONE_CAPTURE));
    else if (fault === "audio-nan") this.poison.audio(this.now + (seconds ?? ONE_CAPTURE));
    else
      this.options.workerFault?.(
        fault,
        seconds === undefined ? Number.POSITIVE_INFINITY : this.now + seconds,
      );
  }

  private entity(id: string): Entity | undefined {
    const entity = this.perception.entities.get(id);
    if (!entity) this.perception.warn(`scenario: "${id}" is not there (yet)`);
    return entity;
  }

  private player(id: string): PlayerBody {
    const player = this.players.get(id);
    if (!player) throw new RangeError(`scenario: "${id}" is no player`);
    return player;
  }

  private nodeOf(id: string): TransformNode {
    const node =
      this.players.get(id)?.root ?? this.hidden.get(id)?.node ?? this.perception.entities.get(id)?.node;
    if (!node) throw new RangeError(`scenario: "${id}" is not there`);
    return node;
  }

  /** The middle of a thing, the eyes of a person. */
  private aimAt(node: TransformNode): Vector3 {
    const entity = this.perception.entities.of(node);
    const npc = entity && this.npcs.get(entity.id);
    if (npc) return Vector3.FromArray([...npc.eyes.position]);
    return entity ? Vector3.FromArray([...entity.centre()]) : node.getAbsolutePosition();
  }
}

function buildPlainNpc(scene: Scene, { id, position, forward, eyeHeight }: ScenarioNpc): NpcBody {
  return buildNpcBody(scene, id, position, forward, eyeHeight);
}
