/** What one NPC attends to, made of its focus over time. Pure: no Babylon, no clock, no chance of its own. */
import { Returns } from "./returns.js";

export interface ArbiterOptions {
  /** By how much a challenger's evidence must exceed that of the present target, 0..1. Default 0.08. */
  readonly margin?: number;
  /** Range of the reaction latency, seconds: how long a weak challenger must lead. Default [0.15, 0.25]. */
  readonly latencySeconds?: readonly [number, number];
  /** A target is kept at least so long unless the challenger leads by `alarmLead`. Default 0.4 (a fixation). */
  readonly dwellSeconds?: number;
  /** Lead from which the dwell time no longer protects. Default 0.45. */
  readonly alarmLead?: number;
  /** "Nothing" must lead for so long before the target is let go. Default 0.8. */
  readonly letGoSeconds?: number;
  /** Time constant of the evidence, seconds. Default 0.08. */
  readonly smoothingSeconds?: number;
  /** A focus older than this fades into nothing. Default 2. */
  readonly staleSeconds?: number;
  /** Share of the evidence that what the task asks for gets in advance, 0..1, unless called. Default 0.6. */
  readonly intentWeight?: number;
  /** How much longer a thing must lead for each time that it has led and lost again lately. Default 16. */
  readonly returnSlowdown?: number;
  /** Share of its evidence that a thing loses when the NPC is wholly used to it, 0..1, unless it calls. Default 0.25. */
  readonly habituationWeight?: number;
}

/** What else is known of a focus. All optional. */
export interface Circumstance {
  /**
   * 0..1, how much it is a call from outside (a voice, a noise, an event) rather than a mere view; a call weakens
   * the hold of what the task asks for. Default 0.
   */
  readonly call?: number;
  /** Something happened since the last focus: what leads now may lead for a new reason. Default false. */
  readonly isNews?: boolean;
  /** 0..1, how used the NPC is to an entity. Default: not at all. */
  readonly habituation?: (id: string) => number;
}

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

/** Evidence below this is forgotten. */
const NEGLIGIBLE = 1e-4;
/** How much of the task's hold a full call takes away. */
const CALL_WEAKENS = 0.8;

export class Arbiter {
  private readonly options: Required<ArbiterOptions>;
  private readonly returns = new Returns();
  private readonly evidence = new Map<string, number>();
  private input = new Map<string, number>();
  private call = 0;
  private inputAge = Number.POSITIVE_INFINITY;
  private target: string | null = null;
  private dwell = Number.POSITIVE_INFINITY;
  /** Where the time of a lead is summed: id of the challenger, null for "nothing", undefined for none. */
  private challenger: string | null | undefined;
  private lead = 0;
  private latency = 0;
  private forced: Force | null = null;
  private wished: string | null = null;
  private letGo: Reason | null = null;

  /** @param random 0..1; draws the reaction latency. */
  constructor(
    options: ArbiterOptions,
    private readonly random: () => number,
  ) {
    this.options = {
      margin: options.margin ?? 0.08,
      latencySeconds: options.latencySeconds ?? [0.15, 0.25],
      dwellSeconds: options.dwellSeconds ?? 0.4,
      alarmLead: options.alarmLead ?? 0.45,
      letGoSeconds: options.letGoSeconds ?? 0.8,
      smoothingSeconds: options.smoothingSeconds ?? 0.08,
      staleSeconds: options.staleSeconds ?? 2,
      intentWeight: options.intentWeight ?? 0.6,
      returnSlowdown: options.returnSlowdown ?? 16,
      habituationWeight: options.habituationWeight ?? 0.25,
    };
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
    return this.wished;
  }

  /** Newest distribution over entities; the rest of the mass is on nothing. What is not a probability counts as 0. */
  receive(entities: readonly (readonly [string, number])[], about: Circumstance = {}): void {
    this.call = probability(about.call ?? 0);
    this.input = new Map();
    let sum = 0;
    for (const [id, share] of entities) {
      const p = probability(share);
      sum += p;
      this.input.set(id, (this.input.get(id) ?? 0) + p);
    }
    const weight = probability(this.options.habituationWeight) * (1 - this.call);
    for (const [id, p] of this.input) {
      const used = weight * probability(about.habituation?.(id) ?? 0);
      this.input.set(id, (p / Math.max(1, sum)) * (1 - used));
    }
    this.inputAge = 0;
    if (about.isNews) this.returns.clear();
    this.returns.lead(this.leaderNow(1 - sum));
  }

