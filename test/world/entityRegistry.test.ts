import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EntityOptions } from "../../src/world/entity.js";
import { EntityRegistry } from "../../src/world/entityRegistry.js";

let engine: NullEngine;
let scene: Scene;
let entities: EntityRegistry;

beforeEach(() => {
  engine = new NullEngine();
  scene = new Scene(engine);
  entities = new EntityRegistry();
});
afterEach(() => engine.dispose());

describe("an entity", () => {
  it("stands where its node's meshes are, with their size", () => {
    const root = new TransformNode("vase", scene);
    root.position.set(1, 2, 3);
    const box = CreateBox("box", { width: 1, height: 2, depth: 4 }, scene);
    box.parent = root;
    box.position.y = 1;
    const vase = entities.add(root);
    expect(vase.centre()).toEqual([1, 3, 3]);
    expect(vase.size()).toEqual([1, 2, 4]);
  });

  it("that is a person without meshes has the size of one, standing on its root", () => {
    const root = new TransformNode("Ada", scene);
    const ada = entities.add(root, { kind: "npc" });
    expect(ada.size()).toEqual([0.5, 1.8, 0.4]);
    expect(ada.centre()).toEqual([0, 0.9, 0]);
  });

  it("has a front if it is a person: yaw grows from +z toward +x", () => {
    const root = new TransformNode("Ada", scene);
    root.rotation.y = Math.PI / 2;
    root.computeWorldMatrix(true);
    expect(entities.add(root, { kind: "npc" }).yaw()).toBeCloseTo(Math.PI / 2, 6);
    expect(entities.add(new TransformNode("vase", scene)).yaw()).toBeNull();
  });

  it("is described by its node's metadata, which options outrank", () => {
    const node = new TransformNode("vase", scene);
    node.metadata = {
      perception: { label: "vase", kind: "exhibit" },
      gltf: { extras: { perception: { label: "from the file", description: "celadon" } } },
    };
    const vase = entities.add(node, { kind: "prop" });
    expect([vase.label, vase.kind, vase.description]).toEqual(["vase", "prop", "celadon"]);
  });
});

describe("the registry", () => {
  it("finds the entity of any node below", () => {
    const root = new TransformNode("vase", scene);
    const mesh = CreateBox("box", {}, scene);
    mesh.parent = root;
    const vase = entities.add(root);
    expect(entities.of(mesh)).toBe(vase);
    expect(entities.of(new TransformNode("other", scene))).toBeUndefined();
  });

  it("makes ids unique when they come from names, and refuses a stated one twice", () => {
    const ids = [0, 1, 2].map(() => entities.add(new TransformNode("vase", scene)).id);
    expect(ids).toEqual(["vase", "vase 2", "vase 3"]);
    expect(() => entities.add(new TransformNode("x", scene), { id: "vase" })).toThrow(
      /"id": "vase" is taken/,
    );
  });

  it("loses an entity whose node is disposed, and says so once", () => {
    const lost: string[] = [];
    entities.onRemovedObservable.add((entity) => lost.push(entity.id));
    const node = new TransformNode("vase", scene);
    entities.add(node);
    node.dispose();
    expect(lost).toEqual(["vase"]);
    expect(entities.size).toBe(0);
  });

  it("replaces what a node was before", () => {
    const node = new TransformNode("vase", scene);
    entities.add(node, { label: "old" });
    entities.add(node, { label: "new" });
    expect([...entities.all].map((entity) => entity.label)).toEqual(["new"]);
  });

  it.each([
    [{ colour: "green" }, /"colour" must be "#rrggbb", got "green"/],
    [{ size: [1, 2, Number.NaN] }, /"size" must be three lengths/],
    [{ shape: "torus" }, /"shape" must be box, sphere, cylinder, person/],
    [{ names: "vase" }, /"names" must be a list of strings/],
    [{ id: "" }, /"id" must be a string that is not empty/],
  ])("refuses %j, naming the field and what it takes", (options, message) => {
    expect(() => entities.add(new TransformNode("x", scene), options as EntityOptions)).toThrow(message);
  });
});
