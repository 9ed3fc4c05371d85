/** Pictures on the walls: painted with the same pen as everything else. */
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Materials } from "./materials.js";
import { LENGTH, ROOM_WIDTH, ROOMS } from "./plan.js";
import { seededRandom } from "./random.js";
import { Modeller } from "./shapes.js";
import { blotches, type Painter, painted } from "./textures.js";

export interface Painting {
  readonly node: TransformNode;
  readonly label: string;
  readonly description: string;
}

interface Hung {
  readonly description: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly at: readonly [number, number, number];
  readonly turn: number;
  readonly paint: Painter;
}

const WALL_X = ROOM_WIDTH / 2 - 0.03;

const HUNG: readonly Hung[] = [
  {
    name: "evening at sea",
    description: "A wide seascape: the sun goes down behind a dark sea.",
    width: 3.2,
    height: 1.7,
    at: [0, 2.75, LENGTH - 0.04],
    turn: 0,
    paint: seascape,
  },
  {
    name: "kiln at night",
    description: "A painting of a potter's kiln glowing in the dark.",
    width: 1.5,
    height: 1.15,
    at: [WALL_X, 2.35, ROOMS[0]!.start + 7.2],
    turn: Math.PI / 2,
    paint: kiln,
  },
  {
    name: "hills in rain",
    description: "A painting of green hills, one behind the other, in the rain.",
    width: 1.9,
    height: 1.2,
    at: [-WALL_X, 2.45, ROOMS[1]!.start + 4.5],
    turn: -Math.PI / 2,
    paint: hills,
  },
  {
    name: "moon over water",
    description: "A tall painting of a full moon over dark water.",
    width: 1.3,
    height: 1.6,
    at: [WALL_X, 2.5, ROOMS[2]!.start + 7.2],
    turn: Math.PI / 2,
    paint: moon,
  },
  {
    name: "blue study",
    description: "A second moon over water, painted the next night.",
    width: 1.3,
    height: 1.6,
    at: [-WALL_X, 2.5, ROOMS[2]!.start + 7.2],
    turn: -Math.PI / 2,
    paint: moon,
  },
];

export function hangPaintings(scene: Scene, materials: Materials): Painting[] {
  return HUNG.map((piece) => {
    const node = new TransformNode(piece.name, scene);
    node.position.set(...piece.at);
    node.rotation.y = piece.turn;
    const m = new Modeller(scene, node);
    const gilt = materials.get("gilt frame", { colour: "#b78a3c", metallic: 1, roughness: 0.42 });
    const look = materials.get(piece.name, () => ({
      roughness: 0.55,
      texture: painted(scene, piece.name, 768, Math.round((768 * piece.height) / piece.width), piece.paint),
    }));
    m.plane(piece.width, piece.height, [0, 0, -0.03], look);
    const edge = 0.09;
    for (const s of [-1, 1]) {
      m.box([piece.width + edge * 2, edge, 0.08], [0, s * (piece.height / 2 + edge / 2), -0.03], gilt);
      m.box([edge, piece.height, 0.08], [s * (piece.width / 2 + edge / 2), 0, -0.03], gilt);
    }
    m.finish();
    return { node, label: `painting “${piece.name}”`, description: piece.description };
  });
}

function fill(
  pen: CanvasRenderingContext2D,
  width: number,
  height: number,
  stops: readonly (readonly [number, string])[],
): void {
  const gradient = pen.createLinearGradient(0, 0, 0, height);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width, height);
}

