import type { Material } from "@babylonjs/core/Materials/material.js";
import type { Color3 } from "@babylonjs/core/Maths/math.color.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";

/** What a plain material, of one colour all over, can be replaced by: one for many, with the colour at the vertices. */
export interface Plain {
  readonly shared: Material;
  /** Linear. */
  readonly colour: Color3;
}

const PLAINS = new WeakMap<Material, Plain>();

export function markPlain(material: Material, plain: Plain): void {
  PLAINS.set(material, plain);
}

/** The material to draw this mesh with; a plain one goes into the mesh's vertices, so that more can be melted together. */
export function paintedOn(mesh: Mesh, material: Material): Material {
  const plain = PLAINS.get(material);
  if (!plain) return material;
  const { r, g, b } = plain.colour;
  const before = mesh.getVerticesData("color");
  const count = mesh.getTotalVertices();
  const colours = new Float32Array(count * 4);
  for (let i = 0; i < colours.length; i += 4) {
    const [br, bg, bb] = before ? [before[i]!, before[i + 1]!, before[i + 2]!] : [1, 1, 1];
    colours.set([r * br, g * bg, b * bb, 1], i);
  }
  mesh.setVerticesData("color", colours);
  return plain.shared;
}
