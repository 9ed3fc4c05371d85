import { VertexBuffer } from "@babylonjs/core/Buffers/buffer.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";

/** A mesh's shape at rest, in its own frame: skinning and morphing are not applied. */
export interface Triangles {
  readonly positions: ArrayLike<number>;
  readonly normals: ArrayLike<number> | null;
  readonly indices: ArrayLike<number>;
}

/** Null for a mesh without triangles, such as lines or an empty. Instances answer with their source's. */
export function trianglesOf(mesh: AbstractMesh): Triangles | null {
  const positions = mesh.getVerticesData(VertexBuffer.PositionKind);
  if (!positions || positions.length < 9 || mesh.getClassName() === "LinesMesh") return null;
  const stated = mesh.getIndices();
  const indices = stated && stated.length > 0 ? stated : inOrder(positions.length / 3);
  return { positions, normals: mesh.getVerticesData(VertexBuffer.NormalKind), indices };
}

/** What triangles are cached by: shared by all instances of one geometry. */
export function geometryOf(mesh: AbstractMesh): object {
  const { geometry, sourceMesh } = mesh as AbstractMesh & { geometry?: object | null; sourceMesh?: Mesh };
  return geometry ?? sourceMesh?.geometry ?? mesh;
}

function inOrder(count: number): Uint32Array {
  return new Uint32Array(count).map((_, i) => i);
}
