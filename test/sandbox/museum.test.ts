/** What a visitor sees: the built museum in real Chromium. Screenshots lie in test/artefacts. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aimAt, ask, MuseumVisit, meetAda, recordReasons, spareGpu, until } from "./museumPage.js";

let visit: MuseumVisit;
beforeAll(async () => {
  visit = await MuseumVisit.begin();
});
afterAll(() => visit.end());

const VASE = "celadon-vase";

describe.each(["wasm", "webgpu"])("the museum, its model on %s", (backend) => {
  it("turns the guide's eyes and head to the exhibit that a visitor asks about by its look", async () => {
    const page = await visit.open(`engine=webgl2&backend=${backend}`);
    const ready = await page.evaluate(() => window.museum!.perception.ready);
    expect(ready?.backend).toBe(backend);
    await meetAda(page);
    if (backend === "webgpu") await spareGpu(page);
    const reasons = await recordReasons(page);
    await ask(page, "what is that green vase?");
    const aim = await until(
      () => aimAt(page, VASE),
      ({ attending, eyes, head }) => attending === VASE && eyes < 4 && head < 25,
      "looked at the celadon vase",
    );
    expect(aim.attending).toBe(VASE);
    await page.screenshot({ path: `test/artefacts/museum ${backend} question.png` });
    const told = async () => (await reasons()).filter((reason) => reason.includes("celadon vase"));
    const senses = [/chat [01]\.\d/, /sight 0\.\d/];
    const isTold = (all: string[]) => all.some((reason) => senses.every((sense) => sense.test(reason)));
    await until(told, isTold, "gave the senses as the reason");
    await page.close();
  });
});

describe("the museum, whatever happens", () => {
  it("lets the guide glance at a crash behind her", async () => {
    const page = await visit.open("engine=webgl2&backend=wasm");
    await meetAda(page);
    const reasons = await recordReasons(page);
    const post = await page.evaluate(() => {
      const { visit: today, perception } = window.museum!;
      return perception.entities.of(today.crash()!.node)!.id;
    });
    await until(
      () => aimAt(page, post),
      ({ attending, eyes }) => attending === post && eyes < 8,
      "glanced at the fallen post",
    );
    await until(
      async () => (await reasons()).filter((reason) => reason.includes("barrier post")),
      (all) => all.some((reason) => /hearing [01]\.\d/.test(reason)),
      "gave hearing as the reason",
    );
    await page.screenshot({ path: "test/artefacts/museum crash.png" });
    await page.close();
  });

  it("goes on by rules when its worker dies, and by the model again after", async () => {
    const page = await visit.open("engine=webgl2&backend=wasm");
    const source = () => page.evaluate(() => window.museum!.cast.ada.focus?.source ?? null);
    await until(source, (now) => now === "model", "decided by the model");
    await page.evaluate(() => {
      const client = window.museum!.perception.decisionMaker as unknown as {
        simulateFault(fault: string): void;
      };
      client.simulateFault("crash");
    });
    await until(source, (now) => now === "rules", "went by rules");
    await until(source, (now) => now === "model", "came back to the model");
    await page.close();
  });

  it("lets nobody stand behind the mind, and welcomes who enters", async () => {
    const page = await visit.open("engine=webgl2&backend=wasm");
    const box = async (selector: string) => (await page.locator(selector).boundingBox())!;
    const [stage, mind] = [await box("#stage"), await box("#mind")];
    expect(stage.x + stage.width).toBeLessThanOrEqual(mind.x);
    await until(
      () => page.getByLabel("What has been said").innerText(),
      (said) => /Ada\s+Welcome/.test(said),
      "welcomed the visitor",
    );
    await page.screenshot({ path: "test/artefacts/museum start.png" });
    await page.close();
  });

  it("fits a phone: nothing is wider than the window, and the chat box can be used", async () => {
    const page = await visit.open("engine=webgl2&backend=wasm", { width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const box = (await page.getByRole("textbox").boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
    await page.screenshot({ path: "test/artefacts/museum phone.png" });
    await page.close();
  });
});
