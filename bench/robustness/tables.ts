/** The suite's result, as JSON and as tables. */
import type { AttackScore } from "./attacks.js";
import type { CorruptionScores } from "./corruption.js";
import type { MissingRow } from "./missing.js";
import type { Score } from "./score.js";

export interface Robustness {
  frames?: CorruptionScores;
  sound?: CorruptionScores;
  chat?: CorruptionScores;
  attacks?: Readonly<Record<string, AttackScore>>;
  missing?: readonly MissingRow[];
}

/** Each table as lines of text. Figures of `before` stand in brackets. */
export function tablesOf(result: Robustness, before: Robustness = {}): string[] {
  const tables: string[] = [];
  for (const part of ["frames", "sound", "chat"] as const) {
    const scores = result[part];
    if (scores) tables.push(corruptionTable(part, scores, before[part]));
  }
  if (result.attacks) tables.push(attackTable(result.attacks, before.attacks));
  if (result.missing) tables.push(missingTable(result.missing));
  return tables;
}

function corruptionTable(
  part: string,
  { clean, kinds }: CorruptionScores,
  before?: CorruptionScores,
): string {
  const columns = part === "chat" ? "clean, strength 1..3" : "severity 1..5";
  const rows = Object.entries(kinds).map(([kind, scores]) => {
    const earlier = before?.kinds[kind];
    const cell = (of: "right" | "f1") =>
      scores.map((score, i) => figure(score[of], earlier?.[i]?.[of])).join(" ");
    return `  ${kind.padEnd(14)} ${String(scores[0]?.cases ?? 0).padStart(4)}  ${cell("right")}  |  ${cell("f1")}`;
  });
  const all = `  ${"clean".padEnd(14)} ${String(clean.cases).padStart(4)}  ${figure(clean.right, before?.clean.right)}  |  ${figure(clean.f1, before?.clean.f1)}`;
  return [`${part}: cases, right (${columns}) | referents F1`, all, ...rows].join("\n");
}

function attackTable(
  attacks: NonNullable<Robustness["attacks"]>,
  before: Robustness["attacks"] | undefined,
): string {
  const rows = Object.entries(attacks).map(([name, { clean, attacked, budget, queries }]) => {
    const earlier = before?.[name];
    return `  ${name.padEnd(8)} ${String(clean.cases).padStart(4)}  ${figure(clean.right, earlier?.clean.right)} -> ${figure(attacked.right, earlier?.attacked.right)}  ${budget}, ${queries} questions`;
  });
  return ["attacks: cases, right clean -> attacked", ...rows].join("\n");
}

function missingTable(rows: readonly MissingRow[]): string {
  const lines = rows.map(
    ({ left, model, rules, best }) =>
      `  ${left.join("+").padEnd(20)} ${String(model.cases).padStart(4)}  ${figure(model.right)} ${figure(rules.right)}  ${figure(model.f1)} ${figure(rules.f1)}  ${best}`,
  );
  return [
    "senses left: cases, right of model and of best rules, referents F1 of both, which rules",
    ...lines,
  ].join("\n");
}

function figure(value: Score["right"], before?: Score["right"]): string {
  const text = value === null ? "  - " : value.toFixed(3).replace(/^0/, "");
  return before === undefined || before === null ? text : `${text} (${before.toFixed(3).replace(/^0/, "")})`;
}
