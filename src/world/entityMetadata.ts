import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { EntityOptions } from "./entity.js";

/**
 * What a node says of itself: `node.metadata.perception`, or in a glTF file the node's
 * `extras.perception` (Babylon puts it at `metadata.gltf.extras`). The former outranks the latter.
 */
export function readEntityMetadata(node: TransformNode): EntityOptions {
  const metadata = node.metadata as {
    perception?: EntityOptions;
    gltf?: { extras?: { perception?: EntityOptions } };
  } | null;
  return { ...metadata?.gltf?.extras?.perception, ...metadata?.perception };
}
