import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** What the runtime loads by itself: the WASM entry, and the WebGPU one. */
const FILES = ["ort-wasm-simd-threaded", "ort-wasm-simd-threaded.asyncify"].flatMap((name) => [
  `${name}.mjs`,
  `${name}.wasm`,
]);
const TYPES: Readonly<Record<string, string>> = { mjs: "text/javascript", wasm: "application/wasm" };

/** Serves onnxruntime-web's own files under `ort/`, and puts them there in the build: one copy of each. */
export function ortFiles(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  return {
    name: "ort-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = FILES.find((name) => request.url?.split("?")[0]?.endsWith(`/ort/${name}`));
        if (!file) return next();
        response.setHeader("Content-Type", TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        createReadStream(join(folder, file)).pipe(response);
      });
    },
    generateBundle() {
      if (this.environment.config.consumer === "client")
        for (const file of FILES)
          this.emitFile({ type: "asset", fileName: `ort/${file}`, source: readFileSync(join(folder, file)) });
    },
  };
}
