import type { Material } from "@babylonjs/core/Materials/material.js";
import { PBRMaterial } from "@babylonjs/core/Materials/PBR/pbrMaterial.js";
import { Color3 } from "@babylonjs/core/Maths/math.color.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Materials } from "./materials.js";
import {
  DOOR_HEIGHT,
  DOOR_WIDTH,
  HEIGHT,
  LENGTH,
  PILLAR_RADIUS,
  ROOM_DEPTH,
  ROOM_WIDTH,
  ROOMS,
  type Room,
  WALL,
} from "./plan.js";
import { Modeller } from "./shapes.js";
import { contactShadow, marble, parquet, parquetNormals, skyGlass, washedWall } from "./surfaces.js";

export interface Building {
  /** Cast no shadow: the sky's light comes through them. */
  readonly shell: readonly Mesh[];
  /** Cast and take shadows. */
  readonly solid: readonly Mesh[];
  readonly floor: Mesh;
  contact(m: Modeller, radius: number, x: number, z: number): void;
}

const HALF = ROOM_WIDTH / 2;

export function buildMuseum(scene: Scene, materials: Materials): Building {
  const shell = new Modeller(scene, new TransformNode("walls", scene));
  const solid = new Modeller(scene, new TransformNode("pillars and benches", scene));
  const shadows = new Modeller(scene, new TransformNode("contact shadows", scene));
  const contactMaterial = contactLook(scene);
  const contact = (m: Modeller, radius: number, x: number, z: number) => {
    m.plane(radius * 2, radius * 2, [x, 0.006, z], contactMaterial, [Math.PI / 2, 0, 0]);
  };
  for (const room of ROOMS) {
    walls(shell, room, scene, materials);
    ceiling(shell, room, scene, materials);
    for (const [x, z] of room.pillars) {
      pillar(solid, x, z, scene, materials);
      contact(shadows, 0.75, x, z);
    }
    for (const [x, z, turn] of room.benches) {
      bench(solid, x, z, turn, materials);
      contact(shadows, 0.95, x, z);
    }
  }
  doorways(shell, scene, materials);
  shadows.finish();
  const floor = layFloor(scene, materials);
  return { shell: shell.finish(), solid: solid.finish(), floor, contact };
}

function layFloor(scene: Scene, materials: Materials): Mesh {
  const wood = materials.get("parquet", () => {
    const texture = parquet(scene);
    const normals = parquetNormals(scene);
    for (const each of [texture, normals]) {
      each.uScale = (ROOM_WIDTH + 2 * WALL) / 1.7;
      each.vScale = (LENGTH + 2 * WALL) / 1.7;
    }
    return { texture, normals, roughness: 0.36, normalStrength: 0.5, colour: "#85776b" };
  });
  const m = new Modeller(scene, new TransformNode("floor", scene));
  m.plane(ROOM_WIDTH + 2 * WALL, LENGTH + 2 * WALL, [0, 0, LENGTH / 2], wood, [Math.PI / 2, 0, 0]);
  return m.finish()[0]!;
}

function walls(m: Modeller, room: Room, scene: Scene, materials: Materials): void {
  const middle = (room.start + room.end) / 2;
  const wash = (name: string, metres: number, lamps: readonly number[]) =>
    materials.get(`${room.name} ${name}`, () => ({
      texture: washedWall(scene, `${room.name} ${name}`, room.wall, metres, lamps),
      roughness: 0.9,
    }));
  const side = wash("side", ROOM_DEPTH, [1.8, 4.5, 7.2]);
  m.plane(ROOM_DEPTH, HEIGHT, [-HALF, HEIGHT / 2, middle], side, [0, -Math.PI / 2, 0]);
  m.plane(ROOM_DEPTH, HEIGHT, [HALF, HEIGHT / 2, middle], side, [0, Math.PI / 2, 0]);
  const first = room === ROOMS[0];
  const last = room === ROOMS[ROOMS.length - 1];
  const full = () => wash("end", ROOM_WIDTH, [2, 5.5, 9]);
  if (last) m.plane(ROOM_WIDTH, HEIGHT, [0, HEIGHT / 2, room.end], full());
  else pierced(m, room.end, 0, wash);
  if (first) m.plane(ROOM_WIDTH, HEIGHT, [0, HEIGHT / 2, room.start], full(), [0, Math.PI, 0]);
  else pierced(m, room.start, Math.PI, wash);
  trims(m, room, first, last, materials);
}

