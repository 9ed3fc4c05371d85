import type { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Modeller } from "../shapes.js";

export interface Turning {
  readonly node: TransformNode;
  readonly axis: "x" | "y" | "z";
  /** Radians a second, or a swing of so many radians once each `period` seconds. */
  readonly speed?: number;
  readonly swing?: number;
  readonly period?: number;
}

/** A part that moves, modelled on its own under the exhibit's node. */
export function moving(
  m: Modeller,
  name: string,
  at: Vector3,
  build: (part: Modeller) => void,
): TransformNode {
  const node = new TransformNode(name, m.scene);
  node.parent = m.node;
  node.position = at;
  const part = new Modeller(m.scene, node);
  build(part);
  part.finish();
  return node;
}
