import { type Plane, plane } from "./plane.js";

/**
 * People look at the middle of a picture. Spread as Clarke & Tatler (Vision Research 2014) found it over ten data
 * sets: variance 0.22 across and 0.45 times that down, in half widths of the picture.
 */
const ACROSS = Math.sqrt(0.22) / 2;
const DOWN = Math.sqrt(0.45 * 0.22) / 2;

/** Peak 1. For upright pictures the spread goes by the height. */
export function centrePrior(width: number, height: number): Plane {
  const side = Math.max(width, height);
  return plane(width, height, (x, y) => {
    const u = (x + 0.5 - width / 2) / (ACROSS * side);
    const v = (y + 0.5 - height / 2) / (DOWN * side);
    return Math.exp(-(u * u + v * v) / 2);
  });
}
