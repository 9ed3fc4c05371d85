import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import { ruleFocus } from "../../src/model/ruleFocus.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import type { AttentionService } from "../../src/worker/protocol.js";
import type { Observed } from "./episodes.js";
import { judge, type Score, summarise, type Verdict } from "./score.js";

/** Who decides: for the first NPC of a moment. */
export type Decide = (percepts: Percepts) => Promise<Focus>;

/** The product's own service in Node, on WASM. */
export class ModelSubject {
  private asked = 0;

  private constructor(private readonly service: AttentionService) {}

  /** @param manifestUrl of another model than the shipped one */
  static async start(manifestUrl?: string): Promise<ModelSubject> {
    const service = createNodeService();
    await service.start({ backend: "wasm", ...(manifestUrl === undefined ? {} : { manifestUrl }) });
    return new ModelSubject(service);
  }

  readonly decide: Decide = async (percepts) => {
    // A sound that was heard before counts as going on: each question is about a new one.
    const asked = ++this.asked;
    const sounds = percepts.sounds.map((sound) => ({ ...sound, id: `${sound.id} (${asked})` }));
    const { focuses } = await this.service.decide({ ...percepts, sounds });
    if (!focuses[0]) throw new Error("the model gave no focus");
    return focuses[0];
  };

  dispose(): Promise<void> {
    return this.service.dispose();
  }
}

export const decideByRules: Decide = async (percepts) => ruleFocus(percepts)[0];

export function selfOf(percepts: Percepts): string | null {
  return percepts.npcs[0]?.entity ?? null;
}

export async function verdictOf(decide: Decide, { percepts, expected }: Observed): Promise<Verdict> {
  return judge(await decide(percepts), expected, selfOf(percepts));
}

/** @param change what becomes of each moment before it is decided */
export async function scoreOf(
  decide: Decide,
  episodes: readonly Observed[],
  change: (percepts: Percepts, index: number) => Percepts = (percepts) => percepts,
): Promise<Score> {
  const verdicts: Verdict[] = [];
  for (const [i, { percepts, expected }] of episodes.entries())
    verdicts.push(await verdictOf(decide, { percepts: change(percepts, i), expected }));
  return summarise(verdicts);
}
