// Measures in Chromium and prints the figures side by side:   npm run bench
// With a bench folder beside the checkout (or --sets folder) it also predicts every focus set and scores it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { build, createServer } from "vite";
import { CHROMIUM_FLAGS, ensureChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    sets: { type: "string", default: join(root, "../shared/bench") },
    only: { type: "string", default: "page,bytes,sets" },
  },
});
const parts = values.only.split(",");
const ms = (value) => `${value.toFixed(2)} ms`;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const row = (what, ...figures) => console.log(`${what.padEnd(52)} ${figures.join("   ")}`);
const spreadOf = ({ median, p95 }) => `median ${ms(median)}, p95 ${ms(p95)}`;

if (parts.includes("page")) await measurePage();
if (parts.includes("bytes")) await measureBytes();
if (parts.includes("sets")) scoreSets();

async function measurePage() {
  const vite = await createServer({
    root,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    cacheDir: "node_modules/.vite/bench",
    optimizeDeps: {
      noDiscovery: true,
      include: ["meyda", "comlink", "yuka"],
      exclude: ["@babylonjs/core", "onnxruntime-web"],
    },
    resolve: { conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "development"] },
    worker: { format: "es" },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  // No isolation headers: one WASM thread, as on most pages.
  const http = createHttpServer((request, response) => {
    if (request.url !== "/bench") return vite.middlewares(request, response);
    response.setHeader("Content-Type", "text/html");
    response.end(
      '<!doctype html><title>bench</title><body><script type="module" src="/bench/main.ts"></script>',
    );
  });
  await new Promise((listening) => http.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const open = async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(180_000);
      page.on("pageerror", (error) => console.error(`page: ${error.message}`));
      await page.goto(`http://127.0.0.1:${http.address().port}/bench`);
      await page.waitForFunction(() => "perceptionBench" in globalThis);
      return page;
    };
    await printMainThread(await open());
    await printModel(await open(), "wasm", [1, 32, 1000], 5);
    await printModel(await open(), "webgpu", [1, 32], 2);
  } finally {
    await browser.close();
    http.closeAllConnections();
    http.close();
    await vite.close();
  }
}

async function printMainThread(page) {
  console.log(
    `\nMain thread: 20 NPCs, 60 entities, 12 sounds, 12 pillars (Chromium ${page.context().browser().version()})`,
  );
  const { own, frameWith, frameWithout, yuka, chat, backend } = await page.evaluate(() =>
    globalThis.perceptionBench.mainThread(),
  );
  row("perception's own time a frame", spreadOf(own), `(${own.count} frames, model on ${backend})`);
  row("Yuka's Vision and MemorySystem, same NPCs, entities", spreadOf(yuka));
  row("frame's drawing with perception", spreadOf(frameWith));
  row("the same scene without", spreadOf(frameWithout));
  row("added to the drawing of a frame, medians", ms(frameWith.median - frameWithout.median));
  const times = [...chat.milliseconds].sort((a, b) => a - b);
  const median =
    times.length > 0 ? `median ${ms(times[times.length >> 1])}, longest ${ms(times.at(-1))}` : "never";
  row(
    "chat message to changed attention",
    median,
    `(${times.length} of ${times.length + chat.unmoved} messages)`,
  );
  await page.close();
}

async function printModel(page, backend, npcs, decisions) {
  console.log(`\nModel on ${backend}, 32 entities, 4 sounds, 1 frame`);
  try {
    const result = await page.evaluate(
      (asked) => globalThis.perceptionBench.model(asked.backend, asked.npcs, asked.decisions),
      { backend, npcs, decisions },
    );
    for (const { npcs: count, run, total, gpu } of result.counts) {
      const work = gpu ? `${gpu.dispatches} dispatches, ${gpu.bytesReadBack} bytes read back a decision` : "";
      row(
        `${count} NPCs, ${result.backend}, ${result.threads} thread`,
        `run ${spreadOf(run)}`,
        `whole ${ms(total.median)}`,
        work,
      );
    }
  } catch (error) {
    row(`not measured`, error.message.split("\n")[0]);
  }
  await page.close();
}

async function measureBytes() {
  console.log("\nBytes downloaded (gzip)");
  const ours = (await bundle("src/index.ts")) + (await bundle("src/worker/worker.ts"));
  row("our JavaScript, Comlink and Meyda included", kb(ours));
  const models = join(root, "assets/models");
  for (const file of readdirSync(models).filter((name) => /\.(onnx|bin)$/.test(name))) {
    const bytes = readFileSync(join(models, file));
    row(`model ${file}`, kb(bytes.length), `gzip ${kb(gzipSync(bytes).length)}`);
  }
  const ort = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  for (const name of ["ort-wasm-simd-threaded", "ort-wasm-simd-threaded.asyncify"]) {
    const size = ["mjs", "wasm"].reduce(
      (sum, ext) => sum + gzipSync(readFileSync(join(ort, `${name}.${ext}`))).length,
      0,
    );
    row(`onnxruntime-web ${name.includes("asyncify") ? "with WebGPU" : "WASM only"}`, kb(size));
  }
}

/** Gzipped size of an entry as a user's bundler makes it, without Babylon and the runtime. */
async function bundle(entry) {
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [
      {
        name: "leave-urls",
        enforce: "pre",
        transform: (code, id) =>
          id.includes("/src/") ? code.replaceAll("import.meta.url", "__url__") : null,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry: join(root, entry), formats: ["es"], fileName: "out" },
      rolldownOptions: { external: [/^@babylonjs\//, /^@recast-navigation\//, /^onnxruntime-web/] },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap(({ output }) => output);
  return outputs.reduce((sum, { code }) => sum + (code ? gzipSync(code).length : 0), 0);
}

function scoreSets() {
  const sets = join(values.sets, "sets");
  if (!existsSync(sets)) {
    console.log(`\nBench sets: none at ${sets} (name their folder with --sets)`);
    return;
  }
  const out = join(root, "bench/out");
  mkdirSync(out, { recursive: true });
  const isFocus = (set) => JSON.parse(readFileSync(join(sets, set, "set.json"), "utf8")).task === "focus";
  for (const set of readdirSync(sets).filter(isFocus)) {
    for (const sight of ["attributes", "frame"])
      scoreSet(join(sets, set), sight, join(out, `${set}.${sight}.jsonl`));
  }
}

function scoreSet(folder, sight, file) {
  console.log(`\n${folder.split("/").at(-1)} --sight ${sight}`);
  const command = ["scripts/node.mjs", "src/headless/predictCommand.ts", "--set", folder, "--sight", sight];
  const cases = openSync(join(folder, "cases.jsonl"), "r");
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: [cases, "pipe", "pipe"],
    maxBuffer: 1 << 30,
  });
  writeFileSync(file, stdout);
  if (status !== 0) return console.log(`predict failed: ${String(stderr).trim().split("\n").at(-1)}`);
  const scored = spawnSync(process.execPath, [join(values.sets, "score.mjs"), folder, file], {
    encoding: "utf8",
  });
  console.log(scored.stdout.trimEnd() || scored.stderr);
}
