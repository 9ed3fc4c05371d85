import { bitmapPixels } from "./bitmapPixels.js";
import type { Adapter } from "./chooseBackend.js";
import { networkFetch } from "./fetchBytes.js";
import { GpuPatches } from "./gpuPatches.js";
import type { ModelHost } from "./modelService.js";
import { loadOrt } from "./ort.js";
import type { WorkerEvent } from "./protocol.js";
import { shippedModel } from "./shippedModel.js";

const NEWS_MILLISECONDS = 1000;

/** A dedicated worker in a browser. `post` reaches the main thread. */
export function workerHost(post: (event: WorkerEvent) => void): ModelHost {
  let told = 0;
  const bytesArrived = () => {
    const now = performance.now();
    if (now - told < NEWS_MILLISECONDS) return;
    told = now;
    post({ type: "progress", step: "fetching the model", seconds: 30 });
  };
  return {
    fetchBytes: networkFetch(bytesArrived),
    shipped: shippedModel,
    loadOrt,
    adapter: webgpuAdapter,
    clock: () => performance.now(),
    progress: (step, seconds) => post({ type: "progress", step, seconds }),
    deviceLost: (reason) => post({ type: "device-lost", reason }),
    frameOnGpu: (device) => new GpuPatches(device),
    bitmapPixels,
  };
}

async function webgpuAdapter(): Promise<Adapter> {
  const gpu = navigator.gpu as GPU | undefined;
  const adapter = await gpu?.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) return "none";
  // The flag moved from the adapter to its info.
  const old = (adapter as { isFallbackAdapter?: boolean }).isFallbackAdapter;
  return (adapter.info?.isFallbackAdapter ?? old) ? "software" : "hardware";
}
