import type { Scene } from "@babylonjs/core/scene.js";
import type { Turning } from "./exhibits/moving.js";

/** Keeps records, globes and pendulums going. */
export function animateTurnings(scene: Scene, turnings: readonly Turning[]): void {
  let seconds = 0;
  scene.onBeforeRenderObservable.add(() => {
    const dt = Math.min(0.1, scene.getEngine().getDeltaTime() / 1000);
    seconds += dt;
    for (const { node, axis, speed, swing, period } of turnings) {
      if (speed) node.rotation[axis] = (node.rotation[axis] + speed * dt) % (2 * Math.PI);
      else if (swing && period) node.rotation[axis] = swing * Math.sin((2 * Math.PI * seconds) / period);
    }
  });
}

/** Returns what sets a hanging node swinging until it comes to rest. */
export function swinging(scene: Scene, name: string): () => void {
  const node = scene.getTransformNodeByName(name);
  let since = Number.POSITIVE_INFINITY;
  scene.onBeforeRenderObservable.add(() => {
    if (!node || since > 8) return;
    since += Math.min(0.1, scene.getEngine().getDeltaTime() / 1000);
    node.rotation.x = since > 8 ? 0 : 0.32 * Math.sin(since * 4.2) * Math.exp(-since * 0.5);
  });
  return () => {
    since = 0;
  };
}
