import type { Scene } from "@babylonjs/core/scene.js";
import type { Appearance, FramePercept } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { Bodies } from "./bodies.js";
import { Eyesight, type Viewer } from "./eyesight.js";
import { type Capture, FrameCapture, hasCamera, loadFrameReader } from "./frameCapture.js";
import type { FrameReader } from "./frameReader.js";
import { renumber } from "./idMap.js";
import { Looks } from "./looks.js";
import { MotionWatch } from "./motionWatch.js";
import { Occluders } from "./occluders.js";
import { type SightOptions, type SightSettings, sightSettings } from "./sightOptions.js";
import { ViewCone } from "./viewCone.js";

/** A frame is what is seen so long, seconds. Captures come every 0.1 to 0.2 s, later on a busy machine. */
const FRAME_SECONDS = 2;

export type { SightOptions } from "./sightOptions.js";

/** The sense of sight of one scene: the frame, what each NPC's eyes see, and events that draw them. */
export class Sight {
  private readonly settings: SightSettings;
  private readonly bodies: Bodies;
  private readonly eyesight: Eyesight;
  private readonly watch: MotionWatch;
  private readonly looks: Looks;
  private readonly observers: { remove(): void }[];
  private capture: FrameCapture | null = null;
  /** What the next capture waits for; null: nothing is under way. */
  private loading: Promise<() => FrameReader> | null = null;
  private newest: Capture | null = null;
  /** When the frame handed over last was captured. */
  private takenAt = Number.NEGATIVE_INFINITY;
  private bitmapsPreferred = false;
  private readonly warned = new Set<string>();
  private disposed = false;

  /** @throws RangeError that names the option, if one is out of range. */
  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
    options: SightOptions = {},
    private readonly warn: (text: string) => void = () => {},
  ) {
    this.settings = sightSettings(options);
    const { coneDegrees, coneHeightDegrees, range, raysPerFrame } = this.settings;
    const screen = hasScreen(scene);
    this.bodies = new Bodies(scene, entities, !screen);
    const cone = new ViewCone(coneDegrees, coneHeightDegrees, range);
    const rays = screen ? raysPerFrame : Number.POSITIVE_INFINITY;
    this.eyesight = new Eyesight(entities, this.bodies, new Occluders(scene, entities), cone, rays);
    this.watch = new MotionWatch(scene, entities);
    this.looks = new Looks(this.bodies);
    const engine = scene.getEngine();
    this.observers = [
      engine.onContextLostObservable.add(() => this.dropCapture()),
      engine.onContextRestoredObservable.add(() => this.rebuild()),
    ];
    this.makeCapture();
  }

  /**
   * Frames as bitmaps (for a worker that cuts patches on its own GPU) or as bytes. Default "pixels".
   * With "bitmap", every fourth frame comes as bytes, from which colours are learnt, and all of them do where
   * the browser's bitmaps come out blank.
   */
  set prefer(kind: "pixels" | "bitmap") {
    this.bitmapsPreferred = kind === "bitmap";
    if (this.capture) this.capture.preferBitmap = this.bitmapsPreferred;
  }

  /** Once a frame, after it was drawn. Never waits for the GPU. now: seconds */
  update(now: number, npcs: readonly Viewer[]): void {
    if (this.disposed || !Number.isFinite(now)) return;
    this.watch.update(now);
    this.eyesight.update(now, npcs);
    if (this.loading && !hasCamera(this.scene))
      this.warnOnce("sight: the scene has no camera, so there is no frame to see; set scene.activeCamera");
    const arrived = this.capture?.update(now);
    if (arrived) this.learn(arrived);
  }

  /**
   * The newest frame, once; null if there is nothing new, or no frame at all.
   * @param order the entities that its ids are to count by
   */
  takeFrame(order: readonly Entity[]): FramePercept | null {
    const capture = this.newest;
    const pixels = capture?.bitmap ?? capture?.pixels;
    this.newest = null;
    if (!capture || !pixels) return null;
    this.takenAt = capture.time;
    const ids = renumber(
      capture.ids,
      capture.order.map((entity) => order.indexOf(entity)),
    );
    return { pixels, ids };
  }

  /** The frame taken last is new enough to be what is seen now. */
  frameHolds(now: number): boolean {
    return now >= this.takenAt && now - this.takenAt <= FRAME_SECONDS;
  }

  /** The author's statement, else what the newest frame that showed it tells; null what nobody knows. */
  appearance(entity: Entity): Appearance {
    return this.looks.appearance(entity);
  }

  /** Share of its silhouette that the newest frame shows, 0..1; null without a frame or without a body. */
  visible(entity: Entity): number | null {
    return this.looks.visible(entity);
  }

  /** Per entity of `order`, the share of its silhouette that these eyes see, 0..1. */
  sees(npc: Viewer, order: readonly Entity[]): number[] {
    return this.disposed ? order.map(() => 0) : this.eyesight.sees(npc, order);
  }

  /** Makes everything on the GPU anew, as after a lost context. */
  rebuild(): void {
    if (this.disposed) return;
    this.dropCapture();
    this.bodies.forget();
    this.eyesight.forget();
    this.makeCapture();
  }

  dispose(): void {
    if (this.disposed) return;
    this.dropCapture();
    this.disposed = true;
    for (const observer of this.observers) observer.remove();
    this.watch.dispose();
  }

  private learn(capture: Capture): void {
    this.newest?.bitmap?.close();
    this.newest = capture;
    const rise = this.looks.learn(capture);
    if (rise !== null) this.watch.brightness(capture.time, this.looks.lights, rise);
  }

  private makeCapture(): void {
    if (this.settings.capture === "none") return;
    const loading = loadFrameReader(this.scene);
    if (!loading) {
      this.warnOnce(
        "sight: this engine draws nothing that can be read, so there is no frame; eyes go by rays alone",
      );
      return;
    }
    this.loading = loading;
    loading
      .then((makeReader) => {
        if (this.loading !== loading) return;
        const { scene, entities, bodies, settings } = this;
        this.capture = new FrameCapture(scene, entities, bodies, settings.rateHz, makeReader());
        this.capture.preferBitmap = this.bitmapsPreferred;
      })
      .catch((error: Error) => this.warnOnce(`sight: there is no frame: ${error.message}`));
  }

  private dropCapture(): void {
    this.loading = null;
    this.capture?.dispose();
    this.capture = null;
    this.newest?.bitmap?.close();
    this.newest = null;
    this.takenAt = Number.NEGATIVE_INFINITY;
    this.looks.forget();
  }

  private warnOnce(text: string): void {
    if (this.warned.has(text)) return;
    this.warned.add(text);
    this.warn(text);
  }
}

/** NullEngine draws nothing: no frame, and rays need not be spread over frames. */
function hasScreen(scene: Scene): boolean {
  const engine = scene.getEngine() as unknown as { isWebGPU?: boolean; _gl?: unknown };
  return engine.isWebGPU === true || Boolean(engine._gl);
}
