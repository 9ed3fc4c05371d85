/** A lead is forgotten with this time constant, seconds. */
const FORGET_SECONDS = 8;
/** Below this nothing is left of it. */
const NEGLIGIBLE = 0.01;

/**
 * How often each thing has come back to the head of the focus lately. A leader that alternates with another, moment
 * by moment, is no reason to turn: people look from one thing to another and back over seconds (inhibition of return).
 */
export class Returns {
  private readonly leads = new Map<string, number>();
  private newest: string | null = null;

  /** What headed a focus last; null: nothing has. */
  get leader(): string | null {
    return this.newest;
  }

  /** The newest focus is headed by this; null (nothing heads it) leaves all as it was. */
  lead(id: string | null): void {
    if (id === null || id === this.newest) return;
    this.newest = id;
    this.leads.set(id, (this.leads.get(id) ?? 0) + 1);
  }

  step(dt: number): void {
    const kept = Math.exp(-dt / FORGET_SECONDS);
    for (const [id, count] of this.leads) {
      if (count * kept < NEGLIGIBLE) this.leads.delete(id);
      else this.leads.set(id, count * kept);
    }
  }

  /** 0: it leads for the first time in a while. */
  of(id: string): number {
    return Math.max(0, (this.leads.get(id) ?? 0) - 1);
  }

  /** Something new has happened: what came before says nothing about what leads now. */
  clear(): void {
    this.leads.clear();
    if (this.newest !== null) this.leads.set(this.newest, 1);
  }

  forget(id: string): void {
    this.leads.delete(id);
    if (this.newest === id) this.newest = null;
  }
}
