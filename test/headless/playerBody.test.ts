import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PlayerBody } from "../../src/headless/playerBody.js";

let engine: NullEngine;
let scene: Scene;
beforeEach(() => {
  engine = new NullEngine();
  scene = new Scene(engine);
});
afterEach(() => engine.dispose());

const STEP = 0.05;
function play(player: PlayerBody, seconds: number): void {
  for (let n = 0; n < Math.round(seconds / STEP); n++) player.update(STEP);
}

describe("a player", () => {
  test("walks straight at its speed, faces where it goes, and stops there", () => {
    const player = new PlayerBody(scene, "p1", [0, 0, 0], [0, 0, 1], 1.6);
    player.walkTo([3, 0, 0], 1.2);
    play(player, 1);
    expect(player.root.position.x).toBeCloseTo(1.2, 5);
    expect(player.root.rotation.y).toBeCloseTo(Math.PI / 2, 3);
    play(player, 4);
    expect(player.root.position.asArray()).toEqual([3, 0, 0]);
  });

  test("keeps its gap behind what it follows", () => {
    const player = new PlayerBody(scene, "p1", [0, 0, 0], [0, 0, 1], 1.6);
    const guide = new TransformNode("guide", scene);
    guide.position.z = 5;
    player.follow(guide, 1.5, 1.4);
    play(player, 5);
    expect(player.root.position.z).toBeCloseTo(3.5, 1);
    guide.position.z = 8;
    guide.computeWorldMatrix(true);
    play(player, 5);
    expect(player.root.position.z).toBeCloseTo(6.5, 1);
  });

  test("turns body and head to what it looks at", () => {
    const player = new PlayerBody(scene, "p1", [0, 0, 0], [0, 0, 1], 1.6);
    player.lookAt(() => new Vector3(2, 3.6, 0));
    play(player, 2);
    const forward = player.eyes.getDirection(Vector3.Forward());
    expect(forward.x).toBeCloseTo(Math.SQRT1_2, 2);
    expect(forward.y).toBeCloseTo(Math.SQRT1_2, 2);
  });
});
