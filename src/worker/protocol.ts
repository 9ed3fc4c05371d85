/** What the main thread and the worker say to each other (through Comlink). */
import type { Focus } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";

export type Backend = "webgpu" | "wasm";

export interface WorkerOptions {
  /** URL of manifest.json; the model files lie beside it. */
  readonly manifestUrl: string;
  /** "auto" measures both at start-up and keeps the faster. Default "auto". */
  readonly backend: Backend | "auto";
  /** Where onnxruntime-web finds its .wasm/.mjs files; its own default if absent. */
  readonly wasmPaths?: string | { readonly mjs?: string; readonly wasm?: string };
}

export interface WorkerReady {
  readonly backend: Backend;
  readonly threads: number;
  /** Median milliseconds of one decision by backend, as measured at start-up; absent: not measured. */
  readonly measured: Partial<Record<Backend, number>>;
  readonly modelBytes: number;
  /** Why a backend was passed over, in words. */
  readonly notes: readonly string[];
}

export interface Decision {
  readonly focuses: readonly Focus[];
  /** Milliseconds inside the worker. */
  readonly timings: { readonly encode: number; readonly run: number; readonly total: number };
}

/** The service that the worker exposes and that Node runs in-process. */
export interface AttentionService {
  start(options: WorkerOptions): Promise<WorkerReady>;
  /** One decision for all NPCs. Calls are queued: never two runs at once. */
  decide(percepts: Percepts): Promise<Decision>;
  dispose(): Promise<void>;
}
