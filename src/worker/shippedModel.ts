import manifest from "../../assets/models/manifest.json";
import type { ModelSource } from "./modelFiles.js";

/**
 * The model that comes with the package. Each file is named as `new URL(…, import.meta.url)`, which
 * bundlers understand: they copy it and put its new address here. The manifest travels in the code:
 * bundlers rename files, so the names in it are looked up here and not beside it.
 */
export function shippedModel(): ModelSource {
  return {
    manifest,
    urls: {
      "attention.onnx": new URL("../../assets/models/attention.onnx", import.meta.url).href,
      "canary.json": new URL("../../assets/models/canary.json", import.meta.url).href,
      "words.bin": new URL("../../assets/models/words.bin", import.meta.url).href,
      "known.bin": new URL("../../assets/models/known.bin", import.meta.url).href,
      "sentences.onnx": new URL("../../assets/models/sentences.onnx", import.meta.url).href,
      "vocabulary.bin": new URL("../../assets/models/vocabulary.bin", import.meta.url).href,
    },
  };
}

/** The same, for the worker that looks at pictures. */
export function shippedFinder(): ModelSource {
  const url = new URL("../../assets/models/saliency.bin", import.meta.url).href;
  return { manifest, urls: { "saliency.bin": url } };
}
