import { decodeFocus, type ModelOutputs } from "./decode.js";
import { ObservationEncoder } from "./encode/observationEncoder.js";
import type { Ablation, Focus, ModalityShares } from "./focus.js";
import type { Observation } from "./observation.js";
import type { NpcPercept, Percepts } from "./percepts.js";
import type { WordTable } from "./text/wordTable.js";

/** Runs the network once. Never called twice at a time. */
export type RunModel = (observation: Observation) => Promise<ModelOutputs>;

const ABLATIONS: readonly Ablation[] = ["sight", "hearing", "chat"];
/** Below this no modality is given the reason: the prior did it. */
const LEAST_CHANGE = 0.02;

/**
 * Percepts in, one focus for each NPC out, by any runtime.
 * The reason is found by ablation: when the thing that leads changes, the NPC is asked again without each
 * sense in turn, and the shares are how much the leader's probability falls.
 */
export class FocusDecider {
  private readonly encoder: ObservationEncoder;
  private readonly reasons = new Map<string, { leader: string; shares: ModalityShares }>();

  constructor(
    table: WordTable,
    private readonly run: RunModel,
  ) {
    this.encoder = new ObservationEncoder(table);
  }

  /** In the order of `percepts.npcs`. */
  async decide(percepts: Percepts): Promise<Focus[]> {
    this.encoder.listen(percepts);
    const focuses = await this.focus(percepts);
    await this.explainChanges(percepts, focuses);
    return focuses.map((focus) => ({
      ...focus,
      shares: this.reasons.get(focus.npc)?.shares ?? focus.shares,
    }));
  }

  private async focus(percepts: Percepts): Promise<Focus[]> {
    const byNpc = new Map<string, Focus>();
    for (const observation of this.encoder.encode(percepts)) {
      for (const focus of decodeFocus(observation, await this.run(observation))) byNpc.set(focus.npc, focus);
    }
    return percepts.npcs.map((npc) => byNpc.get(npc.id)!);
  }

  private async explainChanges(percepts: Percepts, focuses: readonly Focus[]): Promise<void> {
    const changed = focuses.filter((focus) => this.reasons.get(focus.npc)?.leader !== leaderOf(focus));
    if (changed.length === 0) return;
    const ids = new Set(changed.map((focus) => focus.npc));
    const falls = new Map(changed.map((focus) => [focus.npc, {} as Record<Ablation, number>]));
    for (const sense of ABLATIONS) {
      const without = percepts.npcs
        .filter((npc) => ids.has(npc.id) && npc.senses[sense])
        .map((npc) => ablate(npc, sense));
      if (without.length === 0) continue;
      for (const focus of await this.focus({ ...percepts, npcs: without })) {
        const before = changed.find((other) => other.npc === focus.npc)!;
        falls.get(focus.npc)![sense] = massOf(before, leaderOf(before)) - massOf(focus, leaderOf(before));
      }
    }
    for (const focus of changed) {
      this.reasons.set(focus.npc, { leader: leaderOf(focus), shares: sharesOf(falls.get(focus.npc)!) });
    }
  }
}

/** "" stands for nothing. */
function leaderOf(focus: Focus): string {
  const best = focus.entities[0];
  return best && best[1] >= focus.nothing ? best[0] : "";
}

function massOf(focus: Focus, id: string): number {
  return id === "" ? focus.nothing : (focus.entities.find(([entity]) => entity === id)?.[1] ?? 0);
}

function ablate(npc: NpcPercept, sense: Ablation): NpcPercept {
  return { ...npc, senses: { ...npc.senses, [sense]: false } };
}

function sharesOf(falls: Partial<Record<Ablation, number>>): ModalityShares {
  const [sight, hearing, chat] = ABLATIONS.map((sense) => Math.max(0, (falls[sense] ?? 0) - LEAST_CHANGE));
  const sum = sight + hearing + chat;
  return sum > 0
    ? { sight: sight / sum, hearing: hearing / sum, chat: chat / sum }
    : { sight: 0, hearing: 0, chat: 0 };
}
