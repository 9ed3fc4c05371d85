import { Matrix } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { geometryOf, trianglesOf } from "./meshTriangles.js";
import { hidesWhatIsBehind, isShown } from "./seeThrough.js";
import { segmentMeetsBox, TriangleTree } from "./triangleTree.js";

/** Skinned bodies move away from their triangles at rest: a box this much narrower stands for them. */
const BODY_SHARE = 0.6;

/** All that can stand in somebody's view. */
export class Occluders {
  private meshes: AbstractMesh[] = [];
  private owners: (Entity | undefined)[] = [];
  /** World bounds by mesh: min xyz, max xyz. */
  private boxes = new Float32Array(0);
  private readonly trees = new WeakMap<object, TriangleTree | null>();
  private readonly inverse = new Matrix();
  private readonly localOrigin = new Float64Array(3);
  private readonly localDirection = new Float64Array(3);

  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
  ) {}

  /** Moves the bounds to where the meshes are now. collect: first finds anew what stands in the scene. */
  follow(collect = this.meshes.length === 0): void {
    if (collect) this.collect();
    this.meshes.forEach((mesh, i) => {
      mesh.getWorldMatrix();
      const { minimumWorld: min, maximumWorld: max } = mesh.getBoundingInfo().boundingBox;
      const squeeze = mesh.skeleton ? (1 - BODY_SHARE) / 2 : 0;
      const x = (max.x - min.x) * squeeze;
      const z = (max.z - min.z) * squeeze;
      const at = i * 6;
      this.boxes[at] = min.x + x;
      this.boxes[at + 1] = min.y;
      this.boxes[at + 2] = min.z + z;
      this.boxes[at + 3] = max.x - x;
      this.boxes[at + 4] = max.y;
      this.boxes[at + 5] = max.z - z;
    });
  }

  /**
   * Does something stand on the segment origin + t·direction, 0 < t < reach?
   * The two entities' own meshes do not count.
   */
  blocked(
    origin: ArrayLike<number>,
    direction: ArrayLike<number>,
    reach: number,
    target: Entity | null,
    viewer: Entity | null,
  ): boolean {
    for (let i = 0; i < this.meshes.length; i++) {
      if (!segmentMeetsBox(this.boxes, i * 6, origin, direction, reach)) continue;
      const owner = this.owners[i];
      if (owner && (owner === target || owner === viewer)) continue;
      if (this.meshBlocks(this.meshes[i], origin, direction, reach)) return true;
    }
    return false;
  }

  private collect(): void {
    this.meshes = this.scene.meshes.filter((mesh) => isShown(mesh) && hidesWhatIsBehind(mesh));
    this.owners = this.meshes.map((mesh) => this.entities.of(mesh));
    this.boxes = new Float32Array(this.meshes.length * 6);
  }

  private meshBlocks(
    mesh: AbstractMesh,
    origin: ArrayLike<number>,
    direction: ArrayLike<number>,
    reach: number,
  ): boolean {
    if (mesh.isDisposed()) return false;
    if (mesh.skeleton) return true;
    const tree = this.treeOf(mesh);
    if (!tree) return false;
    mesh.getWorldMatrix().invertToRef(this.inverse);
    const m = this.inverse.m;
    for (let axis = 0; axis < 3; axis++) {
      const turned = (v: ArrayLike<number>) => v[0] * m[axis] + v[1] * m[4 + axis] + v[2] * m[8 + axis];
      this.localOrigin[axis] = turned(origin) + m[12 + axis];
      this.localDirection[axis] = turned(direction);
    }
    return tree.blocks(this.localOrigin, this.localDirection, reach);
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
