import { describe, expect, it } from "vitest";
import {
  type ManifestFile,
  ModelError,
  parseManifest,
  parseManifestText,
  verifyFile,
} from "../../src/model/manifest.js";
import { sha256 } from "../../src/model/sha256.js";

const bytes = new Uint8Array([1, 2, 3]);
const entry: ManifestFile = { file: "attention.onnx", bytes: 3, sha256: await sha256(bytes) };
const good = { version: 1, files: { attention: entry, words: { ...entry, file: "words.bin" } } };

describe("parseManifest", () => {
  it("reads files, lengths and sums, and leaves out what it does not know", () => {
    expect(parseManifest({ ...good, canary: {} }, "here")).toEqual(good);
  });

  it("takes a model with the finder of saliency and one without", () => {
    const saliency = { ...entry, file: "saliency.bin" };
    const more = { version: 1, files: { ...good.files, saliency } };
    expect(parseManifest(more, "here")).toEqual(more);
    expect(parseManifest(good, "here").files.saliency).toBeUndefined();
  });

  it.each([
    ["version", { ...good, version: 2 }],
    ["files.saliency.bytes", { version: 1, files: { ...good.files, saliency: { ...entry, bytes: -1 } } }],
    ["version", null],
    ["files.words.file", { version: 1, files: { attention: entry } }],
    ["files.attention.bytes", { version: 1, files: { ...good.files, attention: { ...entry, bytes: "3" } } }],
    ["files.attention.bytes", { version: 1, files: { ...good.files, attention: { ...entry, bytes: 0 } } }],
    [
      "files.attention.sha256",
      { version: 1, files: { ...good.files, attention: { ...entry, sha256: "ab" } } },
    ],
    [
      "files.attention.file",
      { version: 1, files: { ...good.files, attention: { ...entry, file: "../a.onnx" } } },
    ],
  ])("names the field %s that is wrong, and the manifest", (field, value) => {
    expect(() => parseManifest(value, "https://a.test/manifest.json")).toThrow(ModelError);
    expect(() => parseManifest(value, "https://a.test/manifest.json")).toThrow(`"${field}" must be`);
    expect(() => parseManifest(value, "https://a.test/manifest.json")).toThrow(
      "https://a.test/manifest.json",
    );
  });

  it("shows the beginning of what is no JSON: often the server sent its web page", () => {
    expect(() => parseManifestText("<!doctype html><html>", "m.json")).toThrow(
      'expected JSON, got "<!doctype html><html>"',
    );
  });
});

describe("verifyFile", () => {
  it("accepts the file that the manifest describes", async () => {
    await expect(verifyFile(entry, bytes, "url")).resolves.toBeUndefined();
  });

  it("names file, expected and got where the length differs", async () => {
    await expect(verifyFile(entry, new Uint8Array(2), "url")).rejects.toThrow(
      'model file "attention.onnx" (url): expected 3 bytes, got 2',
    );
  });

  it("names both sums where one bit differs", async () => {
    const other = new Uint8Array([1, 2, 2]);
    const message = `expected SHA-256 ${entry.sha256}, got ${await sha256(other)}`;
    await expect(verifyFile(entry, other, "url")).rejects.toThrow(message);
    await expect(verifyFile(entry, other, "url")).rejects.toBeInstanceOf(ModelError);
  });
});
