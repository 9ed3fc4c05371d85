/** A model by its manifest: what it is made of, and a name that changes with it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface Model {
  readonly name: string;
  readonly manifestUrl: string;
  /** Of the manifest, which holds the hashes of the files. */
  readonly hash: string;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

/** @param path manifest.json, or the folder it lies in; throws an Error naming the path if it can't be read */
export function modelAt(path: string): Model {
  const manifest = existsSync(path) && statSync(path).isDirectory() ? join(path, "manifest.json") : path;
  let text: string;
  let files: Model["files"];
  try {
    text = readFileSync(manifest, "utf8");
    files = Object.values((JSON.parse(text) as { files: Record<string, Model["files"][number]> }).files);
  } catch (error) {
    throw new Error(
      `the model ${manifest} can't be read: ${(error as Error).message}; name a manifest.json or its folder`,
    );
  }
  const hash = sha(text);
  return {
    name: `${basename(dirname(resolve(manifest)))} ${hash.slice(0, 7)}`,
    manifestUrl: pathToFileURL(resolve(manifest)).href,
    hash,
    files,
  };
}

export const bytesOf = ({ files }: Model) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Of all that the product's own code is made of: another version predicts anew. */
export function codeHash(root: string): string {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return sha(
    files
      .sort()
      .map((file) => `${file}\n${readFileSync(join(root, file), "utf8")}`)
      .join("\n"),
  );
}

export function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
