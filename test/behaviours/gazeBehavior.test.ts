import { Quaternion, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GazeBehavior } from "../../src/behaviours/gazeBehavior.js";
import { saccadePeakSpeed } from "../../src/behaviours/saccade.js";
import { type GazeState, wrapAngle } from "../../src/mind/gazeState.js";
import type { Npc } from "../../src/mind/npc.js";
import type { NpcBones } from "../../src/mind/npcOptions.js";
import type { Triple } from "../../src/world/vector.js";
import { STEP, World } from "../mind/world.js";

const DEGREE = Math.PI / 180;
const calm = { rhythm: { idle: false } };

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.dispose());

/** A head 1.5 m up with two eyes; `awkward` gives the joints axes as a modelling program might. */
function bonesOf(
  npc: Npc,
  awkward = false,
): { head: TransformNode; leftEye: TransformNode; rightEye: TransformNode } {
  const neck = new TransformNode("neck", world.scene);
  const head = new TransformNode("head", world.scene);
  neck.parent = npc.root;
  head.parent = neck;
  head.position.y = awkward ? 0 : 1.5;
  if (awkward) {
    neck.rotationQuaternion = Quaternion.RotationYawPitchRoll(0.7, -1.1, 0.4);
    neck.position.y = 1.5;
    head.rotationQuaternion = Quaternion.RotationYawPitchRoll(-0.2, 0.5, 2);
  }
  const eye = (side: number) => {
    const node = new TransformNode("eye", world.scene);
    node.parent = head;
    node.setAbsolutePosition(npc.root.getAbsolutePosition().add(new Vector3(side * 0.03, 1.6, 0.08)));
    return node;
  };
  return { head, leftEye: eye(-1), rightEye: eye(1) };
}

function npcWithBones(awkward = false): { npc: Npc; bones: ReturnType<typeof bonesOf> } {
  const bones: NpcBones & Partial<ReturnType<typeof bonesOf>> = {};
  const npc = world.npc("ada", [0, 0, 0], { bones });
  Object.assign(bones, bonesOf(npc, awkward));
  return { npc, bones: bones as ReturnType<typeof bonesOf> };
}

function gazeYaw(gaze: GazeState): number {
  return gaze.bodyYaw + gaze.headYaw + gaze.eyeYaw;
}

/** Angle between where the eyes look and a point, degrees. */
function errorTo(npc: Npc, point: Triple): number {
  const { position, forward } = npc.eyes;
  const to = Vector3.FromArray([...point])
    .subtract(Vector3.FromArray([...position]))
    .normalize();
  return Math.acos(Math.min(1, Vector3.Dot(to, Vector3.FromArray([...forward])))) / DEGREE;
}

describe("a thing to the right, at 90°", () => {
  it("is looked at with the eyes to their limit first, then the head; the gaze ends within 1°", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
    npc.attend(world.thing("vase", [3, 1.6, 0]));
    let eyesAtLimit = 0;
    let headMoves = 0;
    world.run(2, (t) => {
      if (!eyesAtLimit && npc.gaze.eyeYaw > 44.9 * DEGREE) eyesAtLimit = t;
      if (!headMoves && npc.gaze.headYaw > 10 * DEGREE) headMoves = t;
    });
    expect(eyesAtLimit).toBeGreaterThan(0.1);
    expect(eyesAtLimit).toBeLessThan(0.2);
    expect(headMoves).toBeGreaterThan(eyesAtLimit - 0.05);
    expect(errorTo(npc, [3, 1.6, 0])).toBeLessThan(1);
    expect(npc.gaze.headYaw).toBeLessThanOrEqual(75 * DEGREE + 1e-9);
    expect(npc.gaze.bodyYaw).toBe(0);
  });

  it("turns the body too, after a second", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior(calm));
    npc.attend(world.thing("vase", [3, 1.6, 0]));
    world.run(0.95);
    expect(npc.gaze.bodyYaw).toBe(0);
    world.run(3);
    expect(npc.gaze.bodyYaw).toBeGreaterThan(70 * DEGREE);
    expect(errorTo(npc, [3, 1.6, 0])).toBeLessThan(1);
  });
});

