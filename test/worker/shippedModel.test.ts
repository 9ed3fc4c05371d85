import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseManifest } from "../../src/model/manifest.js";
import { shippedModel } from "../../src/worker/shippedModel.js";

it("the shipped model names an address for each file of its manifest, and the file is there", () => {
  const source = shippedModel();
  if (!("manifest" in source)) throw new Error("the shipped model carries its manifest");
  const { files } = parseManifest(source.manifest, "shipped");
  expect(Object.keys(source.urls).sort()).toEqual(
    Object.values(files)
      .map(({ file }) => file)
      .sort(),
  );
  for (const url of Object.values(source.urls)) expect(existsSync(fileURLToPath(url))).toBe(true);
});
