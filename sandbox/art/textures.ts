import { DynamicTexture } from "@babylonjs/core/Materials/Textures/dynamicTexture.js";
import { Texture } from "@babylonjs/core/Materials/Textures/texture.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { seededRandom } from "./random.js";
import { Modeller } from "./shapes.js";

export type Painter = (pen: CanvasRenderingContext2D, width: number, height: number) => void;

/** A texture painted once with the canvas' pen. */
export function painted(
  scene: Scene,
  name: string,
  width: number,
  height: number,
  paint: Painter,
): DynamicTexture {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  // Painted by the CPU: reading back from a software GPU takes minutes for all that is painted here.
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  paint(pen, width, height);
  const texture = new DynamicTexture(name, canvas, scene, true, Texture.TRILINEAR_SAMPLINGMODE);
  texture.update(true);
  texture.anisotropicFilteringLevel = Modeller.detail < 1 ? 1 : 8;
  texture.wrapU = texture.wrapV = Texture.WRAP_ADDRESSMODE;
  return texture;
}

/** A normal map from painted heights (white is high). `strength`: slope of a full black-to-white step. */
export function paintedNormals(
  scene: Scene,
  name: string,
  size: number,
  strength: number,
  paint: Painter,
): DynamicTexture {
  return painted(scene, name, size, size, (pen) => {
    paint(pen, size, size);
    const image = pen.getImageData(0, 0, size, size);
    const heights = Float32Array.from({ length: size * size }, (_, i) => (image.data[i * 4] ?? 0) / 255);
    const at = (x: number, y: number) => heights[((y + size) % size) * size + ((x + size) % size)] ?? 0;
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const dx = (at(x - 1, y) - at(x + 1, y)) * strength;
        const dy = (at(x, y - 1) - at(x, y + 1)) * strength;
        const scale = 127 / Math.hypot(dx, dy, 1);
        image.data.set([128 + dx * scale, 128 - dy * scale, 128 + scale, 255], (y * size + x) * 4);
      }
    pen.putImageData(image, 0, 0);
  });
}

/** Fine speckle over what is painted already. */
export function speckle(
  pen: CanvasRenderingContext2D,
  width: number,
  height: number,
  amount: number,
  seed: number,
): void {
  const random = seededRandom(seed);
  const image = pen.getImageData(0, 0, width, height);
  for (let i = 0; i < image.data.length; i += 4) {
    const shift = (random() - 0.5) * amount;
    for (let c = 0; c < 3; c++) image.data[i + c] = (image.data[i + c] ?? 0) + shift;
  }
  pen.putImageData(image, 0, 0);
}

/** Soft, large blotches: plaster, patina, glaze. */
export function blotches(
  pen: CanvasRenderingContext2D,
  width: number,
  height: number,
  colours: readonly string[],
  count: number,
  seed: number,
): void {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const x = random() * width;
    const y = random() * height;
    const radius = (0.04 + random() * 0.2) * Math.max(width, height);
    // Painted three times so that it tiles.
    for (const shift of [-width, 0, width]) {
      const glow = pen.createRadialGradient(x + shift, y, 0, x + shift, y, radius);
      const colour = colours[i % colours.length] ?? "#000000";
      glow.addColorStop(0, `${colour}22`);
      glow.addColorStop(1, `${colour}00`);
      pen.fillStyle = glow;
      const left = Math.max(0, x + shift - radius);
      const right = Math.min(width, x + shift + radius);
      const top = Math.max(0, y - radius);
      if (right > left) pen.fillRect(left, top, right - left, Math.min(height, y + radius) - top);
    }
  }
}

/** Long thin strokes along x: wood grain, brushed metal. */
export function grain(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  count: number,
  ink: string,
  random: () => number,
): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  for (let i = 0; i < count; i++) {
    const top = y + random() * height;
    pen.strokeStyle = ink;
    pen.globalAlpha = 0.04 + random() * 0.12;
    pen.lineWidth = 0.5 + random() * 1.6;
    pen.beginPath();
    pen.moveTo(x, top);
    pen.bezierCurveTo(
      x + width / 3,
      top + (random() - 0.5) * height * 0.18,
      x + (2 * width) / 3,
      top + (random() - 0.5) * height * 0.18,
      x + width,
      top,
    );
    pen.stroke();
  }
  pen.restore();
}
