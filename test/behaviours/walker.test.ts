import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GazeBehavior } from "../../src/behaviours/gazeBehavior.js";
import type { Navigation } from "../../src/behaviours/navigation.js";
import { obstacleOf, stationAt } from "../../src/behaviours/station.js";
import { Walker, type WalkerOptions } from "../../src/behaviours/walker.js";
import type { Npc } from "../../src/mind/npc.js";
import { STEP, World } from "../mind/world.js";

let world: World;
let npc: Npc;
beforeEach(() => {
  world = new World();
  npc = world.npc("ada", [0, 0, 0]);
});
afterEach(() => world.dispose());

function walker(options: WalkerOptions = {}): Walker {
  const walker = new Walker(npc, options);
  world.onUpdateObservable.add((dt) => walker.step(dt));
  return walker;
}

const at = () => npc.root.position;

describe("a straight way", () => {
  it("is walked at 1.2 m/s, with a smooth start and stop, and ends at the point", () => {
    const legs = walker();
    legs.walkTo([0, 0, 6]);
    let last = 0;
    let lastSpeed = 0;
    let fastest = 0;
    world.run(7, () => {
      const speed = (at().z - last) / STEP;
      expect(Math.abs(speed - lastSpeed)).toBeLessThan(0.08);
      fastest = Math.max(fastest, speed);
      [last, lastSpeed] = [at().z, speed];
    });
    expect(fastest).toBeCloseTo(1.2, 2);
    expect(at().z).toBeCloseTo(6, 1);
    expect(legs.hasArrived).toBe(true);
    expect(npc.bodyHeld).toBe(false);
  });

  it("to the side is begun by turning; the eyes are there first, then the head, then the body", () => {
    npc.addBehavior(new GazeBehavior());
    walker().walkTo([5, 0, 0]);
    const reached = { gaze: 0, body: 0, step: 0 };
    world.run(3, (t) => {
      const { bodyYaw, headYaw, eyeYaw } = npc.gaze;
      if (!reached.gaze && bodyYaw + headYaw + eyeYaw > 1.4) reached.gaze = t;
      if (!reached.body && bodyYaw > 1) reached.body = t;
      if (!reached.step && at().x > 0.3) reached.step = t;
    });
    expect(reached.gaze).toBeGreaterThan(0);
    expect(reached.gaze).toBeLessThan(reached.body);
    expect(reached.body).toBeLessThan(reached.step);
  });

  it("goes around an obstacle, never through it", () => {
    const statue = world.thing("statue", [0, 1, 3], {}, 1);
    walker({ obstacles: () => [obstacleOf(statue)] }).walkTo([0, 0, 6]);
    let nearest = 9;
    world.run(9, () => {
      nearest = Math.min(nearest, Math.hypot(at().x, at().z - 3));
    });
    expect(nearest).toBeGreaterThan(0.8);
    expect(at().z).toBeCloseTo(6, 1);
  });
});

describe("people in the way", () => {
  it("are not walked into: it stops at personal distance, then goes around", () => {
    const lin = world.player("lin", [0, 0, 3]);
    walker().walkTo([0, 0, 6]);
    let nearest = 9;
    world.run(3.4, () => {
      nearest = Math.min(nearest, Vector3.Distance(at(), lin.node.position));
    });
    expect(nearest).toBeGreaterThan(1.1);
    expect(nearest).toBeLessThan(1.4);
    world.run(8, () => {
      nearest = Math.min(nearest, Vector3.Distance(at(), lin.node.position));
    });
    expect(nearest).toBeGreaterThan(0.9);
    expect(at().z).toBeCloseTo(6, 1);
  });

  it("at the goal make it stop short", () => {
    world.player("lin", [0, 0, 4]);
    const legs = walker();
    legs.walkTo([0, 0, 4]);
    world.run(6);
    expect(legs.hasArrived).toBe(true);
    expect(at().z).toBeCloseTo(2.8, 1);
  });
});

describe("a navigation plugin", () => {
  it("gives the way", () => {
    const corner = new Vector3(3, 0, 0);
    const navigation: Navigation = { computePath: (from, to) => [from, corner, to] };
    walker({ navigation }).walkTo([3, 0, 4]);
    let farthest = 0;
    world.run(9, () => {
      if (at().z < 0.5) farthest = Math.max(farthest, at().x);
    });
    expect(farthest).toBeGreaterThan(2.7);
    expect(Vector3.Distance(at(), new Vector3(3, 0, 4))).toBeLessThan(0.1);
  });

  it("without a way is replaced by a straight line, with a warning", () => {
    walker({ navigation: { computePath: () => [] } }).walkTo([0, 0, 2]);
    world.run(4);
    expect(at().z).toBeCloseTo(2, 1);
    expect(world.warnings).toHaveLength(1);
  });
});

describe("a place that is not finite", () => {
  it("is not walked to", () => {
    const legs = walker();
    legs.walkTo([Number.NaN, 0, 2]);
    world.run(1);
    expect(at().asArray()).toEqual([0, 0, 0]);
    expect(legs.isWalking).toBe(false);
    expect(world.warnings[0]).toContain("not finite");
  });
});

describe("a station", () => {
  it("is standoff metres before the exhibit, on the visitors' side, out of other exhibits", () => {
    const vase = world.thing("vase", [0, 1, 10], {}, 0.4);
    const [x, , z] = stationAt(vase, [0, 0, 0], [0, 0, 0], 1.1, [obstacleOf(vase)]);
    expect(Math.hypot(x, z - 10)).toBeCloseTo(1.3, 5);
    expect(z).toBeLessThan(9.2);
    const statue = world.thing("statue", [x, 1, z], {}, 0.6);
    const other = stationAt(vase, [0, 0, 0], [0, 0, 0], 1.1, [obstacleOf(vase), obstacleOf(statue)]);
    expect(Math.hypot(other[0] - x, other[2] - z)).toBeGreaterThan(0.6);
  });

  it("is before the front of an exhibit that has one", () => {
    const painting = world.thing("painting", [0, 1, 10], { hasFront: true });
    painting.node.rotation.y = Math.PI / 2;
    const [x] = stationAt(painting, [0, 0, 0], [0, 0, 0], 1.1, []);
    expect(x).toBeGreaterThan(0.7);
  });
});
