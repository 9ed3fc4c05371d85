import { FRAME_HEIGHT, FRAME_WIDTH } from "../src/model/observation.js";
import type { Percepts } from "../src/model/percepts.js";
import { ModelService } from "../src/worker/modelService.js";
import type { Backend, Decision, WorkerReady } from "../src/worker/protocol.js";
import { sampleMoment } from "../src/worker/sampleMoment.js";
import { workerHost } from "../src/worker/workerHost.js";
import { type GpuWork, GpuWorkCounter } from "./gpuWork.js";
import { type Spread, spread } from "./statistics.js";

export interface ModelTime {
  readonly ready: WorkerReady;
  readonly counts: readonly {
    readonly npcs: number;
    /** The network alone, and the whole decision with encoding and decoding. */
    readonly run: Spread;
    readonly total: Spread;
    /** Of the last decision; null on WASM. */
    readonly gpu: GpuWork | null;
  }[];
}

/**
 * The model by itself, in this page: no worker, no scene.
 * @param seconds how long each count is repeated, twice at least
 */
export async function modelTime(
  backend: Backend,
  npcCounts: readonly number[],
  seconds: number,
): Promise<ModelTime> {
  const service = new ModelService(workerHost(() => {}));
  const counter = backend === "webgpu" ? new GpuWorkCounter() : null;
  const ready = await service.start({ backend });
  const counts = [];
  for (const npcs of npcCounts) {
    await service.decide(await moment(npcs, backend));
    const taken: Decision[] = [];
    const end = performance.now() + 1000 * seconds;
    let gpu: GpuWork | null = null;
    do {
      const percepts = await moment(npcs, backend);
      counter?.take();
      taken.push(await service.decide(percepts));
      gpu = counter?.take() ?? null;
    } while (performance.now() < end || taken.length < 2);
    counts.push({
      npcs,
      run: spread(taken.map(({ timings }) => timings.run)),
      total: spread(taken.map(({ timings }) => timings.total)),
      gpu,
    });
  }
  await service.dispose();
  counter?.dispose();
  return { ready, counts };
}

async function moment(npcs: number, backend: Backend): Promise<Percepts> {
  const sample = sampleMoment();
  const rows = Array.from({ length: npcs }, (_, i) => {
    const row = sample.npcs[i % sample.npcs.length]!;
    return { ...row, id: `npc ${i}`, name: `Guide ${i}` };
  });
  const { frame } = sample;
  if (backend === "wasm" || !frame) return { ...sample, npcs: rows };
  // On WebGPU the picture comes as the scene hands it over: as a bitmap that the GPU cuts into patches.
  const bytes = new Uint8ClampedArray(frame.pixels as Uint8Array<ArrayBuffer>);
  const pixels = await createImageBitmap(new ImageData(bytes, FRAME_WIDTH, FRAME_HEIGHT));
  return { ...sample, npcs: rows, frame: { ...frame, pixels } };
}
