import { defineConfig } from "vite";

/** The library: two modules, with everything from npm left to the user's own bundler. */
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    minify: true,
    lib: {
      entry: { index: "src/index.ts", "worker/worker": "src/worker/worker.ts" },
      formats: ["es"],
    },
    rollupOptions: {
      external: [/^@babylonjs\//, /^@recast-navigation\//, /^comlink/, /^meyda/, /^onnxruntime-web/],
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
