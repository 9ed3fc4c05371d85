import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256, sha256Plain } from "../../src/model/sha256.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("sha256", () => {
  it("gives the sums of FIPS 180-4", async () => {
    const text = new TextEncoder().encode("abc");
    expect(await sha256(text)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(hex(sha256Plain(new Uint8Array()))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("is the same in JavaScript as by Web Crypto, for any length", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(hex(sha256Plain(bytes))).toBe(await sha256(new Uint8Array(bytes)));
      }),
    );
  });
});
