/** The museum's ground plan, metres. Three rooms one behind the other along +z, doors on the axis. */
export const ROOM_WIDTH = 11;
export const ROOM_DEPTH = 9;
export const WALL = 0.5;
export const HEIGHT = 4.8;
export const DOOR_WIDTH = 3;
export const DOOR_HEIGHT = 3.3;

export interface Room {
  readonly name: string;
  readonly title: string;
  readonly wall: string;
  /** Near edge along z. */
  readonly start: number;
  readonly end: number;
  /** [x, z] of pillars. */
  readonly pillars: readonly (readonly [number, number])[];
  /** [x, z, turn] of benches. */
  readonly benches: readonly (readonly [number, number, number])[];
}

const start = (n: number) => n * (ROOM_DEPTH + WALL);
const room = (
  n: number,
  name: string,
  title: string,
  wall: string,
  pillars: Room["pillars"],
  benches: Room["benches"],
): Room => ({
  name,
  title,
  wall,
  start: start(n),
  end: start(n) + ROOM_DEPTH,
  pillars: pillars.map(([x, z]) => [x, z + start(n)]),
  benches: benches.map(([x, z, turn]) => [x, z + start(n), turn]),
});

export const ROOMS: readonly Room[] = [
  room(
    0,
    "earth",
    "Earth & Fire",
    "#b0573c",
    [
      [-2.5, 5.9],
      [2.5, 5.9],
    ],
    [[2.45, 2.6, Math.PI / 2]],
  ),
  room(
    1,
    "time",
    "Time & Tone",
    "#3f7a70",
    [
      [-2.5, 3.1],
      [2.5, 3.1],
      [-2.5, 6.3],
      [2.5, 6.3],
    ],
    [[-2.3, 4.7, Math.PI / 2]],
  ),
  room(
    2,
    "sea",
    "Sea & Sky",
    "#3d588f",
    [
      [-2.5, 3.4],
      [2.5, 3.4],
    ],
    [[2.2, 5.4, Math.PI / 2]],
  ),
];

export const PILLAR_RADIUS = 0.27;
export const LENGTH = ROOMS[2]!.end;
export const TITLE = "The Attentive Museum";
