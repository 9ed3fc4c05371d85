import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { painted } from "../textures.js";

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
