/** What the model attends to in a few cases: to be looked at, not to be measured. */
import { NullObserver } from "../../src/headless/caseObserver.js";
import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import type { Model } from "./models.js";
import type { BenchSet } from "./sets.js";
import { type Json, list } from "./tasks/task.js";

export interface AttentionCase {
  readonly id: string;
  readonly set: string;
  readonly kind: string;
  readonly percepts: Percepts;
  readonly focus: Focus;
  /** What people would attend to; empty: nothing. */
  readonly wanted: readonly string[];
}

/**
 * Evenly spread over the set, never chosen by whether the model is right. A set that may only be measured is not shown
 * unless it is the project's own.
 */
export async function attentionCases(set: BenchSet, model: Model, count: number): Promise<AttentionCase[]> {
  const service = createNodeService();
  const observer = new NullObserver(false);
  try {
    await service.start({ backend: "wasm", manifestUrl: model.manifestUrl });
    const shown: AttentionCase[] = [];
    for (let n = 0; n < Math.min(count, set.cases.length); n++) {
      const at = Math.floor(((n + 0.5) * set.cases.length) / count);
      const [observed] = await observer.observe([set.cases[at]!]);
      if (!observed || "error" in observed) continue;
      const { focuses } = await service.decide(observed.percepts);
      if (focuses[0]) shown.push(caseOf(set, at, observed.percepts, focuses[0]));
    }
    return shown;
  } finally {
    await observer.dispose();
    await service.dispose();
  }
}

function caseOf(set: BenchSet, at: number, percepts: Percepts, focus: Focus): AttentionCase {
  const gold: Json = set.gold[at]!;
  return {
    id: String(set.cases[at]!.id),
    set: set.name,
    kind: typeof gold.kind === "string" ? gold.kind : "",
    percepts,
    focus,
    wanted: list(gold.any ?? gold.referents).map(String),
  };
}
