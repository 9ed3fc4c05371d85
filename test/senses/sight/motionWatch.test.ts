import { StandardMaterial } from "@babylonjs/core/Materials/standardMaterial.js";
import { Color3 } from "@babylonjs/core/Maths/math.color.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventKind } from "../../../src/model/percepts.js";
import type { Entity } from "../../../src/world/entity.js";
import { sightScene, sphereAt } from "./sightScene.js";

const FRAME = 1 / 60;
let world: ReturnType<typeof sightScene>;
let mesh: Mesh;
let entity: Entity;
let now: number;

beforeEach(() => {
  world = sightScene();
  now = 0;
  mesh = sphereAt(world.scene, "vase", [0, 1, 5]);
  entity = world.entities.add(mesh);
  play(3);
});
afterEach(() => world.dispose());

/** Lets time pass; returns the kinds of the events that came, in order. */
function play(seconds: number, act: (t: number) => void = () => {}, of: Entity = entity): EventKind[] {
  const kinds: EventKind[] = [];
  const start = now;
  for (; now < start + seconds; now += FRAME) {
    act(now - start);
    for (const each of world.scene.meshes) each.computeWorldMatrix(true);
    const before = of.event;
    world.sight.update(now, []);
    if (of.event && of.event !== before) kinds.push(of.event.kind);
  }
  return kinds;
}

describe("events that draw the eye", () => {
  it("is silent while nothing happens", () => {
    expect(play(5)).toEqual([]);
    expect(entity.event).toBeNull();
  });

  it("notices a thing that starts to move, once, with its time", () => {
    const kinds = play(4, (t) => mesh.position.set(t * 1.2, 1, 5));
    expect(kinds).toEqual(["moves"]);
    expect(entity.event!.at).toBeGreaterThan(3);
    expect(entity.event!.at).toBeLessThan(3.2);
  });

  it("notices it again after a rest", () => {
    const step = (t: number) => mesh.position.set(Math.min(t, 1) + Math.max(0, t - 3), 1, 5);
    expect(play(4, step)).toEqual(["moves", "moves"]);
  });

  it("notices slow motion", () => {
    expect(play(4, (t) => mesh.position.set(t * 0.1, 1, 5))).toEqual(["moves"]);
  });

  it("does not take being put elsewhere for moving", () => {
    mesh.position.set(20, 1, 5);
    expect(play(1)).toEqual([]);
  });

  it("notices shaking, by place or by turning, and not as moving", () => {
    expect(new Set(play(1, (t) => mesh.position.set(0.01 * Math.sin(t * 40), 1, 5)))).toEqual(
      new Set(["shakes"]),
    );
    play(3);
    expect(new Set(play(1, (t) => mesh.rotation.set(0, 0.1 * Math.sin(t * 40), 0)))).toEqual(
      new Set(["shakes"]),
    );
  });

  it("does not take one slow sway for shaking", () => {
    expect(play(6, (t) => mesh.rotation.set(0, 0.3 * Math.sin(t), 0))).toEqual([]);
  });

  it("notices a thing that is shown after it was hidden", () => {
    mesh.setEnabled(false);
    expect(play(1)).toEqual([]);
    mesh.setEnabled(true);
    expect(play(1)).toEqual(["appears"]);
  });

  it("notices a thing that is made and added later, not one that is only added later", () => {
    const old = sphereAt(world.scene, "old", [1, 1, 5]);
    play(3);
    expect(world.entities.add(old).event).toBeNull();
    const added = world.entities.add(sphereAt(world.scene, "new", [2, 1, 5]));
    expect(added.event).toMatchObject({ kind: "appears" });
  });

  it("notices a flash of its material's glow, not a slow rise", () => {
    const material = new StandardMaterial("m", world.scene);
    mesh.material = material;
    play(1);
    material.emissiveColor = Color3.White();
    expect(play(1)).toEqual(["flashes"]);
    material.emissiveColor = Color3.Black();
    expect(play(1)).toEqual([]);
    expect(play(5, (t) => material.emissiveColor.set(t / 5, t / 5, t / 5))).toEqual([]);
  });

  it("is not moved by the player's camera", () => {
    expect(play(2, (t) => world.camera.position.set(Math.sin(t * 9), 1.6, -5))).toEqual([]);
  });

  it("stays silent and whole when a place is not a number or the thing is disposed", () => {
    expect(play(1, () => mesh.position.set(Number.NaN, 1, 5))).toEqual([]);
    mesh.dispose();
    expect(play(1)).toEqual([]);
  });
});
