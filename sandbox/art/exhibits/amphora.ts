import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { blotches, painted, speckle } from "../textures.js";

/** Two-handled black-figure amphora. */
export function amphora(m: Modeller, materials: Materials): void {
  const clay = materials.get("amphora", () => ({
    roughness: 0.38,
    texture: painted(m.scene, "amphora", 1024, 512, (pen, width, height) => {
      pen.fillStyle = "#c4702f";
      pen.fillRect(0, 0, width, height);
      blotches(pen, width, height, ["#e0904a", "#8f4717"], 30, 8);
      pen.fillStyle = "#15100d";
      pen.fillRect(0, 0, width, height * 0.17);
      pen.fillRect(0, height * 0.62, width, height * 0.05);
      pen.fillRect(0, height * 0.84, width, height * 0.16);
      meander(pen, width, height * 0.72, height * 0.07);
      for (let i = 0; i < 4; i++) horse(pen, (i + 0.5) * (width / 4), height * 0.46, height * 0.2);
      speckle(pen, width, height, 14, 2);
    }),
  }));
  const black = materials.get("black slip", { colour: "#17120f", roughness: 0.3 });
  m.lathe(
    [
      [0.001, 0],
      [0.1, 0],
      [0.11, 0.03],
      [0.06, 0.06],
      [0.11, 0.16],
      [0.2, 0.34],
      [0.225, 0.46],
      [0.19, 0.57],
      [0.09, 0.63],
      [0.075, 0.74],
    ],
    [0, 0, 0],
    clay,
  );
  m.lathe(
    [
      [0.075, 0.72],
      [0.078, 0.76],
      [0.12, 0.79],
      [0.125, 0.815],
      [0.105, 0.82],
      [0.06, 0.76],
    ],
    [0, 0, 0],
    black,
  );
  for (const s of [-1, 1])
    m.tube(
      [
        [s * 0.075, 0.75, 0],
        [s * 0.15, 0.77, 0],
        [s * 0.2, 0.7, 0],
        [s * 0.19, 0.57, 0],
      ],
      0.017,
      black,
    );
}

function meander(pen: CanvasRenderingContext2D, width: number, y: number, size: number): void {
  pen.strokeStyle = "#15100d";
  pen.lineWidth = 5;
  for (let x = 0; x < width; x += size * 1.4) {
    pen.beginPath();
    pen.moveTo(x, y + size);
    pen.lineTo(x, y);
    pen.lineTo(x + size, y);
    pen.lineTo(x + size, y + size * 0.6);
    pen.lineTo(x + size * 0.5, y + size * 0.6);
    pen.stroke();
  }
}

function horse(pen: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  pen.fillStyle = "#15100d";
  const part = (dx: number, dy: number, rx: number, ry: number, turn = 0) => {
    pen.beginPath();
    pen.ellipse(x + dx * size, y + dy * size, rx * size, ry * size, turn, 0, 6.28);
    pen.fill();
  };
  part(0, 0, 0.42, 0.18);
  part(0.42, -0.28, 0.11, 0.28, 0.5);
  part(0.6, -0.5, 0.17, 0.08, 0.4);
  part(-0.5, 0.1, 0.07, 0.3, 0.4);
  for (const leg of [-0.32, -0.2, 0.24, 0.36]) part(leg, 0.38, 0.045, 0.3, leg > 0 ? -0.25 : 0.15);
}
