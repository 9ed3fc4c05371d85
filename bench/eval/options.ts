import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Sight } from "./predictions.js";

export interface EvalOptions {
  /** Folder that holds sets/. */
  readonly bench: string;
  /** manifest.json or its folder. */
  readonly model: string;
  readonly against: string | null;
  /** Names of sets; null: all. */
  readonly sets: readonly string[] | null;
  readonly limit: number;
  readonly episodes: number;
  readonly sights: readonly Sight[];
  /** Episodes for the robustness suite; 0: without it. */
  readonly robustness: number;
  readonly out: string;
}

const SIGHTS: readonly Sight[] = ["attributes", "frame"];

/** @throws RangeError naming the option and the remedy */
export function evalOptions(argv: readonly string[], root: string, env: NodeJS.ProcessEnv): EvalOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      bench: { type: "string", default: env.BENCH_SETS ?? join(root, "../shared/bench") },
      model: { type: "string", default: join(root, "assets/models") },
      against: { type: "string" },
      sets: { type: "string" },
      limit: { type: "string" },
      episodes: { type: "string", default: "1000" },
      sight: { type: "string", default: "attributes" },
      robustness: { type: "string", default: "100" },
      out: { type: "string", default: join(root, "bench/out/eval.html") },
    },
  });
  const sights = values.sight.split(",");
  if (!sights.every((sight) => SIGHTS.includes(sight as Sight)))
    throw new RangeError(`--sight must be attributes, frame or both with a comma, got "${values.sight}"`);
  return {
    bench: values.bench,
    model: values.model,
    against: values.against ?? null,
    sets: values.sets?.split(",") ?? null,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : whole("limit", values.limit),
    episodes: whole("episodes", values.episodes),
    sights: sights as Sight[],
    robustness: values.robustness === "0" ? 0 : whole("robustness", values.robustness),
    out: values.out,
  };
}

function whole(name: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`--${name} must be a whole number above 0, got "${value}"`);
  return count;
}
