/**
 * SHA-256 as lower-case hex. Uses Web Crypto; on pages without it (plain http on another host than
 * localhost) the same sum is computed in JavaScript, fetched then: about 100 ms for 10 MB.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle) return hex(new Uint8Array(await subtle.digest("SHA-256", bytes)));
  const { sha256Plain } = await import("./sha256Plain.js");
  return hex(sha256Plain(bytes));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
