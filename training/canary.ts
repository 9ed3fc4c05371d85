/**
 * Writes down what the weights return for the sample moment, and lists it in the manifest:
 *   node scripts/node.mjs training/canary.ts [FOLDER]    default assets/models
 * To be run after each export of attention.onnx or words.bin and after each change of the encoder.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ObservationEncoder } from "../src/model/encode/observationEncoder.js";
import { parseManifestText } from "../src/model/manifest.js";
import { sha256 } from "../src/model/sha256.js";
import { WordTable } from "../src/model/text/wordTable.js";
import { canaryText, makeCanary } from "../src/worker/canary.js";
import { ModelSession } from "../src/worker/modelSession.js";
import { configureOrt, loadOrt } from "../src/worker/ort.js";
import { sampleMoment } from "../src/worker/sampleMoment.js";

const FILE = "canary.json";

export async function main([folder = "assets/models"]: string[]): Promise<number> {
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
  const listed = new TextDecoder().decode(read("manifest.json"));
  const { files } = parseManifestText(listed, folder);
  const ort = await loadOrt("wasm");
  configureOrt(ort, "wasm", undefined);
  const session = await ModelSession.create(ort, "wasm", read(files.attention.file));
  const [sample] = new ObservationEncoder(WordTable.parse(read(files.words.file))).encode(sampleMoment());
  const outputs = await session.run(sample.feeds);
  await session.dispose();
  const text = canaryText(makeCanary(await sha256(read(files.attention.file)), outputs));
  const bytes = new TextEncoder().encode(text);
  writeFileSync(join(folder, FILE), bytes);
  const manifest = JSON.parse(listed) as { files: Record<string, unknown> };
  manifest.files.canary = { file: FILE, bytes: bytes.byteLength, sha256: await sha256(bytes) };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  console.error(`${FILE}: ${bytes.byteLength} bytes`);
  return 0;
}
