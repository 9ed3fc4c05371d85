import { isBlank } from "../model/blankFrame.js";
import type { ModelOutputs } from "../model/decode.js";
import { ObservationEncoder } from "../model/encode/observationEncoder.js";
import type { Explanation, WhyQuery } from "../model/focus.js";
import { FocusDecider, type InTurn, type RunModel } from "../model/focusDecider.js";
import { FrameMemory } from "../model/frameMemory.js";
import { FRAME_HEIGHT, FRAME_WIDTH, type Observation } from "../model/observation.js";
import type { FramePercept, Percepts } from "../model/percepts.js";
import { SerialQueue } from "../model/serialQueue.js";
import { KnownWords } from "../model/text/knownWords.js";
import type { Sentence } from "../model/text/sentence.js";
import { Spelling } from "../model/text/spelling.js";
import { WordTable } from "../model/text/wordTable.js";
import { type BackendHost, type ChosenBackend, chooseBackend } from "./chooseBackend.js";
import { type FetchBytes, loadModelFiles, loadSentenceFiles, type ModelSource } from "./modelFiles.js";
import {
  type AttentionService,
  BAD_PERCEPTS,
  type Decision,
  type WorkerOptions,
  type WorkerReady,
} from "./protocol.js";
import { sampleMoment } from "./sampleMoment.js";
import { SentenceReader } from "./sentenceReader.js";

/** Patches of a bitmap on the model's device. */
export interface FrameOnGpu {
  readonly buffer: GPUBuffer;
  readonly dims: readonly number[];
  cut(bitmap: ImageBitmap): void;
  dispose(): void;
}

/** What the service needs of the place where it runs: a worker or Node. */
export interface ModelHost extends BackendHost {
  readonly fetchBytes: FetchBytes;
  /** The model that `start` uses if no manifest is named. */
  readonly shipped: () => ModelSource;
  /** Null where bitmaps do not exist. */
  readonly frameOnGpu: ((device: GPUDevice) => FrameOnGpu) | null;
  readonly bitmapPixels: ((bitmap: ImageBitmap) => Uint8Array) | null;
  readonly deviceLost: (reason: string) => void;
  /** GPU work since the last call; null if nobody counts. */
  readonly gpuWork: (options: WorkerOptions) => (() => Decision["gpu"]) | null;
}

/** The attention model, one decision at a time. The same in the worker and in Node. */
export class ModelService implements AttentionService {
  private readonly queue = new SerialQueue();
  private running: Running | null = null;
  private reader: Promise<SentenceReader | null> | null = null;
  private openReader: () => Promise<SentenceReader | null> = async () => null;
  private disposed = false;

  constructor(private readonly host: ModelHost) {}

  /** @throws ModelError (missing or wrong files), SlowGpuError, or what the runtime throws. */
  start(options: WorkerOptions): Promise<WorkerReady> {
    return this.queue.run(async () => {
      if (this.running || this.disposed) throw new Error("the attention service is started once");
      this.host.progress("fetching the model", 30);
      const source =
        options.manifestUrl === undefined ? this.host.shipped() : { manifestUrl: options.manifestUrl };
      const files = await loadModelFiles(source, this.host.fetchBytes);
      const table = WordTable.parse(files.words);
      const gpuWork = this.host.gpuWork(options);
      const [sample] = new ObservationEncoder(table).encode(sampleMoment());
      const chosen = await chooseBackend(options, files, sample, this.host);
      const spelling = files.known && new Spelling(KnownWords.parse(files.known));
      const decider = (run: RunModel) => new FocusDecider(table, run, spelling);
      this.running = new Running(chosen, decider, this.host, gpuWork);
      this.watch(chosen.device);
      this.openReader = async () => {
        const sentences = await loadSentenceFiles(source, this.host.fetchBytes);
        return sentences && SentenceReader.create(chosen.session.ort, sentences, table);
      };
      return {
        backend: chosen.session.backend,
        threads: chosen.threads,
        measured: chosen.measured,
        missed: chosen.missed,
        modelBytes: files.attention.byteLength + files.words.byteLength,
        notes: chosen.notes,
      };
    });
  }

  decide(percepts: Percepts): Promise<Decision> {
    return this.queue.run(() => {
      if (!this.running) throw new Error("the attention service is not started");
      return this.running.decide(percepts);
    });
  }

  async explain(queries: readonly WhyQuery[]): Promise<readonly Explanation[]> {
    // Decisions that are queued go between its runs.
    const inTurn: InTurn = (job) =>
      this.queue.run(() => (this.running ? job() : Promise.reject(new Error("the model is gone"))));
    return this.running?.explain(queries, inTurn) ?? [];
  }

