import { Observable } from "@babylonjs/core/Misc/observable.js";
import { transfer } from "comlink";
import type { Explanation, WhyQuery } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";
import type { Picture } from "../model/saliency/picture.js";
import type { SaliencyMap } from "../model/saliency/saliency.js";
import type { Sentence } from "../model/text/sentence.js";
import { PictureClient } from "./pictureClient.js";
import {
  BAD_PERCEPTS,
  type Decision,
  type Fault,
  type WorkerOptions,
  type WorkerReady,
  type WorkerService,
} from "./protocol.js";
import { RestartPolicy } from "./restartPolicy.js";
import { REAL_TIMERS, type Timers } from "./timers.js";
import { closeFrame, transferables } from "./transferables.js";
import { WorkerConnection, WorkerFault } from "./workerConnection.js";

export interface AttentionClientOptions extends Partial<WorkerOptions> {
  /** Makes the worker, where a bundler can't find it by itself. Default: the package's own `worker.js`. */
  readonly workerFactory?: () => Worker;
  /** The same for the worker that looks at pictures, `pictureWorker.js`: it is made with the first look(). */
  readonly pictureWorkerFactory?: () => Worker;
  /**
   * A decision that takes longer counts as a hang. Seconds, default 3; never less than 40 times what
   * one run of the model was measured to take at the start.
   */
  readonly deadlineSeconds?: number;
  readonly warn?: (text: string) => void;
  /** For a run whose time comes by steps. Default: the runtime's timers. */
  readonly timers?: Timers;
}

/** `failed`: it will not be tried again. */
export type ClientState = "starting" | "ready" | "restarting" | "failed" | "disposed";

const DEADLINE_SECONDS = 3;
/** A decision may wait for a run of an explanation, be several runs itself, and others want the cores. */
const PATIENCE = 40;
/** NPCs in the moment that the model is measured on. */
const MEASURED_NPCS = 8;
/** WebGPU compiles shaders for sizes that it has not met: its first decisions get more time. */
const FIRST_DECISIONS = 20;
const FIRST_DECISION_SECONDS = 20;
const READ_SECONDS = 60;
const SECONDS_A_SENTENCE = 0.2;

/**
 * The model in its worker, as the main thread sees it. Nothing here blocks, hangs or throws: where
 * there is no model (yet, for now, or at all), decide() gives null and the caller asks ruleFocus.
 */
export class AttentionClient {
  readonly onStateChangedObservable = new Observable<ClientState>();

  private connection: WorkerConnection<WorkerService> | null = null;
  private pictures: PictureClient | null = null;
  private current: ClientState = "starting";
  private info: WorkerReady | null = null;
  private readonly policy = new RestartPolicy();
  private readonly told = new Set<string>();
  private decisions = 0;
  private retry: unknown;
  private started: Promise<WorkerReady | null> | null = null;
  private settleStart: (ready: WorkerReady | null) => void = () => undefined;

  /** @throws RangeError if an option is out of range. */
  constructor(private readonly options: AttentionClientOptions = {}) {
    const { deadlineSeconds = DEADLINE_SECONDS } = options;
    if (!(Number.isFinite(deadlineSeconds) && deadlineSeconds > 0))
      throw new RangeError(`attention option "deadlineSeconds" must be above 0, got ${deadlineSeconds}`);
  }

  get state(): ClientState {
    return this.current;
  }

  /** What the worker said when it was ready last: backend, threads, measured times. */
  get ready(): WorkerReady | null {
    return this.info;
  }

  /** Resolves when the model is ready for the first time; null: it failed or was disposed. Twice is fine. */
  start(): Promise<WorkerReady | null> {
    this.started ??= new Promise((resolve) => {
      this.settleStart = resolve;
      if (this.current === "disposed") resolve(null);
      else void this.launch();
    });
    return this.started;
  }

  /**
   * One decision for all NPCs; null: no model now. Takes the frame and the PCM with it: they move to
   * the worker, or a bitmap is closed.
   */
  async decide(percepts: Percepts): Promise<Decision | null> {
    const { connection } = this;
    if (!connection || this.current !== "ready") {
      closeFrame(percepts);
      return null;
    }
    try {
      const moved = transferables(percepts);
      const decision = await connection.call(this.patience(percepts.npcs.length), (remote) =>
        remote.decide(transfer({ ...percepts }, moved)),
      );
      this.decisions++;
      this.policy.succeeded();
      return decision;
    } catch (error) {
      this.onRefused(connection, error);
      return null;
    }
  }

  /** Why focuses lie where they do, in the moment decided last; empty: no model now, or it could not be told. */
  async explain(queries: readonly WhyQuery[]): Promise<readonly Explanation[]> {
    const { connection } = this;
    if (!connection || this.current !== "ready" || queries.length === 0) return [];
    try {
      const seconds = this.patience(queries.length);
      return await connection.call(seconds, (remote) => remote.explain([...queries]));
    } catch {
      // A worker that is broken is found out by the next decision.
      return [];
    }
  }

  /** What sentences say; null: no encoder now, or none at all (warned once if its files are not right). */
  async read(texts: readonly string[]): Promise<readonly Sentence[] | null> {
    const { connection } = this;
    if (!connection || this.current !== "ready") return null;
    if (texts.length === 0) return [];
    try {
      // Decisions go between; the first call fetches the encoder.
      const seconds = READ_SECONDS + texts.length * SECONDS_A_SENTENCE;
      return await connection.call(seconds, (remote) => remote.read([...texts]));
    } catch (error) {
      if (!(error instanceof WorkerFault))
        this.warnOnce(
          "sentences",
          `sentences can't be read, only their words are: ${(error as Error).message}`,
        );
      return null;
    }
  }

