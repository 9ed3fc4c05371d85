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

/** How much speaks for each entity now: the newest focus, smoothed over time, and what the task wishes for. */
export class Evidence {
  /** What the task would have it attend to while nothing stronger calls. */
  wished: string | null = null;
  private readonly smoothed = new Map<string, number>();
  private input = new Map<string, number>();
  private call = 0;
  private age = Number.POSITIVE_INFINITY;
  /** How long the focus before the newest had to hold, seconds. */
  private pace = 0;

  constructor(private readonly options: Required<ArbiterOptions>) {}

  /** Takes the newest distribution over entities. @returns the mass that is on nothing; below 0 where they have over 1 */
  receive(entities: readonly (readonly [string, number])[], about: Circumstance): number {
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
    const ids = new Set([...this.smoothed.keys(), ...this.input.keys()]);
    if (wished !== null) ids.add(wished);
    for (const id of ids) {
      const wanted = this.shareOf(id) * trust * (1 - reserve) + (id === wished ? reserve : 0);
      const before = this.of(id);
      const after = before + (wanted - before) * blend;
      if (after < NEGLIGIBLE && wanted < NEGLIGIBLE) this.smoothed.delete(id);
      else this.smoothed.set(id, after);
    }
  }

  /** An entity that no longer exists. */
  forget(id: string): void {
    this.smoothed.delete(id);
    this.input.delete(id);
    if (this.wished === id) this.wished = null;
  }

  /** Present evidence for an entity, 0..1. */
  of(id: string): number {
    return this.smoothed.get(id) ?? 0;
  }

  /** Its share in the newest focus, 0..1. */
  shareOf(id: string | null): number {
    return id === null ? 0 : (this.input.get(id) ?? 0);
  }

  /** Evidence for nothing: what no entity has. Where the task wishes for something, nothing has no claim. */
  nothing(): number {
    if (this.wished !== null) return 0;
    let sum = 0;
    for (const p of this.smoothed.values()) sum += p;
    return Math.max(0, 1 - sum);
  }

  /** For what most speaks; null: for nothing. */
  best(): string | null {
    let best: string | null = null;
    let most = this.nothing();
    for (const [id, p] of this.smoothed) {
      if (p > most) [best, most] = [id, p];
    }
    return best;
  }

  /** What the focus alone would choose. */
  favourite(): string | null {
    let favourite: string | null = null;
    let most = 0;
    for (const [id, p] of this.input) if (p > most) [favourite, most] = [id, p];
    return favourite;
  }
}

/** In 0..1; what is no number is 0. */
function probability(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
