import type { Percepts } from "../model/percepts.js";

/** What moves to the worker instead of being copied: the frame and the sound samples. */
export function transferables(percepts: Percepts): Transferable[] {
  const list = new Set<Transferable>();
  for (const { pcm } of percepts.sounds) addBuffer(list, pcm);
  const { frame } = percepts;
  if (frame?.pixels instanceof Uint8Array) addBuffer(list, frame.pixels);
  else if (frame) list.add(frame.pixels);
  addBuffer(list, frame?.ids ?? null);
  return [...list];
}

/** A frame that is not sent must be closed: bitmaps hold memory of the GPU. */
export function closeFrame({ frame }: Percepts): void {
  if (frame && !(frame.pixels instanceof Uint8Array)) frame.pixels.close();
}

/** A view on a part of a buffer is copied: moving the buffer would take the rest from its owner. */
function addBuffer(list: Set<Transferable>, view: ArrayBufferView | null): void {
  if (
    view &&
    view.buffer instanceof ArrayBuffer &&
    view.byteLength > 0 &&
    view.byteLength === view.buffer.byteLength
  )
    list.add(view.buffer);
}
