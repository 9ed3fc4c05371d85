/** Small drawings: figures with their intervals, reliability, confusion. */
import type { SetResult } from "../evaluate.js";
import { titleOf } from "../evaluate.js";
import type { Bin } from "../stats/calibration.js";
import type { Confusion } from "../tasks/task.js";
import { figure, svg, table, text } from "./html.js";

const WIDTH = 640;
const ROW = 30;
const LEFT = 200;

/** The first figure of each set on one scale 0..1: interval as a bar, the best rule as a tick. */
export function forest(results: readonly SetResult[]): string {
  const x = (value: number) => LEFT + Math.min(1, Math.max(0, value)) * (WIDTH - LEFT - 20);
  const height = results.length * ROW + 30;
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<line x1="${x(value)}" x2="${x(value)}" y1="0" y2="${height - 24}" stroke="var(--line)"/>` +
      `<text x="${x(value)}" y="${height - 6}" text-anchor="middle" font-size="14" fill="var(--soft)">${value}</text>`,
  );
  const rows = results.map((result, i) => {
    const main = result.figures[0]!;
    const y = i * ROW + ROW / 2;
    const best = bestRule(result);
    const tick = best
      ? `<line x1="${x(best.value)}" x2="${x(best.value)}" y1="${y - 8}" y2="${y + 8}" stroke="var(--soft)" stroke-width="2"/>`
      : "";
    const bar = Number.isNaN(main.low)
      ? ""
      : `<line x1="${x(main.low)}" x2="${x(main.high)}" y1="${y}" y2="${y}" stroke="var(--accent)" stroke-width="3" opacity=".5"/>`;
    return (
      `<text x="0" y="${y + 5}" font-size="15" fill="currentColor">${text(titleOf(result))}</text>` +
      `${tick}${bar}<circle cx="${x(main.value)}" cy="${y}" r="5" fill="var(--accent)"/>`
    );
  });
  return svg(WIDTH, height, "Main figure of each set with its 95% interval", [...grid, ...rows].join("\n"));
}

/** By the set's main figure. */
export function bestRule({ rules }: SetResult): { readonly name: string; readonly value: number } | null {
  const known = rules
    .map(({ name, values }) => ({ name, value: values[0] ?? Number.NaN }))
    .filter(({ value }) => !Number.isNaN(value));
  return known.sort((a, b) => b.value - a.value)[0] ?? null;
}

const SIDE = 240;
const EDGE = 34;

/** Said against happened; a dot's area is its share of the cases. On the diagonal: honest. */
export function reliabilityChart(bins: readonly Bin[], what: string): string {
  const at = (value: number) => value * (SIDE - 2 * EDGE) + EDGE;
  const most = Math.max(...bins.map(({ count }) => count), 1);
  const line = (x1: number, y1: number, x2: number, y2: number, dash = "") =>
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="var(--line)" ${dash}/>`;
  const dots = bins
    .filter(({ count }) => count > 0)
    .map(
      ({ said, happened, count }) =>
        `<circle cx="${at(said)}" cy="${SIDE - at(happened)}" r="${2 + 8 * Math.sqrt(count / most)}" fill="var(--accent)" fill-opacity=".7"><title>${count} cases: said ${figure(said)}, happened ${figure(happened)}</title></circle>`,
    );
  const frame = [
    line(at(0), SIDE - at(0), at(1), SIDE - at(0)),
    line(at(0), SIDE - at(0), at(0), SIDE - at(1)),
    line(at(0), SIDE - at(0), at(1), SIDE - at(1), 'stroke-dasharray="4 4"'),
    `<text x="${SIDE / 2}" y="${SIDE - 8}" text-anchor="middle" font-size="12" fill="var(--soft)">${text(what)}</text>`,
    `<text transform="translate(14 ${SIDE / 2}) rotate(-90)" text-anchor="middle" font-size="12" fill="var(--soft)">happened</text>`,
  ];
  return `<div class="small">${svg(SIDE, SIDE, `Reliability: ${what}`, [...frame, ...dots].join("\n"))}</div>`;
}

/** Each row shaded by its shares. */
export function confusionTable({ labels, counts }: Confusion): string {
  const rows = labels.map((label, i) => {
    const sum = counts[i]!.reduce((a, b) => a + b, 0);
    return [text(label), ...counts[i]!.map((count) => shaded(count, sum))];
  });
  return table(["expected ↓ said →", ...labels.map(text)], rows);
}

function shaded(count: number, sum: number): string {
  const percent = sum ? Math.round((70 * count) / sum) : 0;
  return `<div class="heat" style="background:color-mix(in srgb, var(--accent) ${percent}%, transparent)">${count || ""}</div>`;
}
