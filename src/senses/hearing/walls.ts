import { Matrix } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { geometryOf, trianglesOf } from "../../world/meshTriangles.js";
import { segmentMeetsBox, TriangleTree } from "../../world/triangleTree.js";
import type { Triple } from "../../world/vector.js";

/** The list of walls is made anew so often, seconds. */
const MAX_AGE = 1;

/** The meshes that muffle sound, and how many of them stand on a line. */
export class Walls {
  private meshes: AbstractMesh[] = [];
  private collectedAt = Number.NEGATIVE_INFINITY;
  private readonly trees = new WeakMap<object, TriangleTree | null>();
  private readonly inverse = new Matrix();
  /** World bounds by mesh: min xyz, max xyz. */
  private boxes = new Float64Array(0);

  constructor(
    private readonly scene: Scene,
    private readonly isWall: (mesh: AbstractMesh) => boolean,
  ) {}

  /** Walls from `from` toward `to` within `reach` (0..1 of the way), counted up to `enough`. One mesh is one wall. */
  between(from: Triple, to: Triple, reach: number, enough: number, now: number): number {
    if (now - this.collectedAt > MAX_AGE || now < this.collectedAt) this.collect(now);
    const direction = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
    let walls = 0;
    for (let i = 0; i < this.meshes.length && walls < enough; i++)
      if (segmentMeetsBox(this.boxes, i * 6, from, direction, reach))
        if (this.stands(this.meshes[i]!, from, direction, reach)) walls++;
    return walls;
  }

  /** The next question finds out anew what stands in the scene. */
  forget(): void {
    this.meshes = [];
    this.collectedAt = Number.NEGATIVE_INFINITY;
  }

  private collect(now: number): void {
    this.meshes = this.scene.meshes.filter((mesh) => mesh.getTotalVertices() > 0 && this.isWall(mesh));
    this.collectedAt = now;
    this.boxes = new Float64Array(this.meshes.length * 6);
    for (const [i, mesh] of this.meshes.entries()) {
      mesh.getWorldMatrix();
      const { minimumWorld: min, maximumWorld: max } = mesh.getBoundingInfo().boundingBox;
      this.boxes.set([min.x, min.y, min.z, max.x, max.y, max.z], i * 6);
    }
  }

  private stands(mesh: AbstractMesh, from: Triple, direction: Triple, reach: number): boolean {
    if (mesh.isDisposed()) return false;
    const tree = this.treeOf(mesh);
    if (!tree) return false;
    mesh.getWorldMatrix().invertToRef(this.inverse);
    const { m } = this.inverse;
    const turned = (v: Triple, axis: number) => v[0] * m[axis]! + v[1] * m[4 + axis]! + v[2] * m[8 + axis]!;
    const origin = [0, 1, 2].map((axis) => turned(from, axis) + m[12 + axis]!);
    return tree.blocks(
      origin,
      [0, 1, 2].map((axis) => turned(direction, axis)),
      reach,
    );
  }

  private treeOf(mesh: AbstractMesh): TriangleTree | null {
    const geometry = geometryOf(mesh);
    const known = this.trees.get(geometry);
    if (known !== undefined) return known;
    const triangles = trianglesOf(mesh);
    const tree = triangles && new TriangleTree(triangles.positions, triangles.indices);
    this.trees.set(geometry, tree);
    return tree;
  }
}
