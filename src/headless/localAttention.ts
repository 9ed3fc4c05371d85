import type { Explanation, WhyQuery } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";
import type { Sentence } from "../model/text/sentence.js";
import type { DecisionMaker } from "../perceptionOptions.js";
import { AttentionClient } from "../worker/attentionClient.js";
import type { AttentionService, Decision, WorkerReady } from "../worker/protocol.js";
import { LocalWorker } from "./localWorker.js";
import type { WorkerFaultKind } from "./scenario.js";
import { StepTimers } from "./stepTimers.js";

export interface LocalAttentionOptions {
  readonly makeService: () => AttentionService;
  /** Address of a manifest that is not there, for `model-missing`. */
  readonly missingManifestUrl: string;
  readonly warn: (text: string) => void;
}

const DEADLINE_SECONDS = 2;

/**
 * The attention client with workers that need no thread, in a time that comes by steps: deadlines and
 * restarts fall on the same step in every run. Between steps `settle` waits for all that needs no time.
 */
export class LocalAttention implements DecisionMaker {
  readonly client: AttentionClient;
  private readonly timers = new StepTimers();
  private worker: LocalWorker | null = null;
  private missing = false;
  private pending: Promise<unknown> = Promise.resolve();
  private missingUntil = Number.POSITIVE_INFINITY;

  constructor(private readonly options: LocalAttentionOptions) {
    this.client = new AttentionClient({
      backend: "wasm",
      deadlineSeconds: DEADLINE_SECONDS,
      timers: this.timers,
      warn: options.warn,
      workerFactory: () => this.makeWorker(),
    });
  }

  async start(): Promise<WorkerReady | null> {
    return this.client.start();
  }

  decide(percepts: Percepts): Promise<Decision | null> {
    const decision = this.client.decide(percepts);
    this.pending = Promise.all([this.pending, decision.catch(() => null)]);
    return decision;
  }

  read(texts: readonly string[]): Promise<readonly Sentence[] | null> {
    const reading = this.client.read(texts);
    this.pending = Promise.all([this.pending, reading.catch(() => null)]);
    return reading;
  }

  explain(queries: readonly WhyQuery[]): Promise<readonly Explanation[]> {
    return this.client.explain(queries);
  }

  dispose(): void {
    this.client.dispose();
  }

  /** To `now`, seconds: deadlines and restarts that are due happen. */
  advance(now: number): void {
    if (now >= this.missingUntil) this.missing = false;
    this.timers.advance(now);
  }

  /** @param until when a missing model is there again, seconds */
  fault(kind: WorkerFaultKind, until: number): void {
    if (kind === "model-missing") {
      this.missing = true;
      this.missingUntil = until;
    }
    this.worker?.fail(kind === "worker-hang" ? "hang" : "crash");
  }

  /** A decision under way ends only when its deadline comes. */
  get isStuck(): boolean {
    return this.worker?.isHung === true && !this.worker.isEnded;
  }

  /** Resolves when nothing goes on that could end without time passing. */
  async settle(): Promise<void> {
    while (this.isStarting()) await nextTurn();
    if (!this.isStuck) await this.pending;
  }

  private isStarting(): boolean {
    const { state } = this.client;
    if (state !== "starting" && state !== "restarting") return false;
    return this.worker !== null && !this.worker.isEnded && !this.isStuck;
  }

  private makeWorker(): Worker {
    const { makeService, missingManifestUrl } = this.options;
    const service = makeService();
    const started: AttentionService = {
      start: async (options) => {
        const ready = await service.start(
          this.missing ? { ...options, manifestUrl: missingManifestUrl } : options,
        );
        // What this machine measured must not decide when a deadline falls.
        return { ...ready, measured: {} };
      },
      decide: (percepts) => service.decide(percepts),
      explain: (queries) => service.explain(queries),
      read: (texts) => service.read(texts),
      dispose: () => service.dispose(),
    };
    this.worker = new LocalWorker(started);
    return this.worker as unknown as Worker;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setTimeout(done, 1));
}
