export interface HabituationOptions {
  /** Attended to for so long, an entity is habituated to 63%. Default 12 s. */
  readonly growSeconds?: number;
  /** Left alone for so long, 63% of it is gone. Default 30 s. */
  readonly restSeconds?: number;
}

/** Below this a level is forgotten. */
const NEGLIGIBLE = 1e-3;

/** How used an NPC is to each entity, 0 (new) .. 1 (wholly). Large drops come first, rest recovers, novelty restores. */
export class Habituation {
  private readonly levels = new Map<string, number>();
  private readonly grow: number;
  private readonly rest: number;

  constructor(options: HabituationOptions = {}) {
    this.grow = options.growSeconds ?? 12;
    this.rest = options.restSeconds ?? 30;
  }

  of(entity: string): number {
    return this.levels.get(entity) ?? 0;
  }

  step(attending: string | null, dt: number): void {
    if (!(dt > 0)) return;
    const rest = Math.exp(-dt / this.rest);
    for (const [entity, level] of this.levels) {
      if (entity === attending) continue;
      if (level * rest < NEGLIGIBLE) this.levels.delete(entity);
      else this.levels.set(entity, level * rest);
    }
    if (attending === null) return;
    const level = this.of(attending);
    this.levels.set(attending, level + (1 - level) * (1 - Math.exp(-dt / this.grow)));
  }

  /** Something new about this entity: it is as fresh as on the first day. */
  restore(entity: string): void {
    this.levels.delete(entity);
  }
}
