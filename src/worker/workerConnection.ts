import { type Remote, wrap } from "comlink";
import { Deadline } from "./deadline.js";
import type { WorkerEvent } from "./protocol.js";
import type { Timers } from "./timers.js";

export type FaultKind = "crash" | "hang" | "device-lost";

/** The worker is of no use any more. */
export class WorkerFault extends Error {
  override readonly name = "WorkerFault";
  constructor(
    readonly kind: FaultKind | "closed",
    message: string,
    /** What the worker was starting when it happened; null once it had started. */
    readonly step: string | null = null,
  ) {
    super(message);
  }
}

/** A worker's script has to load and answer within this, on a slow line too. */
const SCRIPT_SECONDS = 60;

/**
 * One worker from birth to end. Every call settles: with its answer, or with a WorkerFault when the
 * worker crashes, stays silent, loses its GPU or is closed. After a fault the worker is terminated.
 */
export class WorkerConnection<S> {
  // Held as long as the worker: Comlink shuts the line when a proxy is collected.
  private readonly remote: Remote<S>;
  private readonly pending = new Map<(error: Error) => void, Deadline>();
  private readonly listening: Promise<void>;
  private heard: () => void = () => undefined;
  private step: string | null = "loading the worker";
  private fault: WorkerFault | null = null;

  constructor(
    private readonly worker: Worker,
    private readonly onFault: (fault: WorkerFault) => void,
    private readonly timers?: Timers,
  ) {
    this.listening = new Promise((resolve) => {
      this.heard = resolve;
    });
    worker.addEventListener("message", this.onMessage);
    worker.addEventListener("error", this.onError);
    worker.addEventListener("messageerror", this.onMessageError);
    this.remote = wrap<S>(worker);
  }

  /** Waits until the worker listens; each step that it reports renews the deadline. */
  async start<T>(begin: (remote: Remote<S>) => Promise<T>): Promise<T> {
    await this.settle(SCRIPT_SECONDS, this.listening);
    const ready = await this.call(SCRIPT_SECONDS, begin);
    this.step = null;
    return ready;
  }

  call<T>(seconds: number, work: (remote: Remote<S>) => Promise<T>): Promise<T> {
    return this.fault ? Promise.reject(this.fault) : this.settle(seconds, work(this.remote));
  }

  /** Ends the worker because of what it answered. */
  condemn(reason: string): void {
    this.break(new WorkerFault("crash", reason, this.step));
  }

  /** Ends the worker without a fault. Twice is fine. */
  close(): void {
    this.end(new WorkerFault("closed", "the attention worker was closed"));
  }

  private settle<T>(seconds: number, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = () => this.break(new WorkerFault("hang", `no answer within ${seconds} s`, this.step));
      const deadline = new Deadline(seconds, late, this.timers);
      const done = () => {
        deadline.cancel();
        this.pending.delete(reject);
      };
      this.pending.set(reject, deadline);
      work.then(resolve, reject).finally(done);
    });
  }

  private readonly onMessage = ({ data }: MessageEvent<WorkerEvent | undefined>) => {
    if (data?.type === "listening") this.heard();
    if (data?.type === "device-lost") this.break(new WorkerFault("device-lost", data.reason, this.step));
    if (data?.type !== "progress") return;
    this.step = data.step;
    for (const deadline of this.pending.values()) deadline.renew(data.seconds);
  };

  private readonly onError = (event: ErrorEvent) => {
    const text =
      event.message || "its script could not be loaded; pass workerFactory if your bundler moved it";
    this.break(new WorkerFault("crash", text, this.step));
  };

  private readonly onMessageError = () => {
    this.break(new WorkerFault("crash", "a message could not be read", this.step));
  };

  private break(fault: WorkerFault): void {
    if (this.fault) return;
    this.end(fault);
    this.onFault(fault);
  }

  private end(fault: WorkerFault): void {
    if (this.fault) return;
    this.fault = fault;
    this.worker.removeEventListener("message", this.onMessage);
    this.worker.removeEventListener("error", this.onError);
    this.worker.removeEventListener("messageerror", this.onMessageError);
    this.worker.terminate();
    for (const [reject, deadline] of this.pending) {
      deadline.cancel();
      reject(fault);
    }
    this.pending.clear();
  }
}
