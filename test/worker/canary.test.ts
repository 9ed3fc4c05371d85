import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ModelError } from "../../src/model/manifest.js";
import { sha256 } from "../../src/model/sha256.js";
import { canaryError, canaryText, makeCanary, parseCanary } from "../../src/worker/canary.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import { modelFolder } from "./modelFolder.js";

const outputs = {
  focus: { data: new Float32Array([0.1, 1e-9, 0.9]), dims: [1, 3] },
  referents: { data: new Float32Array([0.3, 0.7]), dims: [1, 2] },
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

it("keeps every number as it is", () => {
  const canary = parseCanary(bytesOf(canaryText(makeCanary("abc", outputs))));
  expect(canary.model).toBe("abc");
  expect(canaryError(canary, outputs)).toBe(0);
});

it("tells the largest difference, and never takes what is no number for right", () => {
  const canary = makeCanary("abc", outputs);
  const other = (focus: number[]) => ({ ...outputs, focus: { data: new Float32Array(focus), dims: [] } });
  expect(canaryError(canary, other([0.1, 0.25, 0.9]))).toBeCloseTo(0.25, 6);
  expect(canaryError(canary, other([0.1, Number.NaN, 0.9]))).toBeNaN();
  expect(canaryError(canary, other([0.1, 0.9]))).toBe(Number.POSITIVE_INFINITY);
  expect(canaryError(null, outputs)).toBe(0);
});

it("names what is broken in its file", () => {
  expect(() => parseCanary(bytesOf('{"model":"abc","outputs":{"focus":[1,null]}}'))).toThrow(
    'canary.json: "outputs.focus" is missing or broken',
  );
});

it("belongs to the shipped weights: write it anew after an export (training/README.md)", () => {
  const { model } = parseCanary(readFileSync("assets/models/canary.json"));
  const manifest = JSON.parse(readFileSync("assets/models/manifest.json", "utf8"));
  expect(model).toBe(manifest.files.attention.sha256);
});

it("refuses a model that returns something else than is known of it, by as little as 2e-4", async () => {
  const start = async (shift: number) => {
    const folder = modelFolder();
    const { model, outputs: known } = parseCanary(folder.read("canary.json"));
    const focus = [...known.focus];
    focus[1] += shift;
    const bytes = bytesOf(JSON.stringify({ model, outputs: { focus, referents: [...known.referents] } }));
    folder.write("canary.json", bytes);
    const manifest = JSON.parse(new TextDecoder().decode(folder.read("manifest.json")));
    manifest.files.canary = { file: "canary.json", bytes: bytes.byteLength, sha256: await sha256(bytes) };
    folder.write("manifest.json", JSON.stringify(manifest));
    const service = createNodeService();
    const started = service.start({ backend: "wasm", manifestUrl: folder.manifestUrl });
    return started.finally(() => service.dispose());
  };
  await expect(start(5e-5)).resolves.toMatchObject({ backend: "wasm", notes: [] });
  const refused = start(2e-4);
  await expect(refused).rejects.toThrow(/misses its known results by 0.00020 on WASM/);
  await expect(refused).rejects.toBeInstanceOf(ModelError);
});
