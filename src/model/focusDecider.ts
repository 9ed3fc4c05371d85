import { decodeFocus, type ModelOutputs } from "./decode.js";
import { ObservationEncoder } from "./encode/observationEncoder.js";
import type { Ablation, Explanation, Focus, ModalityShares, WhyQuery } from "./focus.js";
import type { Observation } from "./observation.js";
import type { NpcPercept, Percepts } from "./percepts.js";
import type { Spelling } from "./text/spelling.js";
import type { WordTable } from "./text/wordTable.js";

/** Runs the network once on a part of a moment. Never called twice at a time. */
export type RunModel = (observation: Observation, percepts: Percepts) => Promise<ModelOutputs>;

/** Lets other work go first between two runs. */
export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

const ABLATIONS: readonly Ablation[] = ["sight", "hearing", "chat"];
/** Below this no modality is given the reason: the prior did it. */
const LEAST_CHANGE = 0.02;

interface Moment {
  readonly percepts: Percepts;
  readonly focuses: ReadonlyMap<string, Focus>;
}

type Run = readonly [Observation, Percepts];

/**
 * Percepts in, one focus for each NPC out, by any runtime. The reason is found afterwards and only where it is
 * asked for: the NPC decides again without each sense in turn, and the shares are how much the target's
 * probability falls.
 */
export class FocusDecider {
  private readonly encoder: ObservationEncoder;
  private newest: Moment | null = null;

  constructor(
    table: WordTable,
    private readonly run: RunModel,
    spelling: Spelling | null = null,
  ) {
    this.encoder = new ObservationEncoder(table, spelling);
  }

  /** In the order of `percepts.npcs`; one run for each kind of perceiver. Shares are null: ask explain(). */
  async decide(percepts: Percepts): Promise<Focus[]> {
    this.encoder.listen(percepts);
    const focuses = await this.focus(this.encode(percepts));
    this.newest = { percepts, focuses };
    return percepts.npcs.map((npc) => focuses.get(npc.id)!);
  }

  /**
   * Shares of the senses in the moment decided last: one run at most for each sense that delivers something, for
   * all NPCs of a kind together. An NPC that was not in that moment gets no explanation.
   * @param inTurn takes each run by itself, so that a decision never waits for more than one of them. A picture
   *   on the GPU may be newer by then; nothing else is.
   */
  async explain(queries: readonly WhyQuery[], inTurn: InTurn = (job) => job()): Promise<Explanation[]> {
    const moment = this.newest;
    if (!moment) return [];
    const targets = new Map(queries.map(({ npc, target }) => [npc, target]));
    const npcs = moment.percepts.npcs.filter((npc) => targets.has(npc.id));
    const falls = new Map(npcs.map((npc) => [npc.id, { sight: 0, hearing: 0, chat: 0 }]));
    // Encoded at once, while the ears remember this moment.
    const ablations = ABLATIONS.map((sense) => ({ sense, runs: this.without(sense, npcs, moment.percepts) }));
    for (const { sense, runs } of ablations) {
      for (const [npc, focus] of await this.focus(runs, inTurn)) {
        const target = targets.get(npc)!;
        falls.get(npc)![sense] = massOf(moment.focuses.get(npc)!, target) - massOf(focus, target);
      }
    }
    return npcs.map(({ id }) => ({ npc: id, target: targets.get(id)!, shares: sharesOf(falls.get(id)!) }));
  }

  private encode(percepts: Percepts): Run[] {
    return this.encoder.encode(percepts).map((observation) => [observation, percepts]);
  }

  private without(sense: Ablation, npcs: readonly NpcPercept[], percepts: Percepts): Run[] {
    const ablated = npcs.filter((npc) => delivers(npc, sense)).map((npc) => ablate(npc, sense));
    return ablated.length === 0 ? [] : this.encode({ ...percepts, npcs: ablated });
  }

  private async focus(
    runs: readonly Run[],
    inTurn: InTurn = (job) => job(),
  ): Promise<ReadonlyMap<string, Focus>> {
    const byNpc = new Map<string, Focus>();
    for (const [observation, percepts] of runs) {
      const outputs = await inTurn(() => this.run(observation, percepts));
      for (const focus of decodeFocus(observation, outputs)) byNpc.set(focus.npc, focus);
    }
    return byNpc;
  }
}

/** A sense that hands over no token takes nothing away by going. Sight always does: looks, frame, places seen. */
function delivers({ senses, hears, reads }: NpcPercept, sense: Ablation): boolean {
  if (!senses[sense]) return false;
  if (sense === "hearing") return hears.some((level) => level > 0);
  return sense === "sight" || reads.some((read) => read > 0);
}

function massOf(focus: Focus, id: string): number {
  return focus.entities.find(([entity]) => entity === id)?.[1] ?? 0;
}

function ablate(npc: NpcPercept, sense: Ablation): NpcPercept {
  return { ...npc, senses: { ...npc.senses, [sense]: false } };
}

function sharesOf(falls: Readonly<Record<Ablation, number>>): ModalityShares {
  const [sight, hearing, chat] = ABLATIONS.map((sense) => Math.max(0, falls[sense] - LEAST_CHANGE));
  const sum = sight + hearing + chat;
  return sum > 0
    ? { sight: sight / sum, hearing: hearing / sum, chat: chat / sum }
    : { sight: 0, hearing: 0, chat: 0 };
}