  /** What the NPC's task would have it attend to while nothing stronger calls. */
  intend(target: string | null): void {
    this.wished = target;
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
    this.evidence.delete(id);
    this.input.delete(id);
    this.returns.forget(id);
    if (this.wished === id) this.wished = null;
    if (this.forced?.target === id) this.forced = null;
    if (this.challenger === id) this.challenge(undefined);
    if (this.target === id) this.letGo = "gone";
  }

  /** One step of `dt` seconds that ends at `now`. Returns the change that it brought, if any. */
  step(now: number, dt: number): Choice | null {
    const seconds = Number.isFinite(dt) && dt > 0 ? dt : 0;
    this.dwell += seconds;
    this.returns.step(seconds);
    this.gather(seconds);
    if (this.forced && now >= this.forced.until) this.release();
    const letGo = this.letGo;
    this.letGo = null;
    if (letGo === "gone") return this.take(null, "gone");
    if (this.forced)
      return this.forced.target === this.target ? null : this.take(this.forced.target, "forced");
    if (letGo === "released") return this.take(this.best(), "released");
    return this.weigh(seconds);
  }

  /** Present evidence for an entity, 0..1. */
  evidenceOf(id: string): number {
    return this.evidence.get(id) ?? 0;
  }

  /** It leads and loses again and again lately: it has to lead for longer. */
  alternates(id: string): boolean {
    return this.returns.of(id) > 0.5;
  }

  private gather(dt: number): void {
    this.inputAge += dt;
    const stale = this.inputAge - this.options.staleSeconds;
    const trust = stale > 0 ? Math.exp(-stale) : 1;
    const blend = 1 - Math.exp(-dt / this.options.smoothingSeconds);
    const reserve =
      this.wished === null ? 0 : this.options.intentWeight * (1 - CALL_WEAKENS * this.call * trust);
    const ids = new Set([...this.evidence.keys(), ...this.input.keys()]);
    if (this.wished !== null) ids.add(this.wished);
    for (const id of ids) {
      const wanted = (this.input.get(id) ?? 0) * trust * (1 - reserve) + (id === this.wished ? reserve : 0);
      const before = this.evidence.get(id) ?? 0;
      const after = before + (wanted - before) * blend;
      if (after < NEGLIGIBLE && wanted < NEGLIGIBLE) this.evidence.delete(id);
      else this.evidence.set(id, after);
    }
  }

  /** Evidence for nothing: what no entity has. Where the task wishes for something, nothing has no claim. */
  private nothing(): number {
    if (this.wished !== null) return 0;
    let sum = 0;
    for (const p of this.evidence.values()) sum += p;
    return Math.max(0, 1 - sum);
  }

  private best(): string | null {
    let best: string | null = null;
    let most = this.nothing();
    for (const [id, p] of this.evidence) {
      if (p > most) [best, most] = [id, p];
    }
    return best;
  }

  /** What the focus alone would choose. */
  private favourite(): string | null {
    let favourite: string | null = null;
    let most = 0;
    for (const [id, p] of this.input) if (p > most) [favourite, most] = [id, p];
    return favourite;
  }

  /** What heads the newest focus, clear of what headed the one before; null: nobody, or nobody else clearly. */
  private leaderNow(nothing: number): string | null {
    const favourite = this.favourite();
    const share = (id: string | null) => (id === null ? 0 : (this.input.get(id) ?? 0));
    const before = share(this.returns.leader);
    return share(favourite) > Math.max(nothing, before + this.options.margin) ? favourite : null;
  }

  private weigh(dt: number): Choice | null {
    const strength = (id: string | null) => (id === null ? this.nothing() : this.evidenceOf(id));
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
    return this.take(best, best === this.wished && best !== this.favourite() ? "intent" : "focus");
  }

  /** The strongest; of challengers that are about equal the one that leads already, or neither would ever win. */
  private rival(strength: (id: string | null) => number): string | null {
    const best = this.best();
    const leading = this.challenger;
    if (leading === undefined || best === this.target) return best;
    return strength(leading) + this.options.margin >= strength(best) ? leading : best;
  }

  /** What keeps coming back and losing again has to lead for longer; what the task asks for has not. */
  private slowness(challenger: string | null): number {
    if (this.target === null || challenger === null || challenger === this.wished) return 1;
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

/** In 0..1; what is no number is 0. */
function probability(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
