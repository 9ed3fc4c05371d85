import { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";

/** The meshes that are this entity's own: those below its node, but not below another entity's. */
export function meshesOf(entity: Entity, entities: EntityRegistry): AbstractMesh[] {
  if (entity.node.isDisposed()) return [];
  const below = entity.node.getChildMeshes(false, (node) => entities.of(node) === entity);
  return entity.node instanceof AbstractMesh ? [entity.node, ...below] : below;
}
