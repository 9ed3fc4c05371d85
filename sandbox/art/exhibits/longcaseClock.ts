import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { painted } from "../textures.js";
import { moving, type Turning } from "./moving.js";

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
