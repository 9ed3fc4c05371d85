import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { EntityRegistry } from "../../src/world/entityRegistry.js";
import type { Jargon } from "./jargon.js";

export function registryOf({ things }: Jargon): EntityRegistry {
  const scene = new Scene(new NullEngine());
  const entities = new EntityRegistry();
  for (const [id, options] of Object.entries(things))
    entities.add(new TransformNode(id, scene), { ...options, id });
  return entities;
}
