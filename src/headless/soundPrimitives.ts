/** Building blocks of described sounds. All are functions of time and seed alone: any stretch can be asked for. */

const TAU = 2 * Math.PI;

/** -1..1, evenly spread: a hash of two integers. */
export function noiseAt(index: number, seed: number): number {
  let h = Math.imul(index | 0, 0x9e3779b1) ^ Math.imul(seed | 0, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 0x80000000 - 1;
}

/** 0..1 for a choice that a seed makes. */
export function chance(index: number, seed: number): number {
  return (noiseAt(index, seed) + 1) / 2;
}

/** A smooth random curve, -1..1, with a new value each unit of x. */
export function smoothNoise(x: number, seed: number): number {
  const i = Math.floor(x);
  const f = x - i;
  const a = noiseAt(i, seed);
  return a + (noiseAt(i + 1, seed) - a) * f * f * (3 - 2 * f);
}

/** Noise around `hertz`, about `width` Hz wide: two smooth curves on a carrier. */
export function bandNoise(t: number, hertz: number, width: number, seed: number): number {
  const phase = TAU * hertz * t;
  return (
    smoothNoise(t * width, seed) * Math.cos(phase) + smoothNoise(t * width, seed + 7919) * Math.sin(phase)
  );
}

export function sine(t: number, hertz: number): number {
  return Math.sin(TAU * hertz * t);
}

/** A blow at 0 that dies away: 1/e after `decay` seconds, with a short rise so that it does not click. */
export function struck(since: number, decay: number, rise = 0.002): number {
  return since < 0 ? 0 : Math.min(1, since / rise) * Math.exp(-since / decay);
}

/** Swells and fades between 0 and `length`, with edges of `edge` seconds; 0 outside. */
export function gate(at: number, length: number, edge: number): number {
  return Math.max(0, Math.min(1, at / edge, (length - at) / edge));
}

/** Where in a regular beat t is: which beat, and seconds since it. */
export function beat(t: number, period: number): { index: number; since: number } {
  const index = Math.floor(t / period);
  return { index, since: t - index * period };
}
