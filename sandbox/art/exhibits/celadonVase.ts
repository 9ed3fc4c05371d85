import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import type { Modeller } from "../shapes.js";
import { blotches, painted } from "../textures.js";

/** Pale green crackle-glazed bottle vase. */
export function celadonVase(m: Modeller, materials: Materials): void {
  const glaze = materials.get("celadon", () => ({
    roughness: 0.16,
    coat: 0.9,
    texture: painted(m.scene, "celadon", 512, 512, (pen, size) => {
      pen.fillStyle = "#7fb693";
      pen.fillRect(0, 0, size, size);
      blotches(pen, size, size, ["#b9dcc0", "#5f9c7a"], 40, 4);
      crackle(pen, size, "#3f6f57", 0.22);
    }),
  }));
  m.lathe(
    [
      [0.001, 0],
      [0.1, 0],
      [0.115, 0.02],
      [0.12, 0.035],
      [0.2, 0.16],
      [0.225, 0.28],
      [0.19, 0.4],
      [0.11, 0.48],
      [0.062, 0.54],
      [0.055, 0.62],
      [0.06, 0.68],
      [0.1, 0.74],
      [0.088, 0.735],
      [0.05, 0.67],
    ],
    [0, 0, 0],
    glaze,
  );
}

function crackle(pen: CanvasRenderingContext2D, size: number, ink: string, strength: number): void {
  const random = seededRandom(12);
  pen.strokeStyle = ink;
  pen.globalAlpha = strength;
  for (let i = 0; i < 90; i++) {
    let [x, y] = [random() * size, random() * size];
    let heading = random() * 6.28;
    pen.lineWidth = 0.5 + random();
    pen.beginPath();
    pen.moveTo(x, y);
    for (let step = 0; step < 7; step++) {
      heading += (random() - 0.5) * 1.3;
      x += Math.cos(heading) * 16;
      y += Math.sin(heading) * 16;
      pen.lineTo(x, y);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}
