import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import type { Modeller } from "../shapes.js";
import { blotches, painted, speckle } from "../textures.js";

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

/** Wide bowl with an ox-blood glaze that runs to purple. */
export function flambeBowl(m: Modeller, materials: Materials): void {
  const glaze = materials.get("flambé", () => ({
    roughness: 0.12,
    coat: 1,
    texture: painted(m.scene, "flambe", 512, 512, (pen, size) => {
      const fall = pen.createLinearGradient(0, 0, 0, size);
      fall.addColorStop(0, "#4a0b12");
      fall.addColorStop(0.4, "#a8141c");
      fall.addColorStop(0.75, "#c22a20");
      fall.addColorStop(1, "#6a2a5c");
      pen.fillStyle = fall;
      pen.fillRect(0, 0, size, size);
      blotches(pen, size, size, ["#ff6b3d", "#3f0610", "#7b2c86"], 60, 9);
    }),
  }));
  m.lathe(
    [
      [0.001, 0.0],
      [0.11, 0],
      [0.115, 0.03],
      [0.1, 0.05],
      [0.17, 0.1],
      [0.27, 0.2],
      [0.315, 0.3],
      [0.325, 0.312],
      [0.31, 0.306],
      [0.25, 0.2],
      [0.14, 0.1],
      [0.001, 0.075],
    ],
    [0, 0, 0],
    glaze,
  );
}

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

/** Gilded wooden mask on a rod. */
export function mask(m: Modeller, materials: Materials): void {
  const gold = materials.get("gilt", { colour: "#e2a93a", metallic: 1, roughness: 0.34 });
  const dark = materials.get("mask hollow", { colour: "#120c0a", roughness: 0.9 });
  const red = materials.get("cinnabar", { colour: "#a32418", roughness: 0.5 });
  m.cylinder(0.1, 0.03, [0, 0.015, 0], materials.ebony());
  m.cylinder(0.012, 0.3, [0, 0.16, 0.02], materials.ebony());
  m.ball([0.19, 0.27, 0.1], [0, 0.52, 0], gold);
  m.ball([0.028, 0.09, 0.05], [0, 0.5, -0.095], gold);
  for (const s of [-1, 1]) {
    m.ball([0.05, 0.022, 0.02], [s * 0.075, 0.565, -0.085], dark, [0, s * 0.5, s * 0.18]);
    m.tube(
      [
        [s * 0.02, 0.61, -0.102],
        [s * 0.075, 0.64, -0.098],
        [s * 0.14, 0.6, -0.07],
      ],
      0.013,
      gold,
    );
    m.ball([0.045, 0.045, 0.03], [s * 0.1, 0.47, -0.075], gold);
    m.tube(
      [
        [s * 0.1, 0.74, 0],
        [s * 0.19, 0.86, 0.01],
        [s * 0.16, 0.98, 0.02],
      ],
      (t) => 0.03 * (1 - t * 0.85),
      red,
    );
  }
  m.ball([0.07, 0.03, 0.03], [0, 0.375, -0.078], red);
  m.ball([0.045, 0.014, 0.02], [0, 0.378, -0.1], dark);
  for (let i = -3; i <= 3; i++)
    m.tube(
      [
        [i * 0.045, 0.74 - Math.abs(i) * 0.018, -0.03],
        [i * 0.07, 0.84 - Math.abs(i) * 0.02, -0.02],
        [i * 0.08, 0.92 - Math.abs(i) * 0.03, 0],
      ],
      (t) => 0.016 * (1 - t * 0.8),
      gold,
    );
  m.ball(0.026, [0, 0.69, -0.08], red);
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
