/** The robustness suite of one model or two, kept by model and code as the answers are. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { measure, PARTS, readResult } from "../robustness/measure.js";
import { type Robustness, type Table, tablesOf } from "../robustness/tables.js";
import type { Model } from "./models.js";

/** Of all episodes the share that is rendered: frames cost the most. */
const RENDERED = 0.4;

export interface RobustnessTables {
  readonly cases: number;
  /** With the other model's figures and the differences, if there is one. */
  readonly tables: readonly Table[];
}

/** @param count episodes; 0: none, and null comes back */
export async function robustnessOf(
  model: Model,
  other: Model | null,
  count: number,
  kept: { readonly cache: string; readonly code: string },
): Promise<RobustnessTables | null> {
  if (count === 0) return null;
  const own = await resultOf(model, count, kept);
  const before = other ? await resultOf(other, count, kept) : undefined;
  return { cases: count, tables: tablesOf(own, before) };
}

async function resultOf(
  model: Model,
  count: number,
  { cache, code }: { readonly cache: string; readonly code: string },
): Promise<Robustness> {
  const file = join(cache, `robustness-${model.hash.slice(0, 12)}-${code.slice(0, 12)}-${count}.json`);
  const complete = existsSync(file) ? readResult(file) : null;
  if (complete && PARTS.every((part) => complete[part])) return complete;
  return measure(model, PARTS, { count, frames: Math.ceil(count * RENDERED) }, file);
}
