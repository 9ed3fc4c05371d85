/** One set: the model's figures and those of the simple rules, by the same code. */
import type { Kept, Sight } from "./predictions.js";
import { RULES_OF } from "./rules/rules.js";
import type { BenchSet } from "./sets.js";
import { Bootstrap, type Interval } from "./stats/bootstrap.js";
import { type Bin, calibrationError, reliability } from "./stats/calibration.js";
import { FOLDS, type FoldSpread, foldSpread, foldsByTurn } from "./stats/folds.js";
import { once } from "./stats/weighted.js";
import type { Confusion, Json, Row, TaskFigures } from "./tasks/task.js";
import { TASKS } from "./tasks/tasks.js";

/** Sets with fewer cases are shown by folds too. */
const SMALL = 400;

export interface Named extends Interval {
  readonly name: string;
}

export interface Kind {
  readonly kind: string;
  readonly count: number;
  readonly value: number;
}

export interface SetResult {
  readonly set: BenchSet;
  readonly sight: Sight;
  readonly figures: readonly Named[];
  /** Each with the same figures, in the same order. */
  readonly rules: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly kinds: { readonly figure: string; readonly rows: readonly Kind[] } | null;
  readonly calibration: {
    readonly what: string;
    readonly bins: readonly Bin[];
    readonly error: Interval;
  } | null;
  readonly confusion: Confusion | null;
  readonly folds: FoldSpread | null;
  readonly errors: { readonly count: number; readonly first: string };
  /** Median milliseconds of a case. */
  readonly ms: number;
}

export const titleOf = ({ set, sight }: Pick<SetResult, "set" | "sight">) =>
  sight === "frame" ? `${set.name}, frame` : set.name;

export async function evaluate(
  set: BenchSet,
  sight: Sight,
  kept: ReadonlyMap<unknown, Kept>,
): Promise<SetResult> {
  const task = figuresOf(set, kept);
  const bootstrap = bootstrapOf(set);
  return {
    set,
    sight,
    figures: task.figures.map(({ name, of }) => ({ name, ...bootstrap.interval(of) })),
    rules: await rulesOf(set, task),
    kinds: kindsOf(set, task),
    calibration: calibrationOf(task, bootstrap),
    confusion: task.confusion,
    folds: foldsOf(set, task),
    errors: errorsOf(set, kept),
    ms: median(set.cases.map(({ id }) => kept.get(id)?.ms ?? Number.NaN)),
  };
}

export function figuresOf(set: BenchSet, kept: ReadonlyMap<unknown, Kept>): TaskFigures {
  return taskOf(set)(
    set.cases.map((given, i): Row => {
      const said = kept.get(given.id)?.said;
      return { given, gold: set.gold[i]!, said: said?.error === undefined ? said : undefined };
    }),
  );
}

export function bootstrapOf({ cases, name }: BenchSet): Bootstrap {
  return new Bootstrap(cases.map(({ id }) => groupOf(name, String(id))));
}

/** Cases of one dialogue are not independent: their ids share all but the last part. */
function groupOf(set: string, id: string): string {
  return /^(onecommon|scone)/.test(set) ? id.slice(0, id.lastIndexOf("-")) : id;
}

function taskOf({ task, name }: BenchSet) {
  const figures = TASKS[task];
  if (!figures)
    throw new RangeError(`set ${name}: the task "${task}" is none of ${Object.keys(TASKS).join(", ")}`);
  return figures;
}

async function rulesOf(set: BenchSet, model: TaskFigures): Promise<SetResult["rules"]> {
  const results = [];
  for (const { name, predict, dispose } of RULES_OF[set.task]?.(set) ?? []) {
    const rows: Row[] = [];
    for (const [i, given] of set.cases.entries())
      rows.push({ given, gold: set.gold[i]!, said: (await predict(given)) ?? undefined });
    await dispose?.();
    const { figures } = taskOf(set)(rows);
    const value = (wanted: string) => figures.find((figure) => figure.name === wanted)?.of(once(rows.length));
    results.push({ name, values: model.figures.map((figure) => value(figure.name) ?? Number.NaN) });
  }
  return results;
}

function kindsOf({ gold }: BenchSet, { kinds }: TaskFigures): SetResult["kinds"] {
  const names = [...new Set(gold.flatMap(({ kind }) => (typeof kind === "string" ? [kind] : [])))].sort();
  if (!kinds || names.length === 0) return null;
  const rows = names.map((kind) => {
    const values = kinds.values.filter((value, i) => gold[i]!.kind === kind && !Number.isNaN(value));
    return { kind, count: values.length, value: values.reduce((a, b) => a + b, 0) / values.length };
  });
  return { figure: kinds.figure, rows: rows.filter(({ count }) => count > 0) };
}

function calibrationOf({ beliefs }: TaskFigures, bootstrap: Bootstrap): SetResult["calibration"] {
  if (!beliefs) return null;
  return {
    what: beliefs.what,
    bins: reliability(beliefs.of.filter((belief) => belief !== null)),
    error: bootstrap.interval(calibrationError(beliefs.of)),
  };
}

/** By the source's own folds where it has them. */
function foldsOf({ cases, size }: BenchSet, { figures }: TaskFigures): FoldSpread | null {
  if (size >= SMALL || cases.length < 2 * FOLDS) return null;
  const own = cases.map(({ fold }) => fold).filter((fold) => typeof fold === "number");
  return foldSpread(figures[0]!.of, own.length === cases.length ? own : foldsByTurn(cases.length));
}

function errorsOf({ cases }: BenchSet, kept: ReadonlyMap<unknown, Kept>): SetResult["errors"] {
  const errors = cases.flatMap(({ id }) => {
    const error = (kept.get(id)?.said as Json | undefined)?.error;
    return error === undefined ? [] : [String(error)];
  });
  return { count: errors.length, first: errors[0] ?? "" };
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