describe("movement", () => {
  it("never exceeds the main sequence's speed, and the gaze does not wobble while head and body turn", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior(calm));
    npc.attend(world.thing("vase", [3, 1.2, -1]));
    let last = { ...npc.gaze };
    let settled = false;
    world.run(4, () => {
      const { gaze } = npc;
      const eye = Math.hypot(gaze.eyeYaw - last.eyeYaw, gaze.eyePitch - last.eyePitch) / STEP;
      expect(eye).toBeLessThanOrEqual(saccadePeakSpeed(60 * DEGREE) + 1e-6);
      expect(Math.abs(gaze.headYaw - last.headYaw) / STEP).toBeLessThan(241 * DEGREE);
      expect(Math.abs(gaze.bodyYaw - last.bodyYaw) / STEP).toBeLessThan(151 * DEGREE);
      if (settled) expect(errorTo(npc, [3, 1.2, -1])).toBeLessThan(1);
      settled ||= errorTo(npc, [3, 1.2, -1]) < 0.5;
      last = { ...gaze };
    });
    expect(settled).toBe(true);
  });

  it("accelerates the head without jumps", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
    npc.attend(world.thing("vase", [3, 1.6, 0]));
    const yaws: number[] = [];
    world.run(2, () => yaws.push(npc.gaze.headYaw / DEGREE));
    const speeds = yaws.slice(1).map((yaw, i) => (yaw - yaws[i]!) / STEP);
    const changes = speeds.slice(1).map((speed, i) => Math.abs(speed - speeds[i]!));
    expect(Math.max(...speeds)).toBeGreaterThan(100);
    expect(Math.max(...changes)).toBeLessThan(60);
  });

  it("stays on one side for a thing behind, instead of swinging over", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
    const thing = world.thing("vase", [0.2, 1.6, -3]);
    npc.attend(thing);
    world.run(1);
    expect(npc.gaze.headYaw).toBeGreaterThan(70 * DEGREE);
    thing.node.position.x = -0.2;
    world.run(1);
    expect(npc.gaze.headYaw).toBeGreaterThan(70 * DEGREE);
  });

  it.each(
    [-60, -30, 0, 30, 60].flatMap((before) => [-178, -166, -150, 150, 166, 178].map((to) => [before, to])),
  )("takes eyes, head and body from %d° the same way round to a thing behind, at %d°", (before, behind) => {
    const at = (degrees: number): Triple => [
      4 * Math.sin(degrees * DEGREE),
      1.6,
      4 * Math.cos(degrees * DEGREE),
    ];
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior(calm));
    npc.attend(world.thing("vase", at(before!)));
    world.run(0.9);
    npc.attend(world.thing("urn", at(behind!)));
    const way = Math.sign(behind!);
    let last = { ...npc.gaze };
    let gaze = gazeYaw(last);
    world.run(3, () => {
      const turned = wrapAngle(npc.gaze.bodyYaw - last.bodyYaw);
      expect(turned * way).toBeGreaterThan(-0.01 * DEGREE);
      gaze += wrapAngle(gazeYaw(npc.gaze) - gazeYaw(last));
      expect(gaze * way).toBeGreaterThan((before! * way - 1) * DEGREE);
      last = { ...npc.gaze };
    });
    expect(gaze).toBeCloseTo(behind! * DEGREE, 1);
  });

  it("follows a person who walks by without a jump of more than 2°", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
    const lin = world.player("lin", [-1, 0, 3]);
    npc.attend(lin);
    world.run(1);
    world.run(1.5, () => {
      lin.node.position.x += 1.2 * STEP;
      expect(errorTo(npc, [lin.node.position.x, 1.6, 3])).toBeLessThan(2);
    });
  });
});

