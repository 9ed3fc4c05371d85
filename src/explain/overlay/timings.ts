import type { WorkerReady } from "../../worker/protocol.js";
import { element, type OverlayPart, setText } from "./dom.js";
import type { OverlayDecision } from "./source.js";

const ROWS = ["backend", "threads", "encode", "run", "total", "rate"] as const;
const LABELS: Readonly<Record<(typeof ROWS)[number], string>> = {
  backend: "Backend",
  threads: "Threads",
  encode: "Encode",
  run: "Model",
  total: "Total",
  rate: "Decisions",
};
/** Over so many decisions the rate is taken. */
const WINDOW = 24;

/** Where the model runs and how long a decision takes. */
export class Timings implements OverlayPart {
  readonly element = element("dl", "bp-times");
  private readonly cells = new Map<string, HTMLElement>();
  private readonly times: number[] = [];
  private ready: WorkerReady | null = null;

  constructor() {
    for (const row of ROWS) {
      const cell = element("dd", "", { "data-timing": row }, "–");
      this.cells.set(row, cell);
      this.element.append(element("div", "", {}, element("dt", "", {}, LABELS[row]), cell));
    }
  }

  setReady(ready: WorkerReady | null): void {
    this.ready = ready;
    this.set("threads", ready ? String(ready.threads) : "–");
    this.set("backend", ready ? names[ready.backend] : "rules");
  }

  add({ decision }: OverlayDecision): void {
    // As the timings are, of the page's time: the scene's own stands still while nothing is drawn.
    this.times.push(performance.now() / 1000);
    if (this.times.length > WINDOW) this.times.shift();
    const span = (this.times[this.times.length - 1] ?? 0) - (this.times[0] ?? 0);
    this.set("rate", span > 0 ? `${((this.times.length - 1) / span).toFixed(1)} /s` : "–");
    this.set("backend", decision && this.ready ? names[this.ready.backend] : "rules");
    for (const row of ["encode", "run", "total"] as const)
      this.set(row, decision ? `${decision.timings[row].toFixed(1)} ms` : "–");
  }

  private set(row: string, text: string): void {
    const cell = this.cells.get(row);
    if (cell) setText(cell, text);
  }
}

const names = { webgpu: "WebGPU", wasm: "WASM" } as const;
