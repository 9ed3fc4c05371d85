import type { Exhibit } from "../art/exhibits/exhibits.js";
import { DOOR_WIDTH, LENGTH, PILLAR_RADIUS, ROOM_WIDTH, ROOMS, WALL } from "../art/plan.js";

/** Something that nobody walks through: a circle or an upright box, metres on the floor. */
export type Obstacle =
  | { readonly x: number; readonly z: number; readonly radius: number }
  | { readonly x: number; readonly z: number; readonly half: readonly [number, number] };

export function obstaclesOf(exhibits: readonly Exhibit[]): Obstacle[] {
  const pillars = ROOMS.flatMap((room) =>
    room.pillars.map(([x, z]) => ({ x, z, radius: PILLAR_RADIUS + 0.12 })),
  );
  const benches = ROOMS.flatMap((room) =>
    room.benches.map(([x, z, turn]) => {
      const swapped = Math.abs(Math.sin(turn)) > 0.5;
      return { x, z, half: swapped ? ([0.25, 0.77] as const) : ([0.77, 0.25] as const) };
    }),
  );
  const stands = exhibits.map(({ node, footprint }) => ({
    x: node.position.x,
    z: node.position.z,
    half: footprint,
  }));
  return [...pillars, ...benches, ...stands];
}

/** Where a body of this radius may be that wants to be at x, z. */
export function keepOut(
  x: number,
  z: number,
  radius: number,
  obstacles: readonly Obstacle[],
): [number, number] {
  let [px, pz] = keepInside(x, z, radius);
  for (const obstacle of obstacles)
    [px, pz] =
      "radius" in obstacle ? fromCircle(px, pz, radius, obstacle) : fromBox(px, pz, radius, obstacle);
  return keepInside(px, pz, radius);
}

function keepInside(x: number, z: number, radius: number): [number, number] {
  const half = ROOM_WIDTH / 2 - radius;
  const inside = [Math.min(half, Math.max(-half, x)), Math.min(LENGTH - radius, Math.max(radius, z))] as [
    number,
    number,
  ];
  for (const room of ROOMS.slice(0, -1)) {
    const [near, far] = [room.end - radius, room.end + WALL + radius];
    if (inside[1] <= near || inside[1] >= far) continue;
    const door = DOOR_WIDTH / 2 - 0.1 - radius;
    if (Math.abs(inside[0]) <= door) continue;
    // In the wall: back to the nearer face, or into the door if that is nearer.
    const toDoor = Math.abs(inside[0]) - door;
    const toFace = Math.min(inside[1] - near, far - inside[1]);
    if (toDoor < toFace) inside[0] = Math.sign(inside[0]) * door;
    else inside[1] = inside[1] - near < far - inside[1] ? near : far;
  }
  return inside;
}

function fromCircle(
  x: number,
  z: number,
  radius: number,
  circle: { x: number; z: number; radius: number },
): [number, number] {
  const [dx, dz] = [x - circle.x, z - circle.z];
  const [gap, needed] = [Math.hypot(dx, dz), radius + circle.radius];
  if (gap >= needed || gap === 0) return [x, z];
  return [circle.x + (dx / gap) * needed, circle.z + (dz / gap) * needed];
}

function fromBox(
  x: number,
  z: number,
  radius: number,
  box: { x: number; z: number; half: readonly [number, number] },
): [number, number] {
  const [reachX, reachZ] = [box.half[0] + radius, box.half[1] + radius];
  const [dx, dz] = [x - box.x, z - box.z];
  if (Math.abs(dx) >= reachX || Math.abs(dz) >= reachZ) return [x, z];
  if (reachX - Math.abs(dx) < reachZ - Math.abs(dz)) return [box.x + (Math.sign(dx) || 1) * reachX, z];
  return [x, box.z + (Math.sign(dz) || 1) * reachZ];
}
