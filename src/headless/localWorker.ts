import { expose } from "comlink";
import type { AttentionService, Fault, WorkerEvent, WorkerService } from "../worker/protocol.js";

/**
 * What is a worker to the attention client, without a thread of its own: messages are cloned and moved as
 * between threads, so that the client, its deadlines and its restarts are those of the product.
 */
export class LocalWorker extends EventTarget {
  private readonly channel = new MessageChannel();
  private hung = false;
  private ended = false;

  /** @param makeService the service, made anew for each worker */
  constructor(private readonly service: AttentionService) {
    super();
    const exposed: WorkerService = {
      start: (options) => service.start(options),
      decide: (percepts) => service.decide(percepts),
      explain: (queries) => service.explain(queries),
      read: (texts) => service.read(texts),
      dispose: () => service.dispose(),
      fault: async (kind) => this.fail(kind),
    };
    expose(exposed, this.channel.port2);
    this.channel.port1.onmessage = ({ data }) => this.tell(data);
    // A worker's script is loaded after its maker has begun to listen.
    queueMicrotask(() => this.tell({ type: "listening" } satisfies WorkerEvent));
  }

  /** It never answers again. */
  get isHung(): boolean {
    return this.hung;
  }

  get isEnded(): boolean {
    return this.ended;
  }

  postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
    if (this.ended || this.hung) return;
    const moved = Array.isArray(options) ? options : (options?.transfer ?? []);
    this.channel.port1.postMessage(message, moved);
  }

  terminate(): void {
    if (this.ended) return;
    this.ended = true;
    this.channel.port1.close();
    this.channel.port2.close();
    void this.service.dispose();
  }

  /** As a real fault: out of the blue. */
  fail(kind: Fault): void {
    if (kind === "hang") this.hung = true;
    else
      this.dispatchEvent(
        Object.assign(new Event("error"), { message: "simulated crash of the attention worker" }),
      );
  }

  private tell(data: unknown): void {
    if (!this.hung && !this.ended) this.dispatchEvent(new MessageEvent("message", { data }));
  }
}
