import type { SynthesisAnswer, SynthesisRequest } from "./synthesisWorker.js";

type Wanted = Omit<SynthesisRequest, "id">;

/** The sounds asked for, in their order, made in a worker that ends with the last of them. */
export async function synthesiseAll(wanted: readonly Wanted[]): Promise<Float32Array<ArrayBuffer>[]> {
  const worker = new Worker(new URL("./synthesisWorker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      const made: Float32Array<ArrayBuffer>[] = [];
      let missing = wanted.length;
      worker.onmessage = ({ data }: MessageEvent<SynthesisAnswer>) => {
        made[data.id] = data.samples;
        missing -= 1;
        if (missing === 0) resolve(made);
      };
      worker.onerror = ({ message }) => reject(new Error(`sounds could not be made: ${message}`));
      wanted.forEach((each, id) => {
        worker.postMessage({ id, ...each } satisfies SynthesisRequest);
      });
    });
  } finally {
    worker.terminate();
  }
}
