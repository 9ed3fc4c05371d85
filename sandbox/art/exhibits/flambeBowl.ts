import type { Materials } from "../materials.js";
import type { Modeller } from "../shapes.js";
import { blotches, painted } from "../textures.js";

/** Wide bowl with an ox-blood glaze that runs to purple. */
export function flambeBowl(m: Modeller, materials: Materials): void {
  const glaze = materials.get("flambé", () => ({
    roughness: 0.12,
    coat: 1,
    texture: painted(m.scene, "flambe", 512, 512, (pen, size) => {
      const fall = pen.createLinearGradient(0, 0, 0, size);
      fall.addColorStop(0, "#4a0b12");
      fall.addColorStop(0.4, "#a8141c");
      fall.addColorStop(0.75, "#c22a20");
      fall.addColorStop(1, "#6a2a5c");
      pen.fillStyle = fall;
      pen.fillRect(0, 0, size, size);
      blotches(pen, size, size, ["#ff6b3d", "#3f0610", "#7b2c86"], 60, 9);
    }),
  }));
  m.lathe(
    [
      [0.001, 0.0],
      [0.11, 0],
      [0.115, 0.03],
      [0.1, 0.05],
      [0.17, 0.1],
      [0.27, 0.2],
      [0.315, 0.3],
      [0.325, 0.312],
      [0.31, 0.306],
      [0.25, 0.2],
      [0.14, 0.1],
      [0.001, 0.075],
    ],
    [0, 0, 0],
    glaze,
  );
}
