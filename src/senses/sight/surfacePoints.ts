import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Entity } from "../../world/entity.js";
import { type Triangles, trianglesOf } from "../../world/meshTriangles.js";

/** Sample points on an entity: enough for a silhouette share within about a tenth. */
export const POINTS = 64;
/** Above this, only every so manieth triangle is looked at. */
const MOST_TRIANGLES = 20_000;

interface Part {
  readonly mesh: AbstractMesh;
  /** xyz of the point, xyz of its normal, in the mesh's frame. */
  readonly local: Float32Array;
}

/** Points spread evenly over an entity's surface, which move with its meshes. World metres. */
export class SurfacePoints {
  /** xyz by point. */
  readonly positions = new Float32Array(POINTS * 3);
  /** Around the points: min xyz, max xyz. */
  readonly bounds = new Float32Array(6);
  /** A ball around the points: its centre and radius. */
  readonly ball = new Float32Array(4);
  /** xyz by point, unit length, outward. */
  readonly normals = new Float32Array(POINTS * 3);
  private readonly parts: Part[];
  private readonly key: string;
  private readonly flags: number[] = [];
  private finite = false;
  /** Weight of each point from one place: see `weigh`. */
  readonly weights = new Float32Array(POINTS);

  constructor(
    private readonly entity: Entity,
    meshes: readonly AbstractMesh[],
  ) {
    this.parts = sampleParts(meshes);
    this.key = keyOf(meshes);
    this.follow();
  }

  /** False once other meshes make up the entity, or once their geometry has changed. */
  isOf(meshes: readonly AbstractMesh[]): boolean {
    return keyOf(meshes) === this.key;
  }

  /** Moves the points to where the entity is now. False if that is no finite place. */
  follow(): boolean {
    if (this.parts.length === 0) return this.followBody();
    let moved = false;
    this.parts.forEach(({ mesh }, i) => {
      const flag = mesh.getWorldMatrix().updateFlag;
      moved ||= this.flags[i] !== flag;
      this.flags[i] = flag;
    });
    if (moved) this.followParts();
    return this.finite;
  }

  /**
   * Weighs each point by how much of the silhouette it stands for, seen from (x, y, z): 0 where the surface
   * turns away. A thing that shows only its back (a picture from behind) is weighed as if it showed its front.
   */
  weigh(x: number, y: number, z: number): void {
    let sum = 0;
    for (let i = 0; i < POINTS; i++) sum += this.weights[i] = Math.max(0, this.facing(i, x, y, z));
    if (sum > 0) return;
    for (let i = 0; i < POINTS; i++) this.weights[i] = Math.abs(this.facing(i, x, y, z));
  }

  private facing(i: number, x: number, y: number, z: number): number {
    const dx = x - this.positions[i * 3];
    const dy = y - this.positions[i * 3 + 1];
    const dz = z - this.positions[i * 3 + 2];
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const n = this.normals;
    return length > 0 ? (dx * n[i * 3] + dy * n[i * 3 + 1] + dz * n[i * 3 + 2]) / length : 0;
  }

  private followParts(): void {
    const { positions, normals } = this;
    let to = 0;
    for (const { mesh, local } of this.parts) {
      const m = mesh.getWorldMatrix().m;
      for (let at = 0; at < local.length; at += 6, to += 3) {
        for (let axis = 0; axis < 3; axis++) {
          positions[to + axis] =
            local[at] * m[axis] + local[at + 1] * m[4 + axis] + local[at + 2] * m[8 + axis] + m[12 + axis];
          normals[to + axis] =
            local[at + 3] * m[axis] + local[at + 4] * m[4 + axis] + local[at + 5] * m[8 + axis];
        }
        unit(normals, to);
      }
    }
    this.finite = this.bound();
  }

  /** False if a point is nowhere. */
  private bound(): boolean {
    const { bounds, positions } = this;
    bounds.fill(Number.POSITIVE_INFINITY, 0, 3).fill(Number.NEGATIVE_INFINITY, 3, 6);
    for (let i = 0; i < POINTS * 3; i++) {
      const axis = i % 3;
      const value = positions[i];
      if (!Number.isFinite(value)) return false;
      if (value < bounds[axis]) bounds[axis] = value;
      if (value > bounds[axis + 3]) bounds[axis + 3] = value;
    }
    let squared = 0;
    for (let axis = 0; axis < 3; axis++) {
      this.ball[axis] = (bounds[axis] + bounds[axis + 3]) / 2;
      squared += (bounds[axis + 3] - bounds[axis]) ** 2;
    }
    this.ball[3] = Math.sqrt(squared) / 2;
    return true;
  }

