/** Yuka's vision and memory for the same NPCs and entities, once a frame, as its examples do it. */
import { GameEntity, MemorySystem, MeshGeometry, Vision } from "yuka";
import { type Spread, spread } from "./statistics.js";
import type { World } from "./world.js";

/** Corners of a box of 1 m about its centre, in triangles. */
const CUBE = (() => {
  const corners: number[] = [];
  const sides = [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ] as const;
  for (const [u, v, w] of sides) {
    for (const side of [-0.5, 0.5]) {
      for (const [a, b] of [
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 0.5],
        [-0.5, -0.5],
        [0.5, 0.5],
        [-0.5, 0.5],
      ] as const) {
        const corner = [0, 0, 0];
        corner[u] = a;
        corner[v] = b;
        corner[w] = side;
        corners.push(...corner);
      }
    }
  }
  return new Float32Array(corners);
})();

class Pillar extends GameEntity {
  private readonly shape: MeshGeometry;

  constructor([x, y, z]: readonly [number, number, number], [w, h, d]: readonly [number, number, number]) {
    super();
    this.shape = new MeshGeometry(CUBE.map((value, i) => value * [w, h, d][i % 3]! + [x, y, z][i % 3]!));
  }

  override lineOfSightTest(...[ray, to]: Parameters<GameEntity["lineOfSightTest"]>) {
    return this.shape.intersectRay(ray, this.worldMatrix, false, to);
  }
}

export function yukaFrames({ things, people, pillars }: World, frames: number): Spread {
  const obstacles = pillars.map(({ position, size }) => new Pillar(position, size ?? [1, 1, 1]));
  const targets = things.map(({ body }) => placed(new GameEntity(), body.position));
  const watchers = people.map(({ node }) => {
    const owner = placed(new GameEntity(), [node.position.x, 1.6, node.position.z]);
    owner.rotation.fromEuler(0, node.rotation.y, 0);
    const vision = new Vision(owner);
    vision.fieldOfView = (120 * Math.PI) / 180;
    vision.range = 30;
    for (const obstacle of obstacles) vision.addObstacle(obstacle);
    return { vision, memory: new MemorySystem(owner) };
  });
  const times: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const start = performance.now();
    for (const { vision, memory } of watchers) {
      for (const target of targets) remember(vision, memory, target, frame / 60);
    }
    times.push(performance.now() - start);
  }
  return spread(times);
}

function remember(vision: Vision, memory: MemorySystem, target: GameEntity, now: number): void {
  if (!memory.hasRecord(target)) memory.createRecord(target);
  const record = memory.getRecord(target);
  record.visible = vision.visible(target.position);
  if (!record.visible) return;
  record.timeLastSensed = now;
  record.lastSensedPosition.copy(target.position);
}

function placed<T extends GameEntity>(entity: T, [x, y, z]: readonly [number, number, number]): T {
  entity.position.set(x, y, z);
  return entity;
}
