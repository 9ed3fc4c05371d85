/** Predicts the sets of a bench folder with the product's own command and scores them with the bench's. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * @param root folder of the checkout
 * @param options.sets folder with sets/ and score.mjs
 * @param options.task only sets of these tasks, with commas
 * @param options.set only these sets, with commas
 * @param options.sight ways to see for the task focus: attributes, frame, with commas
 */
export async function scoreSets(root, { sets: bench, task, set, sight }) {
  const folder = join(bench, "sets");
  if (!existsSync(folder)) {
    console.log(`\nBench sets: none at ${folder} (name the folder that holds sets/ with --sets)`);
    return;
  }
  const out = join(root, "bench/out");
  mkdirSync(out, { recursive: true });
  const asked = (list, name) => list === undefined || list.split(",").includes(name);
  for (const name of readdirSync(folder)) {
    const kind = JSON.parse(readFileSync(join(folder, name, "set.json"), "utf8")).task;
    if (!asked(task, kind) || !asked(set, name)) continue;
    const sights = kind === "focus" ? sight.split(",") : ["attributes"];
    for (const way of sights) {
      const title = kind === "focus" ? `${name} --sight ${way}` : name;
      console.log(`\n${title} (${kind})`);
      await scoreSet(
        root,
        bench,
        join(folder, name),
        way,
        join(out, `${title.replace(" --sight ", ".")}.jsonl`),
      );
    }
  }
}

async function scoreSet(root, bench, folder, sight, file) {
  const args = ["scripts/node.mjs", "src/headless/predictCommand.ts", "--set", folder, "--sight", sight];
  const start = performance.now();
  const predict = spawn(process.execPath, args, {
    cwd: root,
    stdio: [openSync(join(folder, "cases.jsonl"), "r"), "pipe", "pipe"],
  });
  let said = "";
  predict.stderr.setEncoding("utf8").on("data", (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  const ended = once(predict, "close");
  await pipeline(predict.stdout, createWriteStream(file));
  const [status] = await ended;
  if (status !== 0) {
    console.log(`predict failed: ${said.trim().split("\n").at(-1)}`);
    return;
  }
  printCount(file, (performance.now() - start) / 1000);
  const scored = spawnSync(process.execPath, [join(bench, "score.mjs"), folder, file], { encoding: "utf8" });
  console.log(scored.stdout.trimEnd() || scored.stderr);
}

function printCount(file, seconds) {
  const predictions = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const errors = predictions.filter(({ error }) => error !== undefined).map(({ error }) => error);
  const each = (1000 * seconds) / Math.max(1, predictions.length);
  console.log(
    `${predictions.length} predictions, ${errors.length} errors${errors.length ? ` ("${errors[0]}")` : ""}; ${seconds.toFixed(1)} s, ${each.toFixed(1)} ms a case`,
  );
}
