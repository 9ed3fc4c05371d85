import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateRibbon } from "@babylonjs/core/Meshes/Builders/ribbonBuilder.js";
import { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import { Modeller, type Point } from "../shapes.js";
import { blotches, grain, painted, speckle } from "../textures.js";
import type { Turning } from "./instruments.js";

/** Three-masted ship, sails set, about 1.3 m long, bow to +x. */
export function shipModel(m: Modeller, materials: Materials): void {
  const hull = materials.get("ship hull", () => ({
    roughness: 0.45,
    bothSides: true,
    texture: painted(m.scene, "ship hull", 512, 256, (pen, width, height) => {
      pen.fillStyle = "#4a2c1a";
      pen.fillRect(0, 0, width, height);
      grain(pen, 0, 0, width, height, 160, "#20100a", seededRandom(3));
      for (const [y, colour] of [
        [0.14, "#d8b25a"],
        [0.2, "#1a1411"],
        [0.36, "#c99a45"],
      ] as const) {
        pen.fillStyle = colour;
        pen.fillRect(0, y * height, width, 0.045 * height);
      }
    }),
  }));
  const spar = materials.oak();
  m.put(hullRibbon(m), [0, 0.2, 0], hull);
  m.box([0.86, 0.012, 0.2], [0.0, 0.345, 0], spar);
  m.box([0.2, 0.07, 0.2], [-0.44, 0.39, 0], hull);
  m.box([0.14, 0.04, 0.15], [0.38, 0.37, 0], hull);
  for (const x of [-0.3, 0.3]) {
    m.box([0.05, 0.2, 0.05], [x, 0.1, 0], materials.walnut());
    m.box([0.06, 0.05, 0.26], [x, 0.025, 0], materials.walnut());
  }
  m.tube(
    [
      [0.48, 0.4, 0],
      [0.8, 0.56, 0],
    ],
    0.011,
    spar,
    false,
  );
  const canvas = materials.get("sailcloth", { colour: "#efe4c9", roughness: 0.9, bothSides: true });
  const rope = materials.get("rigging", { colour: "#3a2a1c", roughness: 0.9 });
  for (const [x, tall] of [
    [-0.33, 0.62],
    [0, 0.84],
    [0.3, 0.72],
  ] as const) {
    m.cylinder([0.013, 0.006], tall, [x, 0.34 + tall / 2, 0], spar);
    [
      [0.24, 0.46],
      [0.52, 0.36],
      [0.76, 0.25],
    ].forEach(([share, wide]) => {
      const y = 0.34 + tall * (share ?? 0);
      m.cylinder(0.006, wide ?? 0.3, [x, y + tall * 0.11, 0], spar, [Math.PI / 2, 0, 0], 8);
      m.put(sail(m, (wide ?? 0.3) * 0.94, tall * 0.21), [x, y, 0], canvas);
    });
    for (const s of [-1, 1])
      for (const d of [-0.1, 0.05])
        m.tube(
          [
            [x, 0.34 + tall * 0.9, 0],
            [x + d, 0.36, s * 0.11],
          ],
          0.0022,
          rope,
          false,
          4,
        );
    m.plane(
      0.09,
      0.04,
      [x + 0.045, 0.36 + tall, 0],
      materials.get("pennant", { colour: "#b3262b", roughness: 0.8, bothSides: true }),
    );
  }
  m.tube(
    [
      [0.79, 0.555, 0],
      [0.3, 1.04, 0],
      [0, 1.16, 0],
      [-0.33, 0.94, 0],
      [-0.54, 0.42, 0],
    ],
    0.0025,
    rope,
    false,
    4,
  );
  const jib = new Mesh("jib", m.scene);
  triangle(jib, [0.76, 0.55, 0], [0.36, 0.5, 0.03], [0.33, 0.95, 0]);
  m.put(jib, [0, 0, 0], canvas);
}

function hullRibbon(m: Modeller): Mesh {
  const paths: Vector3[][] = [];
  for (let i = 0; i <= 24; i++) {
    const t = i / 24;
    const x = -0.56 + t * 1.14;
    const beam = 0.13 * Math.sin(Math.PI * Math.min(1, 0.2 + t * 0.82)) ** 0.7 * (t > 0.985 ? 0.05 : 1);
    const keel = -0.12 + 0.2 * Math.max(0, t - 0.8) ** 1.3 * 6 + 0.1 * Math.max(0, 0.15 - t) * 3;
    const sheer = 0.16 + 0.07 * (2 * t - 1) ** 2 + (t < 0.25 ? 0.05 : 0);
    const path: Vector3[] = [];
    for (let j = 0; j <= 16; j++) {
      const a = (j / 16 - 0.5) * Math.PI;
      const up = keel + (sheer - keel) * Math.abs(Math.sin(a)) ** 1.6;
      path.push(new Vector3(x, up, Math.sign(a) * beam * Math.abs(Math.sin(a)) ** 0.55));
    }
    paths.push(path);
  }
  return CreateRibbon("hull", { pathArray: paths, sideOrientation: Mesh.DOUBLESIDE }, m.scene);
}

/** A square sail that swells to +x. */
function sail(m: Modeller, width: number, height: number): Mesh {
  const paths: Vector3[][] = [];
  for (let i = 0; i <= 6; i++) {
    const v = i / 6 - 0.5;
    const path: Vector3[] = [];
    for (let j = 0; j <= 8; j++) {
      const u = j / 8 - 0.5;
      const spread = 1 + (0.5 - v) * 0.12;
      path.push(
        new Vector3(0.07 * (1 - 4 * u * u) * (1 - 3 * v * v) + 0.012, v * height, u * width * spread),
      );
    }
    paths.push(path);
  }
  return CreateRibbon("sail", { pathArray: paths, sideOrientation: Mesh.DOUBLESIDE }, m.scene);
}

function triangle(mesh: Mesh, ...corners: readonly Point[]): void {
  mesh.setVerticesData("position", corners.flat());
  mesh.setVerticesData("normal", [0, 0, -1, 0, 0, -1, 0, 0, -1]);
  mesh.setVerticesData("uv", [0, 0, 1, 0, 0, 1]);
  mesh.setIndices([0, 1, 2]);
}

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

/** Copper diving helmet with brass portholes. */
export function divingHelmet(m: Modeller, materials: Materials): void {
  const copper = materials.copper();
  const brass = materials.brass();
  const glass = materials.get("porthole", { colour: "#0d2129", roughness: 0.06, metallic: 0.3 });
  m.lathe(
    [
      [0.001, 0.0],
      [0.27, 0],
      [0.285, 0.03],
      [0.26, 0.07],
      [0.2, 0.12],
      [0.17, 0.15],
    ],
    [0, 0, 0],
    copper,
  );
  m.ring(0.185, 0.035, [0, 0.16, 0], brass);
  m.ball([0.22, 0.24, 0.22], [0, 0.36, 0], copper);
  for (const [turn, size] of [
    [0, 0.1],
    [1.25, 0.075],
    [-1.25, 0.075],
  ] as const) {
    const [x, z] = [Math.sin(turn), -Math.cos(turn)];
    const at = (reach: number): Point => [x * reach, 0.37, z * reach];
    const lie: Point = [Math.PI / 2, -turn, 0];
    m.cylinder(size, 0.06, at(0.2), brass, lie);
    m.ring(size, 0.024, at(0.23), brass, lie);
    m.cylinder(size * 0.84, 0.008, at(0.2325), glass, lie);
    m.tube(
      [
        [x * 0.245 - size * Math.cos(turn), 0.37, z * 0.245 - size * Math.sin(turn)],
        [x * 0.245 + size * Math.cos(turn), 0.37, z * 0.245 + size * Math.sin(turn)],
      ],
      0.006,
      brass,
      false,
    );
    m.tube(
      [
        [x * 0.245, 0.37 - size, z * 0.245],
        [x * 0.245, 0.37 + size, z * 0.245],
      ],
      0.006,
      brass,
      false,
    );
  }
  m.cylinder(0.05, 0.03, [0, 0.605, 0], brass);
  m.ring(0.03, 0.012, [0, 0.63, 0], brass, [Math.PI / 2, 0, 0]);
  for (let i = 0; i < 10; i++)
    m.ball(0.014, [Math.cos(i * 0.628) * 0.255, 0.075, Math.sin(i * 0.628) * 0.255], brass, [0, 0, 0], 8);
}

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
