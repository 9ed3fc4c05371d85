/** The main sequence of eye movements: how long a saccade of an amplitude takes and how fast it gets. */

const DEGREE = Math.PI / 180;

/** Seconds that a saccade takes: 25 ms + 2.35 ms per degree. @param amplitude radians, 0 or more */
export function saccadeSeconds(amplitude: number): number {
  return 0.025 + (0.00235 * amplitude) / DEGREE;
}

/** What no eye exceeds, radians a second. */
export const FASTEST = 473 * DEGREE;

/** Peak speed, radians a second: 473 (1 - e^(-A/7.8°)) °/s. @param amplitude radians, 0 or more */
export function saccadePeakSpeed(amplitude: number): number {
  return FASTEST * (1 - Math.exp(-amplitude / (7.8 * DEGREE)));
}

/**
 * Share of a saccade's way that is done, 0..1, at a share of its time.
 * Speed rises along a smooth step, holds, and falls likewise; the length of the ramps makes both the
 * duration and the peak speed of the main sequence come out. Acceleration is continuous.
 */
export function saccadeProgress(time: number, amplitude: number): number {
  const t = Math.min(1, Math.max(0, time));
  const ramp = rampShare(amplitude);
  if (t > 0.5) return 1 - rising(1 - t, ramp);
  return rising(t, ramp);
}

function rampShare(amplitude: number): number {
  if (!(amplitude > 0)) return 0.4;
  const peakByMean = (saccadePeakSpeed(amplitude) * saccadeSeconds(amplitude)) / amplitude;
  return Math.min(0.5, Math.max(0.05, 1 - 1 / peakByMean));
}

/** Integral of the speed up to t ≤ 0.5, where the whole is 1. */
function rising(t: number, ramp: number): number {
  const speed = 1 / (1 - ramp);
  if (t >= ramp) return speed * (t - ramp / 2);
  const x = t / ramp;
  return speed * ramp * (x ** 3 - x ** 4 / 2);
}
