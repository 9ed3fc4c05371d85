/** The real worker in a real browser, on the shipped model. The page is cross-origin isolated. */
import { afterEach, describe, expect, it } from "vitest";
import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import {
  AttentionClient,
  type AttentionClientOptions,
  type ClientState,
} from "../../src/worker/attentionClient.js";
import { sampleMoment } from "../../src/worker/sampleMoment.js";

const WRONG_HASH = new URL("../worker/fixtures/wrongHash/manifest.json", import.meta.url).href;

const clients: AttentionClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function create(options: AttentionClientOptions) {
  const warnings: string[] = [];
  const client = new AttentionClient({ ...options, warn: (text) => warnings.push(text) });
  clients.push(client);
  const states: ClientState[] = [];
  client.onStateChangedObservable.add((state) => states.push(state));
  return { client, warnings, states };
}

function reached(client: AttentionClient, state: ClientState): Promise<void> {
  return new Promise((resolve) => {
    if (client.state === state) return resolve();
    client.onStateChangedObservable.add((now) => now === state && resolve());
  });
}

/** The sample with its frame as a bitmap, as sight hands it over. */
async function withBitmap(): Promise<Percepts & { frame: { pixels: ImageBitmap } }> {
  const sample = sampleMoment();
  const pixels = new Uint8ClampedArray(sample.frame!.pixels as Uint8Array);
  const bitmap = await createImageBitmap(new ImageData(pixels, 256, 144));
  return { ...sample, frame: { ...sample.frame!, pixels: bitmap } };
}

/** Largest difference between two lists of focuses: mass of entities, attention over patches against its mean. */
function difference(a: readonly Focus[], b: readonly Focus[]): number {
  const differences = a.flatMap((focus, n) => {
    const masses = new Map(b[n].entities);
    const patches = b[n].attention!.patches;
    const mean = patches.reduce((sum, value) => sum + value, 0) / patches.length;
    return [
      ...focus.entities.map(([id, mass]) => Math.abs(mass - (masses.get(id) ?? Number.POSITIVE_INFINITY))),
      ...Array.from(focus.attention!.patches, (value, p) => Math.abs(value - patches[p]) / mean),
    ];
  });
  return Math.max(...differences);
}

