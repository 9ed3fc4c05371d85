import { type Json, list, type Row, shareOf, type TaskFigures } from "./task.js";

/** Largest difference of a value that still passes. */
const TOLERANCE = 1e-4;
const TOLERANCE_FLOAT16 = 2e-3;

export function operatorFigures(rows: readonly Row[]): TaskFigures {
  const right = rows.map(passes);
  return { figures: [shareOf("passed", right)], kinds: null, right, beliefs: null, confusion: null };
}

function passes({ gold, said }: Row): boolean {
  const outputs = (said?.outputs ?? {}) as Json;
  return Object.entries(gold.outputs as Json).every(([name, value]) => {
    const wanted = value as Json;
    const tolerance = wanted.type === "float16" ? TOLERANCE_FLOAT16 : TOLERANCE;
    return agrees(wanted, outputs[name] as Json | undefined, tolerance);
  });
}

function agrees(wanted: Json, got: Json | undefined, tolerance: number): boolean {
  if (!got || String(wanted.dims) !== String(got.dims)) return false;
  const [a, b] = [list(wanted.data), list(got.data)];
  return (
    a.length === b.length &&
    a.every((value, i) => value === b[i] || Math.abs(Number(value) - Number(b[i])) <= tolerance)
  );
}
