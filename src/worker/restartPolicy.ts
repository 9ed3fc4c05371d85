import { MODEL_ERROR } from "../model/manifest.js";
import { SLOW_GPU } from "./protocol.js";
import { WorkerFault } from "./workerConnection.js";

const FIRST_DELAY_SECONDS = 0.5;
const LONGEST_DELAY_SECONDS = 30;
/** Faults in a row, without a decision between them. */
const MOST_FAULTS = 5;
/** Lost GPU devices, after which WebGPU is left alone. */
const MOST_DEVICE_LOSSES = 2;

/** What to do about an end of the worker. */
export interface Verdict {
  readonly kind: "restart" | "give-up";
  readonly delaySeconds: number;
  /** To be told once for each `topic`; null: nothing to tell. */
  readonly warning: string | null;
  readonly topic: string;
}

/** Counts what befell the worker, and says when to try again and on what. */
export class RestartPolicy {
  /** WebGPU has failed for good: start on WASM only. */
  wasmOnly = false;
  /** Why, for WorkerReady.notes. */
  readonly notes: string[] = [];
  private faults = 0;
  private deviceLosses = 0;

  /** A decision came back: the worker is well. */
  succeeded(): void {
    this.faults = 0;
  }

  judge(error: unknown): Verdict {
    const name = error instanceof Error ? error.name : "";
    const text = error instanceof Error ? error.message : String(error);
    if (name === MODEL_ERROR) return giveUp("model", text);
    if (name === SLOW_GPU) return this.leaveGpu(text);
    const kind = error instanceof WorkerFault ? error.kind : "crash";
    if (kind === "hang" && error instanceof WorkerFault && error.step?.includes("WebGPU"))
      return this.leaveGpu(`WebGPU passed over: ${text} while ${error.step}`);
    if (kind === "device-lost" && ++this.deviceLosses >= MOST_DEVICE_LOSSES && !this.wasmOnly) {
      this.wasmOnly = true;
      this.notes.push(`WebGPU passed over: its device was lost ${this.deviceLosses} times`);
    }
    if (++this.faults >= MOST_FAULTS)
      return giveUp("gave up", `it failed ${this.faults} times in a row, last: ${text}`);
    const delaySeconds = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (this.faults - 1));
    const warning = `${SAID[kind]} (${text}); it is started again, NPCs follow simple rules meanwhile`;
    return { kind: "restart", delaySeconds, warning, topic: kind };
  }

  /** No fault of the worker: WASM at once, without a warning. */
  private leaveGpu(note: string): Verdict {
    this.wasmOnly = true;
    this.notes.push(note);
    return { kind: "restart", delaySeconds: 0, warning: null, topic: "slow" };
  }
}

const SAID = {
  crash: "the attention worker crashed",
  hang: "the attention worker stopped answering",
  "device-lost": "the attention worker lost its GPU device",
  closed: "the attention worker was closed",
} as const;

function giveUp(topic: string, text: string): Verdict {
  const warning = `attention runs without its model, NPCs follow simple rules: ${text}`;
  return { kind: "give-up", delaySeconds: 0, warning, topic };
}
