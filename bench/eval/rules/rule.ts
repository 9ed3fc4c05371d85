import type { BenchSet } from "../sets.js";
import type { Json } from "../tasks/task.js";

/** A simple rule of a set: a prediction for each case. Null: it can't tell, which counts as wrong. */
export interface Rule {
  readonly name: string;
  readonly predict: (given: Json) => Json | null | Promise<Json | null>;
  readonly dispose?: () => Promise<void>;
}

export type RulesOf = (set: BenchSet) => readonly Rule[];
