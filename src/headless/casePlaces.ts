import type { Pose, Triple } from "../world/vector.js";

const EYE_HEIGHT = 1.6;
/** Metres before the nearest thing, so that it fits into the view. */
const LEAST_DISTANCE = 3;
/** Half the width of a 16:9 view of 0.8 rad, at 1 m. */
const HALF_WIDTH = 0.75;

/** South of all things, looking north, with all of them in view. */
export function viewOfAll(entities: readonly { readonly position: Triple }[]): Pose {
  if (entities.length === 0) return { position: [0, EYE_HEIGHT, -LEAST_DISTANCE], forward: [0, 0, 1] };
  const along = (axis: 0 | 1 | 2) => entities.map(({ position }) => position[axis]);
  const [west, east] = [Math.min(...along(0)), Math.max(...along(0))];
  const back = Math.max(LEAST_DISTANCE, (east - west) / 2 / HALF_WIDTH);
  return { position: [(west + east) / 2, EYE_HEIGHT, Math.min(...along(2)) - back], forward: [0, 0, 1] };
}
