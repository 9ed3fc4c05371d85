/**
 * manifest.json: which files make up the model, how long they are and their SHA-256. A file is
 * handed to the runtime only after both are right: a broken ONNX file can crash the runtime.
 */
import { sha256 } from "./sha256.js";

export interface ManifestFile {
  /** Name of the file, beside the manifest. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hex, 64 digits. */
  readonly sha256: string;
}

export interface Manifest {
  readonly version: 1;
  readonly files: Readonly<Record<"attention" | "words", ManifestFile>> & {
    /** The finder of faces, writing and things; a model may do without. */
    readonly saliency?: ManifestFile;
    /** The sentence encoder, with its vocabulary; a model may do without: then nobody reads sentences. */
    readonly sentences?: ManifestFile;
    readonly vocabulary?: ManifestFile;
    /** Which words are words; a model may do without: then lines are read as they are written. */
    readonly known?: ManifestFile;
    /** What the model returns for the sample moment: a backend that returns something else is not used. */
    readonly canary?: ManifestFile;
  };
}

/** Name of a ModelError: all that is left of its class after it came from a worker. */
export const MODEL_ERROR = "ModelError";

/** The model's files are missing or are not those of the manifest. Trying again would not help. */
export class ModelError extends Error {
  override readonly name = MODEL_ERROR;
}

const REMEDY =
  "copy all files of one release's assets/models together, and point manifestUrl at their manifest.json";

/** @throws ModelError that names the field. `where` is the manifest's address, for the message. */
export function parseManifest(value: unknown, where: string): Manifest {
  const manifest = (value ?? {}) as Partial<Manifest>;
  if (manifest.version !== 1) malformed(where, "version", "1", manifest.version);
  const files = (manifest.files ?? {}) as Partial<Manifest["files"]>;
  return {
    version: 1,
    files: {
      attention: parseFile(files.attention, where, "files.attention"),
      words: parseFile(files.words, where, "files.words"),
      ...(files.saliency && { saliency: parseFile(files.saliency, where, "files.saliency") }),
      ...(files.sentences && {
        sentences: parseFile(files.sentences, where, "files.sentences"),
        vocabulary: parseFile(files.vocabulary, where, "files.vocabulary"),
      }),
      ...(files.known && { known: parseFile(files.known, where, "files.known") }),
      ...(files.canary && { canary: parseFile(files.canary, where, "files.canary") }),
    },
  };
}

/** @throws ModelError if the text is no JSON, with its beginning: often it is a web page. */
export function parseManifestText(text: string, where: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ModelError(
      `model manifest ${where}: expected JSON, got "${text.trim().slice(0, 40)}"; ${REMEDY}`,
    );
  }
  return parseManifest(value, where);
}

/** @throws ModelError naming the file, what was expected and what came. */
export async function verifyFile(
  entry: ManifestFile,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
): Promise<void> {
  if (bytes.byteLength !== entry.bytes)
    throw new ModelError(
      `model file "${entry.file}" (${where}): expected ${entry.bytes} bytes, got ${bytes.byteLength}; ${REMEDY}`,
    );
  const sum = await sha256(bytes);
  if (sum !== entry.sha256)
    throw new ModelError(
      `model file "${entry.file}" (${where}): expected SHA-256 ${entry.sha256}, got ${sum}; ${REMEDY}`,
    );
}

/** What a missing file is told as. */
export function missingFile(file: string, where: string, got: string): ModelError {
  return new ModelError(`model file "${file}" (${where}): ${got}; ${REMEDY}`);
}

function parseFile(value: Partial<ManifestFile> | undefined, where: string, field: string): ManifestFile {
  const { file, bytes, sha256: sum } = value ?? {};
  if (typeof file !== "string" || !/^[\w-][\w.-]*$/.test(file))
    malformed(where, `${field}.file`, "the name of a file beside the manifest", file);
  if (!Number.isSafeInteger(bytes) || bytes! <= 0)
    malformed(where, `${field}.bytes`, "its length, above 0", bytes);
  if (typeof sum !== "string" || !/^[0-9a-f]{64}$/.test(sum))
    malformed(where, `${field}.sha256`, "64 digits of lower-case hex", sum);
  return { file, bytes: bytes!, sha256: sum };
}

function malformed(where: string, field: string, wanted: string, got: unknown): never {
  throw new ModelError(
    `model manifest ${where}: "${field}" must be ${wanted}, got ${JSON.stringify(got) ?? "nothing"}; ${REMEDY}`,
  );
}
