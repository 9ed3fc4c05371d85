import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

const SHIPPED = fileURLToPath(new URL("../../assets/models", import.meta.url));

/** A copy of the shipped model that a test may spoil; it is gone when the test ends. */
export function modelFolder() {
  const folder = mkdtempSync(join(tmpdir(), "models-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(SHIPPED, folder, { recursive: true });
  return {
    manifestUrl: pathToFileURL(join(folder, "manifest.json")).href,
    remove: (file: string) => rmSync(join(folder, file)),
    write: (file: string, data: string | Uint8Array) => writeFileSync(join(folder, file), data),
    read: (file: string) => new Uint8Array(readFileSync(join(folder, file))),
  };
}
