import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { DOOR_WIDTH, ROOMS, WALL } from "./art/plan.js";

/** Metres on the floor. */
export interface Spot {
  readonly x: number;
  readonly z: number;
}

/** False if walls hide all of a thing of this radius: the doors lie on the axis, one behind the other. */
export function isThroughDoors(eye: Spot, thing: Spot, radius: number): boolean {
  const [near, far] = [Math.min(eye.z, thing.z - radius), Math.max(eye.z, thing.z + radius)];
  return ROOMS.slice(0, -1).every(({ end }) =>
    [end, end + WALL].every((wall) => {
      if (wall <= near || wall >= far || Math.abs(thing.z - wall) <= radius) return true;
      if (Math.sign(wall - eye.z) !== Math.sign(thing.z - wall)) return true;
      const share = (wall - eye.z) / (thing.z - eye.z);
      return Math.abs(eye.x + (thing.x - eye.x) * share) <= DOOR_WIDTH / 2 + radius;
    }),
  );
}

interface Group {
  readonly node: TransformNode;
  readonly radius: number;
  readonly meshes: readonly AbstractMesh[];
}

/**
 * Leaves out of each frame what walls hide. Nothing is made invisible: people's eyes are not the camera's,
 * and what is left out keeps its place up to date.
 * @param nodes things that stand or move about, each small enough to be in one place
 */
export function drawThroughDoorsOnly(scene: Scene, nodes: readonly TransformNode[]): void {
  const groups: Group[] = nodes.map((node) => ({ node, radius: reach(node), meshes: node.getChildMeshes() }));
  const grouped = new Set(groups.flatMap(({ meshes }) => meshes));
  const drawn: AbstractMesh[] = [];
  const candidates = { data: drawn, length: 0 };
  scene.getActiveMeshCandidates = () => {
    const eye = scene.activeCamera?.globalPosition;
    drawn.length = 0;
    for (const mesh of scene.meshes) if (!grouped.has(mesh)) drawn.push(mesh);
    for (const { node, radius, meshes } of groups) {
      if (!eye || isThroughDoors(eye, node.position, radius)) drawn.push(...meshes);
      else for (const mesh of meshes) mesh.computeWorldMatrix();
    }
    candidates.length = drawn.length;
    return candidates;
  };
}

/** How far its meshes reach around its node, metres; half a metre more for arms and what falls over. */
function reach(node: TransformNode): number {
  const { min, max } = node.getHierarchyBoundingVectors();
  const { x, z } = node.position;
  return Math.hypot(Math.max(max.x - x, x - min.x), Math.max(max.z - z, z - min.z)) + 0.5;
}
