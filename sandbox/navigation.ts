import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { CreateGround } from "@babylonjs/core/Meshes/Builders/groundBuilder.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Navigation } from "../src/behaviours/navigation.js";
import { DOOR_WIDTH, LENGTH, ROOM_WIDTH, ROOMS, WALL } from "./art/plan.js";
import type { Obstacle } from "./player/obstacles.js";

const CELL = 0.1;

/** A navigation mesh of the floor between plinths and walls (Recast through Babylon's add-on). */
export async function navigationMesh(scene: Scene, obstacles: readonly Obstacle[]): Promise<Navigation> {
  const [{ CreateNavigationPluginAsync }, core, generators] = await Promise.all([
    import("@babylonjs/addons/navigation/index.js"),
    import("@recast-navigation/core"),
    import("@recast-navigation/generators"),
  ]);
  await core.init();
  const plugin = await CreateNavigationPluginAsync({ instance: { ...core, ...generators } });
  const solid = [floor(scene), ...walls(scene), ...obstacles.map((obstacle) => blockOf(scene, obstacle))];
  try {
    plugin.createNavMesh(solid, {
      cs: CELL,
      ch: 0.1,
      walkableSlopeAngle: 30,
      walkableHeight: 18,
      walkableClimb: 1,
      walkableRadius: Math.ceil(0.3 / CELL),
      maxEdgeLen: 40,
      maxSimplificationError: 1.1,
      // Tops of plinths are no places to stand on.
      minRegionArea: 400,
      mergeRegionArea: 20,
      maxVertsPerPoly: 6,
      detailSampleDist: 6,
      detailSampleMaxError: 1,
    });
  } finally {
    for (const mesh of solid) mesh.dispose();
  }
  return plugin;
}

function floor(scene: Scene): Mesh {
  const mesh = CreateGround("navigation floor", { width: ROOM_WIDTH, height: LENGTH }, scene);
  mesh.position.z = LENGTH / 2;
  return mesh;
}

function walls(scene: Scene): Mesh[] {
  const wing = (ROOM_WIDTH - DOOR_WIDTH) / 2;
  return ROOMS.slice(0, -1).flatMap((room) =>
    [-1, 1].map((side) =>
      block(scene, (side * (DOOR_WIDTH + wing)) / 2, room.end + WALL / 2, wing / 2 + 0.1, WALL / 2),
    ),
  );
}

function blockOf(scene: Scene, obstacle: Obstacle): Mesh {
  const [x, z] = "radius" in obstacle ? [obstacle.radius, obstacle.radius] : obstacle.half;
  return block(scene, obstacle.x, obstacle.z, x, z);
}

function block(scene: Scene, x: number, z: number, halfX: number, halfZ: number): Mesh {
  const mesh = CreateBox("navigation block", { width: halfX * 2, height: 3, depth: halfZ * 2 }, scene);
  mesh.position.set(x, 1.5, z);
  return mesh;
}
