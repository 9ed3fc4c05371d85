import { oklab } from "../oklab.js";
import { type Plane, plane, resize } from "./plane.js";

/** sRGB bytes, four to a pixel, row 0 at the top; alpha is not read. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** @throws RangeError naming the field. */
export function checkPicture({ width, height, rgba }: Picture): void {
  for (const [name, value] of Object.entries({ width, height }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`picture.${name} must be a whole number from 1, got ${value}`);
  if (rgba.length !== width * height * 4)
    throw new RangeError(
      `picture.rgba must hold width × height × 4 = ${width * height * 4} bytes, got ${rgba.length}`,
    );
}

/** Red, green and blue, 0..1, at another size. */
export function channels(picture: Picture, width: number, height: number): [Plane, Plane, Plane] {
  const channel = (c: number) => {
    const { rgba } = picture;
    const whole = plane(picture.width, picture.height);
    for (let i = 0; i < whole.values.length; i++) whole.values[i] = rgba[i * 4 + c]! / 255;
    return resize(whole, width, height);
  };
  return [channel(0), channel(1), channel(2)];
}

/** Lightness and the two opponent axes of colour (OKLab). */
export function opponents([red, green, blue]: readonly [Plane, Plane, Plane]): [Plane, Plane, Plane] {
  const { width, height } = red;
  const out: [Plane, Plane, Plane] = [plane(width, height), plane(width, height), plane(width, height)];
  for (let i = 0; i < red.values.length; i++) {
    const lab = oklab([red.values[i]!, green.values[i]!, blue.values[i]!]);
    out[0].values[i] = lab[0];
    out[1].values[i] = lab[1];
    out[2].values[i] = lab[2];
  }
  return out;
}
