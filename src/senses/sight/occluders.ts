import { Matrix } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { geometryOf, trianglesOf } from "../../world/meshTriangles.js";
import { segmentMeetsBox, TriangleTree } from "../../world/triangleTree.js";
import type { Triple } from "../../world/vector.js";
import { hidesWhatIsBehind, isShown } from "./seeThrough.js";

/** Skinned bodies move away from their triangles at rest: a box this much narrower stands for them. */
const BODY_SHARE = 0.6;

/** All that can stand in somebody's view. */
export class Occluders {
  private meshes: AbstractMesh[] = [];
  private owners: (Entity | undefined)[] = [];
  /** World bounds by mesh: min xyz, max xyz. */
  private boxes = new Float32Array(0);
  /** By mesh, the state of its world matrix that its box was taken in. */
  private flags: number[] = [];
  private picked = new Int32Array(0);
  private pickedCount = 0;
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
      const { updateFlag } = mesh.getWorldMatrix();
      if (this.flags[i] === updateFlag && !mesh.skeleton) return;
      this.flags[i] = updateFlag;
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
   * Picks what may stand between a place and a box [min xyz, max xyz], for `blocked` to try.
   * The two entities' own meshes do not count.
   */
  between(eyes: Triple, box: ArrayLike<number>, target: Entity, viewer: Entity | null): void {
    const { boxes, picked } = this;
    const [x, y, z] = eyes;
    const [left, right] = [Math.min(x, box[0]), Math.max(x, box[3])];
    const [bottom, top] = [Math.min(y, box[1]), Math.max(y, box[4])];
    const [near, far] = [Math.min(z, box[2]), Math.max(z, box[5])];
    this.pickedCount = 0;
    for (let i = 0, at = 0; i < this.meshes.length; i++, at += 6) {
      if (boxes[at] > right || boxes[at + 3] < left || boxes[at + 1] > top || boxes[at + 4] < bottom)
        continue;
      if (boxes[at + 2] > far || boxes[at + 5] < near) continue;
      const owner = this.owners[i];
      if (owner && (owner === target || owner === viewer)) continue;
      picked[this.pickedCount++] = i;
    }
  }

  /** Does one of those picked stand on the segment origin + t·direction, 0 < t < reach? */
  blocked(origin: Float64Array, direction: Float64Array, reach: number): boolean {
    for (let n = 0; n < this.pickedCount; n++) {
      const i = this.picked[n];
      if (!segmentMeetsBox(this.boxes, i * 6, origin, direction, reach)) continue;
      if (this.meshBlocks(this.meshes[i], origin, direction, reach)) return true;
    }
    return false;
  }

  private collect(): void {
    this.meshes = this.scene.meshes.filter((mesh) => isShown(mesh) && hidesWhatIsBehind(mesh));
    this.owners = this.meshes.map((mesh) => this.entities.of(mesh));
    this.flags = [];
    this.boxes = new Float32Array(this.meshes.length * 6);
    this.picked = new Int32Array(this.meshes.length);
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
    const { localOrigin, localDirection } = this;
    const [x, y, z] = [origin[0], origin[1], origin[2]];
    const [dx, dy, dz] = [direction[0], direction[1], direction[2]];
    for (let axis = 0; axis < 3; axis++) {
      localOrigin[axis] = x * m[axis] + y * m[4 + axis] + z * m[8 + axis] + m[12 + axis];
      localDirection[axis] = dx * m[axis] + dy * m[4 + axis] + dz * m[8 + axis];
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
