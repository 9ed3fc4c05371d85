import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Entity } from "../../world/entity.js";
import { type Ball, type Part, POINTS, sampleParts } from "./surfaceSample.js";

/**
 * Points spread evenly over an entity's surface, which move with its meshes. World metres. The ball around them follows
 * at once, the points themselves when somebody asks for them.
 */
export class SurfacePoints {
  /** Around the points: its centre and radius. */
  readonly ball = new Float32Array(4);
  /** Weight of each point from one place: see `weigh`. */
  readonly weights = new Float32Array(POINTS);
  private readonly points = new Float32Array(POINTS * 3);
  private readonly outward = new Float32Array(POINTS * 3);
  private readonly box = new Float32Array(6);
  private readonly parts: Part[];
  private readonly key: string;
  private readonly flags: number[] = [];
  private finite = false;
  private stale = true;

  constructor(
    private readonly entity: Entity,
    meshes: readonly AbstractMesh[],
  ) {
    this.parts = sampleParts(meshes);
    this.key = keyOf(meshes);
    this.follow();
  }

  /** xyz by point. */
  get positions(): Float32Array {
    this.place();
    return this.points;
  }

  /** xyz by point, unit length, outward. */
  get normals(): Float32Array {
    this.place();
    return this.outward;
  }

  /** Around the points: min xyz, max xyz. */
  get bounds(): Float32Array {
    this.place();
    return this.box;
  }

  /** False once other meshes make up the entity, or once their geometry has changed. */
  isOf(meshes: readonly AbstractMesh[]): boolean {
    return keyOf(meshes) === this.key;
  }

  /** Follows the entity to where it is now. False if that is no finite place. */
  follow(): boolean {
    if (this.parts.length > 0 && !this.partsMoved()) return this.finite;
    this.ball.set(this.parts.length > 0 ? aroundParts(this.parts) : aroundBody(this.entity));
    this.stale = true;
    this.finite = this.ball.every(Number.isFinite);
    return this.finite;
  }

  /**
   * Weighs each point by how much of the silhouette it stands for, seen from (x, y, z): 0 where the surface
   * turns away. A thing that shows only its back (a picture from behind) is weighed as if it showed its front.
   */
  weigh(x: number, y: number, z: number): void {
    this.place();
    let sum = 0;
    for (let i = 0; i < POINTS; i++) sum += this.weights[i] = Math.max(0, this.facing(i, x, y, z));
    if (sum > 0) return;
    for (let i = 0; i < POINTS; i++) this.weights[i] = Math.abs(this.facing(i, x, y, z));
  }

  private facing(i: number, x: number, y: number, z: number): number {
    const dx = x - this.points[i * 3];
    const dy = y - this.points[i * 3 + 1];
    const dz = z - this.points[i * 3 + 2];
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const n = this.outward;
    return length > 0 ? (dx * n[i * 3] + dy * n[i * 3 + 1] + dz * n[i * 3 + 2]) / length : 0;
  }

  private partsMoved(): boolean {
    let moved = false;
    for (let i = 0; i < this.parts.length; i++) {
      const flag = this.parts[i].mesh.getWorldMatrix().updateFlag;
      moved ||= this.flags[i] !== flag;
      this.flags[i] = flag;
    }
    return moved;
  }

  private place(): void {
    if (!this.stale) return;
    this.stale = false;
    if (this.parts.length > 0) this.placeParts();
    else this.placeBody();
    this.bound();
  }

  private placeParts(): void {
    const { points, outward } = this;
    let to = 0;
    for (const { mesh, local } of this.parts) {
      const m = mesh.getWorldMatrix().m;
      for (let at = 0; at < local.length; at += 6, to += 3) {
        for (let axis = 0; axis < 3; axis++) {
          points[to + axis] =
            local[at] * m[axis] + local[at + 1] * m[4 + axis] + local[at + 2] * m[8 + axis] + m[12 + axis];
          outward[to + axis] =
            local[at + 3] * m[axis] + local[at + 4] * m[4 + axis] + local[at + 5] * m[8 + axis];
        }
        unit(outward, to);
      }
    }
  }

  /** Without geometry: an ellipsoid of the stated size. */
  private placeBody(): void {
    const centre = this.entity.centre();
    const size = this.entity.size();
    for (let i = 0; i < POINTS; i++) {
      const height = 1 - (2 * (i + 0.5)) / POINTS;
      const ring = Math.sqrt(1 - height * height);
      const angle = i * GOLDEN_ANGLE;
      const around = [ring * Math.cos(angle), height, ring * Math.sin(angle)];
      for (let axis = 0; axis < 3; axis++) {
        this.outward[i * 3 + axis] = around[axis];
        this.points[i * 3 + axis] = centre[axis] + (around[axis] * size[axis]) / 2;
      }
    }
  }

  private bound(): void {
    const { box, points } = this;
    box.fill(Number.POSITIVE_INFINITY, 0, 3).fill(Number.NEGATIVE_INFINITY, 3, 6);
    for (let i = 0; i < POINTS * 3; i++) {
      const axis = i % 3;
      box[axis] = Math.min(box[axis], points[i]);
      box[axis + 3] = Math.max(box[axis + 3], points[i]);
    }
  }
}

/** In the world, by the mean of the parts' middles. */
function aroundParts(parts: readonly Part[]): Ball {
  const balls = parts.map(({ mesh, ball }) => moved(ball, mesh.getWorldMatrix().m));
  const mean = (axis: number) => balls.reduce((sum, ball) => sum + ball[axis], 0) / balls.length;
  const [x, y, z] = [mean(0), mean(1), mean(2)];
  return [
    x,
    y,
    z,
    Math.max(...balls.map((ball) => Math.hypot(ball[0] - x, ball[1] - y, ball[2] - z) + ball[3])),
  ];
}

function moved([x, y, z, radius]: Ball, m: ArrayLike<number>): Ball {
  const along = (axis: number) => x * m[axis] + y * m[4 + axis] + z * m[8 + axis] + m[12 + axis];
  return [along(0), along(1), along(2), radius * stretchOf(m)];
}

/** No direction gets longer by more than this: Gershgorin's bound of the axes' products, exact where they are upright. */
function stretchOf(m: ArrayLike<number>): number {
  const product = (a: number, b: number) => Math.abs(m[a] * m[b] + m[a + 1] * m[b + 1] + m[a + 2] * m[b + 2]);
  const [xy, xz, yz] = [product(0, 4), product(0, 8), product(4, 8)];
  return Math.sqrt(Math.max(product(0, 0) + xy + xz, product(4, 4) + xy + yz, product(8, 8) + xz + yz));
}

function aroundBody(entity: Entity): Ball {
  const [x, y, z] = entity.centre();
  return [x, y, z, Math.max(...entity.size()) / 2];
}

function keyOf(meshes: readonly AbstractMesh[]): string {
  return meshes.map((mesh) => `${mesh.uniqueId}:${mesh.getTotalVertices()}`).join();
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

function unit(v: Float32Array, at: number): void {
  const length = Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]) || 1;
  for (let axis = 0; axis < 3; axis++) v[at + axis] /= length;
}
