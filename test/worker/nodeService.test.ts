import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Explanation } from "../../src/model/focus.js";
import { ModelError } from "../../src/model/manifest.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import { BAD_PERCEPTS } from "../../src/worker/protocol.js";
import { sampleMoment } from "../../src/worker/sampleMoment.js";
import { moment } from "../model/percepts.js";
import { modelFolder } from "./modelFolder.js";

const service = createNodeService();
const ready = await service.start({ backend: "wasm" });
afterAll(() => service.dispose());

describe("the attention service in Node, on the shipped model", () => {
  it("runs on WASM, says how fast, and how large the model is", () => {
    expect(ready.backend).toBe("wasm");
    expect(ready.measured.wasm).toBeGreaterThan(0);
    expect(ready.modelBytes).toBeLessThan(12e6);
  });

  it("returns a distribution for each NPC, in their order", async () => {
    const sample = sampleMoment();
    const { focuses, timings } = await service.decide(sample);
    expect(focuses.map((focus) => focus.npc)).toEqual(sample.npcs.map((npc) => npc.id));
    for (const { entities, nothing, source } of focuses) {
      expect(source).toBe("model");
      expect(entities.reduce((sum, [, p]) => sum + p, nothing)).toBeCloseTo(1, 4);
    }
    expect(timings.total).toBeCloseTo(timings.encode + timings.run, 6);
  });

  it("takes calls made at once one after the other, each with its own answer", async () => {
    const sample = sampleMoment();
    const halves = [sample.npcs.slice(0, 4), sample.npcs.slice(4)];
    const decisions = await Promise.all(halves.map((npcs) => service.decide({ ...sample, npcs })));
    expect(decisions.map(({ focuses }) => focuses.map((focus) => focus.npc))).toEqual(
      halves.map((npcs) => npcs.map((npc) => npc.id)),
    );
  });

  it("lets a decision go before the rest of an explanation", async () => {
    const sample = sampleMoment();
    await service.decide(sample);
    const settled: string[] = [];
    const explanation = service.explain([{ npc: sample.npcs[0]!.id, target: sample.entities[0]!.id }]);
    await Promise.all([
      explanation.then(() => settled.push("explanation")),
      service.decide(sample).then(() => settled.push("decision")),
    ]);
    expect(settled).toEqual(["decision", "explanation"]);
    const [{ shares }] = (await explanation) as [Explanation];
    const sum = shares.sight + shares.hearing + shares.chat;
    expect(sum === 0 || Math.abs(sum - 1) < 1e-6).toBe(true);
  });

  it("has nothing to say of a moment without NPCs", async () => {
    expect((await service.decide(moment())).focuses).toEqual([]);
  });

  it("takes a bitmap that came out blank for no frame at all", async () => {
    const sample = sampleMoment();
    const ids = sample.frame!.ids;
    const pixels = sample.frame!.pixels as Uint8Array;
    let shown: Uint8Array = new Uint8Array(pixels.length);
    const service = createNodeService({ bitmapPixels: () => shown });
    await service.start({ backend: "wasm" });
    const bitmap = { width: 256, height: 144, close: () => undefined } as ImageBitmap;
    const focus = async (frame: typeof sample.frame | { pixels: ImageBitmap; ids: Int16Array }) =>
      (await service.decide({ ...sample, frame })).focuses.flatMap(({ entities, nothing }) => [
        nothing,
        ...[...entities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, p]) => p),
      ]);
    const apart = (a: number[], b: number[]) => Math.max(...a.map((p, i) => Math.abs(p - b[i]!)));
    const [blind, seeing] = [await focus(null), await focus(sample.frame)];
    expect(apart(blind, seeing)).toBeGreaterThan(1e-3);
    expect(apart(await focus({ pixels: bitmap, ids }), blind)).toBeLessThan(1e-5);
    shown = pixels;
    expect(apart(await focus({ pixels: bitmap, ids }), seeing)).toBeLessThan(1e-5);
    await service.dispose();
  });

  it("refuses a frame of another size by name, and is well afterwards", async () => {
    const frame = { pixels: new Uint8Array(12), ids: new Int16Array(128 * 72) };
    const refused = service.decide({ ...sampleMoment(), frame });
    await expect(refused).rejects.toMatchObject({ name: BAD_PERCEPTS });
    await expect(refused).rejects.toThrow('"frame.pixels" must be 256 × 144 RGBA, got 12 bytes');
    expect((await service.decide(sampleMoment())).focuses).toHaveLength(8);
  });
});

describe("a model that is not as the manifest says", () => {
  const start = (manifestUrl: string) => createNodeService().start({ backend: "wasm", manifestUrl });

  it("is accepted from another folder if it is whole", async () => {
    const other = createNodeService();
    const { backend } = await other.start({ backend: "wasm", manifestUrl: modelFolder().manifestUrl });
    expect(backend).toBe("wasm");
    await other.dispose();
  });

  it("names a file that is missing", async () => {
    const folder = modelFolder();
    folder.remove("attention.onnx");
    await expect(start(folder.manifestUrl)).rejects.toThrow(/model file "attention.onnx" .*can't be read/);
    await expect(start(folder.manifestUrl)).rejects.toBeInstanceOf(ModelError);
  });

  it("names a missing manifest", async () => {
    const folder = modelFolder();
    folder.remove("manifest.json");
    await expect(start(folder.manifestUrl)).rejects.toThrow(/"manifest.json" .*can't be read/);
  });

  it("refuses a file of which one bit is another, before the runtime sees it", async () => {
    const folder = modelFolder();
    const bytes = folder.read("attention.onnx");
    bytes[1000] ^= 1;
    folder.write("attention.onnx", bytes);
    await expect(start(folder.manifestUrl)).rejects.toThrow(
      /"attention.onnx" .*expected SHA-256 \w{64}, got \w{64}/,
    );
  });

  it("refuses a file that was cut off", async () => {
    const folder = modelFolder();
    folder.write("words.bin", folder.read("words.bin").subarray(0, 100));
    await expect(start(folder.manifestUrl)).rejects.toThrow(/"words.bin" .*expected \d+ bytes, got 100/);
  });

  it("tells a web page from a manifest", async () => {
    const folder = modelFolder();
    folder.write("manifest.json", "<!doctype html>");
    await expect(start(folder.manifestUrl)).rejects.toThrow('expected JSON, got "<!doctype html>"');
  });
});

describe("life of a service", () => {
  let other: ReturnType<typeof createNodeService>;
  beforeAll(() => {
    other = createNodeService();
  });

  it("decides nothing before start", async () => {
    await expect(other.decide(moment())).rejects.toThrow("not started");
  });

  it("is disposed twice without harm, and starts no more", async () => {
    await other.dispose();
    await other.dispose();
    await expect(other.start({ backend: "wasm" })).rejects.toThrow("started once");
  });
});
