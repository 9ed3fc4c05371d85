import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import type { PersonLook } from "./looks.js";

export function growHair(m: Modeller, materials: Materials, look: PersonLook): void {
  const hair = materials.get(`${look.name} hair`);
  if (look.cut === "bun") {
    m.cap([0.127, 0.154, 0.146], 0.5, [0, 0.135, -0.012], hair, [-0.52, 0, 0]);
    m.ball([0.06, 0.056, 0.056], [0, 0.235, -0.13], hair);
    m.ring(
      0.04,
      0.018,
      [0, 0.215, -0.105],
      materials.get(`${look.name} accent`, { colour: look.accent, roughness: 0.7 }),
      [-0.75, 0, 0],
    );
    // A parting: two waves swept to the sides.
    m.tube(
      [
        [0.02, 0.268, 0.075],
        [0.075, 0.235, 0.1],
        [0.116, 0.17, 0.05],
        [0.12, 0.12, -0.01],
      ],
      (t) => 0.026 * (1 - t * 0.55),
      hair,
    );
    m.tube(
      [
        [0.02, 0.268, 0.075],
        [-0.06, 0.245, 0.098],
        [-0.114, 0.18, 0.05],
        [-0.12, 0.12, -0.01],
      ],
      (t) => 0.026 * (1 - t * 0.55),
      hair,
    );
    for (const s of [-1, 1]) m.ball(0.008, [s * 0.121, 0.07, 0.002], materials.brass());
  } else if (look.cut === "short") {
    m.cap([0.124, 0.152, 0.142], 0.46, [0, 0.138, -0.012], hair, [-0.42, 0, 0]);
    for (let i = 0; i < 7; i++)
      m.ball(
        [0.03, 0.022, 0.034],
        [(i - 3) * 0.03, 0.262 - Math.abs(i - 3) * 0.008, 0.062],
        hair,
        [0.3, 0, 0],
        8,
      );
  } else {
    m.cap([0.134, 0.158, 0.15], 0.5, [0, 0.135, -0.014], hair, [-0.5, 0, 0]);
    m.ball([0.136, 0.13, 0.1], [0, 0.085, -0.062], hair);
    for (const s of [-1, 1])
      m.tube(
        [
          [s * 0.06, 0.25, 0.07],
          [s * 0.122, 0.19, 0.055],
          [s * 0.132, 0.1, 0.03],
          [s * 0.112, 0.0, 0.035],
        ],
        (t) => 0.03 * (0.75 + 0.35 * Math.sin(Math.PI * t)),
        hair,
      );
    m.tube(
      [
        [0.085, 0.245, 0.085],
        [0.02, 0.25, 0.118],
        [-0.05, 0.228, 0.118],
        [-0.1, 0.19, 0.085],
      ],
      (t) => 0.02 * (1.1 - 0.4 * t),
      hair,
    );
  }
  if (!look.beard) return;
  m.cap([0.1, 0.086, 0.112], 0.5, [0, 0.034, 0.008], hair, [Math.PI - 0.34, 0, 0], 20);
  for (const s of [-1, 1]) {
    m.tube(
      [
        [s * 0.003, 0.058, 0.132],
        [s * 0.03, 0.053, 0.12],
        [s * 0.05, 0.03, 0.098],
      ],
      (t) => 0.0095 * (1 - t * 0.35),
      hair,
    );
    m.tube(
      [
        [s * 0.113, 0.13, 0.02],
        [s * 0.106, 0.075, 0.034],
        [s * 0.09, 0.03, 0.05],
      ],
      0.013,
      hair,
    );
  }
}
