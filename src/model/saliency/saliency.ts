import { centrePrior } from "./centrePrior.js";
import { centreSurround } from "./centreSurround.js";
import { evidence } from "./evidence.js";
import type { Finder, Found } from "./finder.js";
import { channels, checkPicture, opponents, type Picture } from "./picture.js";
import { blur, combine, mirror, type Plane, plus, resize, times } from "./plane.js";
import { surroundedness } from "./surroundedness.js";

/** Where a person who freely looks at a picture for a few seconds looks: shares of all looks, which sum to 1. */
export type SaliencyMap = Plane;

/** The longer side of the picture as it is looked at. The product's frame has it already. */
const SIDE = 256;
interface View {
  readonly side: number;
  readonly turn: (plane: Plane) => Plane;
}
/**
 * What the finder sees: the picture, and larger its mirror image. What it wrongly takes for something in one it seldom does
 * in the other, and small writing and faces are large enough in the larger one (training/saliency/whole.py).
 */
const VIEWS: readonly View[] = [
  { side: SIDE, turn: (plane) => plane },
  { side: 384, turn: mirror },
];
/** Sides that the finder takes. */
const UNIT = 16;
/** Pixels to a cell of the map, along a side. */
const CELL = 4;
/** One degree of the eye, how sharply people see and trackers measure, as a share of the longer side: a screen of 33 degrees. */
const DEGREE = 0.03;
/** How far off trackers are, in degrees. Looks at things spread as they were measured, so no more is added to them. */
const TRACKER = 0.5;
/**
 * Separations of looked-at from other places by boolean maps and by contrast. Areas under curve of about .70 and .65, which
 * Zhang & Sclaroff (2013) report without the centre's share, are .74 and .54 (√2 Φ⁻¹). But ranks in the two maps correlate
 * by .40 (44 photographs), and what both say counts once.
 */
const SURROUNDED = 0.62;
const CONTRAST = 0.29;
/**
 * A kind of thing in a picture: the share of all looks that one of a usual size gets, how much of the picture that is, and
 * what the finder says of it on the average of its area (training/saliency/labels.py).
 */
interface Kind {
  readonly share: number;
  readonly area: number;
  readonly label: number;
}
/**
 * People look 16.6 and 11.1 times more at faces and at writing than at places as large (Cerf, Frady & Koch 2009); theirs
 * took about a fiftieth of the picture, one to five degrees of 28 by 21. Writing is as dense all along its line.
 */
const FACE: Kind = { area: 0.02, share: 16.6 * 0.02, label: 0.22 };
const WRITING: Kind = { area: 0.02, share: 11.1 * 0.02, label: 0.41 };
/**
 * Four times, assumed: things draw the eye (Einhäuser et al. 2008) but less than what is read. The area is the median of
 * what a detector finds in photographs.
 */
const THING: Kind = { area: 0.047, share: 4 * 0.047, label: 0.15 };
/** What the rest of a picture with one of them draws, in looks at its background: it has other things. */
const REST = 1.5;

/**
 * @param finder finds faces, writing and things; without one, only colour, contrast and shape count.
 * @returns a quarter as wide and high as the picture at a longer side of 256. Finite, 0 or more, sums to 1.
 * @throws RangeError for a picture whose size is not that of its bytes.
 */
export function saliencyOf(picture: Picture, finder: Finder | null = null): SaliencyMap {
  checkPicture(picture);
  const { width, height } = workingSize(picture, SIDE);
  const rgb = channels(picture, width, height);
  const degree = (DEGREE * Math.max(width, height)) / CELL;
  const low = blur(evidenceOfLooks(rgb), degree);
  const seen = finder ? combine(low, blur(looksAtKinds(picture, finder, low), TRACKER * degree), plus) : low;
  return normalise(combine(seen, centrePrior(seen.width, seen.height), times));
}

/** The longer side becomes `longer`, both become multiples of what the finder takes. */
function workingSize({ width, height }: Picture, longer: number): { width: number; height: number } {
  const scale = longer / Math.max(width, height);
  const side = (length: number) => Math.max(UNIT, Math.round((length * scale) / UNIT) * UNIT);
  return { width: side(width), height: side(height) };
}

/** Bottom up, 1 on the average: at half the working size, for what takes the eye is no fine detail. */
function evidenceOfLooks(rgb: readonly [Plane, Plane, Plane]): Plane {
  const [{ width, height }] = rgb;
  const half = rgb.map((one) => resize(one, width / 2, height / 2)) as [Plane, Plane, Plane];
  const lab = opponents(half);
  const cells = (map: Plane) => resize(map, width / CELL, height / CELL);
  const surrounded = evidence(cells(surroundedness(lab)), SURROUNDED);
  const contrast = evidence(cells(centreSurround(lab)), CONTRAST);
  const { values, ...size } = normalise(combine(surrounded, contrast, times));
  return { ...size, values: values.map((value) => value * values.length) };
}

/**
 * What faces, writing and things draw beyond it. It is added, not multiplied: looks at known things do not go by their
 * contrast (Stoll, Thrun, Nuthmann & Einhäuser, Vision Research 2015).
 * The mean of all views, in as many cells as `cells`.
 */
function looksAtKinds(picture: Picture, finder: Finder, cells: Plane): Plane {
  const views = VIEWS.map(({ side, turn }) => {
    const { width, height } = workingSize(picture, side);
    const [red, green, blue] = channels(picture, width, height);
    const looks = looksAtFound(finder.find([turn(red), turn(green), turn(blue)]));
    return resize(turn(looks), cells.width, cells.height);
  });
  const { values, ...size } = views.reduce((a, b) => combine(a, b, plus));
  return { ...size, values: values.map((value) => value / views.length) };
}

function looksAtFound({ faces, writing, things }: Found): Plane {
  const [face, line, thing] = [FACE, WRITING, THING].map(weightOf) as [number, number, number];
  const values = faces.values.map(
    (value, i) => face * value + line * writing.values[i]! + thing * things.values[i]!,
  );
  return { ...faces, values };
}

/** Looks for each label, in looks at background as large: such that one of usual size gets its share. */
function weightOf({ share, area, label }: Kind): number {
  return ((share / (1 - share)) * REST) / (area * label);
}

function normalise(map: Plane): Plane {
  const sum = map.values.reduce((a, b) => a + b, 0);
  return { ...map, values: map.values.map((value) => value / sum) };
}
