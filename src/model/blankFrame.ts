import type { FramePercept } from "./percepts.js";

/** Bytes of a channel that rounding may make of one colour. */
const SAME = 2;
/** Pixels that are looked at: every so many. */
const STEP = 7;

/**
 * Is a frame all of one colour though its object-id map shows things? Then the capture failed (a lost buffer, a
 * blank bitmap): it says nothing of how things look, and is not darkness. Of a bitmap nothing is known: false.
 */
export function isBlank({ pixels, ids }: FramePercept): boolean {
  if (!(pixels instanceof Uint8Array) || pixels.length < 4) return false;
  for (let i = 0; i + 2 < pixels.length; i += 4 * STEP)
    for (let c = 0; c < 3; c++) if (Math.abs(pixels[i + c]! - pixels[c]!) > SAME) return false;
  return ids.some((id) => id >= 0);
}
