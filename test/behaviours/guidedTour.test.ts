import "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { MeshBuilder } from "@babylonjs/core/Meshes/meshBuilder.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConversationBehavior } from "../../src/behaviours/conversationBehavior.js";
import { GazeBehavior } from "../../src/behaviours/gazeBehavior.js";
import { GuidedTourBehavior } from "../../src/behaviours/guidedTourBehavior.js";
import type { GuidedTourOptions } from "../../src/behaviours/tourOptions.js";
import type { Npc } from "../../src/mind/npc.js";
import type { Entity } from "../../src/world/entity.js";
import { STEP, World } from "../mind/world.js";

const stops = [
  { entity: "vase", say: "This is the celadon vase. It was fired in Longquan." },
  { entity: "clock", say: "This clock is by Harrison." },
  { entity: "mask" },
];

let world: World;
let ada: Npc;
let lin: Entity;
beforeEach(() => {
  world = new World();
  ada = world.npc("ada", [0, 0, 0], { name: "Ada" });
  ada.addBehavior(new GazeBehavior());
  lin = world.player("lin", [0, 0, -2], { label: "Lin" });
  world.thing("vase", [0, 1, 6], { label: "celadon vase" });
  world.thing("clock", [6, 1, 6], { label: "sea clock" });
  world.thing("mask", [6, 1, 0], { label: "gold mask", description: "A mask of gold. It is heavy." });
});
afterEach(() => world.dispose());

/** The visitor stays two metres behind the guide. */
function follow(visitor = lin): void {
  const to = ada.root.position.subtract(visitor.node.position);
  const distance = to.length();
  if (distance > 2)
    visitor.node.position.addInPlace(to.scale((Math.min(distance - 2, 1.5 * STEP) || 0) / distance));
}

function tour(options: Partial<GuidedTourOptions> = {}): GuidedTourBehavior {
  const behaviour = new GuidedTourBehavior({ stops, follow: lin, ...options });
  ada.addBehavior(behaviour);
  return behaviour;
}

/** Radians between where she looks and an entity, on the ground. */
function offGaze(entity: Entity): number {
  const { bodyYaw, headYaw, eyeYaw } = ada.gaze;
  const [x, , z] = entity.centre();
  const off = bodyYaw + headYaw + eyeYaw - Math.atan2(x - ada.root.position.x, z - ada.root.position.z);
  return Math.abs(Math.atan2(Math.sin(off), Math.cos(off)));
}

const spoken = () => world.said.map(({ text }) => text);

describe("a script on a tour", () => {
  it("has the guide look where it says, while walking and while presenting; then she looks as before", () => {
    tour();
    const mask = world.entities.get("mask")!;
    const lookedAt = (task: string) => {
      for (let i = 0; i < 600 && ada.task !== task; i++) world.run(0.1, () => follow());
      world.run(0.5, () => follow());
      ada.attend(mask, { seconds: 2 });
      world.run(1.2, () => follow());
      expect(ada.task).toBe(task);
      expect(ada.attending).toBe(mask);
      expect(ada.why).toMatchObject({ forced: true, source: "script" });
      const off = offGaze(mask);
      world.run(1.5, () => follow());
      expect(ada.attending).not.toBe(mask);
      return off;
    };
    expect(lookedAt("leading")).toBeLessThan(0.2);
    expect(lookedAt("presenting")).toBeLessThan(0.2);
  });
});

describe("a tour with a visitor who follows", () => {
  it("changes its stop and its task at the same moment", () => {
    const behaviour = tour();
    const changes: string[] = [];
    world.run(60, () => {
      follow();
      const now = `${ada.task} ${ada.stop}`;
      if (changes.at(-1) !== now) changes.push(now);
    });
    expect(behaviour.isRunning).toBe(false);
    expect(changes).toEqual([
      "greeting vase",
      "leading vase",
      "presenting vase",
      "leading clock",
      "presenting clock",
      "leading mask",
      "presenting mask",
      "ended null",
    ]);
  });

  it("greets, leads to each stop, presents, and ends", () => {
    const behaviour = tour();
    const reached: string[] = [];
    behaviour.onStopReachedObservable.add(({ entity }) => reached.push(entity.id));
    const tasks: string[] = [];
    let nearest = 9;
    world.run(60, () => {
      follow();
      if (tasks.at(-1) !== ada.task) tasks.push(ada.task);
      for (const id of ["vase", "clock", "mask"]) {
        const [x, , z] = world.entities.get(id)!.centre();
        nearest = Math.min(nearest, Math.hypot(ada.root.position.x - x, ada.root.position.z - z));
      }
    });
    expect(reached).toEqual(["vase", "clock", "mask"]);
    const round = ["leading", "presenting"];
    expect(tasks).toEqual(["greeting", ...round, ...round, ...round, "ended"]);
    expect(spoken()).toEqual([
      "Welcome, Lin.",
      "Please follow me.",
      "This is the celadon vase.",
      "It was fired in Longquan.",
      "This clock is by Harrison.",
      "A mask of gold.",
      "It is heavy.",
      "That is the end of the tour.",
      "Thank you for coming.",
    ]);
    expect(nearest).toBeGreaterThan(0.5);
    expect(world.warnings).toEqual([]);
    expect(ada.stop).toBeNull();
  });

  it("says one sentence at a time, as long as it takes", () => {
    tour();
    world.run(60, () => follow());
    for (const [i, utterance] of world.said.slice(1).entries()) {
      const before = world.said[i]!;
      expect(utterance.at).toBeGreaterThanOrEqual(before.at + before.seconds);
    }
  });

  it("looks at the exhibit and at the visitor by turns while presenting", () => {
    tour({ stops: [{ entity: "vase", say: "One two three four five. ".repeat(12) }] });
    const seen = new Set<string | undefined>();
    world.run(30, () => {
      follow();
      if (ada.task === "presenting") seen.add(ada.attending?.id);
    });
    expect(seen).toContain("vase");
    expect(seen).toContain("lin");
  });
});