  /** The encoder is fetched when it is asked for first. @throws ModelError if its files are not right. */
  async read(texts: readonly string[]): Promise<readonly Sentence[] | null> {
    if (!this.running) throw new Error("the attention service is not started");
    this.reader ??= this.openReader();
    const reader = await this.reader;
    return reader?.read(texts, (job) => this.queue.run(job)) ?? null;
  }

  dispose(): Promise<void> {
    return this.queue.run(async () => {
      this.disposed = true;
      const { running, reader } = this;
      this.running = null;
      this.reader = null;
      await running?.dispose();
      await (await reader?.catch(() => null))?.dispose();
    });
  }

  /** For tests: what a driver reset does to a model on WebGPU. */
  destroyDevice(): void {
    this.running?.destroyDevice();
  }

  private watch(device: GPUDevice | null): void {
    void device?.lost.then(({ message, reason }) => {
      if (!this.disposed) this.host.deviceLost(message || reason);
    });
  }
}

/** A service whose model is loaded. */
class Running {
  private readonly decider: FocusDecider;
  private readonly frame: FrameOnGpu | null;
  private readonly seen = new FrameMemory();
  private runMilliseconds = 0;
  private failed: unknown = null;

  constructor(
    private readonly chosen: ChosenBackend,
    decider: (run: RunModel) => FocusDecider,
    private readonly host: ModelHost,
    private readonly gpuWork: (() => Decision["gpu"]) | null,
  ) {
    this.decider = decider((observation, percepts) => this.run(observation, percepts));
    this.frame = chosen.device && host.frameOnGpu ? host.frameOnGpu(chosen.device) : null;
  }

  async decide(percepts: Percepts): Promise<Decision> {
    const start = this.host.clock();
    this.runMilliseconds = 0;
    this.failed = null;
    this.gpuWork?.();
    try {
      const frame = this.takeFrame(percepts.frame);
      const focuses = await this.decider.decide(this.seen.complete({ ...percepts, frame }));
      const total = this.host.clock() - start;
      const gpu = this.gpuWork?.();
      const timings = { encode: total - this.runMilliseconds, run: this.runMilliseconds, total };
      return gpu ? { focuses, timings, gpu } : { focuses, timings };
    } catch (error) {
      throw this.failed ?? badPercepts(error);
    }
  }

  explain(queries: readonly WhyQuery[], inTurn: InTurn): Promise<readonly Explanation[]> {
    return this.decider.explain(queries, inTurn);
  }

  destroyDevice(): void {
    this.chosen.device?.destroy();
  }

  async dispose(): Promise<void> {
    this.frame?.dispose();
    await this.chosen.session.dispose();
  }

  /** A bitmap goes to the GPU, or becomes bytes; it is closed either way. */
  private takeFrame(frame: FramePercept | null): FramePercept | null {
    if (!frame) return null;
    if (frame.pixels instanceof Uint8Array) {
      if (frame.pixels.length !== FRAME_WIDTH * FRAME_HEIGHT * 4)
        throw wrongSize(`${frame.pixels.length} bytes`);
      return isBlank(frame) ? null : frame;
    }
    const bitmap = frame.pixels;
    try {
      if (bitmap.width !== FRAME_WIDTH || bitmap.height !== FRAME_HEIGHT)
        throw wrongSize(`${bitmap.width} × ${bitmap.height}`);
      if (this.frame) {
        this.frame.cut(bitmap);
        return frame;
      }
      if (!this.host.bitmapPixels)
        throw new Error("a bitmap can't be read here; hand the frame over as bytes");
      const read = { ...frame, pixels: this.host.bitmapPixels(bitmap) };
      return isBlank(read) ? null : read;
    } finally {
      bitmap.close();
    }
  }

  private async run(observation: Observation, { frame }: Percepts): Promise<ModelOutputs> {
    const start = this.host.clock();
    const isOnGpu = observation.usesFrame && !(frame?.pixels instanceof Uint8Array);
    const patches = isOnGpu && this.frame ? this.frame : undefined;
    try {
      const { focus, referents, attention } = await this.chosen.session.run(observation.feeds, patches);
      return { focus: focus.data, referents: referents.data, attention: attention.data };
    } catch (error) {
      this.failed = error;
      throw error;
    } finally {
      this.runMilliseconds += this.host.clock() - start;
    }
  }
}

function wrongSize(got: string): RangeError {
  return new RangeError(`percepts "frame.pixels" must be ${FRAME_WIDTH} × ${FRAME_HEIGHT} RGBA, got ${got}`);
}

function badPercepts(cause: unknown): Error {
  const error = new Error(cause instanceof Error ? cause.message : String(cause), { cause });
  error.name = BAD_PERCEPTS;
  return error;
}
