import type { Picture } from "../model/saliency/picture.js";
import type { SaliencyMap } from "../model/saliency/saliency.js";
import type { PictureWorkerService } from "./protocol.js";
import type { Timers } from "./timers.js";
import { WorkerConnection } from "./workerConnection.js";

export interface PictureClientOptions {
  readonly workerFactory: (() => Worker) | undefined;
  /** Absolute. */
  readonly manifestUrl: string | undefined;
  readonly timers: Timers | undefined;
}

const LOOK_SECONDS = 60;

/** Looks at pictures in a worker of its own, so that decisions don't wait. A worker that broke is made anew. */
export class PictureClient {
  private worker: Promise<WorkerConnection<PictureWorkerService>> | null = null;
  private connection: WorkerConnection<PictureWorkerService> | null = null;

  constructor(private readonly options: PictureClientOptions) {}

  /** @throws WorkerFault: the worker broke or was closed; else what the service throws, by name and message. */
  async look(picture: Picture): Promise<SaliencyMap> {
    this.worker ??= this.open();
    return (await this.worker).call(LOOK_SECONDS, (remote) => remote.look(picture));
  }

  /** Twice is fine. */
  dispose(): void {
    this.connection?.close();
  }

  private async open(): Promise<WorkerConnection<PictureWorkerService>> {
    const { workerFactory = defaultWorker, manifestUrl, timers } = this.options;
    const forget = () => {
      this.worker = null;
    };
    this.connection = new WorkerConnection<PictureWorkerService>(workerFactory(), forget, timers);
    await this.connection.start((remote) => remote.start({ manifestUrl }));
    return this.connection;
  }
}

function defaultWorker(): Worker {
  // Bundlers look for these very words.
  return new Worker(new URL("./pictureWorker.js", import.meta.url), {
    type: "module",
    name: "babylon-perception pictures",
  });
}
