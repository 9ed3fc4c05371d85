import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { moving, type Turning } from "./moving.js";

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
