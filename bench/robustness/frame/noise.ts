import { normal, type Picture, poisson, type Random } from "./picture.js";

/** Low light: standard deviation by severity. */
const GAUSSIAN = [0.08, 0.12, 0.18, 0.26, 0.38];
/** Photons that make white. */
const SHOT = [60, 25, 12, 5, 3];
/** Share of values that are salt or pepper. */
const IMPULSE = [0.03, 0.06, 0.09, 0.17, 0.27];

export function gaussianNoise(picture: Picture, severity: number, random: Random): Picture {
  return picture.map((value) => value + GAUSSIAN[severity - 1] * normal(random));
}

export function shotNoise(picture: Picture, severity: number, random: Random): Picture {
  const photons = SHOT[severity - 1];
  return picture.map((value) => poisson(value * photons, random) / photons);
}

export function impulseNoise(picture: Picture, severity: number, random: Random): Picture {
  return picture.map((value) => (random() < IMPULSE[severity - 1] ? Math.round(random()) : value));
}
