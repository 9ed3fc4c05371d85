import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Materials } from "../materials.js";
import { Modeller } from "../shapes.js";

/** Brass telescope on an oak tripod. Stands on the floor. */
export function telescope(m: Modeller, materials: Materials): void {
  for (let i = 0; i < 3; i++) {
    const turn = (i / 3) * 6.2832 + 0.5;
    m.tube(
      [
        [Math.cos(turn) * 0.05, 1.08, Math.sin(turn) * 0.05],
        [Math.cos(turn) * 0.42, 0.01, Math.sin(turn) * 0.42],
      ],
      0.022,
      materials.oak(),
      false,
    );
    m.cylinder(
      [0.004, 0.02],
      0.06,
      [Math.cos(turn) * 0.415, 0.03, Math.sin(turn) * 0.415],
      materials.brass(),
    );
  }
  m.cylinder(0.07, 0.06, [0, 1.1, 0], materials.brass());
  m.cylinder(0.02, 0.16, [0, 1.2, 0], materials.brass());
  const tube = new TransformNode("telescope tube", m.scene);
  tube.parent = m.node;
  tube.position.set(0, 1.29, 0);
  tube.rotation.set(0, 0.5, Math.PI / 2 - 0.42);
  const part = new Modeller(m.scene, tube);
  const leather = materials.leather();
  part.cylinder(0.062, 0.55, [0, -0.24, 0], leather);
  part.cylinder(0.05, 0.36, [0, 0.2, 0], materials.brass());
  part.cylinder(0.038, 0.26, [0, 0.46, 0], materials.brass());
  part.cylinder([0.075, 0.07], 0.08, [0, -0.55, 0], materials.brass());
  part.disc(
    0.06,
    [0, -0.591, 0],
    materials.get("lens", { colour: "#16324a", roughness: 0.04, metallic: 0.4 }),
    [-Math.PI / 2, 0, 0],
  );
  part.cylinder([0.03, 0.045], 0.05, [0, 0.6, 0], materials.ebony());
  for (const y of [-0.5, 0.02, 0.36]) part.ring(y < 0.03 ? 0.063 : 0.05, 0.014, [0, y, 0], materials.brass());
  part.finish();
}
