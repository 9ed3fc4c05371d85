import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whyNot } from "../../src/explain/whyNot.js";
import type { AttendingChange, Npc } from "../../src/mind/npc.js";
import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import { focusOn, STEP, World } from "./world.js";

let world: World;
let ada: Npc;
let changes: AttendingChange[];
beforeEach(() => {
  world = new World();
  ada = world.npc("ada", [0, 0, 0], { name: "Ada" });
  world.thing("vase", [2, 1, 2], { label: "celadon vase" });
  world.thing("door", [-3, 1, 0], { label: "door", kind: "door" });
  world.player("lin", [0, 0, 2], { label: "Lin" });
  changes = [];
  ada.onAttendingChangedObservable.add((change) => changes.push(change));
});
afterEach(() => world.dispose());

/** Feeds a focus at 8 Hz for some seconds. */
function attendBy(focus: Focus, seconds: number): void {
  let next = 0;
  world.run(seconds, (t) => {
    if (t < next) return;
    next = t + 1 / 8;
    ada.receive(focus);
  });
}

describe("attending", () => {
  it("follows the focus, with the reason in figures and in words", () => {
    world.chat.say({ speaker: "lin", text: "what is the green vase?" });
    const shares = { sight: 0.2, hearing: 0, chat: 0.7 };
    attendBy(focusOn("ada", [["vase", 0.8]], { shares, referents: ["vase"] }), 1);
    expect(changes).toHaveLength(1);
    const [{ npc, from, to, why }] = changes as [AttendingChange];
    expect([npc, from, to?.id]).toEqual([ada, null, "vase"]);
    expect(why).toMatchObject({ shares, forced: false, source: "model" });
    expect(why.text).toBe('Lin asked about "celadon vase": chat 0.7, sight 0.2');
    expect(ada.attending?.id).toBe("vase");
    expect(ada.attendingSeconds).toBeGreaterThan(0.6);
    expect(ada.why).toBe(why);
  });

  it("is told at once and its shares when they are there", () => {
    const explained: AttendingChange[] = [];
    ada.onExplainedObservable.add((change) => explained.push(change));
    world.chat.say({ speaker: "lin", text: "what is the green vase?" });
    attendBy(focusOn("ada", [["vase", 0.8]], { shares: null, referents: ["vase"] }), 1);
    expect(changes[0]!.why).toMatchObject({ shares: null, text: 'Lin asked about "celadon vase"' });
    const shares = { sight: 0.3, hearing: 0, chat: 0.7 };
    ada.receiveExplanation({ npc: "ada", target: "door", shares });
    expect(explained).toEqual([]);
    ada.receiveExplanation({ npc: "ada", target: "vase", shares });
    ada.receiveExplanation({ npc: "ada", target: "vase", shares: { sight: 1, hearing: 0, chat: 0 } });
    expect(explained).toHaveLength(1);
    expect(explained[0]).toMatchObject({ npc: ada, from: null, to: { id: "vase" }, why: { shares } });
    expect(ada.why?.text).toBe('Lin asked about "celadon vase": chat 0.7, sight 0.3');
  });

  it("gets its shares also where they come after it has turned elsewhere; that reason stays the newest", () => {
    const explained: AttendingChange[] = [];
    ada.onExplainedObservable.add((change) => explained.push(change));
    attendBy(focusOn("ada", [["vase", 0.8]], { shares: null }), 2);
    attendBy(focusOn("ada", [["door", 0.9]], { shares: null }), 2);
    expect(ada.attending?.id).toBe("door");
    const newest = ada.why;
    const shares = { sight: 0.3, hearing: 0, chat: 0.7 };
    ada.receiveExplanation({ npc: "ada", target: "vase", shares });
    expect(explained[0]).toMatchObject({ to: { id: "vase" }, why: { shares } });
    expect(ada.why).toBe(newest);
  });

  it("tells what was heard, what happened, who speaks, and when nothing is left", () => {
    const told = (focus: Focus, percepts?: Percepts) => {
      changes.length = 0;
      world.run(1.5, () => ada.receive(focus, percepts));
      return changes.at(-1)?.why.text;
    };
    const heard = { sight: 0, hearing: 1, chat: 0 };
    const sound = {
      id: "s",
      entity: "door",
      position: null,
      levelDb: 84.6,
      startedSecondsAgo: 0,
      durationSeconds: 1,
    };
    const moment: Percepts = {
      time: 0,
      viewer: null,
      entities: [],
      sounds: [{ ...sound, pcm: null, sampleRate: 48000 }],
      messages: [],
      npcs: [],
      frame: null,
    };
    expect(told(focusOn("ada", [["door", 0.9]], { shares: heard }), moment)).toBe(
      '"door" sounds at 85 dB: hearing 1.0',
    );
    world.entities.get("vase")!.event = { kind: "flashes", at: world.now };
    expect(told(focusOn("ada", [["vase", 0.9]]))).toBe('"celadon vase" flashes: sight 1.0');
    world.chat.say({ speaker: "lin", text: "hello Ada" });
    const read = { sight: 0, hearing: 0, chat: 1 };
    expect(told(focusOn("ada", [["lin", 0.9]], { shares: read }))).toBe('Lin said "hello Ada": chat 1.0');
    expect(told(focusOn("ada", [], { shares: { sight: 0, hearing: 0, chat: 0 } }))).toBe(
      "nothing holds its attention",
    );
  });

  it("is never itself, nor something that is no entity, nor a share that is no number", () => {
    attendBy(
      focusOn("ada", [
        ["ada", 0.5],
        ["ghost", 0.4],
        ["vase", Number.NaN],
      ]),
      1,
    );
    expect(changes).toEqual([]);
    expect(ada.attending).toBeNull();
  });
});

