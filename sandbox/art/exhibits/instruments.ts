import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import { Modeller } from "../shapes.js";
import { grain, painted } from "../textures.js";

/** Engraved brass discs on a stand, with a rule across. */
export function astrolabe(m: Modeller, materials: Materials): void {
  const brass = materials.brass();
  const engraved = materials.get("engraved brass", () => ({
    metallic: 1,
    roughness: 0.34,
    texture: painted(m.scene, "engraved brass", 512, 512, (pen, size) => {
      pen.fillStyle = "#c99a45";
      pen.fillRect(0, 0, size, size);
      pen.strokeStyle = "#4d330f";
      const middle = size / 2;
      for (const [r, w] of [
        [0.48, 4],
        [0.43, 2],
        [0.37, 2],
        [0.2, 2],
      ] as const) {
        pen.lineWidth = w;
        pen.beginPath();
        pen.arc(middle, middle, r * size, 0, 6.29);
        pen.stroke();
      }
      pen.lineWidth = 1.5;
      for (let i = 0; i < 72; i++) {
        const turn = (i / 72) * 6.2832;
        const inner = i % 6 ? 0.45 : 0.38;
        pen.beginPath();
        pen.moveTo(middle + Math.cos(turn) * size * inner, middle + Math.sin(turn) * size * inner);
        pen.lineTo(middle + Math.cos(turn) * size * 0.48, middle + Math.sin(turn) * size * 0.48);
        pen.stroke();
      }
      for (let i = 0; i < 7; i++) {
        pen.beginPath();
        pen.arc(middle, middle - size * 0.06 * i, size * (0.08 + 0.05 * i), 0, 6.29);
        pen.stroke();
      }
    }),
  }));
  m.cylinder([0.13, 0.1], 0.04, [0, 0.02, 0], materials.walnut());
  m.lathe(
    [
      [0.05, 0.04],
      [0.02, 0.08],
      [0.014, 0.16],
      [0.025, 0.19],
      [0.012, 0.22],
    ],
    [0, 0, 0],
    brass,
  );
  m.cylinder(0.27, 0.025, [0, 0.5, 0], brass, [Math.PI / 2, 0, 0], 48);
  m.disc(0.255, [0, 0.5, -0.014], engraved);
  m.ring(0.26, 0.03, [0, 0.5, -0.01], brass, [Math.PI / 2, 0, 0]);
  m.ring(0.16, 0.012, [0, 0.46, -0.024], materials.darkBrass(), [Math.PI / 2, 0, 0]);
  m.ring(0.1, 0.01, [0, 0.56, -0.024], materials.darkBrass(), [Math.PI / 2, 0, 0]);
  m.box([0.5, 0.026, 0.008], [0, 0.5, -0.035], brass, [0, 0, 0.6]);
  m.ball(0.022, [0, 0.5, -0.04], brass);
  m.ring(0.035, 0.012, [0, 0.81, 0], brass, [Math.PI / 2, 0, 0]);
  m.ball(0.02, [0, 0.775, 0], brass);
}

export interface Turning {
  readonly node: TransformNode;
  readonly axis: "x" | "y" | "z";
  /** Radians a second, or a swing of so many radians once each `period` seconds. */
  readonly speed?: number;
  readonly swing?: number;
  readonly period?: number;
}

/** A part that moves, modelled on its own under the exhibit's node. */
function moving(m: Modeller, name: string, at: Vector3, build: (part: Modeller) => void): TransformNode {
  const node = new TransformNode(name, m.scene);
  node.parent = m.node;
  node.position = at;
  const part = new Modeller(m.scene, node);
  build(part);
  part.finish();
  return node;
}

/** Oak box, turning record, brass horn. */
export function gramophone(m: Modeller, materials: Materials): Turning[] {
  const oak = materials.oak();
  const brass = materials.brass();
  m.box([0.46, 0.16, 0.42], [0, 0.1, 0], oak);
  m.box([0.5, 0.03, 0.46], [0, 0.19, 0], materials.walnut());
  m.box([0.5, 0.03, 0.46], [0, 0.015, 0], materials.walnut());
  m.cylinder(0.008, 0.1, [0.27, 0.1, 0], materials.steel(), [0, 0, Math.PI / 2]);
  m.cylinder(0.008, 0.1, [0.31, 0.06, 0], materials.steel());
  m.tube(
    [
      [0, 0.21, 0.19],
      [0, 0.33, 0.23],
      [0, 0.42, 0.12],
      [0, 0.44, 0],
    ],
    0.018,
    brass,
  );
  m.tube(
    [
      [0, 0.43, 0.02],
      [-0.06, 0.34, 0],
      [-0.08, 0.25, -0.04],
    ],
    0.01,
    brass,
  );
  m.cylinder(0.028, 0.02, [-0.08, 0.245, -0.04], materials.steel(), [Math.PI / 2, 0, 0]);
  const horn = m.lathe(
    [
      [0.016, 0],
      [0.022, 0.1],
      [0.034, 0.2],
      [0.07, 0.33],
      [0.15, 0.44],
      [0.25, 0.49],
      [0.275, 0.49],
    ],
    [0, 0.44, -0.0],
    brass,
    20,
  );
  horn.rotation = new Vector3(-0.95, 0, 0);
  const record = moving(m, "record", new Vector3(0, 0.215, -0.02), (part) => {
    part.cylinder(
      0.18,
      0.012,
      [0, 0, 0],
      materials.get("shellac", { colour: "#0e0d0e", roughness: 0.28 }),
      [0, 0, 0],
      40,
    );
    part.cylinder(
      0.06,
      0.014,
      [0, 0.001, 0],
      materials.get("record label", { colour: "#a3201d", roughness: 0.5 }),
    );
    part.box([0.07, 0.0155, 0.012], [0.01, 0.001, 0], materials.brass());
  });
  return [{ node: record, axis: "y", speed: 4.2 }];
}

