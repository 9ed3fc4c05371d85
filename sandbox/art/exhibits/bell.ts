import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { moving } from "./moving.js";

/** Bronze bell in a wooden yoke; it swings when struck. */
export function bell(m: Modeller, materials: Materials): TransformNode {
  const frame = materials.get("yoke", { colour: "#3c2417", roughness: 0.5 });
  for (const s of [-1, 1]) {
    m.box([0.07, 0.86, 0.09], [s * 0.33, 0.43, 0], frame);
    m.box([0.1, 0.06, 0.3], [s * 0.33, 0.03, 0], frame);
  }
  m.box([0.84, 0.09, 0.1], [0, 0.88, 0], frame);
  return moving(m, "bell body", new Vector3(0, 0.84, 0), (part) => {
    const bronze = materials.get("bell bronze", { colour: "#8f6f3e", metallic: 1, roughness: 0.33 });
    part.ring(0.035, 0.02, [0, -0.04, 0], bronze, [Math.PI / 2, 0, 0]);
    part.lathe(
      [
        [0.001, -0.07],
        [0.09, -0.08],
        [0.13, -0.13],
        [0.145, -0.24],
        [0.165, -0.38],
        [0.2, -0.5],
        [0.235, -0.545],
        [0.225, -0.55],
        [0.19, -0.5],
        [0.14, -0.35],
      ],
      [0, 0, 0],
      bronze,
    );
    for (const [r, y] of [
      [0.142, -0.2],
      [0.158, -0.33],
      [0.205, -0.5],
    ] as const)
      part.ring(r, 0.014, [0, y, 0], bronze);
    part.ball(0.04, [0, -0.53, 0], materials.iron());
  });
}
