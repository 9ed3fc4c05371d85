import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { type PreviewServer, preview } from "vite";
import { CHROMIUM_FLAGS, ensureChromium } from "../../scripts/chromium.mjs";

const SANDBOX = new URL("../../sandbox/", import.meta.url);
/** Software rendering on a busy machine takes its time. */
export const PATIENCE = 150_000;

/** The built sandbox in real Chromium. */
export class MuseumVisit {
  private constructor(
    private readonly server: PreviewServer,
    private readonly browser: Browser,
  ) {}

  static async begin(): Promise<MuseumVisit> {
    if (!existsSync(new URL("dist/index.html", SANDBOX))) {
      throw new Error("sandbox/dist is missing: run `npm run build:sandbox` first");
    }
    const executablePath = ensureChromium();
    const configFile = fileURLToPath(new URL("vite.config.ts", SANDBOX));
    const server = await preview({ configFile, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    return new MuseumVisit(server, browser);
  }

  /** Opens the museum and waits until its model decides. */
  async open(query: string, size = { width: 1280, height: 720 }): Promise<Page> {
    const page = await this.browser.newPage({ viewport: size });
    page.on("pageerror", (error) => console.error("page:", error.message));
    const { port } = this.server.httpServer.address() as { port: number };
    await page.goto(`http://127.0.0.1:${port}/?quality=low&autostart&${query}`, { timeout: PATIENCE });
    await page.waitForFunction(() => window.museum !== undefined, null, { timeout: PATIENCE });
    await page.evaluate(() => window.museum!.perception.ready);
    return page;
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/**
 * Ada stands beside the celadon vase, as at a stop of her tour, and the visitor before both: 2.7 m from Ada, who has the
 * vase 44° beside the visitor and so in view while she looks at them; the visitor sees the two 55° apart.
 */
export async function meetAda(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { player, cast, perception } = window.museum!;
    const [x, z] = [-2.4, 0.7];
    const { root } = cast.ada;
    root.position.set(-2.2, root.position.y, 3.4);
    root.computeWorldMatrix(true);
    const vase = perception.entities.get("celadon-vase")!.centre();
    const toward = (at: readonly number[]) => Math.atan2(at[0]! - x, at[2]! - z);
    player.place(x, z, (toward(vase) + toward([-2.2, 0, 3.4])) / 2, 0.05);
  });
  const seen = () =>
    page.evaluate(() => {
      const { sight, entities } = window.museum!.perception;
      return sight.appearance(entities.get("celadon-vase")!).colour;
    });
  await until(seen, (colour) => colour !== null, "saw the colour of the celadon vase");
}

/**
 * Leaves the GPU, which is software here and shared with the picture, to Ada's model: each kind of perceiver and each
 * frame drawn costs it. Time in the scene passes by frames, so that nobody becomes impatient.
 */
export async function spareGpu(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { perception, cast, engine } = window.museum!;
    engine.maxFPS = 3;
    for (const npc of perception.npcs.filter((each) => each !== cast.ada)) npc.dispose();
  });
}

/** Types it into the chat box, as a visitor does. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
}

export interface Aim {
  readonly attending: string | null;
  /** Degrees between where the eyes, and the head, point and where the entity's centre is. */
  readonly eyes: number;
  readonly head: number;
}

/** Where Ada's own bones point, measured on the nodes that are drawn. */
export function aimAt(page: Page, entity: string): Promise<Aim> {
  return page.evaluate((id) => {
    const { perception, cast } = window.museum!;
    const { ada } = cast;
    const target = perception.entities.get(id)!.centre();
    const angle = (node: { getAbsolutePosition(): V; forward: V }) => {
      const from = node.getAbsolutePosition();
      const to = { x: target[0] - from.x, y: target[1] - from.y, z: target[2] - from.z };
      const along = node.forward;
      const cosine = (to.x * along.x + to.y * along.y + to.z * along.z) / Math.hypot(to.x, to.y, to.z);
      return (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
    };
    type V = { x: number; y: number; z: number };
    const bone = (name: "leftEye" | "head") => ada.bones[name] as unknown as Parameters<typeof angle>[0];
    return { attending: ada.attending?.id ?? null, eyes: angle(bone("leftEye")), head: angle(bone("head")) };
  }, entity);
}

/** Asks again until `good` holds; fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  what: string,
  patience = PATIENCE,
): Promise<T> {
  const end = performance.now() + patience;
  let answer = await ask();
  while (!good(answer)) {
    if (performance.now() > end) throw new Error(`never ${what}; last: ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 100));
    answer = await ask();
  }
  return answer;
}

/**
 * Every reason that the overlay has shown since it was asked first, and those that came too late for it: on a GPU in
 * software Ada may have turned elsewhere before the shares of the senses are known.
 */
export async function recordReasons(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shown: string[] = [];
    (window as unknown as { reasons: string[] }).reasons = shown;
    window.museum!.cast.ada.onExplainedObservable.add(({ why }) => shown.push(why.text));
    const line = document.querySelector("[data-overlay=why]")!;
    new MutationObserver(() => shown.push(line.textContent ?? "")).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { reasons: string[] }).reasons);
}
