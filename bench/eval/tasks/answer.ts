import type { Belief } from "../stats/calibration.js";
import { list, meanWhere, type Row, shareOf, type TaskFigures } from "./task.js";

export function answerFigures(rows: readonly Row[]): TaskFigures {
  const known = (row: Row) => relevant(row).length > 0;
  const answered = ({ said }: Row) => said !== undefined && said.answer !== null;
  const right = rows.map(isRight);
  const rightAt = new Map(rows.map((row, i) => [row, Number(right[i])]));
  const value = (row: Row) => rightAt.get(row)!;
  const beliefs = rows.map((row, i) => beliefOf(row, right[i]!));
  return {
    figures: [
      shareOf("accuracy (all)", right),
      meanWhere("accuracy (has an answer)", rows, known, value),
      ...(rows.every(known) ? [] : [meanWhere("null recall", rows, (row) => !known(row), value)]),
      meanWhere("precision of what it answers", rows, answered, value),
      meanWhere("first of ranking right", rows, known, (row) =>
        Number(relevant(row).includes(list(row.said?.ranking)[0])),
      ),
      meanWhere("MAP", rows, known, (row) => averagePrecision(list(row.said?.ranking), relevant(row))),
    ],
    kinds: { figure: "accuracy (all)", values: right.map(Number) },
    right,
    beliefs: beliefs.some(Boolean) ? { what: "weight of what it says, or of none", of: beliefs } : null,
    confusion: null,
  };
}

function relevant({ gold }: Row): readonly unknown[] {
  if (gold.relevant !== undefined) return list(gold.relevant);
  return gold.answer === null ? [] : [gold.answer];
}

function isRight(row: Row): boolean {
  const wanted = relevant(row);
  if (row.said === undefined) return false;
  return wanted.length ? wanted.includes(row.said.answer) : row.said.answer === null;
}

/** Each relevant one's share of right ones down to its rank; what is not ranked adds nothing. */
export function averagePrecision(ranking: readonly unknown[], wanted: readonly unknown[]): number {
  let found = 0;
  let sum = 0;
  [...new Set(ranking)].forEach((id, i) => {
    if (wanted.includes(id)) sum += ++found / (i + 1);
  });
  return sum / wanted.length;
}

function beliefOf({ said }: Row, happened: boolean): Belief | null {
  return typeof said?.weight === "number" ? { said: said.weight, happened } : null;
}
