import {
  type Manifest,
  type ManifestFile,
  missingFile,
  parseManifest,
  parseManifestText,
  verifyFile,
} from "../model/manifest.js";
import { Finder } from "../model/saliency/finder.js";
import { type Canary, parseCanary } from "./canary.js";

/** Reads a whole file; `seconds` without a byte are not to pass unnoticed: it reports progress by itself. */
export type FetchBytes = (url: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Where a model comes from: a manifest's address, or a manifest at hand with the address of each file. */
export type ModelSource =
  | { readonly manifestUrl: string }
  | { readonly manifest: unknown; readonly urls: Readonly<Record<string, string>> };

export interface ModelFiles {
  /** What the model is to return for the sample moment; null: nobody wrote it down. */
  readonly canary: Canary | null;
  readonly attention: Uint8Array<ArrayBuffer>;
  readonly words: Uint8Array<ArrayBuffer>;
  /** Which words are known; null: lines are read as they are written. */
  readonly known: Uint8Array<ArrayBuffer> | null;
}

export interface SentenceFiles {
  readonly sentences: Uint8Array<ArrayBuffer>;
  readonly vocabulary: Uint8Array<ArrayBuffer>;
}

/** Fetches and verifies. @throws ModelError: something is missing or is not what the manifest says. */
export async function loadModelFiles(source: ModelSource, fetchBytes: FetchBytes): Promise<ModelFiles> {
  const { files, load } = await openManifest(source, fetchBytes);
  const [attention, words, known, sample] = await Promise.all([
    load(files.attention),
    load(files.words),
    files.known ? load(files.known) : null,
    files.canary ? load(files.canary) : null,
  ]);
  const canary = sample && parseCanary(sample);
  // One that was written for other weights says nothing of these.
  const isOfThese = canary?.model === files.attention.sha256;
  return { attention, words, known, canary: isOfThese ? canary : null };
}

/** The sentence encoder's files; null: this model has none. @throws ModelError, as loadModelFiles does. */
export async function loadSentenceFiles(
  source: ModelSource,
  fetchBytes: FetchBytes,
): Promise<SentenceFiles | null> {
  const { files, load } = await openManifest(source, fetchBytes);
  if (!files.sentences || !files.vocabulary) return null;
  const [sentences, vocabulary] = await Promise.all([load(files.sentences), load(files.vocabulary)]);
  return { sentences, vocabulary };
}

/** What saliency finds faces with; null for a model that has none. @throws ModelError as above. */
export async function loadFinder(source: ModelSource, fetchBytes: FetchBytes): Promise<Finder | null> {
  const { files, load } = await openManifest(source, fetchBytes);
  return files.saliency ? new Finder(await load(files.saliency)) : null;
}

interface OpenManifest {
  readonly files: Manifest["files"];
  readonly load: (entry: ManifestFile) => Promise<Uint8Array<ArrayBuffer>>;
}

async function openManifest(source: ModelSource, fetchBytes: FetchBytes): Promise<OpenManifest> {
  const { manifest, urlOf } = await readManifest(source, fetchBytes);
  const load = async (entry: ManifestFile) => {
    const url = urlOf(entry.file);
    const bytes = await fetchBytes(url);
    await verifyFile(entry, bytes, url);
    return bytes;
  };
  return { files: manifest.files, load };
}

async function readManifest(
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
