import { GuidedTourBehavior } from "../behaviours/guidedTourBehavior.js";
import type { Perception } from "../perception.js";
import type { Poison } from "./poison.js";
import type { ScenarioStage } from "./scenarioStage.js";
import type { Action, WorkerFaultKind } from "./scenarioTimeline.js";
import { Stirring } from "./stirring.js";

/** Does to the model's worker what the scenario asks. @param until seconds; Infinity: until it recovers */
export type WorkerFault = (kind: WorkerFaultKind, until: number) => void;

/** A capture poisoned once: the senses' slowest rate. */
const ONE_CAPTURE = 1 / 8;

/** Makes happen on a stage what a timeline says. */
export class ScenarioActions {
  private readonly stirring = new Stirring();
  private sounds = 0;

  constructor(
    private readonly stage: ScenarioStage,
    private readonly perception: Perception,
    private readonly poison: Poison,
    private readonly clock: { readonly now: number },
    private readonly seed: number,
    private readonly workerFault: WorkerFault | undefined,
  ) {}

  /** What goes on over several steps. */
  update(): void {
    this.stirring.update(this.now);
  }

  perform(action: Action): void {
    if (action.type === "chat") this.speak(action.speaker, action.text);
    else if (action.type === "walk") this.stage.player(action.who).walkTo(action.to, action.speed);
    else if (action.type === "follow")
      this.stage.player(action.who).follow(this.stage.nodeOf(action.whom), action.gap, action.speed);
    else if (action.type === "look") this.look(action.who, action.at);
    else if (action.type === "sound") this.sound(action);
    else if (action.type === "event") this.event(action);
    else if (action.type === "attend") this.attend(action);
    else if (action.type === "start") this.startTour(action.npc);
    else this.fault(action);
  }

  private look(who: string, at: string): void {
    const target = this.stage.nodeOf(at);
    this.stage.player(who).lookAt(() => this.stage.aimAt(target));
  }

  private speak(speaker: string, text: string): void {
    const npc = this.stage.npcs.get(speaker);
    if (npc) npc.say(text);
    else if (this.stage.entity(speaker)) this.perception.chat.say({ speaker, text });
  }

  private sound(action: Extract<Action, { type: "sound" }>): void {
    const { sound, levelDb, durationSeconds, position } = action;
    const entity = action.entity === undefined ? undefined : this.stage.entity(action.entity);
    this.perception.hearing.emit(
      {
        levelDb,
        ...this.poison.sound(sound, ++this.sounds, this.seed),
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
        ...(entity ? { entity } : {}),
        ...(position ? { position } : {}),
      },
      this.now,
    );
  }

  private event({ entity: id, event }: Extract<Action, { type: "event" }>): void {
    this.stage.reveal(id);
    const entity = this.stage.entity(id);
    if (!entity) return;
    entity.event = { kind: event, at: this.now };
    if (event === "moves" || event === "shakes") this.stirring.start(entity.node, event, this.now);
  }

  private attend({ npc: id, target, seconds }: Extract<Action, { type: "attend" }>): void {
    const entity = this.stage.entity(target);
    if (entity) this.stage.npcs.get(id)?.attend(entity, seconds === undefined ? {} : { seconds });
  }

  /** The new order replaces one that holds its attention. */
  private startTour(id: string): void {
    const npc = this.stage.npcs.get(id);
    const tour = npc?.behaviors.find((behavior) => behavior instanceof GuidedTourBehavior);
    npc?.release();
    if (tour) tour.start();
    else this.perception.warn(`scenario: "${id}" has no tour to start`);
  }

  private fault({ fault, seconds }: Extract<Action, { type: "fault" }>): void {
    if (fault === "frame-nan") this.poison.frame(this.now + (seconds ?? ONE_CAPTURE));
    else if (fault === "audio-nan") this.poison.audio(this.now + (seconds ?? ONE_CAPTURE));
    else this.workerFault?.(fault, seconds === undefined ? Number.POSITIVE_INFINITY : this.now + seconds);
  }

  /** Seconds. The perception's own clock is a step behind while a step begins. */
  private get now(): number {
    return this.clock.now;
  }
}
