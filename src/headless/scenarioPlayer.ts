/** Plays a scenario in a scene, step by step. Runs in Node and in the sandbox alike. */
import type { Scene } from "@babylonjs/core/scene.js";
import type { Why } from "../explain/why.js";
import type { Utterance } from "../mind/context.js";
import { Perception } from "../perception.js";
import type { PerceptionOptions } from "../perceptionOptions.js";
import { Poison } from "./poison.js";
import type { Scenario } from "./scenario.js";
import { ScenarioActions, type WorkerFault } from "./scenarioActions.js";
import { ScenarioStage, type StageOptions } from "./scenarioStage.js";
import { seededRandom } from "./seededRandom.js";
import { type Doing, Timeline } from "./timeline.js";
import { type TraceLine, traceNpc, tracePlayer, traceSentence } from "./traceLine.js";

export interface ScenarioPlayerOptions extends StageOptions {
  /** Goes to Perception.attach; clock and random are the player's. */
  readonly perception?: Omit<PerceptionOptions, "clock" | "random" | "player">;
  /** Does to the model's worker what the scenario asks. @param until seconds; Infinity: until it recovers */
  readonly workerFault?: WorkerFault;
}

export class ScenarioPlayer {
  private readonly stage: ScenarioStage;
  private readonly actions: ScenarioActions;
  private readonly timeline: Timeline;
  private readonly poison: Poison;
  private readonly said: Utterance[] = [];
  private readonly warnings: string[] = [];
  private readonly reasons = new Map<string, Why>();
  private steps = 0;

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
    scene: Scene,
    readonly perception: Perception,
    private readonly clock: { now: number },
    options: ScenarioPlayerOptions,
  ) {
    this.timeline = new Timeline(scenario.timeline);
    this.poison = new Poison(scene);
    this.stage = new ScenarioStage(scenario, scene, perception, options);
    this.actions = new ScenarioActions(
      this.stage,
      perception,
      this.poison,
      clock,
      scenario.seed,
      options.workerFault,
    );
    for (const [id, npc] of this.stage.npcs) {
      for (const observable of [npc.onAttendingChangedObservable, npc.onExplainedObservable])
        observable.add(({ why }) => this.reasons.set(id, why));
    }
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
    for (const action of this.timeline.due(this.now, (id) => this.doing(id))) this.actions.perform(action);
    this.actions.update();
    for (const player of this.stage.players.values()) player.update(this.scenario.step);
  }

  /** What this step came to. */
  record(): TraceLine {
    const line: TraceLine = {
      t: Math.round(this.now * 1e4) / 1e4,
      npcs: this.perception.npcs.map((npc) => traceNpc(npc, this.reasons.get(npc.id) ?? null)),
      players: [...this.stage.players.values()].map(tracePlayer),
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

  private doing(id: string): Doing | undefined {
    const npc = this.stage.npcs.get(id);
    return npc && { task: npc.task, stop: npc.stop, attending: npc.attending?.id ?? null };
  }
}
