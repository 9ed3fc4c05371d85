import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import { type Triangles, trianglesOf } from "../../world/meshTriangles.js";

/** Sample points on an entity: enough for a silhouette share within about a tenth. */
export const POINTS = 64;
/** Above this, only every so manieth triangle is looked at. */
const MOST_TRIANGLES = 20_000;

/** One mesh's share of the points. */
export interface Part {
  readonly mesh: AbstractMesh;
  /** xyz of the point, xyz of its normal, in the mesh's frame. */
  readonly local: Float32Array;
  /** Around the points, in the mesh's frame: centre and radius. */
  readonly ball: Ball;
}

export type Ball = readonly [x: number, y: number, z: number, radius: number];

/** POINTS points over all meshes, each mesh's share by its area in the world. */
export function sampleParts(meshes: readonly AbstractMesh[]): Part[] {
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
    if (count <= 0) return [];
    const local = samplePoints(triangles, area, count);
    return [{ mesh, local, ball: aroundLocal(local) }];
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

/** Around points of stride 6: the ball of their box. */
function aroundLocal(local: Float32Array): Ball {
  const ends = [0, 1, 2].map((axis) => {
    const values = local.filter((_, i) => i % 6 === axis);
    return [Math.min(...values), Math.max(...values)];
  });
  const [x, y, z] = ends.map(([least, most]) => (least + most) / 2);
  return [x, y, z, Math.hypot(...ends.map(([least, most]) => most - least)) / 2];
}
