import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Stirring } from "../../src/headless/stirring.js";

let engine: NullEngine;
let node: TransformNode;
beforeEach(() => {
  engine = new NullEngine();
  node = new TransformNode("urn", new Scene(engine));
  node.position.set(1, 0, 2);
});
afterEach(() => engine.dispose());

/** x at each tenth of a second. */
function play(stirring: Stirring): number[] {
  return Array.from({ length: 12 }, (_, i) => {
    stirring.update((i + 1) / 10);
    return node.position.x;
  });
}

it("what moves goes sideways and stays there", () => {
  const stirring = new Stirring();
  stirring.start(node, "moves", 0);
  const xs = play(stirring);
  expect(xs[1]).toBeCloseTo(1.12);
  expect(xs.at(-1)).toBeCloseTo(1.3);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
});

it("what shakes swings to both sides and ends where it was", () => {
  const stirring = new Stirring();
  stirring.start(node, "shakes", 0);
  const xs = play(stirring);
  expect(Math.max(...xs)).toBeGreaterThan(1.01);
  expect(Math.min(...xs)).toBeLessThan(0.99);
  expect(xs.at(-1)).toBeCloseTo(1, 9);
});

it("what is gone is left alone", () => {
  const stirring = new Stirring();
  stirring.start(node, "moves", 0);
  node.dispose();
  stirring.update(0.2);
  expect(node.position.x).toBe(1);
});
