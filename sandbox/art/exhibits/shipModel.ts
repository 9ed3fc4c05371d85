import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateRibbon } from "@babylonjs/core/Meshes/Builders/ribbonBuilder.js";
import { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import type { Modeller, Point } from "../shapes.js";
import { grain, painted } from "../textures.js";

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
