/** Corruptions of a sound's samples. Severities 1..5 stand beside each kind. */
import { normal } from "./frame/picture.js";

export type CorruptPcm = (pcm: Float32Array, severity: number, random: () => number) => Float32Array;

/** White noise: signal to noise, dB. */
const NOISE_SNR = [20, 10, 5, 0, -5];
/** Share of blocks that are silent. */
const DROPOUTS = [0.1, 0.25, 0.5, 0.75, 0.9];
const DROPOUT_BLOCK = 64;
/** Share of samples that are no numbers. */
const NOT_NUMBERS = [0.001, 0.01, 0.05, 0.2, 1];
/** Gain before the cut at ±1, dB over the loudest sample. */
const CLIPPING = [3, 6, 12, 24, 40];

export const SOUND_KINDS: Readonly<Record<string, CorruptPcm>> = {
  noise: (pcm, severity, random) => {
    const power = pcm.reduce((sum, x) => sum + x * x, 0) / pcm.length;
    const sigma = Math.sqrt(power / 10 ** (NOISE_SNR[severity - 1] / 10));
    return pcm.map((x) => x + sigma * normal(random));
  },
  dropouts: (pcm, severity, random) => {
    const out = pcm.slice();
    for (let at = 0; at < out.length; at += DROPOUT_BLOCK)
      if (random() < DROPOUTS[severity - 1]) out.fill(0, at, at + DROPOUT_BLOCK);
    return out;
  },
  notNumbers: (pcm, severity, random) => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const out = pcm.map((x) => (random() < NOT_NUMBERS[severity - 1] ? odd[Math.floor(random() * 3)] : x));
    out[0] = Number.NaN;
    return out;
  },
  clipping: (pcm, severity) => {
    const most = pcm.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
    const gain = 10 ** (CLIPPING[severity - 1] / 20) / most;
    return pcm.map((x) => Math.max(-1, Math.min(1, x * gain)));
  },
};
