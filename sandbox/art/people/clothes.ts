import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { shade } from "./face.js";
import type { PersonLook } from "./looks.js";
import type { Limb } from "./person.js";

type Clad = (node: TransformNode, dress: (m: Modeller) => void) => void;
const cloth = (materials: Materials, name: string, colour: string, roughness = 0.88) =>
  materials.get(name, { colour, roughness });

const FLAT = 0.64;

export function dressTorso(m: Modeller, materials: Materials, look: PersonLook): void {
  const top = cloth(materials, `${look.name} top`, look.top);
  const shirt = cloth(materials, `${look.name} shirt`, look.shirt);
  const dark = cloth(materials, `${look.name} dark`, shade(look.top, 0.72));
  const accent = cloth(materials, `${look.name} accent`, look.accent, 0.75);
  const flat = (mesh: { scaling: { z: number } }, by = FLAT) => {
    mesh.scaling.z = by;
  };
  const hem: readonly (readonly [number, number])[] =
    look.wear === "coat"
      ? [
          [0.215, -0.46],
          [0.19, -0.25],
          [0.165, -0.06],
        ]
      : [
          [0.174, -0.14],
          [0.162, -0.06],
        ];
  flat(
    m.lathe(
      [...hem, [0.14, 0.05], [0.15, 0.16], [0.168, 0.27], [0.158, 0.345], [0.09, 0.4], [0.052, 0.418]],
      [0, 0, 0],
      top,
      32,
    ),
  );
  for (const s of [-1, 1]) m.ball([0.052, 0.05, 0.052], [s * 0.163, 0.336, 0], top);
  // The hips fill the gap to the legs.
  flat(
    m.lathe(
      [
        [0.001, -0.17],
        [0.12, -0.15],
        [0.15, -0.06],
        [0.14, 0],
      ],
      [0, 0, 0],
      cloth(materials, `${look.name} bottom`, look.bottom),
      24,
    ),
    0.66,
  );
  if (look.wear === "blazer") {
    m.ball([0.05, 0.15, 0.034], [0, 0.28, 0.083], shirt, [-0.12, 0, 0]);
    for (const s of [-1, 1]) {
      m.tube(
        [
          [s * 0.055, 0.405, 0.045],
          [s * 0.066, 0.33, 0.104],
          [s * 0.042, 0.22, 0.118],
          [s * 0.006, 0.13, 0.108],
        ],
        0.017,
        dark,
      );
      m.tube(
        [
          [s * 0.006, 0.13, 0.106],
          [s * 0.012, 0.0, 0.1],
          [s * 0.03, -0.13, 0.105],
        ],
        0.005,
        dark,
      );
    }
    scarf(m, accent);
    m.box([0.058, 0.034, 0.006], [-0.088, 0.26, 0.105], materials.brass(), [0, -0.3, 0]);
    for (const y of [0.1, 0.02]) m.ball(0.009, [0.016, y, 0.1], materials.brass());
  } else if (look.wear === "apron") {
    const leather = cloth(materials, `${look.name} accent`, look.accent, 0.6);
    const front = m.lathe(
      [
        [0.175, -0.42],
        [0.168, -0.2],
        [0.15, -0.02],
        [0.155, 0.1],
        [0.17, 0.24],
        [0.162, 0.29],
      ],
      [0, 0, 0.012],
      leather,
      32,
    );
    flat(front, 0.68);
    front.scaling.x = 0.82;
    for (const s of [-1, 1])
      m.tube(
        [
          [s * 0.09, 0.28, 0.098],
          [s * 0.075, 0.4, 0.05],
          [s * 0.04, 0.42, -0.04],
        ],
        0.012,
        leather,
      );
    m.box(
      [0.12, 0.1, 0.012],
      [0, -0.1, 0.122],
      cloth(materials, `${look.name} pocket`, shade(look.accent, 0.75), 0.6),
    );
    for (const [x, colour] of [
      [-0.03, "#d9c9a0"],
      [0.0, "#b3262b"],
      [0.03, "#2f5d8f"],
    ] as const)
      m.cylinder(
        0.005,
        0.12,
        [x, -0.03, 0.128],
        materials.get(`brush ${colour}`, { colour, roughness: 0.5 }),
      );
    m.tube(
      [
        [-0.06, 0.4, 0.035],
        [0, 0.385, 0.062],
        [0.06, 0.4, 0.035],
      ],
      0.015,
      cloth(materials, `${look.name} collar`, shade(look.top, 0.9)),
    );
  } else {
    m.tube(
      [
        [0, 0.385, 0.075],
        [0.004, 0.15, 0.112],
        [0.006, -0.1, 0.122],
        [0.008, -0.45, 0.142],
      ],
      0.006,
      dark,
    );
    for (const y of [0.27, 0.12, -0.03, -0.18])
      m.ball(
        0.012,
        [0.03, y, 0.112 + Math.max(0, -y) * 0.08],
        cloth(materials, `${look.name} buttons`, "#3a2218"),
      );
    scarf(m, accent);
    // A small bag on her back.
    m.box([0.22, 0.27, 0.1], [0, 0.2, -0.145], accent);
    m.box(
      [0.16, 0.1, 0.03],
      [0, 0.14, -0.2],
      cloth(materials, `${look.name} bag pocket`, shade(look.accent, 0.8)),
    );
  }
}

