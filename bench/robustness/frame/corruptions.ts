/**
 * Corruptions of the frame of the 15 kinds that Hendrycks and Dietterich (2019) name, written anew from their
 * description for frames of 256 × 144. Severities 1..5 stand beside each kind.
 */
import { seededRandom } from "../../../src/headless/seededRandom.js";
import { defocusBlur, glassBlur, motionBlur, zoomBlur } from "./blur.js";
import { contrast, elastic, jpegCompression, pixelate } from "./digital.js";
import { gaussianNoise, impulseNoise, shotNoise } from "./noise.js";
import { type Picture, type Random, toPicture, toRgba } from "./picture.js";
import { brightness, fog, frost, snow } from "./weather.js";

type Corrupt = (picture: Picture, severity: number, random: Random) => Picture;

export const FRAME_KINDS: Readonly<Record<string, Corrupt>> = {
  gaussianNoise,
  shotNoise,
  impulseNoise,
  defocusBlur,
  glassBlur,
  motionBlur,
  zoomBlur,
  snow,
  frost,
  fog,
  brightness,
  contrast,
  elastic,
  pixelate,
  jpeg: jpegCompression,
};

export const SEVERITIES = [1, 2, 3, 4, 5] as const;

/** The same seed gives the same frame. The one given is left alone. @throws RangeError for an unknown kind. */
export function corruptFrame(rgba: Uint8Array, kind: string, severity: number, seed: number): Uint8Array {
  const corrupt = FRAME_KINDS[kind];
  if (!corrupt)
    throw new RangeError(`"kind" must be one of ${Object.keys(FRAME_KINDS).join(", ")}, got "${kind}"`);
  if (!SEVERITIES.some((known) => known === severity))
    throw new RangeError(`"severity" must be 1..5, got ${severity}`);
  return toRgba(corrupt(toPicture(rgba), severity, seededRandom(seed)));
}