type Wash = (name: string, metres: number, lamps: readonly number[]) => Material;

/** A wall across the axis with the doorway left open. */
function pierced(m: Modeller, z: number, turn: number, wash: Wash): void {
  const wing = (ROOM_WIDTH - DOOR_WIDTH) / 2;
  const beside = wash("wing", wing, [wing / 2]);
  for (const x of [-1, 1])
    m.plane(wing, HEIGHT, [(x * (DOOR_WIDTH + wing)) / 2, HEIGHT / 2, z], beside, [0, turn, 0]);
  const lintel = wash("lintel", DOOR_WIDTH, []);
  m.plane(DOOR_WIDTH, HEIGHT - DOOR_HEIGHT, [0, (HEIGHT + DOOR_HEIGHT) / 2, z], lintel, [0, turn, 0]);
}

/** Skirting, picture rail and cornice. */
function trims(m: Modeller, room: Room, first: boolean, last: boolean, materials: Materials): void {
  const wood = materials.get("skirting", { colour: "#2b1d15", roughness: 0.45 });
  const plaster = plasterLook(materials);
  const middle = (room.start + room.end) / 2;
  const bands: readonly [number, number, number, Material][] = [
    [0.1, 0.2, 0.05, wood],
    [HEIGHT - 0.62, 0.05, 0.05, materials.brass()],
    [HEIGHT - 0.12, 0.24, 0.16, plaster],
    [HEIGHT - 0.3, 0.12, 0.08, plaster],
  ];
  for (const [y, tall, deep, look] of bands) {
    for (const x of [-1, 1]) m.box([deep, tall, ROOM_DEPTH], [x * (HALF - deep / 2), y, middle], look);
    for (const [z, closed, out] of [
      [room.start, first, 1],
      [room.end, last, -1],
    ] as const) {
      const at = z + (out * deep) / 2;
      if (closed || y > DOOR_HEIGHT) m.box([ROOM_WIDTH, tall, deep], [0, y, at], look);
      else {
        const wing = (ROOM_WIDTH - DOOR_WIDTH) / 2 - 0.2;
        for (const x of [-1, 1]) m.box([wing, tall, deep], [x * (HALF - wing / 2), y, at], look);
      }
    }
  }
}

function ceiling(m: Modeller, room: Room, scene: Scene, materials: Materials): void {
  const plaster = plasterLook(materials);
  const middle = (room.start + room.end) / 2;
  const [wide, deep, rise] = [5.2, 5, 0.7];
  const sideWidth = (ROOM_WIDTH - wide) / 2;
  const endDepth = (ROOM_DEPTH - deep) / 2;
  for (const s of [-1, 1]) {
    m.box([sideWidth, 0.1, ROOM_DEPTH], [s * (HALF - sideWidth / 2), HEIGHT + 0.05, middle], plaster);
    m.box([wide, 0.1, endDepth], [0, HEIGHT + 0.05, middle + s * (ROOM_DEPTH / 2 - endDepth / 2)], plaster);
    m.box([0.1, rise, deep], [s * (wide / 2 + 0.05), HEIGHT + rise / 2, middle], plaster);
    m.box([wide, rise, 0.1], [0, HEIGHT + rise / 2, middle + s * (deep / 2 + 0.05)], plaster);
    m.box([0.14, 0.12, deep + 0.28], [s * (wide / 2 + 0.07), HEIGHT - 0.04, middle], materials.darkBrass());
    m.box(
      [wide + 0.28, 0.12, 0.14],
      [0, HEIGHT - 0.04, middle + s * (deep / 2 + 0.07)],
      materials.darkBrass(),
    );
  }
  const glass = materials.get("sky glass", () => ({
    texture: skyGlass(scene),
    emissive: "#ffffff",
    light: 1,
  }));
  glass.emissiveTexture = glass.albedoTexture;
  glass.unlit = true;
  m.plane(wide, deep, [0, HEIGHT + rise, middle], glass, [-Math.PI / 2, 0, 0]);
}