describe("on WASM", () => {
  it("decides, takes the buffers with it, and reads a bitmap as it reads bytes", async () => {
    const { client, warnings, states } = create({ backend: "wasm" });
    const ready = await client.start();
    expect(ready).toMatchObject({ backend: "wasm", notes: [] });
    const sample = sampleMoment();
    const bytes = await client.decide(sample);
    expect(bytes?.focuses).toHaveLength(sample.npcs.length);
    expect(sample.frame?.ids.byteLength).toBe(0);
    expect(sample.sounds[0].pcm?.byteLength).toBe(0);
    const drawn = await withBitmap();
    const bitmap = await client.decide(drawn);
    expect(drawn.frame.pixels.width).toBe(0);
    expect(difference(bytes!.focuses, bitmap!.focuses)).toBeLessThan(1e-4);
    expect(states).toEqual(["ready"]);
    expect(warnings).toEqual([]);
  });

  it("looks at a picture, and leaves it to its owner", async () => {
    const { client, warnings } = create({ backend: "wasm" });
    const rgba = new Uint8Array(64 * 48 * 4).fill(90);
    expect(await client.look({ width: 64, height: 48, rgba })).toBeNull();
    await client.start();
    const map = await client.look({ width: 64, height: 48, rgba });
    expect(map?.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    await expect(client.look({ width: 64, height: 47, rgba })).rejects.toThrow(RangeError);
    expect(rgba.byteLength).toBe(64 * 48 * 4);
    expect(client.state).toBe("ready");
    expect(warnings).toEqual([]);
  });

  it("is what `auto` keeps where the adapter is software, and says so", async () => {
    const { client } = create({});
    const ready = await client.start();
    expect(ready?.backend).toBe("wasm");
    expect(ready?.notes).toEqual(["WebGPU passed over: the adapter is software, WASM is faster"]);
  });

  it("answers null before it is ready, and closes the bitmap that it was given", async () => {
    const { client } = create({ backend: "wasm" });
    const started = client.start();
    const early = await withBitmap();
    expect(await client.decide(early)).toBeNull();
    expect(early.frame.pixels.width).toBe(0);
    expect((await started)?.backend).toBe("wasm");
  });

  it("starts again after a crash and decides as before, with one warning", async () => {
    const { client, warnings, states } = create({ backend: "wasm" });
    await client.start();
    const before = await client.decide(sampleMoment());
    for (let i = 0; i < 2; i++) {
      const gone = reached(client, "restarting");
      await client.simulateFault("crash");
      await gone;
      expect(await client.decide(sampleMoment())).toBeNull();
      await reached(client, "ready");
      const after = await client.decide(sampleMoment());
      expect(difference(before!.focuses, after!.focuses)).toBeLessThan(1e-5);
    }
    expect(states).toEqual(["ready", "restarting", "ready", "restarting", "ready"]);
    expect(warnings).toEqual([expect.stringContaining("simulated crash of the attention worker")]);
  });

  it("gives up on a worker that hangs, and starts another", async () => {
    const { client, warnings, states } = create({ backend: "wasm", deadlineSeconds: 0.2 });
    await client.start();
    await client.simulateFault("hang");
    expect(await client.decide(sampleMoment())).toBeNull();
    expect(client.state).toBe("restarting");
    await reached(client, "ready");
    expect((await client.decide(sampleMoment()))?.focuses).toHaveLength(8);
    expect(states).toEqual(["ready", "restarting", "ready"]);
    expect(warnings).toEqual([expect.stringContaining("the attention worker stopped answering")]);
  });

  it("refuses percepts that it can't read with one warning, and goes on", async () => {
    const { client, warnings, states } = create({ backend: "wasm" });
    await client.start();
    const small = () => ({
      ...sampleMoment(),
      frame: { pixels: new Uint8Array(4), ids: new Int16Array(128 * 72) },
    });
    expect(await client.decide(small())).toBeNull();
    expect(await client.decide(small())).toBeNull();
    expect(await client.decide({ ...sampleMoment(), viewer: (() => 0) as never })).toBeNull();
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('"frame.pixels" must be 256 × 144 RGBA, got 4 bytes');
    expect((await client.decide(sampleMoment()))?.focuses).toHaveLength(8);
    expect(states).toEqual(["ready"]);
  });

  it("settles what is under way when it is disposed, and is disposed twice", async () => {
    const { client, states } = create({ backend: "wasm" });
    await client.start();
    const pending = client.decide(sampleMoment());
    client.dispose();
    client.dispose();
    expect(await pending).toBeNull();
    expect(await client.decide(sampleMoment())).toBeNull();
    expect(states).toEqual(["ready", "disposed"]);
  });

  it("ends a start under way when it is disposed", async () => {
    const { client } = create({ backend: "wasm" });
    const started = client.start();
    client.dispose();
    expect(await started).toBeNull();
  });
});

describe("without a model that can be used", () => {
  it("fails once on a wrong hash, naming the file", async () => {
    const { client, warnings, states } = create({ backend: "wasm", manifestUrl: WRONG_HASH });
    expect(await client.start()).toBeNull();
    expect(states).toEqual(["failed"]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /NPCs follow simple rules: model file "attention.onnx" .*expected SHA-256 0{64}, got/,
    );
    expect(await client.decide(sampleMoment())).toBeNull();
  });

  it("fails once on a model that is not there", async () => {
    const { client, warnings, states } = create({ backend: "wasm", manifestUrl: "/no-such/manifest.json" });
    expect(await client.start()).toBeNull();
    expect(states).toEqual(["failed"]);
    expect(warnings).toEqual([expect.stringContaining(`${location.origin}/no-such/manifest.json`)]);
  });

  it("gives up on a worker script that never loads", async () => {
    let made = 0;
    const workerFactory = () => {
      made++;
      return new Worker("/no-such/worker.js", { type: "module" });
    };
    const { client, warnings, states } = create({ workerFactory });
    expect(await client.start()).toBeNull();
    expect(made).toBe(5);
    expect(states).toEqual(["failed"]);
    expect(warnings).toHaveLength(2);
    expect(warnings[1]).toContain("it failed 5 times in a row");
  });

  it("refuses a deadline that is none", () => {
    expect(() => new AttentionClient({ deadlineSeconds: 0 })).toThrow('"deadlineSeconds" must be above 0');
  });
});

/** With sight alone a reason takes one more run of the model and not three: software GPUs are slow. */
function seeingOnly<T extends Percepts>(percepts: T): T {
  const senses = { sight: true, hearing: false, chat: false };
  return { ...percepts, npcs: percepts.npcs.map((npc) => ({ ...npc, senses })) };
}

describe("on WebGPU", () => {
  it("agrees with WASM, and after two lost devices goes on on WASM", {
    timeout: 400_000,
  }, async () => {
    const wasm = create({ backend: "wasm" });
    await wasm.client.start();
    const expected = await wasm.client.decide(seeingOnly(sampleMoment()));
    wasm.client.dispose();

    const { client, warnings } = create({ backend: "webgpu" });
    const ready = await client.start();
    expect(ready?.backend).toBe("webgpu");
    // The model's known results, written down in Node on WASM.
    expect(ready?.missed.webgpu).toBeLessThan(1e-4);
    const first = await client.decide(seeingOnly(await withBitmap()));
    expect(difference(first!.focuses, expected!.focuses)).toBeLessThan(1e-4);
    const black = { ...sampleMoment().frame!, pixels: new Uint8Array(256 * 144 * 4) };
    const unlit = await client.decide(seeingOnly({ ...sampleMoment(), frame: black }));
    expect(difference(unlit!.focuses, expected!.focuses)).toBeGreaterThan(1e-3);

    for (const backend of ["webgpu", "wasm"]) {
      const gone = reached(client, "restarting");
      await client.simulateFault("device-lost");
      await gone;
      await reached(client, "ready");
      expect(client.ready?.backend).toBe(backend);
    }
    expect(client.ready?.notes).toEqual(["WebGPU passed over: its device was lost 2 times"]);
    const last = await client.decide(seeingOnly(sampleMoment()));
    expect(difference(last!.focuses, expected!.focuses)).toBeLessThan(1e-5);
    expect(warnings[0]).toContain("lost its GPU device");
  });
});
