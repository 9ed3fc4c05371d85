import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_FLAGS, findChromium } from "./scripts/chromium.mjs";
import { ISOLATION_HEADERS } from "./scripts/isolation.mjs";
import { MEYDA } from "./scripts/meyda.mjs";

const BROWSER_TESTS = "test/browser/**/*.browser.test.ts";

/**
 * `node`: the real component on NullEngine. `browser`: parts in real Chromium, with WebGL2, WebGPU and sound.
 * `sandbox`: the built museum in real Chromium, as a visitor sees it.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          // Its ES modules name their neighbours without an ending, which Node by itself does not find.
          server: { deps: { inline: ["meyda"] } },
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/sandbox/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "sandbox",
          environment: "node",
          include: ["test/sandbox/**/*.test.ts"],
          testTimeout: 400_000,
          hookTimeout: 120_000,
        },
      },
      {
        cacheDir: "node_modules/.vite/browser-tests",
        server: { headers: ISOLATION_HEADERS },
        // Two copies of Babylon, or a reload in the midst of a test when a dependency is found late,
        // cost more than serving it file by file.
        optimizeDeps: {
          exclude: ["@babylonjs/core", "@babylonjs/addons", "@babylonjs/loaders", "onnxruntime-web"],
          include: ["comlink", ...MEYDA, "yuka"],
        },
        resolve: { conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "development"] },
        worker: { format: "es" },
        test: {
          name: "browser",
          include: [BROWSER_TESTS],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            screenshotDirectory: "test/artefacts",
            instances: [{ browser: "chromium" }],
            viewport: { width: 1280, height: 720 },
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS },
            }),
          },
        },
      },
    ],
  },
});
