import type { Engine } from "@babylonjs/core/Engines/engine.js";
import { Matrix } from "@babylonjs/core/Maths/math.vector.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { BitmapTaker } from "./bitmapTaker.js";
import type { Bodies } from "./bodies.js";
import type { FrameReader } from "./frameReader.js";
import { decodeIds } from "./idMap.js";
import { ObjectIdPass } from "./objectIdPass.js";
import { Silhouettes } from "./silhouettes.js";

/** Seconds after which a capture that was never drawn (render targets are switched off) is tried anew. */
const DRAW_PATIENCE = 2;
/** Seconds after which pixels that never came are given up. A GPU in software may take several. */
const READ_PATIENCE = 30;
/**
 * Share of the main thread that reading back may take: some browsers' getBufferSubData waits for all that was drawn
 * since, a tenth of a second where the GPU is software. Captures get rarer there.
 */
const READING_SHARE = 0.2;
/** With bitmaps, every so manieth capture also reads pixels, from which colours and flashes are known. */
const PIXELS_EVERY = 4;

/** One captured moment. */
export interface Capture {
  readonly time: number;
  /** The entities by number in `ids`. */
  readonly order: readonly Entity[];
  /** Row 0 the top, -1 for none. */
  readonly ids: Int16Array;
  readonly silhouettes: Silhouettes;
  /** Row 0 the top. */
  readonly pixels: Uint8Array | null;
  readonly bitmap: ImageBitmap | null;
}

interface UnderWay {
  readonly time: number;
  readonly wantsBitmap: boolean;
  readonly wantsPixels: boolean;
  silhouettes: Silhouettes | null;
  order: readonly Entity[];
  bitmap: ImageBitmap | null;
  bitmapPending: boolean;
}

/** Captures the frame and its id map together, at a rate of its own. */
export class FrameCapture {
  /** Bitmaps suit a worker that has a GPU of its own; pixels suit every other. */
  preferBitmap = false;
  private readonly pass: ObjectIdPass;
  private readonly reader: FrameReader;
  private readonly bitmaps: BitmapTaker | null;
  private readonly observers: { remove(): void }[];
  private underWay: UnderWay | null = null;
  /** The capture whose frame was handed to the reader. */
  private read: UnderWay | null = null;
  private lastAt = Number.NEGATIVE_INFINITY;
  private captures = 0;
  /** What the newest reading took of the main thread, seconds. */
  private readingSeconds = 0;
  private disposed = false;

  constructor(
    private readonly scene: Scene,
    entities: EntityRegistry,
    private readonly bodies: Bodies,
    /** At most; less where reading back is slow. */
    private readonly rateHz: number,
    reader: FrameReader,
  ) {
    const engine = scene.getEngine();
    this.reader = reader;
    this.pass = new ObjectIdPass(scene, entities);
    const canvas = engine.getRenderingCanvas();
    this.bitmaps = canvas && new BitmapTaker(canvas);
    this.observers = [
      this.pass.target.onAfterRenderObservable.add(() => this.idsDrawn()),
      engine.onEndFrameObservable.add(() => this.frameDrawn()),
    ];
  }

  /** Once a frame, after it was drawn. Returns a capture that has arrived. */
  update(now: number): Capture | null {
    const arrived = this.arrived();
    const { underWay } = this;
    const patience = underWay?.silhouettes ? READ_PATIENCE : DRAW_PATIENCE;
    if (underWay && (now - underWay.time > patience || now < underWay.time)) this.cancel();
    const due = now - this.lastAt >= this.period || now < this.lastAt;
    if (!this.underWay && due && hasCamera(this.scene)) this.start(now);
    return arrived;
  }

  private get period(): number {
    return Math.max(1 / this.rateHz, this.readingSeconds / READING_SHARE);
  }

  dispose(): void {
    this.disposed = true;
    for (const observer of this.observers) observer.remove();
    this.cancel();
    this.reader.dispose();
    this.pass.dispose();
  }

