/** Which backend runs the model: asked for, or measured; none that gives other results than the canary. */
import { ModelError } from "../model/manifest.js";
import type { Observation } from "../model/observation.js";
import { CANARY_TOLERANCE, canaryError, largestDifference } from "./canary.js";
import type { ModelFiles } from "./modelFiles.js";
import { ModelSession, type Outputs } from "./modelSession.js";
import { configureOrt, type Ort, type OrtEntry } from "./ort.js";
import { type Backend, SLOW_GPU, type WorkerOptions } from "./protocol.js";

export type Adapter = "none" | "software" | "hardware";

export interface BackendHost {
  loadOrt(entry: OrtEntry): Promise<Ort>;
  adapter(): Promise<Adapter>;
  /** Milliseconds. */
  clock(): number;
  /** A step begins, which may take this long. */
  progress(step: string, seconds: number): void;
}

export interface ChosenBackend {
  readonly session: ModelSession;
  readonly device: GPUDevice | null;
  readonly threads: number;
  readonly measured: Partial<Record<Backend, number>>;
  readonly missed: Partial<Record<Backend, number>>;
  readonly notes: readonly string[];
}

/** The start waits this long for a GPU's first run (it compiles shaders) before it settles for WASM. */
const GPU_PATIENCE_SECONDS = 5;
const RUNS = 5;
/** Probabilities of a GPU may differ by this much from the known ones and from WASM's; more, and it is not believed. */
const TOLERANCE = 1e-2;

type Model = Pick<ModelFiles, "attention" | "canary">;

/** @throws ModelError if even WASM gives other results than the canary. */
export async function chooseBackend(
  options: WorkerOptions,
  model: Model,
  sample: Observation,
  host: BackendHost,
): Promise<ChosenBackend> {
  const notes: string[] = [];
  if (await wantsGpu(options.backend, host, notes)) {
    const ort = await open(host, "webgpu", options);
    const chosen = await tryGpu(ort, options.backend, model, sample, host, notes);
    if (chosen) return chosen;
  }
  const ort = await open(host, "wasm", options);
  host.progress("measuring WASM", 30);
  const session = await ModelSession.create(ort, "wasm", model.attention);
  const { milliseconds, outputs } = await measure(session, sample, host);
  const missed = { wasm: await refuseStrange(session, model, outputs) };
  const threads = ort.env.wasm.numThreads ?? 1;
  return { session, device: null, threads, measured: { wasm: milliseconds }, missed, notes };
}

/** Compiles what the first run compiles and returns the median of the runs after it. */
async function measure(
  session: ModelSession,
  sample: Observation,
  host: BackendHost,
  runs = RUNS,
): Promise<{ milliseconds: number; outputs: Outputs }> {
  let outputs = await session.run(sample.feeds);
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = host.clock();
    outputs = await session.run(sample.feeds);
    times.push(host.clock() - start);
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[runs >> 1], outputs };
}

async function wantsGpu(
  backend: WorkerOptions["backend"],
  host: BackendHost,
  notes: string[],
): Promise<boolean> {
  if (backend === "wasm") return false;
  const adapter = await host.adapter();
  if (adapter === "none") notes.push("WebGPU passed over: this browser offers no adapter");
  if (adapter === "software" && backend === "auto") {
    notes.push("WebGPU passed over: the adapter is software, WASM is faster");
    return false;
  }
  return adapter !== "none";
}

async function open(host: BackendHost, entry: OrtEntry, options: WorkerOptions): Promise<Ort> {
  host.progress(`loading onnxruntime-web/${entry}`, 120);
  const ort = await host.loadOrt(entry);
  configureOrt(ort, entry, options.wasmPaths);
  return ort;
}

/** Null: the GPU takes no session; the reason is in the notes. */
async function tryGpu(
  ort: Ort,
  backend: WorkerOptions["backend"],
  model: Model,
  sample: Observation,
  host: BackendHost,
  notes: string[],
): Promise<ChosenBackend | null> {
  host.progress("loading the model on WebGPU", 60);
  let session: ModelSession;
  try {
    session = await ModelSession.create(ort, "webgpu", model.attention);
  } catch (error) {
    notes.push(`WebGPU passed over: ${error instanceof Error ? error.message : error}`);
    return null;
  }
  const device = (await ort.env.webgpu.device) as GPUDevice;
  // Who asks for WebGPU gets it however slow it is; one run shows what to expect.
  const [patience, runs] = backend === "auto" ? [GPU_PATIENCE_SECONDS, RUNS] : [120, 1];
  host.progress("measuring WebGPU", 2 * patience);
  const gpu = await within(measure(session, sample, host, runs), patience);
  const miss = canaryError(model.canary, gpu.outputs);
  if (!(miss <= TOLERANCE)) {
    notes.push(`WebGPU passed over: it misses the model's known results by ${miss.toPrecision(2)}`);
    await session.dispose();
    return null;
  }
  if (backend === "webgpu") {
    const measured = { webgpu: gpu.milliseconds };
    return { session, device, threads: 1, measured, missed: { webgpu: miss }, notes };
  }
  host.progress("measuring WASM", 30);
  const other = await ModelSession.create(ort, "wasm", model.attention);
  const cpu = await measure(other, sample, host);
  const missed = { webgpu: miss, wasm: await refuseStrange(other, model, cpu.outputs) };
  const measured = { webgpu: gpu.milliseconds, wasm: cpu.milliseconds };
  const error = largestDifference(dataOf(gpu.outputs), cpu.outputs);
  if (!(error <= TOLERANCE))
    notes.push(`WebGPU passed over: its results differ from WASM's by ${error.toPrecision(2)}`);
  else if (measured.webgpu > measured.wasm)
    notes.push(`WebGPU passed over: ${text(measured.webgpu)} a decision, WASM takes ${text(measured.wasm)}`);
  else {
    await other.dispose();
    return { session, device, threads: 1, measured, missed, notes };
  }
  await session.dispose();
  return { session: other, device: null, threads: 1, measured, missed, notes };
}

/** WASM is the last resort: what it gets wrong, nothing here gets right. */
async function refuseStrange(session: ModelSession, { canary }: Model, outputs: Outputs): Promise<number> {
  const miss = canaryError(canary, outputs);
  if (miss <= CANARY_TOLERANCE) return miss;
  await session.dispose();
  throw new ModelError(
    `the model misses its known results by ${miss.toPrecision(2)} on WASM; copy all files of one release's ` +
      "assets/models together, or write canary.json anew (training/README.md)",
  );
}

/** A run can't be cancelled: who gives up on one must give up the worker. */
async function within<T>(work: Promise<T>, seconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(slowGpu(seconds)), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function slowGpu(seconds: number): Error {
  const error = new Error(`WebGPU passed over: its first runs took more than ${seconds} s`);
  error.name = SLOW_GPU;
  return error;
}

function dataOf(outputs: Outputs): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data]));
}

function text(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
