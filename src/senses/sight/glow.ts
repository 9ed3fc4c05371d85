import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";

interface Emissive {
  emissiveColor?: { r: number; g: number; b: number };
  emissiveIntensity?: number;
}

/** How brightly the brightest of these meshes glows by itself: luma 0..1 (Rec. 709), more where over-bright. */
export function glowOf(meshes: readonly AbstractMesh[]): number {
  let most = 0;
  for (const mesh of meshes) {
    const material = mesh.isDisposed() ? null : (mesh.material as Emissive | null);
    const colour = material?.emissiveColor;
    if (!colour) continue;
    const luma =
      (0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b) * (material.emissiveIntensity ?? 1);
    if (luma > most) most = luma;
  }
  return most;
}
