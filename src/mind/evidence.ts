import type { ArbiterOptions } from "./arbiterOptions.js";

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

/** Evidence below this is forgotten. */
const NEGLIGIBLE = 1e-4;
/** Where decisions come slowly a focus holds for so many of its predecessor's times, */
const PATIENCE = 1.5;
/** of which more than this is a pause and no pace, seconds. */
const SLOWEST = 20;
/** How much of the task's hold a full call takes away. */
const CALL_WEAKENS = 0.8;

interface Weight {
  /** Its share in the newest focus, 0..1. */
  share: number;
  /** Present evidence, 0..1. */
  smoothed: number;
}

/** How much speaks for each entity now: the newest focus, smoothed over time, and what the task wishes for. */
export class Evidence {
  /** What the task would have it attend to while nothing stronger calls. */
  wished: string | null = null;
  private readonly weights = new Map<string, Weight>();
  private call = 0;
  private age = Number.POSITIVE_INFINITY;
  /** How long the focus before the newest had to hold, seconds. */
  private pace = 0;

  constructor(private readonly options: Required<ArbiterOptions>) {}

  /** Takes the newest distribution over entities. @returns the mass that is on nothing; below 0 where they have over 1 */
  receive(entities: readonly (readonly [string, number])[], about: Circumstance): number {
    this.call = probability(about.call ?? 0);
    for (const weight of this.weights.values()) weight.share = 0;
    let sum = 0;
    for (const [id, share] of entities) {
      const p = probability(share);
      sum += p;
      if (p >= NEGLIGIBLE) this.weight(id).share += p;
    }
    const used = probability(this.options.habituationWeight) * (1 - this.call);
    for (const [id, weight] of this.weights) {
      weight.share *= (1 - used * probability(about.habituation?.(id) ?? 0)) / Math.max(1, sum);
    }
    if (Number.isFinite(this.age)) this.pace = Math.min(this.age, SLOWEST);
    this.age = 0;
    return 1 - sum;
  }

  step(dt: number): void {
    const { options, wished } = this;
    this.age += dt;
    const stale = this.age - Math.max(options.staleSeconds, this.pace * PATIENCE);
    const trust = stale > 0 ? Math.exp(-stale) : 1;
    const blend = 1 - Math.exp(-dt / options.smoothingSeconds);
    const reserve = wished === null ? 0 : options.intentWeight * (1 - CALL_WEAKENS * this.call * trust);
    if (wished !== null) this.weight(wished);
    for (const [id, weight] of this.weights) {
      const wanted = weight.share * trust * (1 - reserve) + (id === wished ? reserve : 0);
      weight.smoothed += (wanted - weight.smoothed) * blend;
      if (weight.smoothed < NEGLIGIBLE && wanted < NEGLIGIBLE) weight.smoothed = 0;
      if (weight.smoothed === 0 && weight.share === 0) this.weights.delete(id);
    }
  }

  /** An entity that no longer exists. */
  forget(id: string): void {
    this.weights.delete(id);
    if (this.wished === id) this.wished = null;
  }

  /** Present evidence for an entity, 0..1. */
  of(id: string): number {
    return this.weights.get(id)?.smoothed ?? 0;
  }

  /** Its share in the newest focus, 0..1. */
  shareOf(id: string | null): number {
    return id === null ? 0 : (this.weights.get(id)?.share ?? 0);
  }

  /** Evidence for nothing: what no entity has. Where the task wishes for something, nothing has no claim. */
  nothing(): number {
    if (this.wished !== null) return 0;
    let sum = 0;
    for (const { smoothed } of this.weights.values()) sum += smoothed;
    return Math.max(0, 1 - sum);
  }

  /** For what most speaks; null: for nothing. */
  best(): string | null {
    let best: string | null = null;
    let most = this.nothing();
    for (const [id, { smoothed }] of this.weights) {
      if (smoothed > most) [best, most] = [id, smoothed];
    }
    return best;
  }

  /** What the focus alone would choose. */
  favourite(): string | null {
    let favourite: string | null = null;
    let most = 0;
    for (const [id, { share }] of this.weights) if (share > most) [favourite, most] = [id, share];
    return favourite;
  }

  private weight(id: string): Weight {
    let weight = this.weights.get(id);
    if (!weight) {
      weight = { share: 0, smoothed: 0 };
      this.weights.set(id, weight);
    }
    return weight;
  }
}

/** In 0..1; what is no number is 0. */
function probability(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
