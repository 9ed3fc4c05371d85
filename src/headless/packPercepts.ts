import type { Percepts } from "../model/percepts.js";
import { bitmapPixels } from "../worker/bitmapPixels.js";

/** Percepts as JSON: typed arrays as base64. */
export interface PackedPercepts extends Omit<Percepts, "frame" | "sounds"> {
  readonly frame: { readonly pixels: string; readonly ids: string } | null;
  readonly sounds: readonly (Omit<Percepts["sounds"][number], "pcm"> & { readonly pcm: string | null })[];
}

export function packPercepts(percepts: Percepts): PackedPercepts {
  const { frame, sounds } = percepts;
  return {
    ...percepts,
    frame: frame && {
      pixels: encode(frame.pixels instanceof Uint8Array ? frame.pixels : bitmapPixels(frame.pixels)),
      ids: encode(frame.ids),
    },
    sounds: sounds.map((sound) => ({ ...sound, pcm: sound.pcm && encode(sound.pcm) })),
  };
}

export function unpackPercepts(packed: PackedPercepts): Percepts {
  const { frame, sounds } = packed;
  return {
    ...packed,
    frame: frame && { pixels: decode(frame.pixels), ids: new Int16Array(decode(frame.ids).buffer) },
    sounds: sounds.map((sound) => ({
      ...sound,
      pcm: sound.pcm === null ? null : new Float32Array(decode(sound.pcm).buffer),
    })),
  };
}

const CHUNK = 0x8000;

function encode(view: Uint8Array | Int16Array | Float32Array): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
