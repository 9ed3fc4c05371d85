import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Building } from "../building.js";
import { stoneLook } from "../building.js";
import type { Materials } from "../materials.js";
import { ROOMS } from "../plan.js";
import { Modeller } from "../shapes.js";
import { painted } from "../textures.js";
import { amphora } from "./amphora.js";
import { astrolabe } from "./astrolabe.js";
import { bell } from "./bell.js";
import { CATALOGUE, type CatalogueEntry } from "./catalogue.js";
import { celadonVase } from "./celadonVase.js";
import { divingHelmet } from "./divingHelmet.js";
import { flambeBowl } from "./flambeBowl.js";
import { gingerJar } from "./gingerJar.js";
import { globe } from "./globe.js";
import { gramophone } from "./gramophone.js";
import { longcaseClock } from "./longcaseClock.js";
import { loom } from "./loom.js";
import { mask } from "./mask.js";
import type { Turning } from "./moving.js";
import { nautilus } from "./nautilus.js";
import { shipModel } from "./shipModel.js";
import { telescope } from "./telescope.js";

export interface Exhibit {
  readonly entry: CatalogueEntry;
  /** The piece itself, without its plinth: what perception is told of. */
  readonly node: TransformNode;
  /** Half extents [x, z] of what it stands on, for walking around it. */
  readonly footprint: readonly [number, number];
  readonly turnings: readonly Turning[];
}

type Build = (m: Modeller, materials: Materials) => unknown;

const BUILDERS: Readonly<Record<string, Build>> = {
  "celadon-vase": celadonVase,
  "flambe-bowl": flambeBowl,
  "ginger-jar": gingerJar,
  amphora: amphora,
  mask: mask,
  astrolabe: astrolabe,
  gramophone: gramophone,
  "longcase-clock": longcaseClock,
  loom: loom,
  bell: bell,
  "ship-model": shipModel,
  globe: globe,
  telescope: telescope,
  "diving-helmet": divingHelmet,
  nautilus: nautilus,
};

/** Half extents of the stands that are not the usual plinth. */
const STANDS: Readonly<Record<string, readonly [number, number]>> = {
  "longcase-clock": [0.45, 0.34],
  loom: [0.72, 0.62],
  telescope: [0.6, 0.6],
  "ship-model": [0.78, 0.34],
  gramophone: [0.4, 0.4],
  globe: [0.46, 0.46],
  bell: [0.5, 0.34],
};

export function buildExhibits(scene: Scene, materials: Materials, building: Building): Exhibit[] {
  return CATALOGUE.map((entry) => build(entry, scene, materials, building));
}

function build(entry: CatalogueEntry, scene: Scene, materials: Materials, building: Building): Exhibit {
  const { place } = entry;
  const z = ROOMS[place.room]!.start + place.z;
  const turn = place.faces === "door" ? 0 : place.x < 0 ? -Math.PI / 2 : Math.PI / 2;
  const half = STANDS[entry.id] ?? [0.29, 0.29];
  const stand = new TransformNode(`${entry.id} stand`, scene);
  stand.position.set(place.x, 0, z);
  stand.rotation.y = turn;
  const m = new Modeller(scene, stand);
  plinth(m, entry, half, scene, materials);
  building.contact(m, Math.max(...half) * 2.1, 0, 0);
  m.finish();
  const node = new TransformNode(entry.id, scene);
  node.position.set(place.x, place.stand, z);
  node.rotation.y = turn;
  const piece = new Modeller(scene, node);
  const made = BUILDERS[entry.id]?.(piece, materials);
  piece.finish();
  const swapped = Math.abs(Math.sin(turn)) > 0.5;
  return {
    entry,
    node,
    footprint: swapped ? [half[1], half[0]] : half,
    turnings: Array.isArray(made) ? made : [],
  };
}

function plinth(
  m: Modeller,
  entry: CatalogueEntry,
  half: readonly [number, number],
  scene: Scene,
  materials: Materials,
): void {
  const height = entry.place.stand;
  const [x, z] = half;
  const look = materials.get("plinth", { colour: "#e4dccd", roughness: 0.7 });
  const foot = materials.get("plinth foot", { colour: "#3a2c22", roughness: 0.5 });
  if (height < 0.3) {
    m.box([x * 2, height, z * 2], [0, height / 2, 0], foot);
    m.box([x * 2 - 0.04, 0.012, z * 2 - 0.04], [0, height, 0], look);
    lectern(m, entry, x + 0.16, -z + 0.1, scene, materials);
    return;
  }
  m.box([x * 2 - 0.06, 0.1, z * 2 - 0.06], [0, 0.05, 0], foot);
  m.box([x * 2, height - 0.14, z * 2], [0, 0.1 + (height - 0.14) / 2, 0], look);
  m.box([x * 2 + 0.05, 0.04, z * 2 + 0.05], [0, height - 0.02, 0], stoneLook(scene, materials));
  m.plane(0.44, 0.22, [0, height - 0.26, -z - 0.004], labelLook(entry, scene, materials));
}

/** A brass post with the label, beside pieces that stand on the floor. */
function lectern(
  m: Modeller,
  entry: CatalogueEntry,
  x: number,
  z: number,
  scene: Scene,
  materials: Materials,
): void {
  m.cylinder(0.016, 0.86, [x, 0.43, z], materials.brass());
  m.cylinder(0.11, 0.02, [x, 0.01, z], materials.darkBrass());
  m.box([0.44, 0.02, 0.24], [x, 0.9, z], materials.darkBrass(), [-0.7, 0, 0]);
  m.plane(0.42, 0.21, [x, 0.911, z - 0.012], labelLook(entry, scene, materials), [0.87, 0, 0]);
}

function labelLook(entry: CatalogueEntry, scene: Scene, materials: Materials) {
  return materials.get(`label ${entry.id}`, () => ({
    roughness: 0.6,
    texture: painted(scene, `label ${entry.id}`, 512, 256, (pen, width, height) => {
      pen.fillStyle = "#f6f0e2";
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = "#9b6a2c";
      pen.fillRect(34, 34, 42, 5);
      pen.fillStyle = "#241a13";
      pen.font = "600 50px 'Fraunces Variable', Georgia, serif";
      const title = entry.label.charAt(0).toUpperCase() + entry.label.slice(1);
      pen.fillText(title, 32, 96, width - 60);
      pen.fillStyle = "#4b3d31";
      pen.font = "500 23px 'Figtree Variable', system-ui, sans-serif";
      wrap(pen, entry.description, width - 64)
        .slice(0, 4)
        .forEach((row, i) => {
          pen.fillText(row, 33, 138 + i * 30);
        });
    }),
  }));
}

export function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of text.split(" ")) {
    const longer = row ? `${row} ${word}` : word;
    if (row && pen.measureText(longer).width > width) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return row ? [...rows, row] : rows;
}