describe("a visitor who lags", () => {
  it("is waited for and called; then the tour goes on", () => {
    tour();
    const waitedFor: Entity[] = [];
    (ada.getBehaviorByName("GuidedTour") as GuidedTourBehavior).onWaitingObservable.add((who) =>
      waitedFor.push(who),
    );
    lin.node.position.set(0, 0, -2);
    world.run(20);
    expect(ada.task).toBe("waiting");
    expect(waitedFor).toEqual([lin]);
    expect(spoken()).toContain("This way, please, Lin.");
    expect(ada.root.position.z).toBeLessThan(4.6);
    expect(ada.attending).toBe(lin);
    const from = ada.root.position.z;
    world.run(2);
    expect(ada.root.position.z).toBeCloseTo(from, 5);
    world.run(12, () => follow());
    expect(["leading", "presenting"]).toContain(ada.task);
  });

  it("in the midst of a presentation does not miss a sentence", () => {
    tour({
      stops: [
        {
          entity: "vase",
          say: ["One one one one one one.", "Two two two two two two.", "Three three three."],
        },
      ],
    });
    world.run(11, () => follow());
    expect(spoken()).toContain("One one one one one one.");
    expect(spoken()).not.toContain("Three three three.");
    lin.node.position.set(0, 0, -6);
    world.run(3);
    expect(ada.task).toBe("waiting");
    lin.node.position.set(0, 0, 3);
    world.run(8);
    expect(spoken()).toContain("Three three three.");
  });

  it("out of sight behind a wall is waited for as well", () => {
    tour();
    world.run(4, () => follow());
    const wall = MeshBuilder.CreateBox("wall", { width: 20, height: 6, depth: 0.2 }, world.scene);
    wall.position.set(0, 0, ada.root.position.z - 1);
    wall.computeWorldMatrix(true);
    lin.node.position.z = ada.root.position.z - 3;
    world.run(3.5);
    expect(ada.task).toBe("waiting");
  });

  it("who never comes ends the tour after a while, with a warning", () => {
    const behaviour = tour({ patienceSeconds: 10 });
    world.run(30);
    expect(ada.task).toBe("ended");
    expect(behaviour.isRunning).toBe(false);
    expect(world.warnings[0]).toContain("nobody follows");
  });

  it("does not hold up the tour if another visitor is there", () => {
    world.player("tom", [1, 0, -2]);
    tour({ follow: ["lin", "tom"], patienceSeconds: 5 });
    world.run(60, () => follow());
    expect(ada.task).toBe("ended");
    expect(spoken()).toContain("This clock is by Harrison.");
  });
});

