import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Materials } from "../materials.js";
import { seededRandom } from "../random.js";
import { Modeller, type Point } from "../shapes.js";
import { painted } from "../textures.js";
import type { PersonLook } from "./looks.js";
import { sculptHead } from "./skull.js";

export interface Face {
  readonly leftEye: TransformNode;
  readonly rightEye: TransformNode;
  /** 0 open .. 1 closed; what GazeBehavior's `lids` drives. */
  readonly lids: { influence: number };
  /** 0 closed .. 1 wide open. */
  setMouth(open: number): void;
}

const EYE_X = 0.044;
const EYE_Y = 0.122;
const EYE_Z = 0.1;
const EYE = 0.0325;

export function buildFace(scene: Scene, materials: Materials, head: TransformNode, look: PersonLook): Face {
  const skin = materials.get(`${look.name} skin`, { colour: look.skin, roughness: 0.68 });
  const m = new Modeller(scene, head);
  m.put(
    sculptHead(scene),
    [0, 0, 0],
    materials.get(`${look.name} face`, { colour: look.skin, roughness: 0.68 }),
  );
  m.ball([0.0155, 0.034, 0.02], [0, 0.1, 0.123], skin, [-0.28, 0, 0]);
  m.ball([0.0195, 0.0175, 0.019], [0, 0.076, 0.135], skin);
  for (const s of [-1, 1]) m.ball([0.016, 0.032, 0.022], [s * 0.116, 0.1, -0.006], skin, [0, s * 0.3, 0]);
  brows(m, materials, look);
  lips(m, materials, look);
  if (look.glasses) glasses(m, materials);
  m.finish();
  const mouth = mouthHole(scene, materials, head);
  const eyes = [-1, 1].map((side) => buildEye(scene, materials, head, look, side));
  const lids = eyes.map((eye) => eye.lid);
  return {
    leftEye: eyes[0]!.ball,
    rightEye: eyes[1]!.ball,
    lids: new Lids(lids),
    setMouth: (open) => {
      mouth.scaling.set(1, 0.05 + open, 1);
    },
  };
}

/** Both pairs of lids as one influence. */
class Lids {
  private closed = 0;
  constructor(private readonly pairs: readonly { upper: TransformNode; lower: TransformNode }[]) {
    this.influence = 0;
  }
  get influence(): number {
    return this.closed;
  }
  set influence(value: number) {
    this.closed = Math.min(1, Math.max(0, value));
    for (const { upper, lower } of this.pairs) {
      upper.rotation.x = -0.5 + this.closed * 0.82;
      lower.rotation.x = 0.68 - this.closed * 0.34;
    }
  }
}

function buildEye(scene: Scene, materials: Materials, head: TransformNode, look: PersonLook, side: number) {
  const socket = new TransformNode(`${look.name} socket`, scene);
  socket.parent = head;
  socket.position.set(side * EYE_X, EYE_Y, EYE_Z);
  const ball = new TransformNode(`${look.name} ${side < 0 ? "left" : "right"} eye`, scene);
  ball.parent = socket;
  const eye = new Modeller(scene, ball);
  eye.ball(
    EYE,
    [0, 0, 0],
    materials.get("eye white", { colour: "#f3eee6", roughness: 0.22, emissive: "#a39c92", light: 0.22 }),
    [0, 0, 0],
    20,
  );
  const iris = materials.get(`${look.name} iris`, () => {
    const texture = painted(scene, `${look.name} iris`, 256, 128, (pen, width, height) =>
      paintIris(pen, width, height, look.iris),
    );
    return { texture, roughness: 0.08, coat: 1 };
  });
  iris.emissiveTexture = iris.albedoTexture;
  iris.emissiveColor.set(0.12, 0.12, 0.12);
  // The cap's pole is turned to the front: latitude is distance from the pupil.
  eye.cap(EYE * 1.012, 0.2, [0, 0, 0], iris, [Math.PI / 2, 0, 0], 12);
  eye.finish();
  const skin = materials.get(`${look.name} lid`, { colour: shade(look.skin, 0.86), roughness: 0.6 });
  const lash = materials.get("lash", { colour: "#1a100c", roughness: 0.8 });
  const hinge = (name: string, build: (m: Modeller) => void) => {
    const node = new TransformNode(`${look.name} ${name}`, scene);
    node.parent = socket;
    const lid = new Modeller(scene, node);
    build(lid);
    lid.finish();
    return node;
  };
  const edge = (radius: number): Point[] =>
    Array.from({ length: 9 }, (_, i) => {
      const turn = ((i / 8) * 2 - 1) * 1.25;
      return [Math.sin(turn) * radius, 0, Math.cos(turn) * radius];
    });
  const upper = hinge("upper lid", (lid) => {
    lid.cap(EYE * 1.09, 0.5, [0, 0, 0], skin);
    lid.tube(edge(EYE * 1.1), (t) => 0.0026 * (0.35 + Math.sin(Math.PI * t)), lash);
  });
  const lower = hinge("lower lid", (lid) => {
    lid.cap(EYE * 1.07, 0.5, [0, 0, 0], skin, [Math.PI, 0, 0]);
  });
  return { ball, lid: { upper, lower } };
}

