import type { Triple } from "../world/vector.js";

/** What an NPC remembers of one entity. */
export interface MemoryTrace {
  readonly entity: string;
  /** Where it was when last perceived, world metres. */
  readonly position: Triple;
  /** When it was last perceived, seconds. */
  readonly at: number;
  /** When it was last attended to, seconds; null: never. */
  readonly attendedAt: number | null;
  /** 0..1 now: how vivid. */
  readonly strength: number;
}

export interface MemoryOptions {
  /** Strength halves in so many seconds. Default 30. */
  readonly halfLifeSeconds?: number;
  /** Below this strength a trace expires. Default 0.02. */
  readonly floor?: number;
}

interface Trace {
  position: Triple;
  at: number;
  attendedAt: number | null;
  strength: number;
}

/** What one NPC has perceived: it fades, expires, and can be inspected. */
export class Memory {
  private readonly traces = new Map<string, Trace>();
  private readonly halfLife: number;
  private readonly floor: number;

  constructor(options: MemoryOptions = {}) {
    this.halfLife = options.halfLifeSeconds ?? 30;
    this.floor = options.floor ?? 0.02;
  }

  /**
   * Notes that an entity was perceived.
   * @param strength 0..1, how well. A position that is not finite leaves memory as it was.
   */
  perceive(entity: string, position: Triple, strength: number, now: number): void {
    if (!(strength > 0 && position.every(Number.isFinite))) return;
    const known = this.traces.get(entity);
    const kept = known ? this.faded(known, now) : 0;
    const at: Triple = [position[0], position[1], position[2]];
    this.traces.set(entity, {
      position: at,
      at: now,
      attendedAt: known?.attendedAt ?? null,
      strength: Math.min(1, Math.max(kept, strength)),
    });
  }

  /** Notes that an entity is attended to: it stays vivid. */
  attend(entity: string, position: Triple, now: number): void {
    this.perceive(entity, position, 1, now);
    const trace = this.traces.get(entity);
    if (trace) trace.attendedAt = now;
  }

  /** Null: never perceived, or forgotten. */
  recall(entity: string, now: number): MemoryTrace | null {
    const trace = this.traces.get(entity);
    if (!trace) return null;
    const strength = this.faded(trace, now);
    if (strength < this.floor) return null;
    return { entity, position: trace.position, at: trace.at, attendedAt: trace.attendedAt, strength };
  }

  /** All that is not yet forgotten, the most vivid first. Drops what has expired. */
  all(now: number): MemoryTrace[] {
    const found: MemoryTrace[] = [];
    for (const entity of [...this.traces.keys()]) {
      const trace = this.recall(entity, now);
      if (trace) found.push(trace);
      else this.traces.delete(entity);
    }
    return found.sort((a, b) => b.strength - a.strength);
  }

  forget(entity: string): void {
    this.traces.delete(entity);
  }

  clear(): void {
    this.traces.clear();
  }

  private faded(trace: Trace, now: number): number {
    return trace.strength * 0.5 ** (Math.max(0, now - trace.at) / this.halfLife);
  }
}
