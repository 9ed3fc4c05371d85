/**
 * The package as its user meets it: built, in the user's node_modules, with Vite and no settings.
 * Chromium opens the user's page as it is, under a strict CSP, cross-origin isolated, and from the dev server.
 */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright";
import { build, createServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM_FLAGS, ensureChromium } from "../../scripts/chromium.mjs";
import { ISOLATION_HEADERS } from "../../scripts/isolation.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRICT = {
  "Content-Security-Policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
};

const PAGE = `<!doctype html><link rel="icon" href="data:,"><canvas></canvas><script type="module" src="/main.js"></script>`;
const MAIN = `
import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { Engine } from "@babylonjs/core/Engines/engine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import "@babylonjs/core/Materials/standardMaterial.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { Perception } from "babylon-perception";
const scene = new Scene(new Engine(document.querySelector("canvas")));
new FreeCamera("camera", new Vector3(0, 1.6, 0), scene);
CreateBox("box", {}, scene).position.z = 5;
const perception = await Perception.attach(scene);
const warnings = [];
perception.onWarningObservable.add((text) => /attention|picture|sight/.test(text) && warnings.push(text));
perception.addNpc(new TransformNode("Ada", scene));
const ready = await perception.ready;
const [focus] = await perception.decide();
const captured = new Promise((done) => {
  perception.onDecisionObservable.add(({ percepts }) => percepts.frame && done(true));
});
scene.getEngine().runRenderLoop(() => scene.render());
const map = await perception.look({ width: 8, height: 8, rgba: new Uint8Array(256).fill(90) });
window.result = {
  backend: ready?.backend, source: focus.source, captured: await captured, looked: map !== null,
  isolated: crossOriginIsolated, warnings,
};
`;

let user = "";
let browser: Browser;

beforeAll(async () => {
  user = realpathSync(mkdtempSync(join(tmpdir(), "plain-user-")));
  const modules = join(user, "node_modules");
  await build({
    configFile: join(ROOT, "vite.config.ts"),
    root: ROOT,
    logLevel: "error",
    build: { outDir: join(modules, "babylon-perception/dist") },
  });
  for (const part of ["package.json", "assets/models"]) {
    cpSync(join(ROOT, part), join(modules, "babylon-perception", part), { recursive: true });
  }
  for (const name of ["@babylonjs/core", "comlink", "onnxruntime-web"]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(user, "package.json"), `{"type":"module"}`);
  writeFileSync(join(user, "index.html"), PAGE);
  writeFileSync(join(user, "main.js"), MAIN);
  await build({ root: user, configFile: false, logLevel: "error" });
  browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(user, { recursive: true, force: true });
});

async function open(server: { httpServer: { address(): unknown } | null; close(): Promise<void> }) {
  const { port } = server.httpServer!.address() as AddressInfo;
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(`http://localhost:${port}/`);
    const result = await page.waitForFunction(() => (window as { result?: unknown }).result, null, {
      timeout: 120_000,
    });
    return await result.jsonValue();
  } catch (error) {
    throw new Error([String(error), ...errors].join("\n"), { cause: error });
  } finally {
    await page.close();
    await server.close();
  }
}

describe("a page built by Vite without settings", () => {
  it.each([
    ["as it is", {}, false],
    ["under a strict CSP", STRICT, false],
    ["cross-origin isolated", ISOLATION_HEADERS, true],
    ["isolated and under a strict CSP", { ...ISOLATION_HEADERS, ...STRICT }, true],
  ])("sees frames, decides by the shipped model, %s", { timeout: 180_000 }, async (_, headers, isolated) => {
    const server = await preview({
      root: user,
      configFile: false,
      logLevel: "error",
      preview: { port: 0, headers },
    });
    expect(await open(server)).toEqual({
      backend: "wasm",
      source: "model",
      captured: true,
      looked: true,
      isolated,
      warnings: [],
    });
  });
});

describe("Vite's dev server without settings", () => {
  it("sees frames, decides by the shipped model", { timeout: 240_000 }, async () => {
    // The rest of the packages are links here and lie outside the folder: only that is lifted.
    const server = await createServer({
      root: user,
      configFile: false,
      logLevel: "error",
      server: { port: 0, fs: { strict: false }, watch: null },
    });
    await server.listen();
    expect(await open(server)).toEqual({
      backend: "wasm",
      source: "model",
      captured: true,
      looked: true,
      isolated: false,
      warnings: [],
    });
  });
});
