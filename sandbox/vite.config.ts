import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { ortFiles } from "./ortFiles.js";

const here = dirname(fileURLToPath(import.meta.url));

/** Cross-origin isolation gives onnxruntime-web its threads; without it everything still works on one. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
  root: here,
  base: "./",
  plugins: [ortFiles()],
  server: { headers: isolation, fs: { allow: [resolve(here, "..")] } },
  preview: { headers: isolation },
  // The runtime's .wasm comes through `wasmPaths` (see ortFiles.ts); without this condition Vite would emit dead copies of it.
  resolve: { conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "development|production"] },
  optimizeDeps: { exclude: ["onnxruntime-web"] },
  worker: { format: "es" },
  build: { outDir: resolve(here, "dist"), emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 4000 },
});
