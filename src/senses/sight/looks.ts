import { isBlank } from "../../model/blankFrame.js";
import type { Appearance, Shape } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { Triple } from "../../world/vector.js";
import { statedAppearance } from "./appearance.js";
import type { Bodies } from "./bodies.js";
import type { Capture } from "./frameCapture.js";
import { countIds } from "./idMap.js";
import { meanLuma, medianColours } from "./pixelColours.js";
import { guessShape } from "./shapeGuess.js";

/** Cells of the id map from which a shape can be told. */
const CELLS_FOR_SHAPE = 16;
const NOTHING: Appearance = { colour: null, shape: null };

/** How entities look in the newest frame that showed them, and how much of each the newest frame shows. */
export class Looks {
  private readonly seen = new WeakMap<Entity, Appearance>();
  private visibleShares: ReadonlyMap<Entity, number | null> | null = null;
  /** Brightness by entity and of the whole frame, of the newest pixels. */
  lights: ReadonlyMap<Entity, number> = new Map();
  private luma: number | null = null;

  constructor(private readonly bodies: Bodies) {}

  /** Returns by how much the whole frame brightened since the last pixels; null if this capture has none. */
  learn(capture: Capture): number | null {
    const { order, ids, silhouettes } = capture;
    // Of a capture that failed no colours are learnt.
    const pixels = capture.pixels && isBlank({ pixels: capture.pixels, ids }) ? null : capture.pixels;
    this.visibleShares = new Map(order.map((entity, i) => [entity, silhouettes.visible(i, ids)]));
    const counts = countIds(ids, order.length);
    const colours = pixels && medianColours(pixels, ids, order.length);
    order.forEach((entity, i) => {
      if (counts[i] === 0) return;
      const before = this.seen.get(entity) ?? NOTHING;
      const shape = before.shape ?? (counts[i] >= CELLS_FOR_SHAPE ? this.shapeOf(entity) : null);
      this.seen.set(entity, { colour: colours?.[i] ?? before.colour, shape });
    });
    return pixels && colours ? this.brighten(order, colours, pixels) : null;
  }

  appearance(entity: Entity): Appearance {
    const stated = statedAppearance(entity);
    const seen = this.seen.get(entity) ?? NOTHING;
    return { colour: stated.colour ?? seen.colour, shape: stated.shape ?? seen.shape };
  }

  visible(entity: Entity): number | null {
    return this.visibleShares?.get(entity) ?? null;
  }

  forget(): void {
    this.visibleShares = null;
    this.luma = null;
    this.lights = new Map();
  }

  private brighten(
    order: readonly Entity[],
    colours: readonly (Triple | null)[],
    pixels: Uint8Array,
  ): number {
    this.lights = new Map(
      order.flatMap((entity, i) => {
        const colour = colours[i];
        return colour
          ? [[entity, 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]] as const]
          : [];
      }),
    );
    const before = this.luma;
    this.luma = meanLuma(pixels);
    return before === null ? 0 : this.luma - before;
  }

  private shapeOf(entity: Entity): Shape | null {
    const body = this.bodies.of(entity);
    if (entity.kind === "player" || entity.kind === "npc") return "person";
    return body?.drawn ? guessShape(body.points) : null;
  }
}