function scarf(m: Modeller, look: ReturnType<Materials["get"]>): void {
  m.ring(0.067, 0.044, [0, 0.412, 0.004], look, [0.12, 0, 0], 28);
  m.tube(
    [
      [0.045, 0.4, 0.062],
      [0.056, 0.32, 0.116],
      [0.05, 0.23, 0.128],
    ],
    (t) => 0.021 + 0.008 * t,
    look,
  );
}

export function dressLeg(leg: Limb, clad: Clad, materials: Materials, look: PersonLook): void {
  const bottom = cloth(materials, `${look.name} bottom`, look.bottom);
  const shoe = cloth(materials, `${look.name} shoes`, look.shoes, 0.4);
  clad(leg.upper, (m) => {
    // Starts below the hem: it would show through the jacket.
    m.cylinder([0.062, 0.076], 0.42, [0, -0.24, 0], bottom);
    m.ball(0.062, [0, -0.44, 0], bottom);
  });
  clad(leg.lower, (m) => {
    m.cylinder([0.052, 0.061], 0.4, [0, -0.2, 0], bottom);
    m.ball([0.048, 0.04, 0.115], [0, -0.44, 0.045], shoe);
    m.box([0.085, 0.02, 0.22], [0, -0.47, 0.045], cloth(materials, "soles", "#17110e"));
    m.cylinder(0.05, 0.06, [0, -0.41, 0], shoe);
  });
}

export function dressArm(arm: Limb, side: number, clad: Clad, materials: Materials, look: PersonLook): void {
  const top = cloth(materials, `${look.name} top`, look.top);
  const skin = materials.get(`${look.name} skin`, { colour: look.skin, roughness: 0.68 });
  const bare = look.wear === "apron";
  clad(arm.upper, (m) => {
    m.cylinder([0.038, 0.047], 0.27, [0, -0.135, 0], top);
    m.ball(0.039, [0, -0.27, 0], top);
  });
  clad(arm.lower, (m) => {
    m.cylinder([0.031, 0.038], 0.22, [0, -0.11, 0], bare ? skin : top);
    m.ring(
      bare ? 0.042 : 0.035,
      0.016,
      [0, bare ? -0.02 : -0.218, 0],
      cloth(materials, `${look.name} cuff`, bare ? shade(look.top, 0.9) : look.shirt),
      [0, 0, 0],
      20,
    );
    m.ball([0.026, 0.052, 0.038], [0, -0.272, 0.004], skin);
    for (let i = 0; i < 4; i++)
      m.tube(
        [
          [side * -0.004, -0.3, -0.024 + i * 0.017],
          [side * -0.006, -0.345 + Math.abs(i - 1.5) * 0.008, -0.022 + i * 0.017],
        ],
        0.0098,
        skin,
        false,
        8,
      );
    m.tube(
      [
        [side * -0.01, -0.255, 0.034],
        [side * -0.018, -0.295, 0.05],
      ],
      0.0105,
      skin,
      false,
      8,
    );
  });
}
