import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import type { Modeller } from "../shapes.js";
import { blotches, painted } from "../textures.js";

/** White jar with cobalt branches and a lid. */
export function gingerJar(m: Modeller, materials: Materials): void {
  const glaze = materials.get("cobalt jar", () => ({
    roughness: 0.14,
    coat: 0.9,
    texture: painted(m.scene, "cobalt jar", 1024, 512, (pen, width, height) => {
      pen.fillStyle = "#e9edf0";
      pen.fillRect(0, 0, width, height);
      blotches(pen, width, height, ["#c9d6e6", "#ffffff"], 26, 6);
      for (const [top, tall] of [
        [0.02, 0.05],
        [0.36, 0.02],
        [0.88, 0.06],
      ] as const) {
        pen.fillStyle = "#1f3f96";
        pen.fillRect(0, top * height, width, tall * height);
        pen.fillStyle = "#e9edf0";
        for (let x = 8; x < width; x += 32)
          pen.fillRect(x, (top + tall * 0.3) * height, 14, tall * 0.4 * height);
      }
      branches(pen, width, height);
    }),
  }));
  m.lathe(
    [
      [0.001, 0],
      [0.12, 0],
      [0.13, 0.02],
      [0.17, 0.12],
      [0.215, 0.26],
      [0.22, 0.34],
      [0.19, 0.43],
      [0.12, 0.475],
      [0.105, 0.5],
    ],
    [0, 0, 0],
    glaze,
  );
  m.lathe(
    [
      [0.001, 0.62],
      [0.02, 0.62],
      [0.024, 0.6],
      [0.014, 0.585],
      [0.05, 0.57],
      [0.115, 0.54],
      [0.125, 0.5],
      [0.12, 0.49],
    ],
    [0, 0, 0],
    glaze,
  );
}

function branches(pen: CanvasRenderingContext2D, width: number, height: number): void {
  const random = seededRandom(5);
  pen.strokeStyle = "#1d3d94";
  pen.fillStyle = "#2a52b4";
  for (let i = 0; i < 7; i++) {
    let [x, y] = [(i + 0.2) * (width / 7), height * 0.84];
    pen.lineWidth = 6;
    for (let step = 0; step < 9; step++) {
      const next = [x + (random() - 0.35) * 40, y - height * 0.05] as const;
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(...next);
      pen.stroke();
      [x, y] = next;
      pen.lineWidth *= 0.84;
      for (let petal = 0; petal < 5; petal++) {
        const turn = (petal / 5) * 6.28;
        pen.beginPath();
        pen.ellipse(x + Math.cos(turn) * 9, y + Math.sin(turn) * 9, 7, 4, turn, 0, 6.28);
        if (step % 2) pen.fill();
      }
    }
  }
}
