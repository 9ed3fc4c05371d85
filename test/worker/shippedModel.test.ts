import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseManifest } from "../../src/model/manifest.js";
import { shippedFinder, shippedModel } from "../../src/worker/shippedModel.js";

it("the shipped model names an address for each file of its manifest, and the file is there", () => {
  const [source, finder] = [shippedModel(), shippedFinder()];
  if (!("manifest" in source && "manifest" in finder)) throw new Error("the model carries its manifest");
  const { files } = parseManifest(source.manifest, "shipped");
  const urls = { ...source.urls, ...finder.urls };
  expect(Object.keys(urls).sort()).toEqual(
    Object.values(files)
      .map(({ file }) => file)
      .sort(),
  );
  for (const url of Object.values(urls)) expect(existsSync(fileURLToPath(url))).toBe(true);
});