describe("bones", () => {
  for (const awkward of [false, true])
    it(`point where the state says${awkward ? ", whatever axes the joints have" : ""}`, () => {
      const { npc, bones } = npcWithBones(awkward);
      const facing = Vector3.TransformNormal(
        Vector3.Forward(),
        bones.leftEye.computeWorldMatrix(true).clone().invert(),
      );
      npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
      npc.attend(world.thing("vase", [2, 0.4, 1]));
      world.run(2);
      const looks = Vector3.TransformNormal(facing, bones.leftEye.computeWorldMatrix(true)).normalize();
      const to = new Vector3(2, 0.4, 1).subtract(Vector3.FromArray([...npc.eyes.position])).normalize();
      expect(Math.acos(Math.min(1, Vector3.Dot(looks, to))) / DEGREE).toBeLessThan(1);
    });

  it("get their rest pose back on detach", () => {
    const { npc, bones } = npcWithBones();
    const gaze = new GazeBehavior(calm);
    npc.addBehavior(gaze);
    npc.attend(world.thing("vase", [2, 0.4, 1]));
    world.run(1);
    expect(bones.head.rotationQuaternion).not.toBeNull();
    npc.removeBehavior(gaze);
    expect(bones.head.rotationQuaternion).toBeNull();
    expect(bones.head.rotation.asArray()).toEqual([0, 0, 0]);
    expect(npc.gaze.headYaw).toBe(0);
  });

  it("keep an animation's pose beneath the gaze, without adding up", () => {
    const { npc, bones } = npcWithBones();
    npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
    npc.attend(world.thing("vase", [0, 1.6, 3]));
    const nod = Quaternion.RotationYawPitchRoll(0, 0.2, 0);
    world.run(1, () => bones.head.rotationQuaternion?.copyFrom(nod));
    world.scene.onAfterAnimationsObservable.notifyObservers(world.scene);
    world.scene.onAfterAnimationsObservable.notifyObservers(world.scene);
    expect(bones.head.rotationQuaternion!.toEulerAngles().x).toBeCloseTo(0.2, 2);
  });

  it("may be missing: then the root turns", () => {
    const npc = world.npc("ada", [0, 0, 0]);
    npc.addBehavior(new GazeBehavior(calm));
    npc.attend(world.thing("vase", [2, 1.6, 2]));
    world.run(3);
    expect(npc.root.rotation.y).toBeCloseTo(Math.PI / 4, 1);
  });
});

describe("life", () => {
  it("looks away from a face now and then, but never from a forced target", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior());
    const lin = world.player("lin", [0, 0, 2]);
    const share = () => {
      let on = 0;
      world.run(60, () => {
        if (errorTo(npc, [0, 1.6, 2]) < 4) on += STEP / 60;
      });
      return on;
    };
    npc.attend(lin);
    world.run(1);
    expect(share()).toBeCloseTo(1, 5);
    npc.release();
    npc.intend(lin);
    world.run(1);
    const free = share();
    expect(free).toBeGreaterThan(0.6);
    expect(free).toBeLessThan(0.85);
  });

  it("blinks about 17 times a minute at rest, 26 talking, and with a large shift of gaze", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior({ ...calm, bodyTurns: "never" }));
    const blinks = (seconds: number, each: () => void = () => {}) => {
      let count = 0;
      let closed = false;
      world.run(seconds, () => {
        each();
        if (npc.gaze.blink > 0.5 && !closed) count++;
        closed = npc.gaze.blink > 0.5;
      });
      return count;
    };
    const rest = blinks(600) / 10;
    expect(rest).toBeGreaterThan(14);
    expect(rest).toBeLessThan(20);
    const talking =
      blinks(600, () => npc.isSpeaking || npc.say("The quick brown fox jumps over the lazy dog.")) / 10;
    expect(talking).toBeGreaterThan(22);
    expect(talking).toBeLessThan(30);
    world.run(5);
    npc.attend(world.thing("vase", [3, 1.6, 0]));
    expect(blinks(0.5)).toBe(1);
  });

  it("looks about while nothing holds its attention", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior());
    let widest = 0;
    world.run(20, () => {
      widest = Math.max(widest, Math.abs(gazeYaw(npc.gaze)));
    });
    expect(widest).toBeGreaterThan(10 * DEGREE);
    expect(widest).toBeLessThan(60 * DEGREE);
  });

  it("survives a target without a place", () => {
    const { npc } = npcWithBones();
    npc.addBehavior(new GazeBehavior(calm));
    const thing = world.thing("vase", [2, 1, 2]);
    npc.attend(thing);
    world.run(0.5);
    thing.node.position.x = Number.NaN;
    world.run(1);
    expect(Object.values(npc.gaze).every(Number.isFinite)).toBe(true);
    expect(npc.eyes.forward.every(Number.isFinite)).toBe(true);
  });
});
