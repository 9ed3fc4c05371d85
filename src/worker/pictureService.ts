import type { Finder } from "../model/saliency/finder.js";
import type { Picture } from "../model/saliency/picture.js";
import { type SaliencyMap, saliencyOf } from "../model/saliency/saliency.js";

/** Where pictures draw the eye, without or with a finder of faces, writing and things. */
export class PictureService {
  private finder: Promise<Finder | null> | null = null;

  /** @param openFinder asked with the first picture; null: the model has none */
  constructor(private readonly openFinder: () => Promise<Finder | null>) {}

  /** @throws ModelError if the finder's file is not right; RangeError: the picture. */
  async look(picture: Picture): Promise<SaliencyMap> {
    this.finder ??= this.openFinder();
    return saliencyOf(picture, await this.finder);
  }
}
