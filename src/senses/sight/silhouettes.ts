import type { Matrix } from "@babylonjs/core/Maths/math.vector.js";
import { ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";
import type { Entity } from "../../world/entity.js";
import type { Triple } from "../../world/vector.js";
import type { Bodies } from "./bodies.js";
import { POINTS } from "./surfaceSample.js";

/** Cells along a side below which a thing is so small that its edge may have fallen into the next cell. */
const SMALL = 6;

interface Silhouette {
  /** Cell by point, -1 outside the frame. */
  readonly cells: Int32Array;
  readonly weights: Float32Array;
  readonly small: boolean;
}

/** Where each entity's surface points lie in the id map: what would be seen if nothing stood in front. */
export class Silhouettes {
  private readonly of: (Silhouette | null)[];

  /** Taken in the moment in which the id map is drawn, with that moment's matrix and camera place. */
  constructor(order: readonly Entity[], bodies: Bodies, viewProjection: Matrix, eyes: Triple) {
    this.of = order.map((entity) => {
      const body = bodies.of(entity);
      if (!body?.drawn) return null;
      body.points.weigh(...eyes);
      return project(body.points.positions, body.points.weights.slice(), viewProjection.m);
    });
  }

  /** Share of the silhouette that the map shows under its number, 0..1; null for what has no silhouette. */
  visible(number: number, ids: Int16Array): number | null {
    const silhouette = this.of[number];
    if (!silhouette) return null;
    let seen = 0;
    let total = 0;
    for (let i = 0; i < POINTS; i++) {
      total += silhouette.weights[i];
      if (shows(ids, silhouette.cells[i], number, silhouette.small)) seen += silhouette.weights[i];
    }
    return total > 0 ? seen / total : 0;
  }
}

function project(positions: Float32Array, weights: Float32Array, m: ArrayLike<number>): Silhouette {
  const cells = new Int32Array(POINTS);
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < POINTS; i++) {
    const [x, y, z] = [positions[i * 3], positions[i * 3 + 1], positions[i * 3 + 2]];
    const w = x * m[3] + y * m[7] + z * m[11] + m[15];
    const column = Math.floor(((x * m[0] + y * m[4] + z * m[8] + m[12]) / w + 1) * 0.5 * ID_MAP_WIDTH);
    const row = Math.floor((1 - (x * m[1] + y * m[5] + z * m[9] + m[13]) / w) * 0.5 * ID_MAP_HEIGHT);
    const inside = w > 0 && column >= 0 && column < ID_MAP_WIDTH && row >= 0 && row < ID_MAP_HEIGHT;
    cells[i] = inside ? row * ID_MAP_WIDTH + column : -1;
    if (!inside) continue;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return { cells, weights, small: Math.min(right - left, bottom - top) < SMALL };
}

function shows(ids: Int16Array, cell: number, number: number, small: boolean): boolean {
  if (cell < 0) return false;
  if (ids[cell] === number) return true;
  if (!small) return false;
  const column = cell % ID_MAP_WIDTH;
  return (
    (column > 0 && ids[cell - 1] === number) ||
    (column < ID_MAP_WIDTH - 1 && ids[cell + 1] === number) ||
    ids[cell - ID_MAP_WIDTH] === number ||
    ids[cell + ID_MAP_WIDTH] === number
  );
}
