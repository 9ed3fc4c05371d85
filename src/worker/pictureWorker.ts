/** Entry of the worker that looks at pictures; it is made when the first is looked at. It acts when it is loaded. */
import { expose } from "comlink";
import { networkFetch } from "./fetchBytes.js";
import { loadFinder } from "./modelFiles.js";
import { PictureService } from "./pictureService.js";
import type { PictureWorkerService, WorkerEvent } from "./protocol.js";
import { shippedFinder } from "./shippedModel.js";

const post = (event: WorkerEvent) => self.postMessage(event);
let service: PictureService | null = null;
const exposed: PictureWorkerService = {
  start: async ({ manifestUrl }) => {
    const source = manifestUrl === undefined ? shippedFinder() : { manifestUrl };
    service = new PictureService(() =>
      loadFinder(
        source,
        networkFetch(() => undefined),
      ),
    );
  },
  look: (picture) => service!.look(picture),
};
expose(exposed);
post({ type: "listening" });
