import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import type { Observer } from "@babylonjs/core/Misc/observable.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Focus } from "../../model/focus.js";
import { PATCH_COLUMNS, PATCH_ROWS } from "../../model/observation.js";
import { element, type OverlayPart } from "./dom.js";

const WIDTH = 320;
const HEIGHT = 180;
/** A new thumbnail so often, seconds. */
const PERIOD = 0.25;

/** Attention over the patches of the frame, laid over a small picture of it. */
export class HeatMap implements OverlayPart {
  readonly element = element("canvas", "bp-map", {
    width: String(WIDTH),
    height: String(HEIGHT),
    role: "img",
  });
  private readonly thumbnail = element("canvas", "", { width: String(WIDTH), height: String(HEIGHT) });
  private readonly heat = element("canvas", "", { width: String(PATCH_COLUMNS), height: String(PATCH_ROWS) });
  private readonly engine: AbstractEngine;
  private readonly observer: Observer<AbstractEngine> | null;
  private lastTaken = Number.NEGATIVE_INFINITY;
  private now = 0;

  constructor(scene: Scene) {
    this.engine = scene.getEngine();
    // Only right after a frame does the canvas still hold its picture.
    this.observer = this.engine.onEndFrameObservable.add(() => this.take());
    this.element.setAttribute("aria-label", "Where in the picture attention lies");
  }

  show(focus: Focus | null, now: number): void {
    this.now = now;
    if (this.element.offsetParent === null) return;
    const pen = this.element.getContext("2d");
    if (!pen) return;
    pen.globalCompositeOperation = "source-over";
    pen.filter = "saturate(.55) brightness(.8)";
    pen.drawImage(this.thumbnail, 0, 0);
    pen.filter = "none";
    const patches = focus?.attention?.patches;
    if (!patches || patches.length !== PATCH_COLUMNS * PATCH_ROWS) return;
    this.paintHeat(patches);
    pen.imageSmoothingEnabled = true;
    pen.imageSmoothingQuality = "high";
    pen.globalCompositeOperation = "lighter";
    pen.drawImage(this.heat, 0, 0, WIDTH, HEIGHT);
  }

  dispose(): void {
    this.engine.onEndFrameObservable.remove(this.observer);
  }

  private paintHeat(patches: Float32Array): void {
    const pen = this.heat.getContext("2d");
    if (!pen) return;
    const image = pen.createImageData(PATCH_COLUMNS, PATCH_ROWS);
    const peak = Math.max(1e-6, ...patches);
    for (const [i, share] of patches.entries()) {
      const strength = Math.sqrt(Math.max(0, share) / peak);
      image.data.set([255, 150 * strength + 40, 40, 215 * strength ** 1.6], i * 4);
    }
    pen.putImageData(image, 0, 0);
  }

  private take(): void {
    // Not while it is hidden or folded away.
    if (this.now - this.lastTaken < PERIOD || this.element.offsetParent === null) return;
    const canvas = this.engine.getRenderingCanvas();
    if (!canvas || canvas.width === 0) return;
    this.lastTaken = this.now;
    this.thumbnail.getContext("2d")?.drawImage(canvas, 0, 0, WIDTH, HEIGHT);
  }
}