  private start(now: number): void {
    const wantsBitmap = this.preferBitmap && this.bitmaps?.works === true;
    const wantsPixels = !wantsBitmap || this.captures % PIXELS_EVERY === 0;
    this.captures++;
    // Steps of the rate, so that a frame that comes late does not slow the rate down.
    const { period } = this;
    this.lastAt = now - this.lastAt < 2 * period && now >= this.lastAt ? this.lastAt + period : now;
    this.underWay = {
      time: now,
      wantsBitmap,
      wantsPixels,
      silhouettes: null,
      order: [],
      bitmap: null,
      bitmapPending: false,
    };
    this.pass.request();
  }

  private idsDrawn(): void {
    const { underWay } = this;
    if (!underWay || underWay.silhouettes) return;
    if (!this.pass.complete) {
      this.cancel();
      return;
    }
    const camera = this.scene.activeCamera;
    const eyes = camera ? camera.globalPosition.asArray() : [0, 0, 0];
    underWay.order = this.pass.numbered;
    const place = [eyes[0], eyes[1], eyes[2]] as const;
    underWay.silhouettes = new Silhouettes(underWay.order, this.bodies, this.toCanvas(), place);
    this.reader.idsDrawn();
  }

  /** World to clip space of the whole canvas, of which the camera may draw a part. */
  private toCanvas(): Matrix {
    const { x, y, width, height } = this.scene.activeCamera?.viewport ?? { x: 0, y: 0, width: 1, height: 1 };
    const part = Matrix.Scaling(width, height, 1);
    part.setTranslationFromFloats(2 * x + width - 1, 2 * y + height - 1, 0);
    return this.scene.getTransformMatrix().multiply(part);
  }

  private frameDrawn(): void {
    const { underWay } = this;
    if (!underWay?.silhouettes || underWay.bitmapPending || underWay.bitmap) return;
    if (this.read === underWay) return;
    this.read = underWay;
    this.reader.frameDrawn(this.pass.target, underWay.wantsPixels);
    if (underWay.wantsBitmap) void this.takeBitmap(underWay);
  }

  private async takeBitmap(underWay: UnderWay): Promise<void> {
    underWay.bitmapPending = true;
    const bitmap = (await this.bitmaps?.take()) ?? null;
    underWay.bitmapPending = false;
    if (this.disposed || this.underWay !== underWay) bitmap?.close();
    else underWay.bitmap = bitmap;
  }

  private arrived(): Capture | null {
    const { underWay } = this;
    if (!underWay?.silhouettes || this.read !== underWay || underWay.bitmapPending) return null;
    const start = performance.now();
    const reading = this.reader.take();
    if (!reading) return null;
    this.readingSeconds = (performance.now() - start) / 1000;
    this.underWay = null;
    const { time, order, silhouettes, bitmap } = underWay;
    return { time, order, silhouettes, bitmap, ids: decodeIds(reading.ids), pixels: reading.pixels };
  }

  private cancel(): void {
    this.reader.cancel();
    this.underWay?.bitmap?.close();
    this.underWay = null;
  }
}

/** Loads what makes the engine's reader; null where nothing can be read without blocking: no screen, or WebGL 1. */
export function loadFrameReader(scene: Scene): Promise<() => FrameReader> | null {
  const engine = scene.getEngine() as unknown as { isWebGPU: boolean; _device?: GPUDevice; _gl?: unknown };
  if (engine.isWebGPU) {
    const context = scene.getEngine().getRenderingCanvas()?.getContext("webgpu");
    const { _device: device } = engine;
    return device && context
      ? import("./webgpu.js").then(
          ({ WebGPUFrameReader: Reader }) =>
            () =>
              new Reader(device, context),
        )
      : null;
  }
  const { _gl: gl } = engine;
  const modern = typeof WebGL2RenderingContext !== "undefined" && gl instanceof WebGL2RenderingContext;
  return modern
    ? import("./webgl.js").then(
        ({ WebGL2FrameReader: Reader }) =>
          () =>
            new Reader(scene.getEngine() as Engine, gl),
      )
    : null;
}

/** Something of the scene is drawn. */
export function hasCamera({ activeCamera, activeCameras, frameGraph }: Scene): boolean {
  return Boolean(activeCamera || activeCameras?.length || frameGraph?.findMainCamera());
}
