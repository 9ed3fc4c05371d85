import jpeg from "jpeg-js";
import { FRAME_HEIGHT, FRAME_WIDTH } from "../../../src/model/observation.js";
import { type Picture, plasma, type Random, toPicture, toRgba, warp } from "./picture.js";

/** What is left of each value's distance from the mean. */
const CONTRAST = [0.4, 0.3, 0.2, 0.1, 0.05];
/** Coarseness of the field in pixels, and how far it pulls at most. */
const ELASTIC = [
  [64, 6],
  [32, 5],
  [32, 8],
  [16, 6],
  [16, 9],
] as const;
/** Pixels left, of each side. */
const PIXELATE = [0.6, 0.5, 0.4, 0.3, 0.2];
const JPEG_QUALITY = [25, 18, 15, 10, 7];

export function contrast(picture: Picture, severity: number): Picture {
  const kept = CONTRAST[severity - 1];
  const mean = [0, 1, 2].map((c) => {
    let sum = 0;
    for (let i = c; i < picture.length; i += 3) sum += picture[i];
    return (3 * sum) / picture.length;
  });
  return picture.map((value, i) => mean[i % 3] + kept * (value - mean[i % 3]));
}

export function elastic(picture: Picture, severity: number, random: Random): Picture {
  const [coarse, pull] = ELASTIC[severity - 1];
  const [dx, dy] = [plasma(random, 3, coarse), plasma(random, 3, coarse)];
  return warp(picture, (x, y) => {
    const at = y * FRAME_WIDTH + x;
    return [x + 2 * pull * (dx[at] - 0.5), y + 2 * pull * (dy[at] - 0.5)];
  });
}

/** Box mean of the cells that are left, nearest on the way back. */
export function pixelate(picture: Picture, severity: number): Picture {
  const left = PIXELATE[severity - 1];
  const [columns, rows] = [Math.round(FRAME_WIDTH * left), Math.round(FRAME_HEIGHT * left)];
  const cellOf = (x: number, y: number) =>
    Math.floor((y * rows) / FRAME_HEIGHT) * columns + Math.floor((x * columns) / FRAME_WIDTH);
  const sums = new Float32Array(columns * rows * 3);
  const counts = new Uint16Array(columns * rows);
  eachPixel((x, y, at) => {
    const cell = cellOf(x, y);
    counts[cell]++;
    for (let c = 0; c < 3; c++) sums[cell * 3 + c] += picture[at * 3 + c];
  });
  const out = new Float32Array(picture.length);
  eachPixel((x, y, at) => {
    const cell = cellOf(x, y);
    for (let c = 0; c < 3; c++) out[at * 3 + c] = sums[cell * 3 + c] / counts[cell];
  });
  return out;
}

export function jpegCompression(picture: Picture, severity: number): Picture {
  const data = toRgba(picture);
  const encoded = jpeg.encode({ data, width: FRAME_WIDTH, height: FRAME_HEIGHT }, JPEG_QUALITY[severity - 1]);
  return toPicture(jpeg.decode(encoded.data, { useTArray: true }).data);
}

function eachPixel(visit: (x: number, y: number, at: number) => void): void {
  for (let y = 0; y < FRAME_HEIGHT; y++)
    for (let x = 0; x < FRAME_WIDTH; x++) visit(x, y, y * FRAME_WIDTH + x);
}