describe("a question", () => {
  const answers = [{ id: "age", questions: ["How old is it?"], answer: "Eight hundred years." }];

  it("while presenting breaks the sentence off, is answered, and the sentence is said again", () => {
    tour({
      answers,
      stops: [
        {
          entity: "vase",
          say: ["This is a very long sentence about a vase, its glaze and its kiln.", "The end."],
        },
      ],
    });
    while (!spoken().some((text) => text.startsWith("This is a very"))) world.run(0.1, () => follow());
    world.run(1, () => follow());
    const asked = world.now;
    world.chat.say({ speaker: lin, text: "how old is it?" });
    world.run(0.2);
    expect(ada.task).toBe("answering");
    world.run(12, () => follow());
    const reply = world.said.find(({ answer }) => answer === "age")!;
    expect(reply.at - asked).toBeLessThan(2);
    expect(spoken().filter((text) => text.startsWith("This is a very"))).toHaveLength(2);
    expect(spoken()).toContain("The end.");
  });

  it("while leading makes the guide stop, answer, and walk on", () => {
    tour({ answers });
    while (ada.task !== "leading") world.run(0.1);
    world.run(1.5, () => follow());
    world.chat.say({ speaker: lin, text: "how old is it?" });
    world.run(1.5, () => follow());
    const { z } = ada.root.position;
    expect(ada.task).toBe("answering");
    world.run(0.3, () => follow());
    expect(ada.root.position.z).toBeCloseTo(z, 3);
    world.run(20, () => follow());
    expect(spoken()).toContain("It was fired in Longquan.");
  });

  it("goes to the conversation that the NPC has", () => {
    ada.addBehavior(new ConversationBehavior({ answers }));
    tour();
    world.run(2, () => follow());
    expect(ada.behaviors.filter(({ name }) => name === "Conversation")).toHaveLength(1);
  });

  it("'what is this' is about the present stop", () => {
    tour();
    while (ada.task !== "presenting") world.run(0.1, () => follow());
    world.chat.say({ speaker: lin, text: "what is this?" });
    world.run(5, () => follow());
    expect(spoken()).toContain("That is the celadon vase.");
  });
});

describe("orders", () => {
  it("start at an order only, where so told", () => {
    const behaviour = tour({ starts: "order" });
    world.run(3);
    expect(ada.task).toBe("idle");
    behaviour.start();
    world.run(1);
    expect(ada.task).toBe("greeting");
  });

  it("pause, go on, next and stop", () => {
    const behaviour = tour();
    while (ada.task !== "presenting") world.run(0.1, () => follow());
    behaviour.pause();
    const { length } = world.said;
    world.run(10, () => follow());
    expect(world.said).toHaveLength(length);
    behaviour.start();
    world.run(1);
    expect(ada.stop).toBe("vase");
    behaviour.next();
    world.run(0.1);
    expect(ada.stop).toBe("clock");
    expect(ada.task).toBe("leading");
    behaviour.stop();
    world.run(1);
    expect(ada.task).toBe("idle");
    expect(ada.bodyHeld).toBe(false);
  });

  it("a forced target outranks what the tour would look at, and the tour goes on", () => {
    tour();
    while (ada.task !== "presenting") world.run(0.1, () => follow());
    ada.attend(world.entities.get("mask")!, { seconds: 3 });
    world.run(2.9, () => {
      follow();
      expect(ada.attending?.id).toBe("mask");
    });
    world.run(1, () => follow());
    expect(ada.attending?.id).not.toBe("mask");
  });
});

describe("things that go wrong", () => {
  it("an exhibit disposed while it is presented is skipped, with a warning", () => {
    tour();
    while (ada.attending?.id !== "vase") world.run(0.1, () => follow());
    world.entities.get("vase")!.node.dispose();
    world.run(1, () => follow());
    expect(ada.attending?.id).not.toBe("vase");
    expect(ada.stop).toBe("clock");
    expect(world.warnings).toEqual([
      'tour stops[0] "entity": there is no entity "vase"; the stop is skipped',
    ]);
    world.run(40, () => follow());
    expect(ada.task).toBe("ended");
  });

  it("a tour of nothing but missing exhibits ends", () => {
    tour({ stops: [{ entity: "a" }, { entity: "b" }] });
    world.run(8, () => follow());
    expect(ada.task).toBe("ended");
    expect(world.warnings).toHaveLength(2);
  });

  it("a visitor who is gone is not waited for", () => {
    tour();
    world.run(3, () => follow());
    lin.node.dispose();
    world.run(60);
    expect(ada.task).toBe("ended");
  });

  it("a malformed tour is refused, naming stop and field", () => {
    expect(() => new GuidedTourBehavior({ stops: [{ entity: "" }] })).toThrow('tour stops[0] "entity"');
    expect(() => new GuidedTourBehavior({ stops, speed: 0 })).toThrow('tour option "speed"');
    expect(() => new GuidedTourBehavior({ stops, follow: [""] })).toThrow("tour follow[0]");
  });

  it("removed in the midst, it leaves no observer behind", async () => {
    const before = [
      world.onUpdateObservable.observers.length,
      world.chat.onMessageObservable.observers.length,
    ];
    const behaviour = tour();
    world.run(5, () => follow());
    ada.removeBehavior(behaviour);
    world.run(0.1);
    // Babylon takes observers out a moment later.
    await new Promise((resolve) => setTimeout(resolve));
    expect([
      world.onUpdateObservable.observers.length,
      world.chat.onMessageObservable.observers.length,
    ]).toEqual(before);
    expect(ada.task).toBe("idle");
    expect(ada.bodyHeld).toBe(false);
  });
});
