import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { CreateSphere } from "@babylonjs/core/Meshes/Builders/sphereBuilder.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { Scene } from "@babylonjs/core/scene.js";
import { Sight } from "../../../src/senses/sight/sight.js";
import type { SightOptions } from "../../../src/senses/sight/sightOptions.js";
import { EntityRegistry } from "../../../src/world/entityRegistry.js";
import type { Pose, Triple } from "../../../src/world/vector.js";

/** A scene without a screen, with sight in it. */
export function sightScene(options?: SightOptions) {
  const engine = new NullEngine();
  const scene = new Scene(engine);
  const camera = new FreeCamera("camera", new Vector3(0, 1.6, -5), scene);
  const entities = new EntityRegistry();
  const warnings: string[] = [];
  const sight = new Sight(scene, entities, options, (text) => warnings.push(text));
  return { engine, scene, camera, entities, sight, warnings, dispose: () => engine.dispose() };
}

export function sphereAt(scene: Scene, name: string, at: Triple, diameter = 1): Mesh {
  const sphere = CreateSphere(name, { diameter, segments: 12 }, scene);
  sphere.position.set(...at);
  return sphere;
}

export function boxAt(scene: Scene, name: string, at: Triple, size: Triple): Mesh {
  const box = CreateBox(name, { width: size[0], height: size[1], depth: size[2] }, scene);
  box.position.set(...at);
  return box;
}

/** An NPC without a body, at the origin, looking along +z. */
export function eyesAt(position: Triple = [0, 1.6, 0], forward: Triple = [0, 0, 1]) {
  const eyes: Pose = { position, forward };
  return { id: "ada", eyes, entity: null };
}
