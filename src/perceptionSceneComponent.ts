import type { Scene } from "@babylonjs/core/scene.js";
import type { ISceneComponent } from "@babylonjs/core/sceneComponent.js";

export const PERCEPTION_COMPONENT = "Perception";

/** The hook into Babylon's scene: it carries context rebuilds and the scene's disposal to the perception. */
export class PerceptionSceneComponent implements ISceneComponent {
  readonly name = PERCEPTION_COMPONENT;

  constructor(
    readonly scene: Scene,
    private readonly owner: { rebuild(): void; dispose(): void },
  ) {}

  register(): void {
    // Everything per frame runs on observables, which do not depend on the order of stages.
  }

  rebuild(): void {
    this.owner.rebuild();
  }

  dispose(): void {
    this.owner.dispose();
  }
}
