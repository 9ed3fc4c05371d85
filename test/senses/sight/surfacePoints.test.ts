import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SurfacePoints } from "../../../src/senses/sight/surfacePoints.js";
import type { Triple } from "../../../src/world/vector.js";
import { boxAt, sightScene, sphereAt } from "./sightScene.js";

let world: ReturnType<typeof sightScene>;
beforeEach(() => {
  world = sightScene();
});
afterEach(() => world.dispose());

function triple(min: number, max: number): fc.Arbitrary<Triple> {
  const number = fc.double({ min, max, noNaN: true });
  return fc.tuple(number, number, number);
}

describe("the ball around an entity's points", () => {
  it("holds them all, however its meshes are turned, stretched and sheared", () => {
    const root = new TransformNode("lamp", world.scene);
    const foot = boxAt(world.scene, "foot", [0, 0.2, 0], [1, 0.4, 0.6]);
    const globe = sphereAt(world.scene, "globe", [0.3, 1.5, 0]);
    for (const mesh of [foot, globe]) mesh.parent = root;
    const points = new SurfacePoints(world.entities.add(root), [foot, globe]);
    fc.assert(
      fc.property(triple(-20, 20), triple(-3, 3), triple(0.2, 5), triple(-3, 3), (at, turn, scale, twist) => {
        root.position.set(...at);
        root.rotation.set(...turn);
        root.scaling.set(...scale);
        globe.rotation.set(...twist);
        for (const node of [root, foot, globe]) node.computeWorldMatrix(true);
        expect(points.follow()).toBe(true);
        const { ball, positions } = points;
        for (let i = 0; i < positions.length; i += 3) {
          const away = Math.hypot(...[0, 1, 2].map((axis) => positions[i + axis]! - ball[axis]!));
          expect(away).toBeLessThanOrEqual(ball[3]! * 1.0001);
        }
      }),
    );
  });

  it("is no finite place where the entity is nowhere", () => {
    const vase = sphereAt(world.scene, "vase", [0, 1, 5]);
    const points = new SurfacePoints(world.entities.add(vase), [vase]);
    vase.position.x = Number.NaN;
    vase.computeWorldMatrix(true);
    expect(points.follow()).toBe(false);
  });
});
