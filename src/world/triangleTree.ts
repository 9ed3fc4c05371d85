const LEAF = 8;

interface Branch {
  readonly bounds: Float32Array;
  readonly start: number;
  readonly end: number;
  children: readonly [Branch, Branch] | null;
}

/**
 * Bounding volumes over a mesh's triangles. A branch is split when a ray first enters it, so that a mesh of
 * 100,000 triangles costs nothing until it is looked at and then only where it is looked at.
 */
export class TriangleTree {
  private readonly order: Uint32Array;
  private readonly centres: Float32Array;
  private readonly root: Branch | null;

  /** positions: xyz by vertex. indices: three by triangle. Triangles that are not finite never block. */
  constructor(
    private readonly positions: ArrayLike<number>,
    private readonly indices: ArrayLike<number>,
  ) {
    const count = Math.floor(indices.length / 3);
    this.order = new Uint32Array(count).map((_, i) => i);
    this.centres = new Float32Array(count * 3);
    for (let t = 0; t < count; t++)
      for (let axis = 0; axis < 3; axis++) this.centres[t * 3 + axis] = this.mean(t, axis);
    this.root = count > 0 ? this.branch(0, count) : null;
  }

  /** Does a triangle, seen from either side, cut the segment origin + t·direction with 0 < t < reach? */
  blocks(origin: ArrayLike<number>, direction: ArrayLike<number>, reach: number): boolean {
    return this.root !== null && this.blocksIn(this.root, origin, direction, reach);
  }

  private blocksIn(
    at: Branch,
    origin: ArrayLike<number>,
    direction: ArrayLike<number>,
    reach: number,
  ): boolean {
    if (!segmentMeetsBox(at.bounds, 0, origin, direction, reach)) return false;
    if (!at.children && at.end - at.start > LEAF) at.children = this.split(at);
    if (at.children)
      return (
        this.blocksIn(at.children[0], origin, direction, reach) ||
        this.blocksIn(at.children[1], origin, direction, reach)
      );
    for (let i = at.start; i < at.end; i++)
      if (this.hits(this.order[i], origin, direction, reach)) return true;
    return false;
  }

  private branch(start: number, end: number): Branch {
    const bounds = new Float32Array([Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]);
    for (let i = start; i < end; i++) {
      for (let corner = 0; corner < 3; corner++) {
        const vertex = this.indices[this.order[i] * 3 + corner] * 3;
        for (let axis = 0; axis < 3; axis++) {
          const value = this.positions[vertex + axis];
          if (value < bounds[axis]) bounds[axis] = value;
          if (value > bounds[axis + 3]) bounds[axis + 3] = value;
        }
      }
    }
    return { bounds, start, end, children: null };
  }

  private split(at: Branch): readonly [Branch, Branch] {
    const [x, y, z] = [0, 1, 2].map((axis) => at.bounds[axis + 3] - at.bounds[axis]);
    const axis = x >= y && x >= z ? 0 : y >= z ? 1 : 2;
    const cut = (at.bounds[axis] + at.bounds[axis + 3]) / 2;
    let middle = at.start;
    for (let i = at.start; i < at.end; i++) {
      if (!(this.centres[this.order[i] * 3 + axis] < cut)) continue;
      const other = this.order[middle];
      this.order[middle++] = this.order[i];
      this.order[i] = other;
    }
    // All on one side (equal centres): halve by count, so that the tree always ends.
    if (middle === at.start || middle === at.end) middle = (at.start + at.end) >> 1;
    return [this.branch(at.start, middle), this.branch(middle, at.end)];
  }

  /** Möller and Trumbore, "Fast, Minimum Storage Ray/Triangle Intersection", 1997. */
  private hits(triangle: number, o: ArrayLike<number>, d: ArrayLike<number>, reach: number): boolean {
    const p = this.positions;
    const a = this.indices[triangle * 3] * 3;
    const b = this.indices[triangle * 3 + 1] * 3;
    const c = this.indices[triangle * 3 + 2] * 3;
    const e1x = p[b] - p[a];
    const e1y = p[b + 1] - p[a + 1];
    const e1z = p[b + 2] - p[a + 2];
    const e2x = p[c] - p[a];
    const e2y = p[c + 1] - p[a + 1];
    const e2z = p[c + 2] - p[a + 2];
    const px = d[1] * e2z - d[2] * e2y;
    const py = d[2] * e2x - d[0] * e2z;
    const pz = d[0] * e2y - d[1] * e2x;
    const determinant = e1x * px + e1y * py + e1z * pz;
    if (!(Math.abs(determinant) > 1e-12)) return false;
    const tx = o[0] - p[a];
    const ty = o[1] - p[a + 1];
    const tz = o[2] - p[a + 2];
    const u = (tx * px + ty * py + tz * pz) / determinant;
    if (!(u >= 0 && u <= 1)) return false;
    const qx = ty * e1z - tz * e1y;
    const qy = tz * e1x - tx * e1z;
    const qz = tx * e1y - ty * e1x;
    const v = (d[0] * qx + d[1] * qy + d[2] * qz) / determinant;
    if (!(v >= 0 && u + v <= 1)) return false;
    const t = (e2x * qx + e2y * qy + e2z * qz) / determinant;
    return t > 0 && t < reach;
  }

  private mean(triangle: number, axis: number): number {
    let sum = 0;
    for (let corner = 0; corner < 3; corner++)
      sum += this.positions[this.indices[triangle * 3 + corner] * 3 + axis];
    return sum / 3;
  }
}

/** Does origin + t·direction, 0 ≤ t ≤ reach, meet the box [min xyz, max xyz] at `at`? */
export function segmentMeetsBox(
  boxes: ArrayLike<number>,
  at: number,
  origin: ArrayLike<number>,
  direction: ArrayLike<number>,
  reach: number,
): boolean {
  let near = 0;
  let far = reach;
  for (let axis = 0; axis < 3; axis++) {
    const low = boxes[at + axis] - origin[axis];
    const high = boxes[at + axis + 3] - origin[axis];
    if (direction[axis] === 0) {
      // Parallel: 0 × ∞ would be NaN.
      if (low > 0 || high < 0) return false;
      continue;
    }
    const t1 = low / direction[axis];
    const t2 = high / direction[axis];
    near = Math.max(near, Math.min(t1, t2));
    far = Math.min(far, Math.max(t1, t2));
    if (!(near <= far)) return false;
  }
  return true;
}
