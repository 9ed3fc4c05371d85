import { missingFile } from "../model/manifest.js";
import type { FetchBytes } from "./modelFiles.js";

/**
 * Over the network. A 4xx is a ModelError (asking again won't help); 5xx and a broken line are not.
 * `onChunk` is called as bytes arrive, so that a slow line is told from a dead one.
 */
export function networkFetch(onChunk: () => void): FetchBytes {
  return async (url) => {
    // A file kept from the release before would never fit the new manifest: ask whether it has changed.
    const response = await fetch(url, { cache: "no-cache" });
    const name = decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
    if (response.status >= 400 && response.status < 500)
      throw missingFile(name, url, `the server answered ${response.status} ${response.statusText}`.trim());
    if (!response.ok || !response.body) throw new Error(`${url}: the server answered ${response.status}`);
    return collect(response.body, onChunk);
  };
}

async function collect(
  body: ReadableStream<Uint8Array>,
  onChunk: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.byteLength;
    onChunk();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
