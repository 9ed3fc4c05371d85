import { convolve, PIXELS, type Picture, plasma, type Random, streak } from "./picture.js";

/** Share of pixels that carry a flake, length of its fall in pixels, how far the picture is whitened. */
const SNOW = [
  [0.01, 5, 0.1],
  [0.018, 6, 0.16],
  [0.028, 7, 0.22],
  [0.038, 8, 0.28],
  [0.05, 10, 0.34],
] as const;
/** How opaque the crystals are, and what is left of the picture. */
const FROST = [
  [0.35, 1],
  [0.5, 0.9],
  [0.65, 0.8],
  [0.75, 0.75],
  [0.85, 0.7],
] as const;
/** Thickness, and how fast its clouds get finer. */
const FOG = [
  [0.5, 2],
  [0.8, 2],
  [1.1, 1.8],
  [1.4, 1.7],
  [1.8, 1.5],
] as const;
const BRIGHTNESS = [0.1, 0.2, 0.3, 0.4, 0.5];

export function snow(picture: Picture, severity: number, random: Random): Picture {
  const [share, length, whitening] = SNOW[severity - 1];
  const flakes = new Float32Array(PIXELS * 3);
  for (let i = 0; i < PIXELS; i++) if (random() < share) flakes.fill(0.6 + 0.4 * random(), i * 3, i * 3 + 3);
  const kernel = streak(length, Math.PI / 2 + (random() - 0.5));
  const falling = convolve(flakes, kernel);
  // The streak spreads a flake thin: brought back to where it is seen.
  return whitened(picture, whitening).map((value, i) => value + falling[i] * length * 0.5);
}

/** Ridges of fractal noise stand for crystals that grow on a pane. */
export function frost(picture: Picture, severity: number, random: Random): Picture {
  const [opacity, left] = FROST[severity - 1];
  const ridges = plasma(random, 1.4, 32).map((value) => 1 - Math.abs(2 * value - 1));
  const clouds = plasma(random, 2, 64);
  return picture.map((value, i) => {
    const at = Math.floor(i / 3);
    const ice = opacity * Math.min(1, ridges[at] ** 6 + Math.max(0, 2 * clouds[at] - 1));
    return left * value * (1 - ice) + ice * [0.86, 0.93, 1][i % 3];
  });
}

export function fog(picture: Picture, severity: number, random: Random): Picture {
  const [thickness, decay] = FOG[severity - 1];
  const clouds = plasma(random, decay);
  const most = picture.reduce((a, b) => Math.max(a, b), 0);
  // Brightest stays brightest: the sum is brought back to the picture's own range.
  return picture.map(
    (value, i) => ((value + thickness * clouds[Math.floor(i / 3)]) * most) / (most + thickness) || 0,
  );
}

/** HSV's value is raised, hue and saturation stay: all channels by the same factor, then what is black by itself. */
export function brightness(picture: Picture, severity: number): Picture {
  const rise = BRIGHTNESS[severity - 1];
  const out = new Float32Array(picture.length);
  for (let i = 0; i < picture.length; i += 3) {
    const value = Math.max(picture[i], picture[i + 1], picture[i + 2]);
    const raised = Math.min(1, value + rise);
    for (let c = 0; c < 3; c++) out[i + c] = value > 0 ? (picture[i + c] * raised) / value : raised;
  }
  return out;
}

function whitened(picture: Picture, share: number): Picture {
  const out = new Float32Array(picture.length);
  for (let i = 0; i < picture.length; i += 3) {
    const grey = 0.2126 * picture[i] + 0.7152 * picture[i + 1] + 0.0722 * picture[i + 2];
    for (let c = 0; c < 3; c++)
      out[i + c] = (1 - share) * picture[i + c] + share * Math.max(picture[i + c], grey * 1.5 + 0.5);
  }
  return out;
}
