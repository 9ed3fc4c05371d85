import type { Materials } from "../materials.js";
import type { Modeller, Point } from "../shapes.js";

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
