/** Babylon's builders with the few options that the exhibits use, in metres. */

import type { Material } from "@babylonjs/core/Materials/material.js";
import { Curve3 } from "@babylonjs/core/Maths/math.path.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { CreateCylinder } from "@babylonjs/core/Meshes/Builders/cylinderBuilder.js";
import { CreateDisc } from "@babylonjs/core/Meshes/Builders/discBuilder.js";
import { CreateLathe } from "@babylonjs/core/Meshes/Builders/latheBuilder.js";
import { CreatePlane } from "@babylonjs/core/Meshes/Builders/planeBuilder.js";
import { CreateSphere } from "@babylonjs/core/Meshes/Builders/sphereBuilder.js";
import { CreateTorus } from "@babylonjs/core/Meshes/Builders/torusBuilder.js";
import { CreateTube } from "@babylonjs/core/Meshes/Builders/tubeBuilder.js";
import { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { paintedOn } from "./plain.js";

export type Point = readonly [number, number, number];
export const vector = (p: Point) => new Vector3(p[0], p[1], p[2]);

/** Facets for a round thing of this radius, metres: what the eye at arm's length asks for. */
function facets(radius: number, finest: number): number {
  const share = Math.min(1, 0.28 + Math.sqrt(radius / 0.3) * 0.72);
  return Math.max(4, Math.round(finest * share * Modeller.detail));
}

/** As asked for, but what is meant to look round is cut more coarsely where detail is low. */
function cut(asked: number, radius: number, finest: number): number {
  if (!asked) return facets(radius, finest);
  return asked > 12 ? Math.max(8, Math.round(asked * Modeller.detail)) : asked;
}

/** Adds shapes under one node, then melts them into one mesh for each material. */
export class Modeller {
  /** Scales how finely round things are cut; under 1 for machines without a GPU. */
  static detail = 1;
  private readonly parts: Mesh[] = [];

  constructor(
    readonly scene: Scene,
    readonly node: TransformNode,
  ) {}

  box(size: Point, at: Point, material: Material, turn: Point = [0, 0, 0]): Mesh {
    return this.put(
      CreateBox("box", { width: size[0], height: size[1], depth: size[2] }, this.scene),
      at,
      material,
      turn,
    );
  }

  /** Along y. */
  cylinder(
    radius: number | readonly [bottom: number, top: number],
    height: number,
    at: Point,
    material: Material,
    turn: Point = [0, 0, 0],
    sides = 0,
  ): Mesh {
    const [bottom, top] = typeof radius === "number" ? [radius, radius] : radius;
    return this.put(
      CreateCylinder(
        "cylinder",
        {
          diameterBottom: bottom * 2,
          diameterTop: top * 2,
          height,
          tessellation: cut(sides, Math.max(bottom, top), 30),
        },
        this.scene,
      ),
      at,
      material,
      turn,
    );
  }

  ball(radius: number | Point, at: Point, material: Material, turn: Point = [0, 0, 0], segments = 0): Mesh {
    const [x, y, z] = typeof radius === "number" ? [radius, radius, radius] : radius;
    return this.put(
      CreateSphere(
        "ball",
        {
          diameterX: x * 2,
          diameterY: y * 2,
          diameterZ: z * 2,
          segments: cut(segments, Math.max(x, y, z), 16),
        },
        this.scene,
      ),
      at,
      material,
      turn,
    );
  }

  /** Part of a ball: `slice` 0..1 keeps that share from the top down. */
  cap(
    radius: number | Point,
    slice: number,
    at: Point,
    material: Material,
    turn: Point = [0, 0, 0],
    segments = 0,
  ): Mesh {
    const [x, y, z] = typeof radius === "number" ? [radius, radius, radius] : radius;
    const options = {
      diameterX: x * 2,
      diameterY: y * 2,
      diameterZ: z * 2,
      segments: cut(segments, Math.max(x, y, z), 16),
      slice,
      sideOrientation: Mesh.DOUBLESIDE,
    };
    return this.put(CreateSphere("cap", options, this.scene), at, material, turn);
  }

  /** A ring around y. */
  ring(
    radius: number,
    thickness: number,
    at: Point,
    material: Material,
    turn: Point = [0, 0, 0],
    sides = 0,
  ): Mesh {
    return this.put(
      CreateTorus(
        "ring",
        { diameter: radius * 2, thickness, tessellation: cut(sides, radius, 26) },
        this.scene,
      ),
      at,
      material,
      turn,
    );
  }

  /** Profile points [radius, height], turned around y. */
  lathe(
    profile: readonly (readonly [number, number])[],
    at: Point,
    material: Material,
    sides = 0,
    smooth = true,
  ): Mesh {
    const raw = profile.map(([r, y]) => new Vector3(r, y, 0));
    const fine = Modeller.detail < 1 ? 2 : 4;
    const shape =
      smooth && raw.length > 2 ? Curve3.CreateCatmullRomSpline(raw, fine, false).getPoints() : raw;
    const widest = Math.max(...profile.map(([r]) => r));
    return this.put(
      CreateLathe(
        "lathe",
        { shape, tessellation: cut(sides, widest, 36), sideOrientation: Mesh.DOUBLESIDE },
        this.scene,
      ),
      at,
      material,
    );
  }

  tube(
    path: readonly Point[],
    radius: number | ((share: number) => number),
    material: Material,
    smooth = true,
    sides = Modeller.detail < 1 ? 5 : 8,
  ): Mesh {
    const points = path.map(vector);
    const line =
      smooth && points.length > 2
        ? Curve3.CreateCatmullRomSpline(points, Modeller.detail < 1 ? 3 : 6, false).getPoints()
        : points;
    const options =
      typeof radius === "number"
        ? { path: line, radius, tessellation: sides, cap: Mesh.CAP_ALL }
        : {
            path: line,
            radiusFunction: (i: number) => radius(i / (line.length - 1)),
            tessellation: sides,
            cap: Mesh.CAP_ALL,
          };
    return this.put(CreateTube("tube", options, this.scene), [0, 0, 0], material);
  }

  disc(radius: number, at: Point, material: Material, turn: Point = [0, 0, 0]): Mesh {
    return this.put(
      CreateDisc(
        "disc",
        { radius, tessellation: cut(40, radius, 40), sideOrientation: Mesh.DOUBLESIDE },
        this.scene,
      ),
      at,
      material,
      turn,
    );
  }

  /** Faces -z before it is turned. */
  plane(width: number, height: number, at: Point, material: Material, turn: Point = [0, 0, 0]): Mesh {
    return this.put(CreatePlane("plane", { width, height }, this.scene), at, material, turn);
  }

  put(mesh: Mesh, at: Point, material: Material, turn: Point = [0, 0, 0]): Mesh {
    mesh.position = vector(at);
    mesh.rotation = vector(turn);
    mesh.material = material;
    mesh.parent = this.node;
    mesh.isPickable = false;
    this.parts.push(mesh);
    return mesh;
  }

  /** One mesh per material under the node: few draw calls. Returns them. */
  finish(): Mesh[] {
    const groups = new Map<Material, Mesh[]>();
    for (const part of this.parts) {
      if (!part.material || part.isDisposed()) continue;
      const material = paintedOn(part, part.material);
      groups.set(material, [...(groups.get(material) ?? []), part]);
    }
    this.parts.length = 0;
    return [...groups].map(([material, parts]) => this.melt(material, parts));
  }

  private melt(material: Material, parts: Mesh[]): Mesh {
    for (const part of parts) {
      part.parent = null;
      part.computeWorldMatrix(true);
    }
    const melted = parts.length === 1 ? parts[0]! : Mesh.MergeMeshes(parts, true, true)!;
    melted.name = `${this.node.name} ${material.name}`;
    melted.material = material;
    melted.parent = this.node;
    melted.isPickable = false;
    return melted;
  }
}

export function model(scene: Scene, name: string, build: (m: Modeller) => void): TransformNode {
  const node = new TransformNode(name, scene);
  const modeller = new Modeller(scene, node);
  build(modeller);
  modeller.finish();
  return node;
}
