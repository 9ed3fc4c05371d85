/** The large painted surfaces: floor, walls, ceiling glass. */
import type { DynamicTexture } from "@babylonjs/core/Materials/Textures/dynamicTexture.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { seededRandom } from "./random.js";
import { blotches, grain, painted, paintedNormals, speckle } from "./textures.js";

const OAKS = ["#8d5f36", "#9a6a3d", "#7f5430", "#a47446", "#875a34", "#95663a"];

/** Herringbone oak; one tile is 8 × 8 half-planks. */
export function parquet(scene: Scene): DynamicTexture {
  return painted(scene, "parquet", 1024, 1024, (pen, size) => {
    const random = seededRandom(7);
    eachPlank(size, (x, y, width, height) => {
      pen.fillStyle = OAKS[Math.floor(random() * OAKS.length)] ?? "#8d5f36";
      pen.fillRect(x, y, width, height);
      const upright = height > width;
      pen.save();
      pen.translate(x, y);
      if (upright) pen.transform(0, 1, 1, 0, 0, 0);
      grain(
        pen,
        0,
        0,
        Math.max(width, height),
        Math.min(width, height),
        16,
        random() > 0.3 ? "#3a2010" : "#d9b080",
        random,
      );
      pen.restore();
      pen.strokeStyle = "rgba(30,15,6,.75)";
      pen.lineWidth = 1.6;
      pen.strokeRect(x, y, width, height);
    });
    speckle(pen, size, size, 10, 3);
  });
}

export function parquetNormals(scene: Scene): DynamicTexture {
  return paintedNormals(scene, "parquet normals", 512, 1.4, (pen, size) => {
    const random = seededRandom(9);
    pen.fillStyle = "#808080";
    pen.fillRect(0, 0, size, size);
    eachPlank(size, (x, y, width, height) => {
      const level = 150 + Math.floor(random() * 24);
      pen.fillStyle = `rgb(${level},${level},${level})`;
      pen.fillRect(x + 1, y + 1, width - 2, height - 2);
    });
  });
}

/** Planks 1:4 in herringbone; the pattern tiles. */
function eachPlank(size: number, draw: (x: number, y: number, width: number, height: number) => void): void {
  const unit = size / 8;
  for (let row = -8; row < 16; row++)
    for (let column = -2; column < 3; column++) {
      const x = row * unit + column * unit * 8;
      const y = row * unit;
      draw(x, y, unit * 4, unit);
      draw(x + unit * 4, y - unit * 3, unit, unit * 4);
    }
}

/** One wall with its light: brighter where the lamps above wash it, darker to the corners and the floor. */
export function washedWall(
  scene: Scene,
  name: string,
  colour: string,
  metres: number,
  lamps: readonly number[],
): DynamicTexture {
  return painted(scene, name, 1024, 512, (pen, width, height) => {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, width, height);
    blotches(pen, width, height, ["#ffffff", "#000000"], 8, metres * 31);
    pen.globalCompositeOperation = "multiply";
    pen.fillStyle = "#b9b2ab";
    pen.fillRect(0, 0, width, height);
    pen.globalCompositeOperation = "screen";
    for (const lamp of lamps)
      scallop(pen, (lamp / metres) * width, (1.5 / metres) * width, width, height, colour);
    pen.globalCompositeOperation = "multiply";
    const corner = (0.8 / metres) * width;
    shade(pen, 0, 0, corner, 0, width, height, 0.66);
    shade(pen, width, 0, width - corner, 0, width, height, 0.66);
    shade(pen, 0, height, 0, height * 0.72, width, height, 0.66);
    shade(pen, 0, 0, 0, height * 0.16, width, height, 0.7);
    pen.globalCompositeOperation = "source-over";
    speckle(pen, width, height, 7, 5);
  });
}

function scallop(
  pen: CanvasRenderingContext2D,
  x: number,
  reach: number,
  width: number,
  height: number,
  colour: string,
): void {
  pen.save();
  pen.translate(x, height * 0.1);
  pen.scale(1, 2.1);
  const glow = pen.createRadialGradient(0, 0, 0, 0, height * 0.1, reach);
  glow.addColorStop(0, "rgba(255,226,180,.5)");
  glow.addColorStop(0.4, `${colour}b0`);
  glow.addColorStop(1, `${colour}00`);
  pen.fillStyle = glow;
  pen.fillRect(-width, -height * 0.02, width * 2, height);
  pen.restore();
}

function shade(
  pen: CanvasRenderingContext2D,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  height: number,
  dark: number,
): void {
  const level = Math.round(dark * 255);
  const gradient = pen.createLinearGradient(x0, y0, x1, y1);
  gradient.addColorStop(0, `rgb(${level},${level},${level})`);
  gradient.addColorStop(1, "#ffffff");
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width, height);
}

/** White stone with grey veins. */
export function marble(scene: Scene, name: string, base: string, vein: string, seed: number): DynamicTexture {
  return painted(scene, name, 512, 512, (pen, size) => {
    const random = seededRandom(seed);
    pen.fillStyle = base;
    pen.fillRect(0, 0, size, size);
    blotches(pen, size, size, [vein, "#ffffff"], 40, seed);
    for (let i = 0; i < 26; i++) {
      pen.strokeStyle = vein;
      pen.globalAlpha = 0.08 + random() * 0.2;
      pen.lineWidth = 0.6 + random() * 2.2;
      pen.beginPath();
      let x = random() * size;
      let y = random() * size;
      pen.moveTo(x, y);
      for (let step = 0; step < 12; step++) {
        x += (random() - 0.35) * 46;
        y += (random() - 0.4) * 40;
        pen.lineTo(x, y);
      }
      pen.stroke();
    }
    pen.globalAlpha = 1;
  });
}

/** A soft dark patch: where a thing meets the floor. */
export function contactShadow(scene: Scene): DynamicTexture {
  const texture = painted(scene, "contact shadow", 128, 128, (pen, size) => {
    pen.clearRect(0, 0, size, size);
    const glow = pen.createRadialGradient(size / 2, size / 2, size * 0.16, size / 2, size / 2, size / 2);
    glow.addColorStop(0, "rgba(0,0,0,.85)");
    glow.addColorStop(0.45, "rgba(0,0,0,.35)");
    glow.addColorStop(1, "rgba(0,0,0,0)");
    pen.fillStyle = glow;
    pen.fillRect(0, 0, size, size);
  });
  texture.hasAlpha = true;
  return texture;
}

/** The glass of a skylight: a pale sky behind bars. */
export function skyGlass(scene: Scene): DynamicTexture {
  return painted(scene, "sky glass", 512, 512, (pen, size) => {
    const sky = pen.createLinearGradient(0, 0, size, size);
    sky.addColorStop(0, "#fff3dc");
    sky.addColorStop(1, "#e9f0f6");
    pen.fillStyle = sky;
    pen.fillRect(0, 0, size, size);
    blotches(pen, size, size, ["#ffffff", "#c9d8e6"], 24, 11);
    pen.fillStyle = "#4a4238";
    for (let i = 0; i <= 4; i++) {
      pen.fillRect((i * size) / 4 - 5, 0, 10, size);
      pen.fillRect(0, (i * size) / 4 - 5, size, 10);
    }
  });
}
