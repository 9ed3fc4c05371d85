/**
 * Every bench set, the project's own held-out episodes, the simple rules and the robustness suite, into one HTML report:
 *   npm run eval -- [--sets a,b] [--limit N] [--episodes N] [--sight attributes,frame] [--model PATH]
 *     [--against PATH] [--robustness N] [--bench FOLDER] [--out FILE]
 * Answers are kept in bench/out, by case, model and code: a second run is quick.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { messageOf } from "../../src/headless/caseObserver.js";
import { type Comparison, compare } from "./compare.js";
import { evaluate, type SetResult, titleOf } from "./evaluate.js";
import { type AttentionCase, attentionCases } from "./maps.js";
import { codeHash, type Model, modelAt } from "./models.js";
import { type EvalOptions, evalOptions } from "./options.js";
import { OWN_SET, writeOwnEpisodes } from "./ownEpisodes.js";
import { predictionsOf, type Sight } from "./predictions.js";
import { figure } from "./report/html.js";
import { page } from "./report/page.js";
import { robustnessOf } from "./robustness.js";
import { type BenchSet, loadSet, setNames } from "./sets.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "bench/out/eval");
const MAPS = 6;

export async function main(argv: readonly string[]): Promise<number> {
  const options = evalOptions(argv, ROOT, process.env);
  const model = modelAt(options.model);
  const other = options.against === null ? null : modelAt(options.against);
  const { sets, notes } = chosenSets(options);
  const asking = { code: codeHash(join(ROOT, "src")), cache: CACHE, clock: () => performance.now() };
  const results: SetResult[] = [];
  const comparisons: Comparison[] = [];
  for (const { set, sight } of ways(sets, options.sights)) {
    const ask = (of: Model) => predictionsOf(set, { ...asking, model: of, sight });
    const ours = await ask(model);
    const result = await evaluate(set, sight, ours);
    results.push(result);
    tell(result);
    if (other) comparisons.push(compare(titleOf(result), set, ours, await ask(other)));
  }
  const robustness = await robustnessOf(model, other, options.robustness, asking).catch((error: unknown) => {
    // Without a browser there are no frames: that must not cost all that was measured before.
    notes.push(`The robustness suite is missing: ${messageOf(error)}`);
    console.error(error);
    return null;
  });
  const report = {
    date: new Date().toISOString(),
    model,
    results,
    maps: await mapsOf(sets, model),
    robustness,
    against: other && { model: other, comparisons },
    notes,
  };
  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(options.out, page(report));
  say(options.out);
  return 0;
}

function chosenSets({ bench, sets: asked, limit, episodes }: EvalOptions) {
  const there = setNames(bench);
  const unknown = asked?.find((name) => name !== OWN_SET && !there.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`--sets: no "${unknown}" in ${bench}; there are ${[OWN_SET, ...there].join(", ")}`);
  const notes: string[] = [];
  if (there.length === 0) {
    notes.push("There was no bench folder: only the project's own episodes were evaluated.");
    console.error(`no bench sets at ${bench}: name the folder that holds sets/ with --bench`);
  }
  if (Number.isFinite(limit)) notes.push(`At most ${limit} cases of each set, evenly spread.`);
  const wanted = (name: string) => asked === null || asked.includes(name);
  const own = wanted(OWN_SET) ? [loadSet(writeOwnEpisodes(CACHE, episodes), limit)] : [];
  const shared = there.filter(wanted).map((name) => loadSet(join(bench, "sets", name), limit));
  return { sets: [...own, ...shared], notes };
}

/** Only scenes can be seen in more than one way. */
function ways(sets: readonly BenchSet[], sights: readonly Sight[]): { set: BenchSet; sight: Sight }[] {
  return sets.flatMap((set) =>
    (set.task === "focus" ? sights : (["attributes"] as const)).map((sight) => ({ set, sight })),
  );
}

async function mapsOf(sets: readonly BenchSet[], model: Model): Promise<AttentionCase[]> {
  const own = sets.find(({ name }) => name === OWN_SET);
  return own ? attentionCases(own, model, MAPS) : [];
}

function tell(result: SetResult): void {
  const figures = result.figures.map(
    ({ name, value, low, high }) => `${name} ${figure(value)} [${figure(low)}, ${figure(high)}]`,
  );
  const ece = result.calibration ? `ECE ${figure(result.calibration.error.value)}` : [];
  const errors = result.errors.count ? `${result.errors.count} errors (${result.errors.first})` : [];
  const heading = `${titleOf(result)}: ${result.set.cases.length} cases, ${result.ms.toFixed(1)} ms each`;
  say([heading, ...figures, ece, errors].flat().join("\n  "));
}

const say = (line: string) => process.stdout.write(`${line}\n`);
