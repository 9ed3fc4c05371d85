/** The report: one HTML file that needs nothing else. */
import type { Comparison } from "../compare.js";
import { type SetResult, titleOf } from "../evaluate.js";
import type { AttentionCase } from "../maps.js";
import { bytesOf, type Model } from "../models.js";
import type { RobustnessTables } from "../robustness.js";
import { DRAWS, type Interval } from "../stats/bootstrap.js";
import { attentionMap } from "./attentionMap.js";
import { bestRule, confusionTable, forest, reliabilityChart } from "./charts.js";
import { figure, probability, table, text } from "./html.js";
import { STYLE } from "./style.js";

export interface Report {
  readonly date: string;
  readonly model: Model;
  readonly results: readonly SetResult[];
  readonly maps: readonly AttentionCase[];
  readonly robustness: RobustnessTables | null;
  readonly against: { readonly model: Model; readonly comparisons: readonly Comparison[] } | null;
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

export function page(report: Report): string {
  const { model, results, maps, notes, date } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation of ${text(model.name)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Evaluation</h1>
<p>${text(model.name)} · ${megabytes(bytesOf(model))} · ${text(date.slice(0, 10))}</p>
<p class="soft">Intervals are 95%, from ${DRAWS} bootstrap draws; cases of one dialogue are drawn together. A case with an error counts as wrong. Times are medians on this machine, with all else that it did.</p>
${notes.map((note) => `<p>${text(note)}</p>`).join("\n")}
${forest(results)}
<p class="soft">Dot: the model; bar: its interval; tick: the best simple rule on the same cases.</p>
${summary(results)}
${comparison(report)}
${results.map(section).join("\n")}
${maps.length ? `<h2>Where it looks</h2><p class="soft">Area of a disc: probability. Ring: what is meant. Dashed: gaze. Words are tinted by attention. Cases are evenly spread over the project's own episodes and chosen without regard to the answer.</p>${maps.map(attentionMap).join("\n")}` : ""}
${robustness(report)}
${modelFiles(model)}
</body>
</html>
`;
}

function robustness({ robustness, against }: Report): string {
  if (!robustness) return "";
  const other = against ? ` Before is ${text(against.model.name)}, asked on the same episodes.` : "";
  return `<h2>Corrupted, attacked, with senses gone</h2>
<p class="soft">${robustness.cases} held-out episodes of the project's own. Intervals as above; “mean” is over the strengths, episode by episode.${other}</p>
${robustness.tables
  .map(
    ({ title, note, head, rows }) =>
      `<h3>${text(title)}</h3><p class="soft">${text(note)}</p>${table(
        head.map(text),
        rows.map((row) => row.map(text)),
      )}`,
  )
  .join("\n")}`;
}

function summary(results: readonly SetResult[]): string {
  const rows = results.map((result) => {
    const main = result.figures[0]!;
    const rule = bestRule(result);
    const counted =
      result.set.cases.length < result.set.size
        ? `${result.set.cases.length} of ${result.set.size}`
        : String(result.set.size);
    return [
      `<a href="#${anchor(result)}">${text(titleOf(result))}</a>`,
      text(main.name),
      `<span class="best">${figure(main.value)}</span>`,
      interval(main),
      rule ? `${figure(rule.value)} ${text(rule.name)}` : "–",
      counted,
      milliseconds(result.ms),
    ];
  });
  return table(["set", "figure", "model", "95%", "best rule", "cases", "a case"], rows);
}

function comparison({ model, against }: Report): string {
  if (!against) return "";
  const rows = against.comparisons.map(({ title, figure: name, a, b, difference, mcnemar }) => [
    text(title),
    text(name),
    figure(a),
    figure(b),
    `<span class="${verdict(difference)}">${figure(difference.value)}</span>`,
    interval(difference),
    probability(difference.p),
    mcnemar ? `${mcnemar.onlyA} : ${mcnemar.onlyB}, p ${probability(mcnemar.p)}` : "–",
  ]);
  return `<h2>A against B</h2>
<p class="soft">A is ${text(model.name)}, ${megabytes(bytesOf(model))}; B is ${text(against.model.name)}, ${megabytes(bytesOf(against.model))}. Paired: the same cases, the same draws. The last column is McNemar's exact test on cases that only one gets right. With this many sets some p fall below .05 by chance.</p>
${table(["set", "figure", "A", "B", "A − B", "95%", "p (bootstrap)", "only A : only B"], rows)}`;
}

/** The interval leaves out 0. */
const verdict = ({ low, high }: Interval) => (low > 0 ? "better" : high < 0 ? "worse" : "");

function section(result: SetResult): string {
  const { set, figures, kinds, calibration, confusion, folds, errors } = result;
  // The hardest to beat first: many columns do not fit on a screen.
  const rules = [...result.rules].sort((a, b) => (b.values[0] || 0) - (a.values[0] || 0));
  const parts = [
    `<h2 id="${anchor(result)}">${text(titleOf(result))}</h2>`,
    `<p class="soft">${text(set.task)} · ${text(set.use)} · ${text(set.licence)} · ${set.cases.length} cases${errors.count ? ` · ${errors.count} errors (“${text(errors.first.slice(0, 160))}”)` : ""}</p>`,
    table(
      ["", "model", "95%", ...rules.map(({ name }) => text(name))],
      figures.map((own, i) => [
        text(own.name),
        `<span class="best">${figure(own.value)}</span>`,
        interval(own),
        ...rules.map(({ values }) => figure(values[i] ?? Number.NaN)),
      ]),
    ),
  ];
  if (folds)
    parts.push(
      `<p class="soft">${text(figures[0]!.name)} over ${folds.folds} folds: ${figure(folds.mean)} ± ${figure(folds.deviation)} (standard deviation between folds).</p>`,
    );
  if (calibration)
    parts.push(
      `<h3>Is it as sure as it should be?</h3><p class="soft">Expected calibration error ${figure(calibration.error.value)} (${interval(calibration.error)}).</p>${reliabilityChart(calibration.bins, calibration.what)}`,
    );
  if (confusion) parts.push(details("Confusion", confusionTable(confusion)));
  if (kinds)
    parts.push(
      details(
        `By kind: ${text(kinds.figure)}`,
        table(
          ["kind", text(kinds.figure), "cases"],
          kinds.rows.map(({ kind, value, count }) => [text(kind), figure(value), String(count)]),
        ),
      ),
    );
  return parts.join("\n");
}

const details = (title: string, body: string) => `<details><summary>${title}</summary>${body}</details>`;

function modelFiles({ files, hash }: Model): string {
  const rows = files.map(({ file, bytes }) => [text(file), megabytes(bytes)]);
  return `<h2>The model's files</h2><p class="soft">Manifest ${hash.slice(0, 16)}.</p>${table(["file", "size"], rows)}`;
}

const anchor = ({ set, sight }: SetResult) => `${text(set.name)}-${sight}`;
const interval = ({ low, high }: Interval) => (Number.isNaN(low) ? "–" : `${figure(low)} … ${figure(high)}`);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const milliseconds = (ms: number) => (Number.isNaN(ms) ? "–" : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`);
