import type { Camera } from "@babylonjs/core/Cameras/camera.js";
import type { Scene } from "@babylonjs/core/scene.js";

/** Bloom on brass and glass, a light vignette, smooth edges. Not for slow machines. */
export async function polishPicture(scene: Scene, camera: Camera): Promise<void> {
  const { DefaultRenderingPipeline } = await import(
    "@babylonjs/core/PostProcesses/RenderPipeline/Pipelines/defaultRenderingPipeline.js"
  );
  const pipeline = new DefaultRenderingPipeline("gallery", true, scene, [camera]);
  pipeline.samples = 4;
  pipeline.bloomEnabled = true;
  pipeline.bloomThreshold = 0.82;
  pipeline.bloomWeight = 0.22;
  pipeline.bloomKernel = 48;
  pipeline.bloomScale = 0.5;
  const image = scene.imageProcessingConfiguration;
  image.vignetteEnabled = true;
  image.vignetteWeight = 1.6;
  image.vignetteStretch = 0.4;
}
