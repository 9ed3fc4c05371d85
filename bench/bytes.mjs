/** What a visitor downloads: our JavaScript by entry, the models, the runtime. Gzip; 1 KB is 1,024 bytes. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { kb, row } from "./print.mjs";

/** @param root folder of the checkout */
export async function measureBytes(root) {
  console.log("\nBytes downloaded (gzip)");
  // Inside the checkout, so that the package's dependencies are found.
  const out = join(root, "bench/out");
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, "bytes-"));
  try {
    await printScripts(root, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const models = join(root, "assets/models");
  for (const file of readdirSync(models).filter((name) => /\.(onnx|bin)$/.test(name))) {
    const bytes = readFileSync(join(models, file));
    row(`model ${file}`, kb(bytes.length), `gzip ${kb(gzipSync(bytes).length)}`);
  }
  const runtime = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  for (const name of ["ort-wasm-simd-threaded", "ort-wasm-simd-threaded.asyncify"]) {
    const parts = ["mjs", "wasm"].map(
      (ext) => gzipSync(readFileSync(join(runtime, `${name}.${ext}`))).length,
    );
    row(
      `onnxruntime-web ${name.includes("asyncify") ? "with WebGPU" : "WASM only"}`,
      kb(parts[0] + parts[1]),
    );
  }
}

/**
 * For what the README's ten lines import, and for all that the package exports. Comlink and Meyda come with it, so
 * they are counted where they are used, and told apart; Babylon.js and onnxruntime-web are not ours.
 */
async function printScripts(root, folder) {
  const dist = join(folder, "dist");
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: dist },
  });
  const measure = (entry, without = []) => bundled(folder, dist, entry, without);
  const measureNames = (names) => measure(exporting(names));
  const all = await measure(`export * from "./dist/index.js";`);
  const used = importedByReadme(root);
  const tenLines = await measureNames(used);
  const core = await measureNames(["Perception"]);
  const withoutOverlay = await measureNames(all.names.filter((name) => name !== "PerceptionOverlay"));
  const worker = await measure(WORKER);
  const pictureWorker = await measure(`import "./dist/worker/pictureWorker.js";`);
  const own = await Promise.all(
    [exporting(used), WORKER].map((entry) => measure(entry, [/^comlink$/, /\/vendor\//])),
  );
  console.log("our JavaScript, Comlink and Meyda included; of what WebGL2 or WebGPU alone need, the larger");
  row("  README's ten lines, with the worker", kb(tenLines.bytes + worker.bytes));
  row("    of it neither Comlink nor Meyda", kb(own.reduce((sum, { bytes }) => sum + bytes, 0)));
  row("  everything, with both workers", kb(all.bytes + worker.bytes + pictureWorker.bytes));
  row("    core: Perception, senses, minds", kb(core.bytes));
  row("    gaze, conversation, tour, beside it", kb(tenLines.bytes - core.bytes));
  row("    next stop, voice, adapter, beside them", kb(withoutOverlay.bytes - tenLines.bytes));
  row("    overlay, beside them", kb(all.bytes - withoutOverlay.bytes));
  row("    worker", kb(worker.bytes));
  row("    worker for pictures, made with the first", kb(pictureWorker.bytes));
}

const WORKER = `import "./dist/worker/worker.js";`;
const exporting = (names) => `export { ${names.join(", ")} } from "./dist/index.js";`;

/** The names that the README's first example imports from this package. */
function importedByReadme(root) {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const names = /import \{([^}]*)\} from "babylon-perception"/.exec(readme)?.[1];
  if (!names) throw new Error("README.md: found no import of babylon-perception to count");
  return names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * Vite's wrapper of dynamic imports, without its 0.7 KB that preload style sheets: Babylon.js imports shaders
 * dynamically, so that each application has the wrapper already, and Vite puts none into workers.
 */
const withoutPreloadHelper = {
  name: "without-preload-helper",
  enforce: "pre",
  load: (id) =>
    id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null,
};

/** Only one of these is fetched, by the scene's engine: the larger is counted. */
const ENGINES = ["/sight/webgl.js", "/sight/webgpu.js"];

/** Fetched only on pages that have no Web Crypto, for they came by plain http: not counted. */
const INSECURE = "/model/sha256Plain.js";

let entries = 0;

/**
 * An entry as a user's application build makes it of the package: shaken and minified.
 * @param without modules that are left out
 */
async function bundled(folder, dist, code, without) {
  const entry = join(folder, `entry${entries++}.js`);
  writeFileSync(entry, code);
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    // The worker and the models are counted by themselves.
    plugins: [
      withoutPreloadHelper,
      {
        name: "leave-urls",
        enforce: "pre",
        transform: (text, id) => (id.startsWith(dist) ? text.replaceAll("import.meta.url", "__url__") : null),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        external: [/^@babylonjs\//, /^@recast-navigation\//, /^onnxruntime-web/, ...without],
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap(({ output }) => output);
  const sizes = outputs
    .map(({ facadeModuleId: id, code: text }) => [id ?? "", gzipSync(text ?? "").length])
    .filter(([id]) => !id.endsWith(INSECURE));
  const isOfEngine = ([id]) => ENGINES.some((name) => id.endsWith(name));
  const common = sizes.filter((size) => !isOfEngine(size)).reduce((sum, [, size]) => sum + size, 0);
  return {
    bytes: common + Math.max(0, ...sizes.filter(isOfEngine).map(([, size]) => size)),
    names: outputs.find(({ isEntry }) => isEntry).exports,
  };
}
