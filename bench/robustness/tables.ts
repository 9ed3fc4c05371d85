/** The suite's result as tables: of one model, or of two on the same episodes. */
import type { Interval } from "../eval/stats/bootstrap.js";
import type { AttackScore } from "./attacks.js";
import type { CorruptionScores } from "./corruption.js";
import { type Difference, differenceOf, estimate, onlyOneRight } from "./estimate.js";
import type { MissingRow } from "./missing.js";
import { meanOf, type Score } from "./score.js";

/** What a result was measured with: parts are kept only beside parts of the same. */
export interface Measured {
  /** Name and hash of the model. */
  readonly model: string;
  readonly count: number;
  readonly frames: number;
}

export interface Robustness {
  about: Measured;
  frames?: CorruptionScores;
  sound?: CorruptionScores;
  chat?: CorruptionScores;
  attacks?: Readonly<Record<string, AttackScore>>;
  missing?: readonly MissingRow[];
}

export interface Table {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param before of another model on the same episodes, with which each row is compared */
export function tablesOf(result: Robustness, before?: Robustness): Table[] {
  const { frames, sound, chat, attacks, missing } = result;
  return [
    ...(frames
      ? [corruptionTable(FRAMES, severitiesOf(frames), rowsBefore(before?.frames, severitiesOf))]
      : []),
    ...(sound ? [corruptionTable(SOUND, severitiesOf(sound), rowsBefore(before?.sound, severitiesOf))] : []),
    ...(chat ? [corruptionTable(CHAT, strengthsOf(chat), rowsBefore(before?.chat, strengthsOf))] : []),
    ...(attacks ? [attackTable(attacks, before?.attacks)] : []),
    ...(missing ? [missingTable(missing, before?.missing)] : []),
  ];
}

const FRAMES = {
  title: "Frames",
  note: "Held-out episodes with rendered frames, names withheld, so that looks come from pixels alone. Severities 1 to 5.",
};
const SOUND = { title: "Sounds", note: "Held-out episodes about sounds. Severities 1 to 5." };
const CHAT = {
  title: "Chat",
  note: "Held-out episodes with a line that the kind changes; clean is of these very episodes. Strengths 1 to 3.",
};

/** One kind of corruption: the scores of its strengths beside the clean one of the same episodes. */
interface Corrupted {
  readonly kind: string;
  readonly clean: Score;
  readonly scores: readonly Score[];
}

const severitiesOf = ({ clean, kinds }: CorruptionScores): Corrupted[] =>
  Object.entries(kinds).map(([kind, scores]) => ({ kind, clean, scores }));

/** The first score of a kind of chat is clean. */
const strengthsOf = ({ kinds }: CorruptionScores): Corrupted[] =>
  Object.entries(kinds).flatMap(([kind, [clean, ...scores]]) => (clean ? [{ kind, clean, scores }] : []));

const rowsBefore = (scores: CorruptionScores | undefined, rowsOf: (of: CorruptionScores) => Corrupted[]) =>
  scores && rowsOf(scores);

function corruptionTable(
  words: Pick<Table, "title" | "note">,
  rows: readonly Corrupted[],
  before?: readonly Corrupted[],
): Table {
  const strengths = Math.max(...rows.map(({ scores }) => scores.length));
  const numbers = Array.from({ length: strengths }, (_, i) => String(i + 1));
  return {
    ...words,
    head: [
      ...["kind", "cases", "right: clean", ...numbers, "mean", "95%", "F1: clean", "mean", "95%"],
      ...(before ? COMPARED : []),
    ],
    rows: rows.map(({ kind, clean, scores }) => {
      const [right, f1] = [estimate(scores, "right"), estimate(scores, "f1")];
      const earlier = before?.find((row) => row.kind === kind)?.scores;
      return [
        ...[kind, String(clean.cases), share(clean.right), ...numbers.map((_, i) => share(scores[i]?.right))],
        ...[share(right.value), interval(right), share(clean.f1), share(f1.value), interval(f1)],
        ...(before ? compared(scores, earlier) : []),
      ];
    }),
  };
}

const COMPARED = ["before: mean right", "difference", "95%", "p"];

function compared(scores: readonly Score[], before: readonly Score[] | undefined): string[] {
  if (!before) return COMPARED.map(() => NONE);
  const difference = differenceOf(scores, before, "right");
  return [share(meanOf(before.map(({ right }) => right))), ...told(difference)];
}

function attackTable(
  attacks: NonNullable<Robustness["attacks"]>,
  before: Robustness["attacks"] | undefined,
): Table {
  const rows = Object.entries(attacks).map(([name, { clean, attacked }]) => {
    const earlier = before?.[name];
    return [
      ...[name, String(clean.cases), share(clean.right), interval(estimate([clean], "right"))],
      ...[share(attacked.right), interval(estimate([attacked], "right"))],
      ...(before ? attackedBefore(attacked, earlier) : []),
    ];
  });
  const budgets = Object.entries(attacks).map(
    ([name, { budget, queries }]) => `${name}: ${budget}, ${queries} questions`,
  );
  const lone = before
    ? " Only now : only before: episodes that only one model stands, with McNemar's exact p."
    : "";
  return {
    title: "Attacks",
    note: `Searches that see the focus and nothing else. ${budgets.join("; ")}. What is wrong before counts as wrong after.${lone}`,
    head: ["attack", "cases", "right: clean", "95%", "attacked", "95%", ...(before ? ATTACKED_BEFORE : [])],
    rows,
  };
}

const ATTACKED_BEFORE = ["before: clean", "attacked", "difference", "95%", "p", "only now : only before"];

function attackedBefore(attacked: Score, before: AttackScore | undefined): string[] {
  if (!before) return ATTACKED_BEFORE.map(() => NONE);
  const { onlyA, onlyB, p } = onlyOneRight(attacked, before.attacked);
  return [
    ...[share(before.clean.right), share(before.attacked.right)],
    ...told(differenceOf([attacked], [before.attacked], "right")),
    `${onlyA} : ${onlyB}, p ${chance(p)}`,
  ];
}

function missingTable(rows: readonly MissingRow[], before?: readonly MissingRow[]): Table {
  return {
    title: "Senses gone",
    note: "The same held-out episodes with senses cut. Beside it the rules of the senses left that have most right on these very episodes.",
    head: [
      ...["senses left", "cases", "right", "95%", "best rules", "F1", "95%", "best rules", "which rules"],
      ...(before ? COMPARED : []),
    ],
    rows: rows.map(({ left, model, rules, best }) => [
      ...[left.join(" + "), String(model.cases), share(model.right), interval(estimate([model], "right"))],
      ...[share(rules.right), share(model.f1), interval(estimate([model], "f1")), share(rules.f1), best],
      ...(before ? compared([model], modelBefore(before, left)) : []),
    ]),
  };
}

function modelBefore(before: readonly MissingRow[], left: MissingRow["left"]): Score[] | undefined {
  const row = before.find((each) => each.left.join() === left.join());
  return row && [row.model];
}

const NONE = "–";

function share(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return NONE;
  return value.toFixed(3).replace(/^(-?)0\./, "$1.");
}

const interval = ({ low, high }: Interval) => (Number.isNaN(low) ? NONE : `${share(low)} … ${share(high)}`);

const told = (difference: Difference) => [
  share(difference.value),
  interval(difference),
  chance(difference.p),
];

const chance = (p: number) => (p < 0.001 ? "< .001" : share(p));

/** Columns under each other. */
export function textOf({ title, note, head, rows }: Table): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  return [title, note, ...[head, ...rows].map((row) => `  ${line(row)}`), ""].join("\n");
}