describe("a script", () => {
  it("forces a target for some seconds, by entity or by node", () => {
    const vase = world.entities.get("vase")!;
    ada.attend(vase.node, { seconds: 2 });
    attendBy(focusOn("ada", [["lin", 1]]), 1.9);
    expect(ada.attending).toBe(vase);
    expect(changes[0]!.why).toMatchObject({ forced: true, source: "script" });
    expect(changes[0]!.why.text).toBe('a script has Ada attend to "celadon vase"');
    attendBy(focusOn("ada", [["lin", 1]]), 1);
    expect(ada.attending?.id).toBe("lin");
  });

  it("may say why, for `why` and `whyNot` to tell", () => {
    ada.attend(world.entities.get("vase")!, { reason: "the clock strikes" });
    attendBy(focusOn("ada", [["lin", 1]]), 1);
    expect(changes[0]!.why).toMatchObject({ forced: true, source: "script", text: "the clock strikes" });
    expect(whyNot(ada, world.entities.get("lin")!).text).toBe("the clock strikes");
  });

  it("holds until released, without seconds; a new order replaces the old one", () => {
    ada.attend(world.entities.get("vase")!);
    world.run(30);
    ada.attend(world.entities.get("door")!, { seconds: 1 });
    world.run(0.5);
    expect(ada.attending?.id).toBe("door");
    ada.release();
    world.run(2);
    expect(ada.attending).toBeNull();
    expect(ada.isForced).toBe(false);
  });

  it("is told what it did wrong", () => {
    expect(() => ada.attend(world.entities.get("vase")!, { seconds: 0 })).toThrow('"seconds"');
    expect(() => ada.attend(new TransformNode("crate", world.scene))).toThrow('"crate" is no entity');
  });
});

describe("an entity that is disposed while attended to", () => {
  it("is let go at once, with the reason; memory forgets it", () => {
    attendBy(focusOn("ada", [["vase", 0.9]]), 1);
    const vase = world.entities.get("vase")!;
    vase.node.dispose();
    expect(ada.attending).toBeNull();
    world.run(STEP);
    expect(changes.at(-1)).toMatchObject({
      from: vase,
      to: null,
      why: { text: '"celadon vase" is gone', source: "script" },
    });
    expect(ada.memory.recall("vase", world.now)).toBeNull();
    attendBy(focusOn("ada", [["vase", 0.9]]), 1);
    expect(ada.attending).toBeNull();
  });

  it("is let go though a script forced it", () => {
    ada.attend(world.entities.get("vase")!);
    world.run(0.5);
    world.entities.get("vase")!.node.dispose();
    world.run(0.5);
    expect(ada.attending).toBeNull();
    expect(ada.isForced).toBe(false);
  });
});

describe("habituation", () => {
  it("grows with attention, recovers in rest, and novelty restores it", () => {
    const vase = world.entities.get("vase")!;
    ada.attend(vase);
    world.run(12);
    const used = ada.habituation(vase);
    expect(used).toBeCloseTo(1 - Math.exp(-1), 2);
    ada.attend(null);
    world.run(30);
    expect(ada.habituation(vase)).toBeCloseTo(used * Math.exp(-1), 2);
    ada.attend(vase);
    world.run(12);
    vase.event = { kind: "shakes", at: world.now + STEP / 2 };
    world.run(STEP);
    expect(ada.habituation(vase)).toBe(0);
  });
});