function dabs(
  pen: CanvasRenderingContext2D,
  width: number,
  top: number,
  bottom: number,
  count: number,
  colours: readonly string[],
  seed: number,
): void {
  const random = seededRandom(seed);
  for (let i = 0; i < count; i++) {
    const y = top + random() * (bottom - top);
    const near = (y - top) / (bottom - top);
    pen.fillStyle = colours[Math.floor(random() * colours.length)] ?? "#ffffff";
    pen.globalAlpha = 0.18 + random() * 0.3;
    pen.beginPath();
    pen.ellipse(
      random() * width,
      y,
      8 + near * 46 * random(),
      1.2 + near * 4,
      (random() - 0.5) * 0.16,
      0,
      6.29,
    );
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function seascape(pen: CanvasRenderingContext2D, width: number, height: number): void {
  fill(pen, width, height, [
    [0, "#34466b"],
    [0.28, "#8a6f86"],
    [0.46, "#e79a5c"],
    [0.55, "#f6cf87"],
    [0.56, "#7d6d74"],
    [1, "#12233c"],
  ]);
  blotches(pen, width, height * 0.55, ["#ffd9a0", "#3c4a72", "#c96f5a"], 34, 41);
  pen.fillStyle = "#fff0c8";
  pen.beginPath();
  pen.arc(width * 0.63, height * 0.5, height * 0.055, 0, 6.29);
  pen.fill();
  dabs(pen, width, height * 0.565, height, 900, ["#17304f", "#2c4a6b", "#0d1b30", "#c98a5a"], 42);
  dabs(pen, width * 0.22, height * 0.57, height * 0.9, 0, ["#ffe0a0"], 43);
  pen.save();
  pen.translate(width * 0.56, 0);
  dabs(pen, width * 0.15, height * 0.565, height * 0.95, 110, ["#ffe2a8", "#f7b76b"], 44);
  pen.restore();
}

function kiln(pen: CanvasRenderingContext2D, width: number, height: number): void {
  fill(pen, width, height, [
    [0, "#0f1826"],
    [0.6, "#2a2230"],
    [0.75, "#3a2118"],
    [1, "#140d0a"],
  ]);
  const glow = pen.createRadialGradient(
    width * 0.5,
    height * 0.68,
    4,
    width * 0.5,
    height * 0.68,
    width * 0.42,
  );
  glow.addColorStop(0, "#ffd27a");
  glow.addColorStop(0.16, "#f0792e");
  glow.addColorStop(0.5, "rgba(150,50,20,.5)");
  glow.addColorStop(1, "rgba(60,20,10,0)");
  pen.fillStyle = glow;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#1c120e";
  pen.beginPath();
  pen.ellipse(width * 0.5, height * 0.72, width * 0.27, height * 0.3, 0, Math.PI, 0);
  pen.fill();
  pen.fillStyle = "#ffc860";
  pen.beginPath();
  pen.ellipse(width * 0.5, height * 0.72, width * 0.07, height * 0.1, 0, Math.PI, 0);
  pen.fill();
  dabs(pen, width, height * 0.72, height, 260, ["#3a2118", "#5a3018", "#120b08"], 51);
}

function hills(pen: CanvasRenderingContext2D, width: number, height: number): void {
  fill(pen, width, height, [
    [0, "#c9cfc4"],
    [1, "#e4dcc6"],
  ]);
  const random = seededRandom(61);
  for (let layer = 0; layer < 6; layer++) {
    const base = height * (0.35 + layer * 0.12);
    pen.fillStyle = ["#9db0a8", "#83998f", "#6a8377", "#4f6a5d", "#385246", "#263a31"][layer] ?? "#263a31";
    pen.beginPath();
    pen.moveTo(0, height);
    for (let i = 0; i <= 24; i++)
      pen.lineTo(
        (i / 24) * width,
        base - Math.sin(i * 0.5 + layer * 2) * height * 0.07 - random() * height * 0.02,
      );
    pen.lineTo(width, height);
    pen.fill();
  }
}

function moon(pen: CanvasRenderingContext2D, width: number, height: number): void {
  fill(pen, width, height, [
    [0, "#0c1428"],
    [0.5, "#2c4870"],
    [0.6, "#6f8fae"],
    [0.61, "#1c3350"],
    [1, "#081020"],
  ]);
  pen.fillStyle = "#f4ecd2";
  pen.beginPath();
  pen.arc(width * 0.4, height * 0.26, width * 0.11, 0, 6.29);
  pen.fill();
  dabs(pen, width, height * 0.62, height, 500, ["#0c1c34", "#27466a", "#8fb0c8"], 71);
  pen.save();
  pen.translate(width * 0.3, 0);
  dabs(pen, width * 0.2, height * 0.62, height, 90, ["#f4ecd2"], 72);
  pen.restore();
}
