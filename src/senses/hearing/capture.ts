import { PCM_LENGTH } from "../../model/percepts.js";

/** What one look at a sound's samples gives. */
export interface Capture {
  /** RMS over the stretch, 0 or more. */
  readonly rms: number;
  /** A copy of its loudest PCM_LENGTH samples. */
  readonly pcm: Float32Array;
}

/**
 * Level and loudest part of a stretch of samples: a knock that fell between two captures is not lost.
 * @param samples at least PCM_LENGTH
 * @returns null if a sample is not finite
 */
export function summarise(samples: Float32Array): Capture | null {
  let total = 0;
  let loudest = -1;
  let at = 0;
  for (let end = samples.length; end >= PCM_LENGTH; end -= PCM_LENGTH) {
    const energy = energyOf(samples, end - PCM_LENGTH, end);
    if (!Number.isFinite(energy)) return null;
    total += energy;
    // The newest wins among equals.
    if (energy > loudest * 1.0001) {
      loudest = energy;
      at = end - PCM_LENGTH;
    }
  }
  const used = Math.floor(samples.length / PCM_LENGTH) * PCM_LENGTH;
  return { rms: Math.sqrt(total / used), pcm: samples.slice(at, at + PCM_LENGTH) };
}

function energyOf(samples: Float32Array, from: number, to: number): number {
  let energy = 0;
  for (let i = from; i < to; i++) energy += samples[i]! * samples[i]!;
  return energy;
}
