/** The model without a screen: the same service in Node, on WASM, its files read from disk. */
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { missingFile } from "../model/manifest.js";
import type { Finder } from "../model/saliency/finder.js";
import { loadFinder, type ModelSource } from "./modelFiles.js";
import { type ModelHost, ModelService } from "./modelService.js";
import { loadOrt } from "./ort.js";

/**
 * Started with a file: address as `manifestUrl`; default: assets/models of this package.
 * @param host what this place has beyond Node
 */
export function createNodeService(host: Partial<ModelHost> = {}): ModelService {
  return new ModelService({
    fetchBytes: readModelFile,
    shipped: shippedFiles,
    loadOrt,
    adapter: async () => "none",
    clock: () => performance.now(),
    progress: () => undefined,
    deviceLost: () => undefined,
    frameOnGpu: null,
    bitmapPixels: null,
    ...host,
  });
}

/**
 * What saliency finds faces with; null where the model has none.
 * @param manifestUrl file: address; default: assets/models of this package
 */
export function loadNodeFinder(manifestUrl?: string): Promise<Finder | null> {
  return loadFinder(manifestUrl === undefined ? shippedFiles() : { manifestUrl }, readModelFile);
}

function shippedFiles(): ModelSource {
  return { manifestUrl: new URL("../../assets/models/manifest.json", import.meta.url).href };
}

async function readModelFile(url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(fileURLToPath(url)));
  } catch (error) {
    throw missingFile(url.slice(url.lastIndexOf("/") + 1), url, `can't be read: ${(error as Error).message}`);
  }
}
