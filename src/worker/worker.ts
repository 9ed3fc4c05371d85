/**
 * Entry of the worker: a ModelService behind Comlink.
 * The only module of this package that acts when it is loaded.
 */
import { expose } from "comlink";
import { ModelService } from "./modelService.js";
import { isRuntimeThread, loadOrt } from "./ort.js";
import type { Fault, WorkerEvent, WorkerService } from "./protocol.js";
import { workerHost } from "./workerHost.js";

if (isRuntimeThread()) void loadOrt("wasm");
else serve();

function serve(): void {
  const post = (event: WorkerEvent) => self.postMessage(event);
  const service = new ModelService(workerHost(post));
  const exposed: WorkerService = {
    start: (options) => service.start(options),
    decide: (percepts) => service.decide(percepts),
    explain: (queries) => service.explain(queries),
    read: (texts) => service.read(texts),
    dispose: () => service.dispose(),
    fault: async (kind) => fail(kind, service),
  };
  expose(exposed);
  post({ type: "listening" });
}

/** After the answer has gone out, so that the fault is met as a real one is: out of the blue. */
function fail(kind: Fault, service: ModelService): void {
  setTimeout(() => {
    if (kind === "device-lost") return service.destroyDevice();
    if (kind === "crash") throw new Error("simulated crash of the attention worker");
    for (;;);
  });
}