describe("memory", () => {
  it("keeps where a thing was, fades, and expires", () => {
    attendBy(focusOn("ada", [["vase", 0.9]]), 0.5);
    world.entities.get("vase")!.node.position.x = 9;
    world.run(0.5);
    const seenAt = world.now;
    ada.attend(null);
    ada.receive(focusOn("ada", []));
    world.run(30);
    const trace = ada.memory.recall("vase", world.now)!;
    expect(trace.position).toEqual([9, 1, 2]);
    expect(Math.abs(trace.at - seenAt)).toBeLessThan(0.15);
    expect(trace.attendedAt).toBe(trace.at);
    expect(trace.strength).toBeCloseTo(0.5, 1);
    world.run(200);
    expect(ada.memory.recall("vase", world.now)).toBeNull();
    expect(ada.memory.all(world.now)).toEqual([]);
  });

  it("takes in what the senses saw, by how well", () => {
    const entity = (id: string, position: [number, number, number]) => ({
      id,
      kind: "prop",
      label: "",
      names: [],
      description: "",
      position,
      size: null,
      yaw: null,
      appearance: { colour: null, shape: null },
      visible: null,
      event: null,
    });
    const row = {
      id: "ada",
      entity: "ada",
      name: "Ada",
      eyes: ada.eyes,
      task: "idle" as const,
      attending: null,
      attendingSeconds: 0,
      senses: ada.senses,
      sees: [1, 0.3, 0, 0.5],
      hears: [],
      reads: [],
      habituation: [0, 0, 0, 0],
    };
    const entities = [
      entity("ada", [0, 0, 0]),
      entity("vase", [2, 1, 2]),
      entity("door", [0, 0, 0]),
      entity("lin", [Number.NaN, 0, 0]),
    ];
    const percepts: Percepts = {
      time: 0,
      viewer: null,
      entities,
      sounds: [],
      messages: [],
      npcs: [row],
      frame: null,
    };
    ada.receive(focusOn("ada", []), percepts);
    expect(ada.memory.all(world.now).map(({ entity, strength }) => [entity, strength])).toEqual([
      ["vase", 0.3],
    ]);
  });
});

describe("an NPC", () => {
  it("says sentences that subtitles and the chat hear", () => {
    const utterance = ada.say("Welcome to the museum.", { answer: "k1" });
    expect(utterance).toMatchObject({ speaker: ada.entity, to: null, answer: "k1" });
    expect(utterance.seconds).toBeCloseTo(22 / 14, 5);
    expect(world.said).toHaveLength(1);
    expect(world.chat.messages.at(-1)).toMatchObject({ speaker: "ada", text: "Welcome to the museum." });
    expect(ada.isSpeaking).toBe(true);
    world.run(1.7);
    expect(ada.isSpeaking).toBe(false);
  });

  it("refuses options out of range, naming them", () => {
    expect(() => world.npc("bob", [0, 0, 0], { eyeHeight: -1 })).toThrow('"eyeHeight"');
    expect(() => world.npc("eve", [0, 0, 0], { name: " " })).toThrow('"name"');
  });

  it("goes with its root, lets its behaviours go, and may be disposed twice", () => {
    let detached = 0;
    ada.addBehavior({ name: "x", attachedNode: null, init() {}, attach() {}, detach: () => detached++ });
    ada.root.dispose();
    ada.dispose();
    expect(detached).toBe(1);
    expect(ada.isDisposed).toBe(true);
    ada.receive(focusOn("ada", [["vase", 1]]));
    world.run(1);
    expect(ada.attending).toBeNull();
  });

  it("has eyes where its bones are, else at eye height; finite even if its root is not", () => {
    expect(ada.eyes.position).toEqual([0, 1.6, 0]);
    expect(ada.eyes.forward[2]).toBeCloseTo(1);
    const head = new TransformNode("head", world.scene);
    head.position.y = 1.4;
    const bob = world.npc("bob", [1, 0, 0], { bones: { head } });
    head.parent = bob.root;
    expect(bob.eyes.position[1]).toBeCloseTo(1.4);
    ada.root.position.x = Number.NaN;
    expect(ada.eyes.position.every(Number.isFinite)).toBe(true);
  });
});
