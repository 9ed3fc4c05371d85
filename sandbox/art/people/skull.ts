import { CreateSphere } from "@babylonjs/core/Meshes/Builders/sphereBuilder.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { VertexData } from "@babylonjs/core/Meshes/mesh.vertexData.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { Modeller } from "../shapes.js";

/** A soft bump: where (on the unit sphere), how wide, how far out (metres), how much it blushes. */
type Bump = readonly [x: number, y: number, z: number, width: number, out: number, blush: number];

const BUMPS: readonly Bump[] = [
  [0, -0.86, 0.62, 0.34, 0.012, 0],
  [-0.52, -0.32, 0.72, 0.36, 0.008, 1],
  [0.52, -0.32, 0.72, 0.36, 0.008, 1],
  [0, 0.32, 0.95, 0.5, 0.004, 0],
  [-0.36, -0.02, 0.9, 0.22, -0.007, 0.25],
  [0.36, -0.02, 0.9, 0.22, -0.007, 0.25],
  [0, -0.5, 0.9, 0.3, 0.006, 0],
];

/** One smooth head: a sphere pulled into cranium, jaw, cheeks and chin. Colours blush where it should. */
export function sculptHead(scene: Scene): Mesh {
  const mesh = CreateSphere(
    "head",
    { diameter: 2, segments: Math.round(26 * Math.sqrt(Modeller.detail)), updatable: true },
    scene,
  );
  const points = [...(mesh.getVerticesData("position") ?? [])];
  const colours: number[] = [];
  for (let i = 0; i < points.length; i += 3) {
    const [x = 0, y = 0, z = 0] = points.slice(i, i + 3);
    const below = Math.max(0, -y);
    // The jaw is narrower than the brow, and the back of the head stays up.
    const wide = 0.117 * (1 - 0.24 * below ** 1.5);
    const deep = z > 0 ? 0.128 : 0.138 * (1 - 0.34 * below);
    let [px, py, pz] = [
      x * wide,
      0.108 + y * (y > 0 ? 0.166 : 0.128),
      z * deep - 0.002 + 0.012 * below * Math.max(0, z),
    ];
    let blush = 0;
    for (const [bx, by, bz, width, out, red] of BUMPS) {
      const near = Math.exp(-((x - bx) ** 2 + (y - by) ** 2 + (z - bz) ** 2) / width ** 2);
      px += x * out * near;
      py += y * out * near;
      pz += z * out * near;
      blush += red * near;
    }
    points.splice(i, 3, px, py, pz);
    colours.push(1, 1 - 0.16 * blush, 1 - 0.17 * blush, 1);
  }
  const normals: number[] = [];
  VertexData.ComputeNormals(points, mesh.getIndices() ?? [], normals);
  mesh.setVerticesData("position", points);
  mesh.setVerticesData("normal", normals);
  mesh.setVerticesData("color", colours);
  mesh.refreshBoundingInfo();
  return mesh;
}
