import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { createServer } from "vite";
import { CHROMIUM_FLAGS, ensureChromium } from "../../scripts/chromium.mjs";
import { MEYDA } from "../../scripts/meyda.mjs";
import type { CaseObserver, Observed } from "./caseObserver.js";
import { unpackPercepts } from "./packPercepts.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = "/src/headless/framePage.ts";
const HTML = `<!doctype html><title>frames</title><body><script type="module" src="${PAGE}"></script>`;
const START_MILLISECONDS = 120_000;

/** By the frame: in headless Chromium, with the product's own sight. */
export class FrameObserver implements CaseObserver {
  readonly batch = 8;

  private constructor(
    private readonly server: PageServer,
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly withholdNames: boolean,
  ) {}

  /** @throws Error if there is no Chromium, or its page does not start; with what the page said. */
  static async start(withholdNames: boolean): Promise<FrameObserver> {
    const executablePath = ensureChromium();
    const server = await servePage();
    const browser = await chromium
      .launch({ executablePath, args: CHROMIUM_FLAGS })
      .catch(async (error: unknown) => {
        await server.close();
        throw error;
      });
    try {
      return new FrameObserver(server, browser, await openPage(browser, server.address), withholdNames);
    } catch (error) {
      await browser.close();
      await server.close();
      throw error;
    }
  }

  async observe(cases: readonly unknown[]): Promise<Observed[]> {
    const packed = await this.page.evaluate(([list, withhold]) => globalThis.observeCases(list, withhold), [
      cases,
      this.withholdNames,
    ] as const);
    return packed.map((one) => ("error" in one ? one : { percepts: unpackPercepts(one.percepts) }));
  }

  async dispose(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/** In middleware mode: a Vite that listens by itself reads standard input, and ends with it. */
async function servePage(): Promise<PageServer> {
  const vite = await createServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    cacheDir: "node_modules/.vite/frames",
    // Served file by file: nothing to build, nothing to grow stale.
    optimizeDeps: {
      noDiscovery: true,
      include: [...MEYDA, "comlink"],
      exclude: ["@babylonjs/core", "onnxruntime-web"],
    },
    resolve: { conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "development"] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  const http = createHttpServer((request, response) => {
    if (request.url !== "/frames") return vite.middlewares(request, response);
    response.setHeader("Content-Type", "text/html");
    response.end(HTML);
  });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}/frames`,
    close: async () => {
      http.closeAllConnections();
      http.close();
      await vite.close();
    },
  };
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (line) => line.type() === "error" && said.push(line.text()));
  await page.goto(address, { waitUntil: "commit", timeout: START_MILLISECONDS });
  try {
    await page.waitForFunction(() => "observeCases" in globalThis, null, { timeout: START_MILLISECONDS });
  } catch (error) {
    throw new Error(`the page for frames did not start: ${said.join("; ") || String(error)}`);
  }
  return page;
}
