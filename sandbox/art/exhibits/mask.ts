import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";

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
