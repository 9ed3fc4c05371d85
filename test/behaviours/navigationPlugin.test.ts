import "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import "@babylonjs/core/Meshes/Builders/groundBuilder.js";
import { CreateNavigationPluginAsync } from "@babylonjs/addons/navigation/index.js";
import { MeshBuilder } from "@babylonjs/core/Meshes/meshBuilder.js";
import * as core from "@recast-navigation/core";
import * as generators from "@recast-navigation/generators";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Walker } from "../../src/behaviours/walker.js";
import { World } from "../mind/world.js";

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.dispose());

it("the plugin of the addons leads an NPC around a wall to its goal", async () => {
  await core.init();
  const navigation = await CreateNavigationPluginAsync({ instance: { ...core, ...generators } });
  const ground = MeshBuilder.CreateGround("ground", { width: 20, height: 20 }, world.scene);
  const wall = MeshBuilder.CreateBox("wall", { width: 8, height: 3, depth: 0.4 }, world.scene);
  wall.position.set(0, 1.5, 3);
  wall.computeWorldMatrix(true);
  navigation.createNavMesh([ground, wall], {
    cs: 0.1,
    ch: 0.1,
    walkableSlopeAngle: 35,
    walkableHeight: 18,
    walkableClimb: 3,
    walkableRadius: 3,
    maxEdgeLen: 12,
    maxSimplificationError: 1.3,
    minRegionArea: 8,
    mergeRegionArea: 20,
    maxVertsPerPoly: 6,
    detailSampleDist: 6,
    detailSampleMaxError: 1,
  });
  const npc = world.npc("ada", [0, 0, 0]);
  const walker = new Walker(npc, { navigation });
  walker.walkTo([0, 0, 6]);
  let widest = 0;
  world.run(20, () => {
    walker.step(1 / 60);
    const { x, z } = npc.root.position;
    if (Math.abs(z - 3) < 0.2) widest = Math.max(widest, Math.abs(x));
  });
  expect(widest).toBeGreaterThan(4);
  expect(walker.hasArrived).toBe(true);
  expect(npc.root.position.z).toBeCloseTo(6, 0);
});