  /** Without geometry: an ellipsoid of the stated size. */
  private followBody(): boolean {
    const centre = this.entity.centre();
    const size = this.entity.size();
    for (let i = 0; i < POINTS; i++) {
      const height = 1 - (2 * (i + 0.5)) / POINTS;
      const ring = Math.sqrt(1 - height * height);
      const angle = i * GOLDEN_ANGLE;
      const around = [ring * Math.cos(angle), height, ring * Math.sin(angle)];
      for (let axis = 0; axis < 3; axis++) {
        this.normals[i * 3 + axis] = around[axis];
        this.positions[i * 3 + axis] = centre[axis] + (around[axis] * size[axis]) / 2;
      }
    }
    return this.bound();
  }
}

function keyOf(meshes: readonly AbstractMesh[]): string {
  return meshes.map((mesh) => `${mesh.uniqueId}:${mesh.getTotalVertices()}`).join();
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** POINTS points over all meshes, each mesh's share by its area in the world. */
function sampleParts(meshes: readonly AbstractMesh[]): Part[] {
  const sources = meshes.flatMap((mesh) => {
    const triangles = trianglesOf(mesh);
    return triangles ? [{ mesh, triangles, area: areas(mesh, triangles) }] : [];
  });
  const total = sources.reduce((sum, source) => sum + source.area.total, 0);
  if (!(total > 0) || !Number.isFinite(total)) return [];
  let before = 0;
  let given = 0;
  return sources.flatMap(({ mesh, triangles, area }) => {
    before += area.total;
    const count = Math.round((before / total) * POINTS) - given;
    given += count;
    return count > 0 ? [{ mesh, local: samplePoints(triangles, area, count) }] : [];
  });
}

interface Areas {
  readonly step: number;
  readonly cumulative: Float64Array;
  readonly total: number;
}

function areas(mesh: AbstractMesh, { positions, indices }: Triangles): Areas {
  const world = mesh.computeWorldMatrix(true);
  const count = Math.floor(indices.length / 3);
  const step = Math.ceil(count / MOST_TRIANGLES);
  const cumulative = new Float64Array(Math.ceil(count / step));
  let total = 0;
  for (let t = 0; t * step < count; t++) {
    const [a, b, c] = [0, 1, 2].map((corner) =>
      Vector3.TransformCoordinates(Vector3.FromArray(positions, indices[t * step * 3 + corner] * 3), world),
    );
    const area = Vector3.Cross(b.subtractInPlace(a), c.subtractInPlace(a)).length() / 2;
    total += Number.isFinite(area) ? area : 0;
    cumulative[t] = total;
  }
  return { step, cumulative, total };
}

function samplePoints(triangles: Triangles, area: Areas, count: number): Float32Array {
  const local = new Float32Array(count * 6);
  const middle = middleOf(triangles.positions);
  let t = 0;
  for (let i = 0; i < count; i++) {
    const at = ((i + 0.5) / count) * area.total;
    while (area.cumulative[t] < at && t < area.cumulative.length - 1) t++;
    // Kronecker sequence of the plastic number (Roberts, 2018): fills a triangle evenly without chance.
    const u = Math.sqrt((0.5 + i * 0.7548776662466927) % 1);
    const v = (0.5 + i * 0.5698402909980532) % 1;
    place(local, i * 6, triangles, t * area.step, [1 - u, u * (1 - v), u * v], middle);
  }
  return local;
}

function place(
  out: Float32Array,
  at: number,
  triangles: Triangles,
  t: number,
  shares: number[],
  middle: Vector3,
): void {
  const { positions, normals, indices } = triangles;
  const corners = [0, 1, 2].map((corner) => indices[t * 3 + corner] * 3);
  const [a, b, c] = corners.map((corner) => Vector3.FromArray(positions, corner));
  const normal = Vector3.Cross(b.subtract(a), c.subtract(a)).normalize();
  for (let axis = 0; axis < 3; axis++)
    out[at + axis] = corners.reduce((sum, corner, k) => sum + shares[k] * positions[corner + axis], 0);
  // Winding differs between makers: the stated normals say where outside is, else the middle does.
  const outward = normals
    ? Vector3.FromArray(normals, corners[0])
    : Vector3.FromArray(out, at).subtractInPlace(middle);
  normal.scaleInPlace(Vector3.Dot(normal, outward) < 0 ? -1 : 1).toArray(out, at + 3);
}

function middleOf(positions: ArrayLike<number>): Vector3 {
  const sum = Vector3.Zero();
  for (let i = 0; i + 2 < positions.length; i += 3)
    sum.addInPlaceFromFloats(positions[i], positions[i + 1], positions[i + 2]);
  return sum.scaleInPlace(3 / Math.max(3, positions.length));
}

function unit(v: Float32Array, at: number): void {
  const length = Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]) || 1;
  for (let axis = 0; axis < 3; axis++) v[at + axis] /= length;
}
