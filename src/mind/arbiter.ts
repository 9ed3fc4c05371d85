/** What one NPC attends to, made of its focus over time. Pure: no Babylon, no clock, no chance of its own. */
import { type ArbiterOptions, arbiterOptions } from "./arbiterOptions.js";
import { type Circumstance, Evidence } from "./evidence.js";
import { Returns } from "./returns.js";

export type { ArbiterOptions } from "./arbiterOptions.js";
export type { Circumstance } from "./evidence.js";

export type Reason = "focus" | "intent" | "forced" | "released" | "nothing" | "gone";

export interface Choice {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: Reason;
}

interface Force {
  readonly target: string | null;
  readonly until: number;
}

export class Arbiter {
  private readonly options: Required<ArbiterOptions>;
  private readonly returns = new Returns();
  private readonly evidence: Evidence;
  private target: string | null = null;
  private dwell = Number.POSITIVE_INFINITY;
  /** Where the time of a lead is summed: id of the challenger, null for "nothing", undefined for none. */
  private challenger: string | null | undefined;
  private lead = 0;
  private latency = 0;
  private forced: Force | null = null;
  private letGo: Reason | null = null;

  /** @param random 0..1; draws the reaction latency. */
  constructor(
    options: ArbiterOptions,
    private readonly random: () => number,
  ) {
    this.options = arbiterOptions(options);
    this.evidence = new Evidence(this.options);
  }

  get current(): string | null {
    return this.target;
  }

  /** Seconds since the target was taken. */
  get currentSeconds(): number {
    return Number.isFinite(this.dwell) ? this.dwell : 0;
  }

  get isForced(): boolean {
    return this.forced !== null;
  }

  get intent(): string | null {
    return this.evidence.wished;
  }

  /** Newest distribution over entities; the rest of the mass is on nothing. What is not a probability counts as 0. */
  receive(entities: readonly (readonly [string, number])[], about: Circumstance = {}): void {
    const nothing = this.evidence.receive(entities, about);
    if (about.isNews) this.returns.clear();
    this.returns.lead(this.leaderNow(nothing));
  }

  /** What the NPC's task would have it attend to while nothing stronger calls. */
  intend(target: string | null): void {
    this.evidence.wished = target;
  }

  /** Outranks every focus until `until` (on the clock of `step`) or until released; null: attend to nothing. */
  force(target: string | null, until = Number.POSITIVE_INFINITY): void {
    this.forced = { target, until };
  }

  release(): void {
    if (this.forced) this.letGo = "released";
    this.forced = null;
  }

  /** An entity that no longer exists. */
  forget(id: string): void {
    this.evidence.forget(id);
    this.returns.forget(id);
    if (this.forced?.target === id) this.forced = null;
    if (this.challenger === id) this.challenge(undefined);
    if (this.target === id) this.letGo = "gone";
  }

  /** One step of `dt` seconds that ends at `now`. Returns the change that it brought, if any. */
  step(now: number, dt: number): Choice | null {
    const seconds = Number.isFinite(dt) && dt > 0 ? dt : 0;
    this.dwell += seconds;
    this.returns.step(seconds);
    this.evidence.step(seconds);
    if (this.forced && now >= this.forced.until) this.release();
    const letGo = this.letGo;
    this.letGo = null;
    if (letGo === "gone") return this.take(null, "gone");
    if (this.forced)
      return this.forced.target === this.target ? null : this.take(this.forced.target, "forced");
    if (letGo === "released") return this.take(this.evidence.best(), "released");
    return this.weigh(seconds);
  }

  /** Present evidence for an entity, 0..1. */
  evidenceOf(id: string): number {
    return this.evidence.of(id);
  }

  /** It leads and loses again and again lately: it has to lead for longer. */
  alternates(id: string): boolean {
    return this.returns.of(id) > 0.5;
  }

  /** What heads the newest focus, clear of what headed the one before; null: nobody, or nobody else clearly. */
  private leaderNow(nothing: number): string | null {
    const { evidence, returns, options } = this;
    const favourite = evidence.favourite();
    const before = evidence.shareOf(returns.leader);
    return evidence.shareOf(favourite) > Math.max(nothing, before + options.margin) ? favourite : null;
  }

  private weigh(dt: number): Choice | null {
    const strength = (id: string | null) => (id === null ? this.evidence.nothing() : this.evidence.of(id));
    const best = this.rival(strength);
    if (best === this.target) return this.challenge(undefined);
    const lead = strength(best) - strength(this.target);
    if (lead <= this.options.margin) return this.challenge(undefined);
    if (this.challenger !== best) this.challenge(best);
    // The stronger the lead, the faster the reaction, as evidence that accumulates would have it.
    this.lead += dt * (1 + (best === null ? 0 : lead));
    const protectedStill = this.dwell < this.options.dwellSeconds && lead < this.options.alarmLead;
    if (protectedStill || this.lead < this.latency * this.slowness(best)) return null;
    if (best === null) return this.take(null, "nothing");
    return this.take(
      best,
      best === this.evidence.wished && best !== this.evidence.favourite() ? "intent" : "focus",
    );
  }

  /** The strongest; of challengers that are about equal the one that leads already, or neither would ever win. */
  private rival(strength: (id: string | null) => number): string | null {
    const best = this.evidence.best();
    const leading = this.challenger;
    if (leading === undefined || best === this.target) return best;
    return strength(leading) + this.options.margin >= strength(best) ? leading : best;
  }

  /** What keeps coming back and losing again has to lead for longer; what the task asks for has not. */
  private slowness(challenger: string | null): number {
    if (this.target === null || challenger === null || challenger === this.evidence.wished) return 1;
    return 1 + this.options.returnSlowdown * this.returns.of(challenger);
  }

  private challenge(by: string | null | undefined): null {
    const [least, most] = this.options.latencySeconds;
    this.challenger = by;
    this.lead = 0;
    this.latency = by === null ? this.options.letGoSeconds : least + (most - least) * this.random();
    return null;
  }

  private take(to: string | null, reason: Reason): Choice | null {
    const from = this.target;
    this.challenge(undefined);
    if (from === to) return null;
    this.target = to;
    this.dwell = 0;
    return { from, to, reason };
  }
}
