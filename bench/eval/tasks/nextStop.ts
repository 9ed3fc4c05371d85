import { list, type Row, shareOf, type TaskFigures } from "./task.js";

export function nextStopFigures(rows: readonly Row[]): TaskFigures {
  const within = (n: number) =>
    rows.map(({ gold, said }) => list(said?.ranking).slice(0, n).includes(gold.next));
  const right = within(1);
  return {
    figures: [shareOf("hit@1", right), shareOf("hit@3", within(3))],
    kinds: null,
    right,
    beliefs: null,
    confusion: null,
  };
}
