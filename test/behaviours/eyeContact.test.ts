import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EyeContactBehavior } from "../../src/behaviours/eyeContactBehavior.js";
import type { Npc } from "../../src/mind/npc.js";
import type { Entity } from "../../src/world/entity.js";
import { focusOn, World } from "../mind/world.js";

let world: World;
let ada: Npc;
let lin: Entity;
beforeEach(() => {
  world = new World();
  // She faces +z, he stands 2 m before her and faces her.
  ada = world.npc("ada", [0, 0, 0], { name: "Ada" }).addBehavior(new EyeContactBehavior());
  lin = world.player("lin", [0, 0, 2], { label: "Lin" });
  lin.node.rotation.y = Math.PI;
});
afterEach(() => world.dispose());

describe("an idle NPC", () => {
  it("looks back at who stands before it and looks at it, and says so", () => {
    world.run(1);
    expect(ada.attending).toBe(lin);
    expect(ada.why?.text).toBe("Lin looks at Ada");
  });

  it("not at who looks elsewhere, stands far off or behind it", () => {
    lin.node.rotation.y = Math.PI / 2;
    world.run(1);
    expect(ada.attending).toBeNull();
    lin.node.rotation.y = Math.PI;
    lin.node.position.z = 4;
    world.run(1);
    expect(ada.attending).toBeNull();
    lin.node.position.z = -2;
    lin.node.rotation.y = 0;
    world.run(1);
    expect(ada.attending).toBeNull();
  });

  it("looks away again when that person does, or when the behaviour is taken off", () => {
    world.run(1);
    lin.node.rotation.y = 0;
    world.run(3);
    expect(ada.intent).toBeNull();
    expect(ada.attending).toBeNull();
    lin.node.rotation.y = Math.PI;
    world.run(1);
    ada.removeBehavior(ada.getBehaviorByName("EyeContact")!);
    expect(ada.intent).toBeNull();
  });
});

describe("comes after", () => {
  it("what another behaviour intends, and any task", () => {
    const vase = world.thing("vase", [2, 1, 2]);
    ada.intend(vase);
    world.run(1);
    expect(ada.attending).toBe(vase);
    ada.intend(null);
    ada.task = "leading";
    world.run(1);
    expect(ada.intent).toBeNull();
  });

  it("what calls louder", () => {
    const bell = world.thing("bell", [2, 1, 2]);
    world.run(1);
    bell.event = { kind: "moves", at: world.now };
    ada.receive(focusOn("ada", [["bell", 0.9]]));
    world.run(0.6);
    expect(ada.attending).toBe(bell);
  });
});

it("names the option that is out of range", () => {
  expect(() => new EyeContactBehavior({ range: 0 })).toThrow(/"range" must be metres above 0, got 0/);
});
