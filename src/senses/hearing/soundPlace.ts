import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import type { AbstractSpatialAudio } from "@babylonjs/core/AudioV2/abstractAudio/subProperties/abstractSpatialAudio.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Node } from "@babylonjs/core/node.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Triple } from "../../world/vector.js";
import { finiteTriple } from "./earLevel.js";

export interface SoundPlace {
  readonly entity: Entity | null;
  /** Null: it comes from nowhere in particular. */
  readonly position: Triple | null;
}

/** `spatial` as it is: its getter would make a sound spatial that is not. */
interface Spatial {
  readonly _isSpatial?: boolean;
  readonly spatial?: AbstractSpatialAudio;
  readonly outBus?: unknown;
}

/**
 * Where a sound is and whose it is: the entity it was bound to, else that of the node it is attached to,
 * else its own spatial position, else the same of the bus that it plays through.
 * @returns null if it belongs to another scene
 */
export function soundPlace(
  sound: AbstractSoundSource,
  bound: Entity | undefined,
  entities: EntityRegistry,
  scene: Scene,
): SoundPlace | null {
  const spatial = spatialOf(sound);
  const node = spatial?.attachedNode ?? null;
  if (node && node.getScene() !== scene) return null;
  const entity = bound ?? (node ? entities.of(node) : undefined) ?? null;
  if (node)
    return { entity, position: entity?.node === node ? finiteTriple(entity.centre()) : nodePosition(node) };
  if (bound && !spatial) return { entity, position: finiteTriple(bound.centre()) };
  const at = spatial?.position;
  return { entity, position: at ? finiteTriple([at.x, at.y, at.z]) : null };
}

function spatialOf(sound: AbstractSoundSource): AbstractSpatialAudio | null {
  let at = sound as unknown;
  for (let depth = 0; at && depth < 8; depth++) {
    const { _isSpatial, spatial, outBus } = readSpatial(at as Spatial);
    if (_isSpatial && spatial) return spatial;
    at = outBus;
  }
  return null;
}

function readSpatial(of: Spatial): Spatial {
  // Buses have no _isSpatial; their field is the only way to know without making them spatial.
  const held = (of as { _spatial?: AbstractSpatialAudio | null })._spatial ?? undefined;
  return { _isSpatial: of._isSpatial ?? held !== undefined, spatial: held, outBus: of.outBus };
}

/** The middle of a mesh, the origin of another node. Read from the node: Babylon moves sounds only while audio runs. */
function nodePosition(node: Node): Triple | null {
  const mesh = node as AbstractMesh;
  const at =
    typeof mesh.getBoundingInfo === "function" && mesh.getTotalVertices() > 0
      ? mesh.getBoundingInfo().boundingBox.centerWorld
      : (node as TransformNode).getAbsolutePosition?.();
  return at ? finiteTriple([at.x, at.y, at.z]) : null;
}
