/** Speed, in Chromium, of a page that is built as a user's is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { CHROMIUM_FLAGS, ensureChromium } from "../scripts/chromium.mjs";
import { ms, row, spreadOf } from "./print.mjs";

const HTML = `<!doctype html><link rel="icon" href="data:,"><title>bench</title><body><script type="module" src="/main.js"></script>`;
const LOAD_SECONDS = 90;

/**
 * @param root folder of the checkout
 * @param options.backend of the scene's own decisions: wasm, webgpu or auto
 */
export async function measurePage(root, { backend }) {
  const out = join(root, "bench/out");
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, "page-"));
  let server;
  let browser;
  try {
    await buildPage(root, folder);
    // No isolation headers: one WASM thread, as on most pages.
    const settings = { root: folder, configFile: false, logLevel: "error", build: { outDir: "." } };
    server = await preview({ ...settings, preview: { host: "127.0.0.1", port: 0 } });
    browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
    const address = `http://127.0.0.1:${server.httpServer.address().port}/`;
    const part = (title, seconds, ask, print) => measure({ browser, address, title, seconds, ask, print });
    console.log(`\nChromium ${browser.version()}, ${cpus().length} cores (${cpus()[0].model.trim()})`);
    await part("Main thread: 20 NPCs, 60 entities, 12 sounds", 150, mainThread(backend), printMainThread);
    await part(
      "Model on WASM: 32 entities, 4 sounds, 1 frame",
      60,
      model("wasm", [1, 32, 1000], 5),
      printModel,
    );
    await part("Adapter, its lines read on WASM", 60, adapter(root, [1, 10, 50]), printAdapter);
    await part("Model on WebGPU: the same moment", 120, model("webgpu", [1, 32], 0), printModel);
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildPage(root, folder) {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    worker: { format: "es" },
    build: {
      outDir: folder,
      target: "es2022",
      chunkSizeWarningLimit: 1e5,
      rolldownOptions: { input: join(root, "bench/main.ts"), output: { entryFileNames: "main.js" } },
    },
  });
  writeFileSync(join(folder, "index.html"), HTML);
}

/** One measurement in a page of its own; what goes wrong or takes too long is said, and the next one begins. */
async function measure({ browser, address, title, seconds, ask, print }) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${LOAD_SECONDS + seconds} s`)),
      1000 * (LOAD_SECONDS + seconds),
    );
  });
  const asked = (async () => {
    await page.goto(address);
    await page.waitForFunction(() => "perceptionBench" in globalThis, null, { timeout: 1000 * LOAD_SECONDS });
    return await page.evaluate(ask.run, ask.options);
  })();
  asked.catch(() => {});
  try {
    const result = await Promise.race([asked, late]);
    console.log(`\n${title} (load average of the machine ${loadavg()[0].toFixed(1)})`);
    print(result);
  } catch (error) {
    console.log(`\n${title}\nnot measured: ${[error.message.split("\n")[0], ...errors].join("; ")}`);
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}

function mainThread(backend) {
  return {
    options: { backend, seconds: 20 },
    run: ({ backend, seconds }) => globalThis.perceptionBench.mainThread(backend, seconds),
  };
}

function model(backend, npcs, seconds) {
  return {
    options: { backend, npcs, seconds },
    run: ({ backend, npcs, seconds }) => globalThis.perceptionBench.modelTime(backend, npcs, seconds),
  };
}

function adapter(root, counts) {
  const { taught } = JSON.parse(readFileSync(join(root, "bench/adapter/jargon.json"), "utf8"));
  return {
    options: { lessons: taught, counts },
    run: ({ lessons, counts }) => globalThis.perceptionBench.adapterTime("wasm", lessons, counts),
  };
}

function printAdapter(taken) {
  for (const { examples, milliseconds } of taken) row(`learns ${examples} examples`, ms(milliseconds));
}

function printMainThread({ own, parts, frameWith, frameWithout, yuka, decisions, chat, ready }) {
  const backend = ready ? `model on ${ready.backend}` : "rules";
  row(
    "perception's own time a frame",
    spreadOf(own),
    `(${own.count} frames, ${decisions} decisions, ${backend})`,
  );
  for (const [name, spread] of Object.entries(parts)) row(`  of it ${name}`, spreadOf(spread));
  row("Yuka's Vision and MemorySystem, same NPCs, entities", spreadOf(yuka));
  row("frame's drawing with perception", spreadOf(frameWith));
  row("the same scene without", spreadOf(frameWithout), `(${frameWithout.count} frames)`);
  row("added to the drawing of a frame, medians", ms(frameWith.median - frameWithout.median));
  const times = [...chat.milliseconds].sort((a, b) => a - b);
  const figures =
    times.length > 0
      ? `median ${ms(times[times.length >> 1])}, ${ms(times[0])} to ${ms(times.at(-1))}`
      : "never";
  row(
    "chat message to changed attention",
    figures,
    `(${times.length} of ${times.length + chat.unmoved} messages)`,
  );
}

function printModel({ ready, counts }) {
  for (const { npcs, run, total, gpu } of counts) {
    const work = gpu ? `${gpu.dispatches} dispatches, ${gpu.bytesReadBack} bytes read back a decision` : "";
    row(
      `${npcs} NPCs, ${ready.backend}${ready.backend === "wasm" ? `, ${ready.threads} thread` : ""}`,
      `network ${spreadOf(run)}`,
      `whole ${spreadOf(total)}`,
      `(${run.count} decisions)`,
      work,
    );
  }
  for (const note of ready.notes) console.log(note);
}
