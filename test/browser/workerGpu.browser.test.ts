/** Parts of the worker that need a GPU, run on the page. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Observation } from "../../src/model/observation.js";
import { patchify } from "../../src/model/patchify.js";
import { bitmapPixels } from "../../src/worker/bitmapPixels.js";
import { type Adapter, chooseBackend } from "../../src/worker/chooseBackend.js";
import { GpuPatches } from "../../src/worker/gpuPatches.js";
import { loadOrt } from "../../src/worker/ort.js";

const WIDTH = 256;
const HEIGHT = 144;
const rgba = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) =>
  i % 4 === 3 ? 255 : ((i >> 2) * 7 + (i % 4) * 31 + (i >> 10) * 3) % 256,
);
const bitmap = () => createImageBitmap(new ImageData(new Uint8ClampedArray(rgba), WIDTH, HEIGHT));

describe("a bitmap", () => {
  let device: GPUDevice;
  beforeAll(async () => {
    device = await (await navigator.gpu.requestAdapter())!.requestDevice();
  });
  afterAll(() => device.destroy());

  it("is cut on the GPU into the patches that the CPU cuts", async () => {
    const patches = new GpuPatches(device);
    patches.cut(await bitmap());
    const size = patches.buffer.size;
    const read = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
    const commands = device.createCommandEncoder();
    commands.copyBufferToBuffer(patches.buffer, 0, read, 0, size);
    device.queue.submit([commands.finish()]);
    await read.mapAsync(GPUMapMode.READ);
    const onGpu = new Float32Array(read.getMappedRange().slice(0));
    const onCpu = patchify(rgba);
    expect(onGpu).toHaveLength(onCpu.length);
    expect(Math.max(...onGpu.map((value, i) => Math.abs(value - onCpu[i])))).toBeLessThan(1e-6);
    patches.dispose();
  });

  it("gives its bytes to a model on the CPU, row 0 at the top", async () => {
    expect(bitmapPixels(await bitmap())).toEqual(rgba);
  });
});

/** Softmax of the input `present`, made by hand: a graph that WebGPU compiles in a moment. */
const TINY = Uint8Array.from(
  atob(
    "CAg6XAomCgdwcmVzZW50EgVmb2N1cyIHU29mdG1heCoLCgRheGlzGACgAQISBHRpbnlaFgoHcHJlc2VudBILCgkIARIFCgMSAVRiFAoFZm9jdXMSCwoJCAESBQoDEgFUQgQKABAR",
  ),
  (c) => c.charCodeAt(0),
);
const model = { attention: TINY, canary: null };
const observation: Observation = {
  feeds: { present: { data: new Float32Array([0, 1, 2]), dims: [3] } },
  entities: [],
  npcs: [],
  sounds: [],
  words: [],
  usesFrame: false,
};
const host = (adapter: Adapter, steps: string[] = []) => ({
  loadOrt,
  adapter: async () => adapter,
  clock: () => performance.now(),
  progress: (step: string) => void steps.push(step),
});

describe("chooseBackend, told that the adapter is real", () => {
  it("measures both on the model and keeps the faster", async () => {
    const steps: string[] = [];
    const chosen = await chooseBackend({ backend: "auto" }, model, observation, host("hardware", steps));
    const { webgpu, wasm } = chosen.measured as { webgpu: number; wasm: number };
    expect(webgpu).toBeGreaterThan(0);
    expect(chosen.session.backend).toBe(webgpu <= wasm ? "webgpu" : "wasm");
    expect(chosen.notes).toHaveLength(webgpu <= wasm ? 0 : 1);
    expect(steps).toContain("measuring WebGPU");
    const { focus } = await chosen.session.run(observation.feeds);
    expect(focus.data[2]).toBeCloseTo(0.6652, 4);
    await chosen.session.dispose();
  });

  it("goes to WASM with the reason where there is no adapter, though WebGPU was asked for", async () => {
    const chosen = await chooseBackend({ backend: "webgpu" }, model, observation, host("none"));
    expect(chosen.session.backend).toBe("wasm");
    expect(chosen.notes).toEqual(["WebGPU passed over: this browser offers no adapter"]);
    await chosen.session.dispose();
  });
});
