import type { Finder } from "../model/saliency/finder.js";
import { networkFetch } from "./fetchBytes.js";
import { loadFinder } from "./modelFiles.js";
import { shippedModel } from "./shippedModel.js";

/**
 * What `saliencyOf` finds faces, writing and things with: 0.1 MB, fetched now.
 * @param manifestUrl as for the attention model. Default: the model shipped with the package.
 * @returns null where the manifest names no such file. @throws ModelError for a missing or a wrong file.
 */
export function loadSaliencyFinder(manifestUrl?: string): Promise<Finder | null> {
  const source = manifestUrl === undefined ? shippedModel() : { manifestUrl };
  return loadFinder(
    source,
    networkFetch(() => undefined),
  );
}