function doorways(m: Modeller, scene: Scene, materials: Materials): void {
  const stone = stoneLook(scene, materials);
  for (const room of ROOMS.slice(0, -1)) {
    const z = room.end + WALL / 2;
    for (const x of [-1, 1])
      m.box([0.2, DOOR_HEIGHT, WALL + 0.14], [x * (DOOR_WIDTH / 2 + 0.02), DOOR_HEIGHT / 2, z], stone);
    m.box([DOOR_WIDTH + 0.56, 0.3, WALL + 0.2], [0, DOOR_HEIGHT + 0.05, z], stone);
    m.box([DOOR_WIDTH + 0.76, 0.07, WALL + 0.3], [0, DOOR_HEIGHT + 0.23, z], stone);
  }
}

function pillar(m: Modeller, x: number, z: number, scene: Scene, materials: Materials): void {
  const stone = stoneLook(scene, materials);
  m.box([0.74, 0.16, 0.74], [x, 0.08, z], stone);
  const profile: readonly (readonly [number, number])[] = [
    [0.36, 0.16],
    [0.37, 0.21],
    [0.33, 0.26],
    [0.31, 0.3],
    [0.33, 0.34],
    [PILLAR_RADIUS, 0.4],
    [PILLAR_RADIUS, 1.6],
    [PILLAR_RADIUS - 0.03, HEIGHT - 0.5],
    [0.28, HEIGHT - 0.44],
    [0.25, HEIGHT - 0.4],
    [0.34, HEIGHT - 0.26],
  ];
  m.lathe(profile, [x, 0, z], stone, 28);
  m.box([0.76, 0.16, 0.76], [x, HEIGHT - 0.18, z], stone);
  m.box([0.62, 0.1, 0.62], [x, HEIGHT - 0.05, z], stone);
}

function bench(m: Modeller, x: number, z: number, turn: number, materials: Materials): void {
  const swap = Math.abs(Math.sin(turn)) > 0.5;
  const size = (a: number, b: number, c: number) => (swap ? ([c, b, a] as const) : ([a, b, c] as const));
  m.box(size(1.5, 0.12, 0.46), [x, 0.4, z], materials.leather());
  m.box(size(1.54, 0.05, 0.5), [x, 0.325, z], materials.walnut());
  for (const end of [-0.6, 0.6])
    m.box(size(0.08, 0.3, 0.42), swap ? [x, 0.15, z + end] : [x + end, 0.15, z], materials.walnut());
}

export function plasterLook(materials: Materials): PBRMaterial {
  return materials.get("plaster", { colour: "#e2d9ca", roughness: 0.85, emissive: "#6b5c48", light: 0.55 });
}

export function stoneLook(scene: Scene, materials: Materials): PBRMaterial {
  return materials.get("stone", () => ({
    texture: marble(scene, "stone", "#cfc4b2", "#8d7f6c", 21),
    roughness: 0.55,
  }));
}

function contactLook(scene: Scene): PBRMaterial {
  const material = new PBRMaterial("contact shadow", scene);
  material.albedoColor = Color3.Black();
  material.albedoTexture = contactShadow(scene);
  material.useAlphaFromAlbedoTexture = true;
  material.unlit = true;
  material.zOffset = -1;
  return material;
}
