import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import type { Modeller } from "../shapes.js";
import { grain, painted } from "../textures.js";

/** Floor loom with a striped cloth half woven. Stands on the floor. */
export function loom(m: Modeller, materials: Materials): void {
  const oak = materials.oak();
  const cloth = materials.get("woven cloth", () => ({
    roughness: 0.95,
    bothSides: true,
    texture: painted(m.scene, "woven cloth", 512, 512, (pen, size) => {
      const random = seededRandom(31);
      const dyes = ["#c9a227", "#8c2f39", "#e8d8b4", "#2f5d62", "#c9602f", "#e8d8b4"];
      for (let y = 0, i = 0; y < size; i++) {
        const tall = 14 + Math.floor(random() * 44);
        pen.fillStyle = dyes[i % dyes.length] ?? "#c9a227";
        pen.fillRect(0, y, size, tall);
        if (i % 3 === 1) {
          pen.fillStyle = "#e8d8b4";
          for (let x = 0; x < size; x += 40) {
            pen.beginPath();
            pen.moveTo(x, y + tall / 2);
            pen.lineTo(x + 16, y + 2);
            pen.lineTo(x + 32, y + tall / 2);
            pen.lineTo(x + 16, y + tall - 2);
            pen.fill();
          }
        }
        y += tall;
      }
      grain(pen, 0, 0, size, size, 900, "#2a1a10", random);
    }),
  }));
  const thread = materials.get("warp", { colour: "#efe2c2", roughness: 0.9 });
  for (const s of [-1, 1]) {
    m.box([0.08, 1.5, 0.09], [s * 0.55, 0.75, 0.18], oak);
    m.box([0.08, 0.9, 0.09], [s * 0.55, 0.45, -0.38], oak);
    m.box([0.08, 0.08, 0.78], [s * 0.55, 0.1, -0.1], oak);
    m.box([0.08, 0.07, 0.66], [s * 0.55, 0.82, -0.1], oak);
  }
  m.cylinder(0.05, 1.2, [0, 1.42, 0.18], oak, [0, 0, Math.PI / 2]);
  m.cylinder(0.05, 1.2, [0, 0.72, -0.4], oak, [0, 0, Math.PI / 2]);
  m.cylinder(0.06, 1.1, [0, 0.36, -0.38], oak, [0, 0, Math.PI / 2]);
  m.box([1.04, 0.08, 0.05], [0, 1.1, 0.02], materials.walnut(), [-0.7, 0, 0]);
  m.plane(0.92, 0.5, [0, 0.89, -0.24], cloth, [0.78, 0, 0]);
  m.plane(0.92, 0.36, [0, 0.55, -0.451], cloth);
  for (let i = 0; i < 30; i++)
    m.tube(
      [
        [-0.45 + i * 0.031, 1.06, -0.07],
        [-0.45 + i * 0.031, 1.46, 0.16],
      ],
      0.0035,
      thread,
      false,
      4,
    );
  m.box([0.3, 0.035, 0.07], [0.12, 1.02, -0.14], materials.walnut(), [0.75, 0.3, 0]);
}
