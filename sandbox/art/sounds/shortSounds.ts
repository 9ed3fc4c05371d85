import { seededRandom } from "../random.js";

/** Two seconds of a tall clock: a tick, a lower tock. */
export function tickTock(rate: number): Float32Array {
  const samples = new Float32Array(rate * 2);
  strike(samples, rate, 0, 2100, 0.5);
  strike(samples, rate, 1, 1500, 0.45);
  return samples;
}

function strike(samples: Float32Array, rate: number, at: number, hertz: number, loud: number): void {
  const random = seededRandom(Math.round(hertz));
  for (let i = 0; i < rate * 0.09; i++) {
    const t = i / rate;
    const ring =
      Math.sin(2 * Math.PI * hertz * t) * Math.exp(-t * 90) +
      0.5 * Math.sin(2 * Math.PI * hertz * 0.41 * t) * Math.exp(-t * 45);
    const click = (random() * 2 - 1) * Math.exp(-t * 700);
    samples[Math.round(at * rate) + i] = loud * (ring + click);
  }
}

/** One step of a shoe on wood. */
export function footfall(rate: number, seed: number): Float32Array {
  const random = seededRandom(seed + 40);
  const samples = new Float32Array(Math.round(rate * 0.16));
  let low = 0;
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate;
    low += 0.16 * (random() * 2 - 1 - low);
    const heel = Math.sin(2 * Math.PI * (88 + seed * 9) * t) * Math.exp(-t * 38);
    samples[i] = 0.8 * heel + 2.2 * low * Math.exp(-t * 55) + (random() * 2 - 1) * 0.25 * Math.exp(-t * 420);
  }
  return samples;
}
