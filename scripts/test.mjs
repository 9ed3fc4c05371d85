// The whole test command: lint, format and types; tests in Node; both builds; tests in real Chromium.
// Ends with a line "N passed, N failed". Nothing is left out without being named.
//   node scripts/test.mjs [check|node|build|browser …]    only these steps
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const binary = (path) => ["node", join(root, "node_modules", path)];
const BIOME = binary("@biomejs/biome/bin/biome");
const TSC = binary("typescript/bin/tsc");
const VITE = binary("vite/bin/vite.js");
const VITEST = binary("vitest/vitest.mjs");

const STEPS = {
  check: () => [
    command("lint and format", ...BIOME, "check", "."),
    command("types", ...TSC, "-p", "tsconfig.json"),
  ],
  node: () => [tests("node")],
  build: () => [
    command("sandbox build", ...VITE, "build", "--config", "sandbox/vite.config.ts"),
    command("library build", ...VITE, "build"),
    command("library types", ...TSC, "-p", "tsconfig.build.json"),
  ],
  browser: () => withChromium(() => [tests("browser"), tests("sandbox")]),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((step) => !(step in STEPS));
if (unknown.length > 0) {
  console.error(`unknown step ${unknown.join(", ")}: known are ${Object.keys(STEPS).join(", ")}`);
  process.exit(2);
}

const results = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length === 0 || wanted.includes(name)) results.push(...step());
}
report(results);

function report(all) {
  console.log("\nSummary");
  for (const { what, passed, failed, skipped, seconds } of all) {
    console.log(
      `  ${failed ? "FAILED" : "ok    "} ${what}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`,
    );
    for (const name of skipped) console.log(`         skipped: ${name}`);
  }
  const sum = (field) => all.reduce((total, result) => total + result[field], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

function execute(what, executable, ...args) {
  console.log(`\n== ${what}`);
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(executable === "node" ? process.execPath : executable, args, {
    cwd: root,
    stdio: "inherit",
    timeout: 11 * 60_000,
  });
  if (error) console.error(error.message);
  return { ok: status === 0 && !error, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

/** One check that passes or fails as a whole. */
function command(what, ...line) {
  const { ok, seconds } = execute(what, ...line);
  return { what, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], seconds };
}

/** One Vitest project, counted test by test. */
function tests(project) {
  const folder = mkdtempSync(join(tmpdir(), "babylon-perception-"));
  const file = join(folder, "result.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { ok, seconds } = execute(
      `tests in ${project}`,
      ...VITEST,
      "run",
      "--project",
      project,
      ...reporters,
    );
    return { what: `tests in ${project}`, seconds, ...count(file, ok) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(file, ok) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
  const cases = result.testResults.flatMap((suite) => suite.assertionResults);
  const of = (...states) => cases.filter(({ status }) => states.includes(status));
  const passed = of("passed").length;
  const failed = of("failed").length;
  const brokenFiles = result.testResults.filter(
    (s) => s.status === "failed" && s.assertionResults.every((t) => t.status !== "failed"),
  );
  // An error outside any test fails the run without failing a case.
  const rest = brokenFiles.length || (ok || failed > 0 ? 0 : 1);
  return {
    passed,
    failed: failed + rest,
    skipped: of("pending", "skipped", "todo", "disabled").map((t) => t.fullName),
  };
}

/** The tests' results if there is a Chromium, else the failure to find one. */
function withChromium(run) {
  try {
    console.log(`\nChromium: ${ensureChromium()}`);
  } catch (error) {
    console.error(error.message);
    return [{ what: "Chromium", passed: 0, failed: 1, skipped: [], seconds: 0 }];
  }
  return run();
}