/** Tall clock: painted dial, hands, swinging pendulum behind glass. Stands on the floor. */
export function longcaseClock(m: Modeller, materials: Materials): Turning[] {
  const wood = materials.get("mahogany", { colour: "#5a2615", roughness: 0.36, coat: 0.5 });
  const dial = materials.get("clock dial", () => ({
    roughness: 0.5,
    texture: painted(m.scene, "clock dial", 512, 512, paintDial),
  }));
  m.box([0.62, 0.12, 0.36], [0, 0.06, 0], wood);
  m.box([0.54, 0.42, 0.3], [0, 0.33, 0], wood);
  m.box([0.58, 0.05, 0.33], [0, 0.56, 0], wood);
  for (const s of [-1, 1]) m.box([0.07, 0.92, 0.26], [s * 0.17, 1.04, 0], wood);
  m.box([0.4, 0.92, 0.03], [0, 1.04, 0.12], wood);
  m.box(
    [0.27, 0.92, 0.02],
    [0, 1.04, 0.1],
    materials.get("case inside", { colour: "#1a0f0a", roughness: 0.8 }),
  );
  m.box([0.58, 0.06, 0.33], [0, 1.52, 0], wood);
  m.box([0.52, 0.56, 0.3], [0, 1.83, 0], wood);
  m.box([0.6, 0.05, 0.36], [0, 2.12, 0], wood);
  for (const s of [-1, 1]) {
    m.cylinder(0.022, 0.52, [s * 0.25, 1.82, -0.16], materials.brass());
    m.lathe(
      [
        [0.03, 2.14],
        [0.012, 2.2],
        [0.035, 2.24],
        [0.001, 2.32],
      ],
      [s * 0.24, 0, -0.08],
      materials.brass(),
      16,
    );
  }
  m.cylinder([0.26, 0.02], 0.12, [0, 2.2, 0], wood, [0, Math.PI / 4, 0], 4);
  m.disc(0.215, [0, 1.83, -0.153], dial);
  m.ring(0.22, 0.03, [0, 1.83, -0.152], materials.brass(), [Math.PI / 2, 0, 0]);
  const black = materials.ebony();
  m.box([0.014, 0.15, 0.005], [0.02, 1.9, -0.163], black, [0, 0, -0.3]);
  m.box([0.018, 0.11, 0.005], [-0.045, 1.855, -0.168], black, [0, 0, 1.05]);
  const pendulum = moving(m, "pendulum", new Vector3(0, 1.46, 0.02), (part) => {
    part.box([0.014, 0.68, 0.008], [0, -0.34, 0], materials.brass());
    part.cylinder(0.078, 0.02, [0, -0.68, 0], materials.brass(), [Math.PI / 2, 0, 0]);
  });
  return [{ node: pendulum, axis: "z", swing: 0.1, period: 2 }];
}

function paintDial(pen: CanvasRenderingContext2D, size: number): void {
  const middle = size / 2;
  pen.fillStyle = "#f1e6cd";
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = "#2a1c12";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = `600 ${size * 0.1}px Fraunces Variable, serif`;
  ["XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI"].forEach((hour, i) => {
    pen.save();
    pen.translate(middle, middle);
    pen.rotate((i / 12) * 2 * Math.PI);
    pen.fillText(hour, 0, -size * 0.36);
    pen.restore();
  });
  pen.strokeStyle = "#2a1c12";
  pen.lineWidth = 3;
  for (const r of [0.44, 0.28]) {
    pen.beginPath();
    pen.arc(middle, middle, size * r, 0, 6.29);
    pen.stroke();
  }
  pen.fillStyle = "#34507c";
  pen.beginPath();
  pen.arc(middle, middle, size * 0.1, 0, 6.29);
  pen.fill();
}

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
