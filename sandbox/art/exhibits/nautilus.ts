import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateRibbon } from "@babylonjs/core/Meshes/Builders/ribbonBuilder.js";
import { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { blotches, painted } from "../textures.js";

/** A nautilus shell as large as a head, on a silver stem. */
export function nautilus(m: Modeller, materials: Materials): void {
  const pearl = materials.get("nautilus", () => ({
    roughness: 0.2,
    coat: 0.7,
    bothSides: true,
    texture: painted(m.scene, "nautilus", 512, 512, (pen, size) => {
      pen.fillStyle = "#efe0cc";
      pen.fillRect(0, 0, size, size);
      for (let i = 0; i < 34; i++) {
        pen.fillStyle = i % 2 ? "#b25a2c" : "#d18b55";
        pen.globalAlpha = 0.75;
        pen.beginPath();
        pen.ellipse(
          size * 0.5,
          (i / 34) * size,
          size * (0.14 + 0.1 * Math.sin(i * 2.4)),
          size * 0.009,
          0,
          0,
          6.29,
        );
        pen.fill();
      }
      pen.globalAlpha = 1;
      blotches(pen, size, size, ["#ffffff", "#d7b6c6", "#bcd5d6"], 24, 19);
    }),
  }));
  m.cylinder([0.1, 0.09], 0.03, [0, 0.015, 0], materials.ebony());
  m.lathe(
    [
      [0.05, 0.03],
      [0.015, 0.07],
      [0.012, 0.15],
      [0.03, 0.17],
      [0.05, 0.2],
    ],
    [0, 0, 0],
    materials.steel(),
  );
  const paths: Vector3[][] = [];
  for (let i = 0; i <= 84; i++) {
    const turn = (i / 84) * 2.35 * 2 * Math.PI;
    const reach = 0.011 * Math.exp(0.185 * turn);
    const tube = reach * 0.72;
    const path: Vector3[] = [];
    for (let j = 0; j <= 18; j++) {
      const a = (j / 18) * 2 * Math.PI;
      const r = reach + Math.cos(a) * tube;
      path.push(new Vector3(Math.cos(turn) * r, Math.sin(turn) * r, Math.sin(a) * tube * 1.05));
    }
    paths.push(path);
  }
  m.put(
    CreateRibbon("nautilus", { pathArray: paths, sideOrientation: Mesh.DOUBLESIDE }, m.scene),
    [-0.02, 0.42, 0],
    pearl,
    [0, 0.35, 2.5],
  );
}
