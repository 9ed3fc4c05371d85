import {
  type Manifest,
  type ManifestFile,
  missingFile,
  parseManifest,
  parseManifestText,
  verifyFile,
} from "../model/manifest.js";
import { Finder } from "../model/saliency/finder.js";

/** Reads a whole file; `seconds` without a byte are not to pass unnoticed: it reports progress by itself. */
export type FetchBytes = (url: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Where a model comes from: a manifest's address, or a manifest at hand with the address of each file. */
export type ModelSource =
  | { readonly manifestUrl: string }
  | { readonly manifest: unknown; readonly urls: Readonly<Record<string, string>> };

export interface ModelFiles {
  readonly attention: Uint8Array<ArrayBuffer>;
  readonly words: Uint8Array<ArrayBuffer>;
}

/** Fetches and verifies. @throws ModelError: something is missing or is not what the manifest says. */
export async function loadModelFiles(source: ModelSource, fetchBytes: FetchBytes): Promise<ModelFiles> {
  const { manifest, urlOf } = await openManifest(source, fetchBytes);
  const load = (entry: ManifestFile) => loadFile(entry, urlOf, fetchBytes);
  const [attention, words] = await Promise.all([load(manifest.files.attention), load(manifest.files.words)]);
  return { attention, words };
}

/** What saliency finds faces with; null for a model that has none. @throws ModelError as above. */
export async function loadFinder(source: ModelSource, fetchBytes: FetchBytes): Promise<Finder | null> {
  const { manifest, urlOf } = await openManifest(source, fetchBytes);
  const { saliency } = manifest.files;
  return saliency ? new Finder(await loadFile(saliency, urlOf, fetchBytes)) : null;
}

async function loadFile(
  entry: ManifestFile,
  urlOf: (file: string) => string,
  fetchBytes: FetchBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = urlOf(entry.file);
  const bytes = await fetchBytes(url);
  await verifyFile(entry, bytes, url);
  return bytes;
}

async function openManifest(
  source: ModelSource,
  fetchBytes: FetchBytes,
): Promise<{ manifest: Manifest; urlOf: (file: string) => string }> {
  if ("manifest" in source) {
    const where = "shipped with the package";
    return {
      manifest: parseManifest(source.manifest, where),
      urlOf: (file) => {
        const url = source.urls[file];
        if (url === undefined) throw missingFile(file, where, "the package has no such file");
        return url;
      },
    };
  }
  const { manifestUrl } = source;
  const text = new TextDecoder().decode(await fetchBytes(manifestUrl));
  const manifest = parseManifestText(text, manifestUrl);
  return { manifest, urlOf: (file) => new URL(file, manifestUrl).href };
}
