/** Tasks whose answer is a label: sentiment, toxicity. */
import { type Detection, f1, macroF1, precision, rankAuc, recall } from "../stats/weighted.js";
import { confuse, type Figure, list, type Row, shareOf, type TaskFigures } from "./task.js";

const SENTIMENTS = ["positive", "negative", "ambiguous", "neutral"];
const TOXICITIES = ["toxic", "not toxic"];
const NO_ANSWER = "no answer";

export function sentimentFigures(rows: readonly Row[]): TaskFigures {
  const gold = rows.map((row) => list(row.gold.labels) as string[]);
  const said = rows.map((row) => (row.said ? (list(row.said.labels) as string[]) : null));
  const right = gold.map((labels, i) => same(labels, said[i] ?? null));
  return {
    figures: [...labelFigures(SENTIMENTS, gold, said), shareOf("all labels right", right)],
    kinds: { figure: "all labels right", values: right.map(Number) },
    right,
    beliefs: null,
    confusion: confusionOf(SENTIMENTS, gold, said),
  };
}

export function toxicityFigures(rows: readonly Row[]): TaskFigures {
  const gold = rows.map((row) => word(row.gold.toxic));
  const said = rows.map((row) => (row.said ? word(row.said.toxic) : null));
  const right = rows.map((row) => row.said?.toxic === row.gold.toxic);
  const scores = rows.map((row) => row.said?.score);
  const toxic = rows.map((row) => row.gold.toxic === true);
  const scored = scores.every((score) => Number.isFinite(score));
  return {
    figures: [
      ...labelFigures(TOXICITIES, gold, said),
      shareOf("accuracy", right),
      ...(scored ? [{ name: "AUC of score", of: rankAuc(scores as number[], toxic) }] : []),
    ],
    kinds: { figure: "accuracy", values: right.map(Number) },
    right,
    beliefs: scored
      ? { what: "score", of: scores.map((score, i) => ({ said: score as number, happened: toxic[i]! })) }
      : null,
    confusion: confusionOf(TOXICITIES, gold, said),
  };
}

function labelFigures(
  labels: readonly string[],
  gold: readonly (readonly string[])[],
  said: readonly (readonly string[] | null)[],
): Figure[] {
  const each = labels.map(
    (label): Detection => ({
      actual: gold.map((own) => own.includes(label)),
      predicted: said.map((own) => own?.includes(label) === true),
    }),
  );
  return [
    { name: "macro-F1", of: macroF1(each) },
    ...each.flatMap((one, i) => [
      { name: `F1 ${labels[i]}`, of: f1(one) },
      { name: `precision ${labels[i]}`, of: precision(one) },
      { name: `recall ${labels[i]}`, of: recall(one) },
    ]),
  ];
}

const word = (toxic: unknown) => (typeof toxic === "boolean" ? [toxic ? "toxic" : "not toxic"] : []);

function same(labels: readonly string[], said: readonly string[] | null): boolean {
  return said !== null && labels.length === said.length && labels.every((label) => said.includes(label));
}

/** Of several labels the first; where one that was said is right, that one. */
function confusionOf(
  labels: readonly string[],
  gold: readonly (readonly string[])[],
  said: readonly (readonly string[] | null)[],
) {
  const pairs = gold.flatMap((own, i): [string, string][] => {
    const hit = own.find((label) => said[i]?.includes(label));
    const wanted = hit ?? own[0];
    return wanted === undefined ? [] : [[wanted, hit ?? said[i]?.[0] ?? NO_ANSWER]];
  });
  return confuse([...labels, ...(pairs.some(([, b]) => b === NO_ANSWER) ? [NO_ANSWER] : [])], pairs);
}
