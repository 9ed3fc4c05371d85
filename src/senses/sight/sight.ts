import type { Scene } from "@babylonjs/core/scene.js";
import type { Appearance, FramePercept } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { statedAppearance } from "./appearance.js";
import { Eyesight, type Viewer } from "./eyesight.js";
import { MotionWatch } from "./motionWatch.js";
import { Occluders } from "./occluders.js";
import { type SightOptions, type SightSettings, sightSettings } from "./sightOptions.js";
import { ViewCone } from "./viewCone.js";

export type { SightOptions } from "./sightOptions.js";

/** The sense of sight of one scene: the frame, what each NPC's eyes see, and events that draw them. */
export class Sight {
  private readonly settings: SightSettings;
  private readonly eyesight: Eyesight;
  private readonly watch: MotionWatch;
  private disposed = false;

  /** @throws RangeError that names the option, if one is out of range. */
  constructor(
    scene: Scene,
    entities: EntityRegistry,
    options: SightOptions = {},
    _warn: (text: string) => void = () => {},
  ) {
    this.settings = sightSettings(options);
    const { coneDegrees, coneHeightDegrees, range, raysPerFrame } = this.settings;
    const cone = new ViewCone(coneDegrees, coneHeightDegrees, range);
    this.eyesight = new Eyesight(
      entities,
      new Occluders(scene, entities),
      cone,
      hasScreen(scene) ? raysPerFrame : Infinity,
    );
    this.watch = new MotionWatch(scene, entities);
  }

  update(now: number, npcs: readonly Viewer[]): void {
    if (this.disposed || !Number.isFinite(now)) return;
    this.watch.update(now);
    this.eyesight.update(now, npcs);
  }

  takeFrame(_order: readonly Entity[]): FramePercept | null {
    return null;
  }

  appearance(entity: Entity): Appearance {
    return statedAppearance(entity);
  }

  visible(_entity: Entity): number | null {
    return null;
  }

  sees(npc: Viewer, order: readonly Entity[]): number[] {
    return this.disposed ? order.map(() => 0) : this.eyesight.sees(npc, order);
  }

  rebuild(): void {
    this.eyesight.forget();
  }

  dispose(): void {
    this.disposed = true;
    this.watch.dispose();
  }
}

/** NullEngine draws nothing: no frame, and rays need not be spread over frames. */
function hasScreen(scene: Scene): boolean {
  const engine = scene.getEngine() as { isWebGPU?: boolean; _gl?: unknown };
  return engine.isWebGPU === true || Boolean(engine._gl);
}
