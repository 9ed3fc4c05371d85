import type { Npc } from "./mind/npc.js";
import type { DecisionMaker } from "./perceptionOptions.js";

/**
 * Asks the model for the shares behind changes of attending, after they have happened: only for NPCs that really
 * turned to something, and one question at a time, so that no focus waits for its explanation.
 */
export class Explainer {
  private readonly open = new Set<Npc>();
  private asking: Promise<void> | null = null;

  constructor(private readonly maker: DecisionMaker) {}

  watch(npc: Npc): void {
    npc.onAttendingChangedObservable.add(({ why }) => {
      if (why.shares === null) this.open.add(npc);
      else this.open.delete(npc);
    });
    npc.onDisposeObservable.addOnce(() => this.open.delete(npc));
  }

  /** Once a frame. */
  update(): void {
    if (this.asking || this.open.size === 0 || !this.maker.explain) return;
    const npcs = [...this.open];
    this.open.clear();
    this.asking = this.ask(npcs).finally(() => {
      this.asking = null;
    });
  }

  /** Resolves when the question under way, if any, is answered. */
  async settled(): Promise<void> {
    await this.asking;
  }

  private async ask(npcs: readonly Npc[]): Promise<void> {
    const queries = npcs.flatMap(({ id, attending }) =>
      attending ? [{ npc: id, target: attending.id }] : [],
    );
    // A model that is gone leaves the shares unknown; what it does not know is not worth a warning.
    const explanations = (await this.maker.explain?.(queries).catch(() => [])) ?? [];
    for (const explanation of explanations) {
      npcs.find(({ id }) => id === explanation.npc)?.receiveExplanation(explanation);
    }
  }
}
