import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODEL_ERROR } from "../../src/model/manifest.js";
import { networkFetch } from "../../src/worker/fetchBytes.js";

const server = createServer((request, response) => {
  if (request.url === "/model.onnx") {
    response.write(Buffer.from([1, 2]));
    response.end(Buffer.from([3]));
  } else {
    response.statusCode = request.url === "/busy" ? 503 : 404;
    response.end("<!doctype html>");
  }
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("networkFetch", () => {
  it("puts the chunks together and tells that they come", async () => {
    let chunks = 0;
    const fetchBytes = networkFetch(() => chunks++);
    expect(await fetchBytes(`${origin}/model.onnx`)).toEqual(new Uint8Array([1, 2, 3]));
    expect(chunks).toBeGreaterThan(0);
  });

  it("takes a missing file for a wrong model: not to be tried again", async () => {
    const missing = networkFetch(() => undefined)(`${origin}/no%20model.onnx`);
    await expect(missing).rejects.toMatchObject({ name: MODEL_ERROR });
    await expect(missing).rejects.toThrow(
      /model file "no model.onnx" .* answered 404 Not Found; copy all files/,
    );
  });

  it("takes a busy server, or none, for something that passes", async () => {
    const fetchBytes = networkFetch(() => undefined);
    await expect(fetchBytes(`${origin}/busy`)).rejects.toMatchObject({ name: "Error" });
    await expect(fetchBytes("http://localhost:1/model.onnx")).rejects.toMatchObject({ name: "TypeError" });
  });
});
