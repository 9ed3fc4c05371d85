import type { Material } from "@babylonjs/core/Materials/material.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";

/** Opacity from which a thing hides what is behind it: half. */
const OPAQUE_FROM = 0.5;

/** Is the mesh drawn at all? Never true for a disposed mesh or one without geometry. */
export function isShown(mesh: AbstractMesh): boolean {
  return (
    !mesh.isDisposed() &&
    mesh.isVisible &&
    mesh.visibility > 0.05 &&
    mesh.isEnabled() &&
    mesh.getTotalVertices() > 0
  );
}

/** Does the mesh hide what is behind it? Glass, a sky box and a wire frame do not. */
export function hidesWhatIsBehind(mesh: AbstractMesh): boolean {
  return mesh.visibility >= OPAQUE_FROM && !mesh.infiniteDistance && !isSeeThrough(mesh.material);
}

function isSeeThrough(material: Material | null): boolean {
  if (!material) return false;
  if (material.alpha < OPAQUE_FROM || material.wireframe || material.pointsCloud) return true;
  // Refracting glass (PBR) keeps alpha 1.
  const { subSurface } = material as { subSurface?: { isRefractionEnabled?: boolean } };
  return subSurface?.isRefractionEnabled === true;
}
