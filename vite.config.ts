import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import manifest from "./package.json" with { type: "json" };

const PLACEHOLDER = "__IMPORT_META_URL__";

/**
 * Leaves `new URL("…", import.meta.url)` as it stands: in library mode Vite would put models of
 * megabytes into the JavaScript and the worker into a bundle of its own. The user's bundler reads
 * these words and copies worker and models.
 */
function keepModuleUrls(): Plugin {
  return {
    name: "keep-module-urls",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("/src/") || !code.includes("import.meta.url")) return null;
      return { code: code.replaceAll("import.meta.url", PLACEHOLDER), map: null };
    },
    renderChunk(code) {
      if (!code.includes(PLACEHOLDER)) return null;
      return { code: code.replaceAll(PLACEHOLDER, "import.meta.url"), map: null };
    },
  };
}

/** Users download shaders as they are written: without what only their readers need. */
function compactShaders(): Plugin {
  return {
    name: "compact-shaders",
    enforce: "pre",
    transform(_, id) {
      if (!/\.(wgsl|glsl)\?raw$/.test(id)) return null;
      const text = readFileSync(id.replace(/\?raw$/, ""), "utf8");
      const lines = text.split("\n").map((line) => line.replace(/\/\/.*$/, "").trim());
      return { code: `export default ${JSON.stringify(lines.filter(Boolean).join("\n"))}`, map: null };
    },
  };
}

/** Meyda's one CommonJS dependency, as a module: what else makes the two meet is larger than it is. */
function dctAsModule(): Plugin {
  return {
    name: "dct-as-module",
    transform(code, id) {
      if (id.endsWith("/dct/index.js")) return { code: 'export { default } from "./src/dct.js";', map: null };
      if (!id.endsWith("/dct/src/dct.js")) return null;
      return { code: code.replace("module.exports =", "export default"), map: null };
    },
  };
}

/** Modules beside src are named by their whole path. */
const HERE = `${resolve(".").replace(/^\//, "")}/`;
/** Meyda's extractors lean on a CommonJS module: a dev server that serves the worker file by file could not load it. */
const BUNDLED = ["meyda"];
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter(
  (name) => !BUNDLED.includes(name),
);

/** The library: one output file for each source file, so that users load and shake what they use. */
export default defineConfig({
  plugins: [keepModuleUrls(), compactShaders(), dctAsModule()],
  publicDir: false,
  build: {
    target: "es2022",
    minify: false,
    sourcemap: false,
    emptyOutDir: true,
    lib: {
      entry: {
        index: resolve("src/index.ts"),
        "worker/worker": resolve("src/worker/worker.ts"),
        "worker/pictureWorker": resolve("src/worker/pictureWorker.ts"),
      },
      formats: ["es"],
    },
    rolldownOptions: {
      external: (id) =>
        packages.some((name) => id === name || id.startsWith(`${name}/`)) ||
        id.startsWith("@babylonjs/") ||
        id.startsWith("@recast-navigation/"),
      output: {
        preserveModules: true,
        preserveModulesRoot: "src", // npm packs no folder of the name node_modules.
        entryFileNames: ({ name }) => `${name.replace(HERE, "").replace(/^.*node_modules/, "vendor")}.js`,
      },
    },
  },
});