/** Distance from the pupil runs up the canvas: its bottom is the middle of the eye. */
function paintIris(pen: CanvasRenderingContext2D, width: number, height: number, colour: string): void {
  const random = seededRandom(colour.length + colour.charCodeAt(2));
  pen.fillStyle = colour;
  pen.fillRect(0, 0, width, height);
  for (let i = 0; i < 170; i++) {
    pen.strokeStyle = random() > 0.45 ? "rgba(255,244,205,.45)" : "rgba(10,8,6,.4)";
    pen.lineWidth = 0.6 + random() * 1.6;
    const x = random() * width;
    pen.beginPath();
    pen.moveTo(x, height * (0.42 + random() * 0.16));
    pen.lineTo(x + (random() - 0.5) * 5, height * (0.1 + random() * 0.3));
    pen.stroke();
  }
  const ring = pen.createLinearGradient(0, height, 0, 0);
  ring.addColorStop(0, "#070606");
  ring.addColorStop(0.4, "#070606");
  ring.addColorStop(0.46, "rgba(7,6,6,0)");
  ring.addColorStop(0.76, "rgba(20,14,10,0)");
  ring.addColorStop(0.93, "rgba(16,11,9,.95)");
  ring.addColorStop(1, "rgba(60,50,44,1)");
  pen.fillStyle = ring;
  pen.fillRect(0, 0, width, height);
}

function brows(m: Modeller, materials: Materials, look: PersonLook): void {
  const hair = materials.get(`${look.name} hair`, { colour: look.hair, roughness: 0.7 });
  const thick = look.beard ? 0.0085 : 0.0062;
  for (const s of [-1, 1])
    m.tube(
      [
        [s * 0.018, 0.179, 0.127],
        [s * 0.046, 0.186, 0.118],
        [s * 0.077, 0.172, 0.098],
      ],
      (t) => thick * (1.05 - t * 0.6),
      hair,
    );
}

function lips(m: Modeller, materials: Materials, look: PersonLook): void {
  const lip = materials.get(`${look.name} lips`, { colour: look.lips, roughness: 0.45 });
  m.tube(
    [
      [-0.034, 0.046, 0.108],
      [-0.012, 0.0405, 0.1215],
      [0, 0.0395, 0.1225],
      [0.012, 0.0405, 0.1215],
      [0.034, 0.046, 0.108],
    ],
    (t) => 0.0026 + 0.0042 * Math.sin(Math.PI * t),
    lip,
  );
  m.tube(
    [
      [-0.022, 0.036, 0.1135],
      [0, 0.031, 0.1215],
      [0.022, 0.036, 0.1135],
    ],
    (t) => 0.001 + 0.006 * Math.sin(Math.PI * t),
    lip,
  );
}

function mouthHole(scene: Scene, materials: Materials, head: TransformNode): TransformNode {
  const mouth = new TransformNode("mouth", scene);
  mouth.parent = head;
  mouth.position.set(0, 0.0365, 0.1135);
  const m = new Modeller(scene, mouth);
  m.ball([0.019, 0.012, 0.012], [0, 0, 0], materials.get("mouth", { colour: "#3a0f10", roughness: 0.6 }));
  m.finish();
  mouth.scaling.y = 0.05;
  return mouth;
}

function glasses(m: Modeller, materials: Materials): void {
  const frame = materials.get("spectacles", { colour: "#2a2320", metallic: 0.4, roughness: 0.35 });
  for (const s of [-1, 1]) {
    m.ring(0.042, 0.0045, [s * 0.048, 0.12, 0.139], frame, [Math.PI / 2, 0, 0]);
    m.tube(
      [
        [s * 0.09, 0.125, 0.135],
        [s * 0.12, 0.125, 0.06],
        [s * 0.122, 0.12, -0.02],
      ],
      0.0028,
      frame,
    );
  }
  m.tube(
    [
      [-0.008, 0.127, 0.144],
      [0, 0.131, 0.147],
      [0.008, 0.127, 0.144],
    ],
    0.0028,
    frame,
  );
}

export function shade(hex: string, by: number): string {
  const [r, g, b] = channels(hex);
  return toHex(r * by, g * by, b * by);
}

function channels(hex: string): [number, number, number] {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
}

function toHex(...rgb: readonly number[]): string {
  return `#${rgb
    .map((v) =>
      Math.round(Math.max(0, Math.min(255, v)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
