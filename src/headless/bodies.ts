/** Plain meshes for described things, so that pixels show their colour and shape. */
import { HemisphericLight } from "@babylonjs/core/Lights/hemisphericLight.js";
import { StandardMaterial } from "@babylonjs/core/Materials/standardMaterial.js";
import { Color3 } from "@babylonjs/core/Maths/math.color.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { CreateCapsule } from "@babylonjs/core/Meshes/Builders/capsuleBuilder.js";
import { CreateCylinder } from "@babylonjs/core/Meshes/Builders/cylinderBuilder.js";
import { CreateGround } from "@babylonjs/core/Meshes/Builders/groundBuilder.js";
import { CreateSphere } from "@babylonjs/core/Meshes/Builders/sphereBuilder.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Triple } from "../world/vector.js";

const PERSON_SIZE: Triple = [0.5, 1.8, 0.4];
const THING_SIZE: Triple = [0.5, 0.5, 0.5];
/** Colour of what nobody stated a colour for. */
const UNSTATED = "#9a948c";
const SKIN = "#c9a48a";
const FLOOR = "#7c7c7c";
const SKY: Triple = [0.8, 0.83, 0.86];

export interface BodyDescription {
  readonly id: string;
  readonly kind?: string | undefined;
  readonly colour?: string | undefined;
  readonly shape?: string | undefined;
  readonly size?: Triple | undefined;
  /** Centre; the feet of a person. */
  readonly position: Triple;
  readonly yaw?: number | undefined;
}

export function isPerson(kind: string | undefined): boolean {
  return kind === "npc" || kind === "player";
}

/**
 * A root node at `position` with the meshes under it. A person's root is at the feet, any other at the centre.
 * Shapes without a mesh of their own are drawn as a box.
 */
export function buildBody(scene: Scene, body: BodyDescription): TransformNode {
  const root = new TransformNode(body.id, scene);
  root.position.set(...body.position);
  root.rotation.y = body.yaw ?? 0;
  const person = isPerson(body.kind);
  const shaped = body.shape ?? (person ? "person" : "box");
  const size = body.size ?? (shaped === "person" ? PERSON_SIZE : THING_SIZE);
  const parts =
    shaped === "person" ? buildPerson(scene, body, size) : [buildThing(scene, body, shaped, size)];
  const lift = person ? size[1] / 2 : 0;
  for (const part of parts) {
    part.parent = root;
    part.position.y += lift;
  }
  return root;
}

function buildThing(scene: Scene, body: BodyDescription, shape: string, [w, h, d]: Triple): Mesh {
  const name = `${body.id} body`;
  const mesh =
    shape === "sphere"
      ? CreateSphere(name, { diameter: 1, segments: 12 }, scene)
      : shape === "cylinder"
        ? CreateCylinder(name, { diameter: 1, height: 1, tessellation: 20 }, scene)
        : CreateBox(name, { size: 1 }, scene);
  // A flat thing keeps some thickness: with none it has no normals and no pixels.
  mesh.scaling.set(Math.max(w, 0.01), Math.max(h, 0.01), Math.max(d, 0.01));
  mesh.material = plain(scene, body.colour ?? UNSTATED);
  return mesh;
}

/** Centred on its middle: a capsule in the stated colour with a head on top. */
function buildPerson(scene: Scene, body: BodyDescription, [w, h, d]: Triple): Mesh[] {
  const head = Math.min(0.26, h * 0.15);
  const tall = h - head * 0.85;
  const torso = CreateCapsule(
    `${body.id} body`,
    { height: tall, radius: Math.min(w / 2, tall / 2), tessellation: 12 },
    scene,
  );
  torso.scaling.z = d / w || 1;
  torso.position.y = -h / 2 + tall / 2;
  torso.material = plain(scene, body.colour ?? UNSTATED);
  const ball = CreateSphere(`${body.id} head`, { diameter: head, segments: 8 }, scene);
  ball.position.y = h / 2 - head / 2;
  ball.material = plain(scene, SKIN);
  return [torso, ball];
}

/** Even daylight, a grey floor under the lowest thing, a pale sky: nothing that is an entity. */
export function buildSurroundings(scene: Scene, bodies: readonly BodyDescription[]): void {
  scene.clearColor.set(...SKY, 1);
  const light = new HemisphericLight("daylight", new Vector3(0.3, 1, -0.5), scene);
  light.groundColor = new Color3(0.7, 0.7, 0.7);
  light.specular = Color3.Black();
  const lowest = bodies.map(
    ({ position, size, kind }) => position[1] - (isPerson(kind) ? 0 : (size ?? THING_SIZE)[1] / 2),
  );
  const floor = CreateGround("floor", { width: 200, height: 200 }, scene);
  floor.position.y = Math.min(0, ...lowest) - 0.01;
  floor.material = plain(scene, FLOOR);
}

function plain(scene: Scene, colour: string): StandardMaterial {
  const known = scene.getMaterialByName(colour);
  if (known) return known as StandardMaterial;
  const material = new StandardMaterial(colour, scene);
  material.diffuseColor = Color3.FromHexString(colour);
  material.specularColor = Color3.Black();
  return material;
}
