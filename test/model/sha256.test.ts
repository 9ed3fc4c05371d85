import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sha256 } from "../../src/model/sha256.js";
import { sha256Plain } from "../../src/model/sha256Plain.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

afterEach(() => void vi.unstubAllGlobals());

describe("sha256", () => {
  it("gives the sums of FIPS 180-4", async () => {
    const text = new TextEncoder().encode("abc");
    expect(await sha256(text)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(hex(sha256Plain(new Uint8Array()))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("does without Web Crypto, as pages by plain http must", async () => {
    vi.stubGlobal("crypto", {});
    const text = new TextEncoder().encode("abc");
    expect(await sha256(text)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("is the same in JavaScript as by Web Crypto, for any length", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(hex(sha256Plain(bytes))).toBe(await sha256(new Uint8Array(bytes)));
      }),
    );
  });
});
