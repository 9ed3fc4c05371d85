import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import { Modeller } from "../shapes.js";
import { blotches, painted, speckle } from "../textures.js";
import type { Turning } from "./moving.js";

/** Terrestrial globe that turns in a brass meridian. */
export function globe(m: Modeller, materials: Materials): Turning[] {
  const wood = materials.walnut();
  m.lathe(
    [
      [0.16, 0],
      [0.17, 0.03],
      [0.06, 0.06],
      [0.03, 0.1],
      [0.045, 0.14],
      [0.02, 0.17],
    ],
    [0, 0, 0],
    wood,
  );
  m.ring(0.33, 0.03, [0, 0.5, 0], materials.brass(), [Math.PI / 2, 0, 0]);
  m.ring(0.36, 0.045, [0, 0.48, 0], wood);
  for (const turn of [0.8, 2.4, 3.9, 5.5])
    m.tube(
      [
        [Math.cos(turn) * 0.15, 0.02, Math.sin(turn) * 0.15],
        [Math.cos(turn) * 0.3, 0.22, Math.sin(turn) * 0.3],
        [Math.cos(turn) * 0.36, 0.47, Math.sin(turn) * 0.36],
      ],
      0.014,
      wood,
    );
  const tilted = new TransformNode("globe axis", m.scene);
  tilted.parent = m.node;
  tilted.position.y = 0.5;
  tilted.rotation.z = 0.41;
  const ball = new TransformNode("globe ball", m.scene);
  ball.parent = tilted;
  const part = new Modeller(m.scene, ball);
  part.ball(
    0.3,
    [0, 0, 0],
    materials.get("globe map", () => ({
      roughness: 0.3,
      coat: 0.6,
      texture: painted(m.scene, "globe map", 1024, 512, paintMap),
    })),
    [0, 0, 0],
    28,
  );
  part.cylinder(0.008, 0.68, [0, 0, 0], materials.brass());
  part.finish();
  return [{ node: ball, axis: "y", speed: 0.12 }];
}

function paintMap(pen: CanvasRenderingContext2D, width: number, height: number): void {
  const random = seededRandom(17);
  pen.fillStyle = "#3f7f95";
  pen.fillRect(0, 0, width, height);
  blotches(pen, width, height, ["#8cc4c9", "#1f566e"], 30, 15);
  pen.strokeStyle = "rgba(240,225,180,.35)";
  for (let i = 1; i < 12; i++) {
    line(pen, (i * width) / 12, 0, (i * width) / 12, height);
    if (i < 8) line(pen, 0, (i * height) / 8, width, (i * height) / 8);
  }
  const lands = [
    [0.14, 0.32, 0.1],
    [0.24, 0.62, 0.07],
    [0.5, 0.36, 0.08],
    [0.53, 0.58, 0.08],
    [0.7, 0.32, 0.15],
    [0.86, 0.68, 0.06],
    [0.36, 0.14, 0.05],
  ];
  for (const [x = 0, y = 0, r = 0.1] of lands) {
    pen.fillStyle = ["#d9b56d", "#c98a4b", "#9fae62", "#d6c58e"][Math.floor(random() * 4)] ?? "#d9b56d";
    pen.beginPath();
    for (let i = 0; i <= 26; i++) {
      const turn = (i / 26) * 6.2832;
      const reach = r * width * (0.55 + random() * 0.5) * (i === 26 ? 0 : 1);
      if (i < 26) pen.lineTo(x * width + Math.cos(turn) * reach, y * height + Math.sin(turn) * reach * 0.8);
    }
    pen.closePath();
    pen.fill();
    pen.strokeStyle = "#5a3a1c";
    pen.lineWidth = 2;
    pen.stroke();
  }
  speckle(pen, width, height, 16, 8);
}

function line(pen: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  pen.beginPath();
  pen.moveTo(x0, y0);
  pen.lineTo(x1, y1);
  pen.stroke();
}
