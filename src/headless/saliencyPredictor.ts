import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finder } from "../model/saliency/finder.js";
import type { Picture } from "../model/saliency/picture.js";
import { saliencyOf } from "../model/saliency/saliency.js";
import { messageOf } from "./caseObserver.js";
import type { Line, Predictor } from "./predictors.js";

/** Pictures that lie beside the cases, looked at as a frame is. */
export class SaliencyPredictor implements Predictor {
  readonly batch = 1;

  constructor(
    private readonly folder: string,
    private readonly finder: Finder | null,
  ) {}

  predict(cases: readonly Line[]): Promise<object[]> {
    return Promise.all(cases.map((one) => this.look(one)));
  }

  async dispose(): Promise<void> {}

  private async look({ id, image }: Line): Promise<object> {
    if (typeof image !== "string") return { id, error: "case.image must be the path of a picture" };
    try {
      const { width, height, values } = saliencyOf(await readJpeg(join(this.folder, image)), this.finder);
      const row = (y: number) => Array.from(values.subarray(y * width, (y + 1) * width), written);
      return { id, map: Array.from({ length: height }, (_, y) => row(y)) };
    } catch (error) {
      return { id, error: `${image}: ${messageOf(error)}` };
    }
  }
}

/** Five digits are enough. */
const written = (value: number) => Number(value.toPrecision(5));

/** jpeg-js is no dependency of the package: only the bench reads pictures from files. */
async function readJpeg(path: string): Promise<Picture> {
  const { default: jpeg } = await import("jpeg-js");
  const { width, height, data } = jpeg.decode(await readFile(path), { useTArray: true });
  return { width, height, rgba: data };
}
