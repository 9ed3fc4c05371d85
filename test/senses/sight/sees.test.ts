import { StandardMaterial } from "@babylonjs/core/Materials/standardMaterial.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { boxAt, eyesAt, sightScene, sphereAt } from "./sightScene.js";

let world: ReturnType<typeof sightScene>;
afterEach(() => world?.dispose());

describe("what an NPC's eyes see", () => {
  it("sees the whole of a thing in the open", () => {
    world = sightScene();
    const vase = world.entities.add(sphereAt(world.scene, "vase", [0, 1.6, 5]));
    world.sight.update(0, []);
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([1]);
  });

  it("sees nothing behind a pillar, and all of it from beside", () => {
    world = sightScene();
    const vase = world.entities.add(sphereAt(world.scene, "vase", [0, 1.6, 5]));
    boxAt(world.scene, "pillar", [0, 1.6, 3], [2, 4, 0.5]);
    world.sight.update(0, []);
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([0]);
    expect(world.sight.sees(eyesAt([4, 1.6, 3], [-1, 0, 0.5]), [vase])).toEqual([1]);
  });

  it("sees about half of a thing that is half hidden", () => {
    world = sightScene();
    const vase = world.entities.add(sphereAt(world.scene, "vase", [0, 1.6, 5]));
    boxAt(world.scene, "wall", [-5, 1.6, 3], [10, 4, 0.1]);
    world.sight.update(0, []);
    const [share] = world.sight.sees(eyesAt(), [vase]);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  it("follows a pillar that moves away, and one that comes", () => {
    world = sightScene();
    const vase = world.entities.add(sphereAt(world.scene, "vase", [0, 1.6, 5]));
    const pillar = boxAt(world.scene, "pillar", [0, 1.6, 3], [2, 4, 0.5]);
    world.sight.update(0, []);
    pillar.position.x = 5;
    pillar.computeWorldMatrix(true);
    world.sight.update(0.1, []);
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([1]);
    pillar.position.x = 0;
    pillar.computeWorldMatrix(true);
    world.sight.update(0.2, []);
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([0]);
  });

  it.each([
    ["glass by alpha", (material: StandardMaterial) => Object.assign(material, { alpha: 0.2 }), 1],
    ["a wire frame", (material: StandardMaterial) => Object.assign(material, { wireframe: true }), 1],
    ["a painted board", (material: StandardMaterial) => material, 0],
  ] as const)("looks at a thing through %s", (_, finish, share) => {
    world = sightScene();
    const vase = world.entities.add(sphereAt(world.scene, "vase", [0, 1.6, 5]));
    boxAt(world.scene, "pane", [0, 1.6, 3], [2, 4, 0.05]).material = finish(
      new StandardMaterial("m", world.scene),
    );
    world.sight.update(0, []);
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([share]);
  });

  it("is hidden by another entity, but not by itself or by the viewer's own body", () => {
    world = sightScene();
    const { scene, entities, sight } = world;
    const vase = entities.add(sphereAt(scene, "vase", [0, 1.6, 5]));
    const cover = entities.add(boxAt(scene, "cover", [0, 1.6, 3], [2, 4, 0.5]));
    sight.update(0, []);
    expect(sight.sees(eyesAt(), [vase, cover])).toEqual([0, 1]);
    expect(sight.sees({ ...eyesAt(), entity: cover.id }, [vase, cover])).toEqual([1, 0]);
  });

  it("stands on a plinth and is wholly seen", () => {
    world = sightScene();
    const vase = world.entities.add(boxAt(world.scene, "vase", [0, 1.25, 4], [0.5, 0.5, 0.5]));
    boxAt(world.scene, "plinth", [0, 0.5, 4], [0.5, 1, 0.5]);
    world.sight.update(0, []);
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([1]);
  });

  it("looks no farther than its cone and its range", () => {
    world = sightScene({ coneDegrees: 90, range: 20 });
    const { scene, entities, sight } = world;
    const order = [
      entities.add(sphereAt(scene, "ahead", [0, 1.6, 10], 0.5)),
      entities.add(sphereAt(scene, "behind", [0, 1.6, -5], 0.5)),
      entities.add(sphereAt(scene, "aside at 40°", [8.39, 1.6, 10], 0.5)),
      entities.add(sphereAt(scene, "aside at 50°", [11.9, 1.6, 10], 0.5)),
      entities.add(sphereAt(scene, "far", [-1, 1.6, 21], 0.5)),
    ];
    sight.update(0, []);
    expect(sight.sees(eyesAt(), order)).toEqual([1, 0, 1, 0, 0]);
  });

  it("counts the part of a thing that the cone cuts off", () => {
    world = sightScene({ coneDegrees: 90 });
    const wide = world.entities.add(boxAt(world.scene, "wide", [4, 1.6, 4], [2, 2, 0.01]));
    world.sight.update(0, []);
    const [share] = world.sight.sees(eyesAt(), [wide]);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  });

  it("sees a person that is a bare node, by the size stated", () => {
    world = sightScene();
    const root = new TransformNode("visitor", world.scene);
    root.position.set(0, 0, 6);
    const visitor = world.entities.add(root, { kind: "player" });
    world.sight.update(0, []);
    expect(world.sight.sees(eyesAt(), [visitor])).toEqual([1]);
    boxAt(world.scene, "counter", [0, 0.5, 5], [4, 1, 0.5]).computeWorldMatrix(true);
    world.sight.update(0.1, []);
    const [share] = world.sight.sees(eyesAt(), [visitor]);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  });

  it("does not see what is hidden, disposed, nowhere or not in this scene", () => {
    world = sightScene();
    const { scene, entities, sight } = world;
    const hidden = entities.add(sphereAt(scene, "hidden", [-2, 1.6, 5]));
    const gone = entities.add(sphereAt(scene, "gone", [0, 1.6, 5]));
    const nowhere = entities.add(sphereAt(scene, "nowhere", [Number.NaN, 1.6, 5]));
    hidden.node.setEnabled(false);
    sight.update(0, []);
    gone.node.dispose();
    expect(sight.sees(eyesAt(), [hidden, gone, nowhere])).toEqual([0, 0, 0]);
    expect(sight.sees(eyesAt([Number.NaN, 0, 0]), [hidden])).toEqual([0]);
    expect(sight.sees(eyesAt([0, 1.6, 0], [0, 0, 0]), [hidden])).toEqual([0]);
  });

  it("answers before the first update", () => {
    world = sightScene();
    const vase = world.entities.add(sphereAt(world.scene, "vase", [0, 1.6, 5]));
    expect(world.sight.sees(eyesAt(), [vase])).toEqual([1]);
  });

  it("gives a share from 0 to 1 for any eyes and any place", () => {
    world = sightScene();
    const { scene, entities, sight } = world;
    const mesh = sphereAt(scene, "vase", [0, 0, 0]);
    const vase = entities.add(mesh);
    boxAt(scene, "pillar", [0, 0, 3], [2, 4, 0.5]);
    const coordinate = fc.double({ noDefaultInfinity: false });
    const place = fc.tuple(coordinate, coordinate, coordinate);
    let now = 0;
    fc.assert(
      fc.property(place, place, place, (at, eyes, forward) => {
        mesh.position.set(...at);
        mesh.computeWorldMatrix(true);
        sight.update(now++, []);
        const [share] = sight.sees(eyesAt(eyes, forward), [vase]);
        return share >= 0 && share <= 1;
      }),
    );
  });
});
