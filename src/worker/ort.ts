/** onnxruntime-web, loaded by capability: the WebGPU entry is 3 MB (gzip) more than the WASM one. */
import type { WorkerOptions } from "./protocol.js";

export type Ort = typeof import("onnxruntime-web/wasm");
export type OrtEntry = "wasm" | "webgpu";

/** More threads give little on a model this small, and the game wants the cores. */
const MAX_THREADS = 2;

/** Name that the runtime gives to its thread workers. */
const THREAD_NAME = "em-pthread";

export function loadOrt(entry: OrtEntry): Promise<Ort> {
  return entry === "webgpu" ? import("onnxruntime-web/webgpu") : import("onnxruntime-web/wasm");
}

/**
 * Is this script running as one of the runtime's own threads? Bundlers that put a worker into one
 * file make each thread load the whole worker: it must then load the runtime and nothing else.
 */
export function isRuntimeThread(): boolean {
  return typeof self !== "undefined" && typeof self.name === "string" && self.name.startsWith(THREAD_NAME);
}

/** `env` belongs to the module instance: to be set before the first session. Returns the threads. */
export function configureOrt(ort: Ort, entry: OrtEntry, wasmPaths: WorkerOptions["wasmPaths"]): number {
  ort.env.logLevel = "error";
  if (wasmPaths !== undefined)
    ort.env.wasm.wasmPaths = typeof wasmPaths === "string" ? wasmPaths : { ...wasmPaths };
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  // Threads load the WASM entry (see worker.ts), so the WebGPU entry goes without.
  const threads =
    entry === "wasm" && globalThis.crossOriginIsolated ? Math.min(MAX_THREADS, Math.max(1, cores >> 1)) : 1;
  ort.env.wasm.numThreads = threads;
  return threads;
}