  /**
   * Where a picture draws the eye; null: no model now, or what it finds faces with is not right (warned once).
   * @throws RangeError for a picture whose size is not that of its bytes.
   */
  async look(picture: Picture): Promise<SaliencyMap | null> {
    if (this.current !== "ready") return null;
    try {
      this.pictures ??= new PictureClient({
        workerFactory: this.options.pictureWorkerFactory,
        manifestUrl: absolute(this.options.manifestUrl),
        timers: this.options.timers,
      });
      return await this.pictures.look(picture);
    } catch (error) {
      const { name, message } = error as Error;
      if (name === "RangeError") throw new RangeError(message);
      if (!(error instanceof WorkerFault && error.kind === "closed"))
        this.warnOnce("saliency", `pictures can't be looked at: ${message}`);
      return null;
    }
  }

  /** For tests of recovery: makes the worker crash, hang or lose its GPU in earnest. */
  async simulateFault(kind: Fault): Promise<void> {
    await this.connection?.call(this.patience(), (remote) => remote.fault(kind)).catch(() => undefined);
  }

  /** Ends the worker; calls under way give null. Twice is fine. */
  dispose(): void {
    if (this.current === "disposed") return;
    this.release();
    this.pictures?.dispose();
    this.setState("disposed");
    this.settleStart(null);
    this.onStateChangedObservable.clear();
  }

  private async launch(): Promise<void> {
    let connection: WorkerConnection<WorkerService> | null = null;
    try {
      connection = new WorkerConnection<WorkerService>(
        this.createWorker(),
        (fault) => this.onEnded(fault),
        this.options.timers,
      );
      this.connection = connection;
      this.onReady(await connection.start((remote) => remote.start(this.workerOptions())));
    } catch (error) {
      // A WorkerFault has been judged already, when it happened; a closed worker needs no verdict.
      if (this.connection === connection && !(error instanceof WorkerFault)) this.onEnded(error);
    }
  }

  private createWorker(): Worker {
    if (this.options.workerFactory) return this.options.workerFactory();
    // Bundlers look for these very words.
    return new Worker(new URL("./worker.js", import.meta.url), {
      type: "module",
      name: "babylon-perception",
    });
  }

  private workerOptions(): WorkerOptions {
    const { manifestUrl, wasmPaths, backend = "auto" } = this.options;
    return {
      manifestUrl: absolute(manifestUrl),
      wasmPaths:
        typeof wasmPaths === "object"
          ? { mjs: absolute(wasmPaths.mjs), wasm: absolute(wasmPaths.wasm) }
          : absolute(wasmPaths),
      backend: this.policy.wasmOnly ? "wasm" : backend,
    };
  }

  private onReady(ready: WorkerReady): void {
    this.info = { ...ready, notes: [...this.policy.notes, ...ready.notes] };
    this.decisions = 0;
    if (this.options.backend === "webgpu" && ready.backend !== "webgpu")
      this.warnOnce(
        "backend",
        `attention runs on WASM though WebGPU was asked for: ${this.info.notes.join("; ")}`,
      );
    this.setState("ready");
    this.settleStart(this.info);
  }

  /** The worker is gone, or refused to start. */
  private onEnded(error: unknown): void {
    this.release();
    if (this.current === "disposed") return;
    const verdict = this.policy.judge(error);
    if (verdict.warning) this.warnOnce(verdict.topic, verdict.warning);
    if (verdict.kind === "give-up") {
      this.setState("failed");
      this.settleStart(null);
      return;
    }
    if (this.info) this.setState("restarting");
    this.retry = this.timers.set(() => void this.launch(), verdict.delaySeconds);
  }

  /** A decision was refused: percepts that it can't read are told once, anything else ends the worker. */
  private onRefused(connection: WorkerConnection<WorkerService>, error: unknown): void {
    if (error instanceof WorkerFault) return;
    const { name, message } = error as Error;
    if (name === BAD_PERCEPTS || name === "DataCloneError")
      this.warnOnce(`percepts ${message}`, `the attention model can't read the percepts: ${message}`);
    else connection.condemn(message);
  }

  private get timers(): Timers {
    return this.options.timers ?? REAL_TIMERS;
  }

  /** Seconds to wait for one decision: the option, or more where the measurement at start says so. */
  private patience(npcs = 0): number {
    const { deadlineSeconds = DEADLINE_SECONDS } = this.options;
    const { backend = "wasm", measured = {} } = this.info ?? {};
    // In a stepped time the machine's own speed must not show.
    const run = this.options.timers ? 0 : (measured[backend] ?? 0) / 1000;
    const usual = run * Math.max(1, npcs / MEASURED_NPCS);
    const compiling = backend === "webgpu" && this.decisions < FIRST_DECISIONS ? FIRST_DECISION_SECONDS : 0;
    return Math.max(deadlineSeconds, compiling, PATIENCE * usual);
  }

  private release(): void {
    this.timers.clear(this.retry);
    const { connection } = this;
    this.connection = null;
    connection?.close();
  }

  private setState(state: ClientState): void {
    if (this.current === state) return;
    this.current = state;
    this.onStateChangedObservable.notifyObservers(state);
  }

  private warnOnce(topic: string, text: string): void {
    if (this.told.has(topic)) return;
    this.told.add(topic);
    this.options.warn?.(text);
  }
}

/** Relative addresses mean the page's: in the worker they would mean its script's. */
function absolute(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url, globalThis.location?.href).href;
}
