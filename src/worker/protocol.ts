/** What the main thread and the worker say to each other (through Comlink). */
import type { Explanation, Focus, WhyQuery } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";
import type { Picture } from "../model/saliency/picture.js";
import type { SaliencyMap } from "../model/saliency/saliency.js";
import type { Sentence } from "../model/text/sentence.js";

export type Backend = "webgpu" | "wasm";

export interface WorkerOptions {
  /** URL of manifest.json; the model files lie beside it. Default: the model shipped with the package. */
  readonly manifestUrl?: string;
  /** "auto" measures both at start-up and keeps the faster. Default "auto". */
  readonly backend: Backend | "auto";
  /**
   * Where onnxruntime-web finds its .wasm and .mjs files: a folder, ending in "/", or the files themselves,
   * which fit one backend only. Default: where the bundler has put them.
   */
  readonly wasmPaths?: string | { readonly mjs?: string; readonly wasm?: string };
}

export interface WorkerReady {
  readonly backend: Backend;
  readonly threads: number;
  /** Median milliseconds of one decision by backend, as measured at start-up; absent: not measured. */
  readonly measured: Partial<Record<Backend, number>>;
  /** Largest difference of its numbers from the model's known results by backend, as checked at start-up. */
  readonly missed: Partial<Record<Backend, number>>;
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
  /** Shares of the senses in the moment decided last. A decision waits for at most one of its runs. */
  explain(queries: readonly WhyQuery[]): Promise<readonly Explanation[]>;
  /** What each text says, in order; null: the model comes without a sentence encoder. */
  read(texts: readonly string[]): Promise<readonly Sentence[] | null>;
  dispose(): Promise<void>;
}

/** What the second worker exposes. */
export interface PictureWorkerService {
  start(options: Pick<WorkerOptions, "manifestUrl">): Promise<void>;
  /** Where a picture draws the eye; without faces, writing and things where the model has no finder of them. */
  look(picture: Picture): Promise<SaliencyMap>;
}

/** For tests of what follows: an error nobody catches, a worker that never answers again, a GPU that goes away. */
export type Fault = "crash" | "hang" | "device-lost";

/** What the worker exposes beyond the service. */
export interface WorkerService extends AttentionService {
  fault(kind: Fault): Promise<void>;
}

/** What the worker tells unasked, beside Comlink's messages (those have an `id`, these a `type`). */
export type WorkerEvent =
  /** It listens now: a call before this one would be lost. */
  | { readonly type: "listening" }
  /** A step of the start begins, which may take this long at most. */
  | { readonly type: "progress"; readonly step: string; readonly seconds: number }
  | { readonly type: "device-lost"; readonly reason: string };

/** `name` of the error with which start() refuses a GPU that is too slow to wait for: start again on WASM. */
export const SLOW_GPU = "SlowGpuError";
/** `name` of the error with which decide() refuses percepts; the worker itself is well. */
export const BAD_PERCEPTS = "BadPerceptsError";
