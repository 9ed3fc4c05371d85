import { Bone } from "@babylonjs/core/Bones/bone.js";
import { Skeleton } from "@babylonjs/core/Bones/skeleton.js";
import { Matrix, Quaternion, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GazeBehavior } from "../../src/behaviours/gazeBehavior.js";
import { World } from "../mind/world.js";

const DEGREE = Math.PI / 180;
const still = { rhythm: { idle: false }, bodyTurns: "never" } as const;

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.dispose());

/** Angle in degrees between where a node's former front points now and a point. */
function offBy(node: TransformNode, front: Vector3, point: Vector3): number {
  const matrix = node.computeWorldMatrix(true);
  const looks = Vector3.TransformNormal(front, matrix).normalize();
  const to = point.subtract(matrix.getTranslation()).normalize();
  return Math.acos(Math.min(1, Vector3.Dot(looks, to))) / DEGREE;
}

describe("a glTF model, whose root is mirrored and turned by the loader", () => {
  it("looks to the right side, up and down as well", () => {
    const head = new TransformNode("head", world.scene);
    const ada = world.npc("ada", [0, 0, 0], { bones: { head } });
    const root = new TransformNode("__root__", world.scene);
    root.parent = ada.root;
    root.rotationQuaternion = new Quaternion(0, 1, 0, 0);
    root.scaling.z = -1;
    head.parent = root;
    head.position.y = 1.6;
    head.rotationQuaternion = Quaternion.RotationYawPitchRoll(0.3, 0.2, -0.4);
    const front = Vector3.TransformNormal(Vector3.Forward(), head.computeWorldMatrix(true).clone().invert());
    ada.addBehavior(new GazeBehavior(still));
    for (const target of [new Vector3(2, 0.8, 2), new Vector3(-1, 2.6, 2)]) {
      const thing = world.thing(`thing ${target.x}`, [target.x, target.y, target.z]);
      ada.attend(thing);
      world.run(3);
      expect(offBy(head, front, target)).toBeLessThan(2);
    }
  });
});

describe("a skeleton without nodes", () => {
  it("is turned by its bones, in their own space, and put back", () => {
    const skeleton = new Skeleton("skeleton", "skeleton", world.scene);
    const spine = new Bone("spine", skeleton, null, Matrix.Translation(0, 1, 0));
    const tilt = Matrix.RotationYawPitchRoll(0.5, 0.3, 0.2);
    const head = new Bone("head", skeleton, spine, tilt.multiply(Matrix.Translation(0, 0.6, 0)));
    skeleton.prepare();
    const rest = head.getRotationQuaternion().clone();
    const npc = world.npc("ada", [0, 0, 0], { bones: { head } });
    const gaze = new GazeBehavior(still);
    npc.addBehavior(gaze);
    npc.attend(world.thing("vase", [2, 1.6, 2]));
    world.run(3);
    const turned = head.getRotationQuaternion().multiply(Quaternion.Inverse(rest));
    expect(turned.toEulerAngles().y / DEGREE).toBeCloseTo(45, 0);
    npc.removeBehavior(gaze);
    expect(head.getRotationQuaternion().equalsWithEpsilon(rest, 1e-6)).toBe(true);
  });

  it("is turned by the node that a bone is linked to, where there is one", () => {
    const skeleton = new Skeleton("skeleton", "skeleton", world.scene);
    const head = new Bone("head", skeleton, null, Matrix.Identity());
    const node = new TransformNode("head node", world.scene);
    const npc = world.npc("ada", [0, 0, 0], { bones: { head } });
    node.parent = npc.root;
    node.position.y = 1.6;
    head.linkTransformNode(node);
    npc.addBehavior(new GazeBehavior(still));
    npc.attend(world.thing("vase", [2, 1.6, 2]));
    world.run(3);
    expect(offBy(node, Vector3.Forward(), new Vector3(2, 1.6, 2))).toBeLessThan(2);
  });
});

describe("a neck", () => {
  it("shares the turn; head and neck together point at the target", () => {
    const neck = new TransformNode("neck", world.scene);
    const head = new TransformNode("head", world.scene);
    const npc = world.npc("ada", [0, 0, 0], { bones: { head, neck } });
    neck.parent = npc.root;
    neck.position.y = 1.4;
    head.parent = neck;
    head.position.y = 0.2;
    npc.addBehavior(new GazeBehavior(still));
    npc.attend(world.thing("vase", [2, 0.6, 2]));
    world.run(3);
    expect(neck.rotationQuaternion!.toEulerAngles().y / DEGREE).toBeCloseTo(0.4 * 45, 0);
    expect(offBy(head, Vector3.Forward(), new Vector3(2, 0.6, 2))).toBeLessThan(2);
  });
});
