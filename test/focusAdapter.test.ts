import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConversationBehavior } from "../src/behaviours/conversationBehavior.js";
import { FocusAdapter } from "../src/focusAdapter.js";
import type { Npc } from "../src/mind/npc.js";
import { Perception } from "../src/perception.js";
import type { DecisionMaker } from "../src/perceptionOptions.js";

/** No model and no encoder: the rules decide, and lines are compared by their words. */
const nobody: DecisionMaker = { start: async () => null, decide: async () => null, dispose: () => {} };
const STEP = 1 / 20;

let engine: NullEngine;
let perception: Perception;
let ada: Npc;
let now = 0;
let said: string[] = [];

beforeEach(async () => {
  engine = new NullEngine();
  now = 0;
  said = [];
  const scene = new Scene(engine);
  new FreeCamera("camera", new Vector3(0, 1.6, -2), scene);
  const player = new TransformNode("player", scene);
  player.position.set(0, 0, 2);
  player.rotation.y = Math.PI;
  const clock = () => now;
  const options = { automatic: false, decisionMaker: nobody, clock, random: () => 0.5, player };
  perception = await Perception.attach(scene, options);
  const thing = (id: string, label: string, x: number) => {
    const box = CreateBox(id, { size: 0.4 }, scene);
    box.position.set(x, 1.5, 2);
    perception.entities.add(box, { id, label, kind: "exhibit", description: `It is a ${label}.` });
  };
  thing("vase", "celadon vase", 2);
  thing("clock", "longcase clock", -2);
  thing("lamp-1", "lamp", 1);
  thing("lamp-2", "lamp", -1);
  const root = new TransformNode("ada", scene);
  ada = perception.addNpc(root, { name: "Ada" });
  const answers = [{ id: "tickets", questions: ["how much is a ticket?"], answer: "Six coins." }];
  ada.addBehavior(new ConversationBehavior({ answers }));
  perception.onSaidObservable.add(({ text }) => said.push(text));
});
afterEach(() => engine.dispose());

async function run(seconds: number): Promise<void> {
  for (let t = 0; t < seconds; t += STEP) {
    now += STEP;
    perception.update(STEP);
    await perception.decide();
  }
}

async function teach(...examples: Parameters<FocusAdapter["learn"]>[0]): Promise<FocusAdapter> {
  const adapter = new FocusAdapter(perception);
  await adapter.learn(examples);
  perception.adapter = adapter;
  return adapter;
}

const say = (text: string) => perception.chat.say({ speaker: "player", text });
const leader = () => ada.focus?.entities[0]?.[0];

describe("a line that was taught an entity", () => {
  it("does not draw off a line that calls another thing by its name, unless it is that very line", async () => {
    await teach(
      { say: "what is the old clock of Zoltan worth?", entity: "vase" },
      { say: "the clock of Zoltan", entity: "vase" },
    );
    say("Zoltan, come and see the longcase clock!");
    await run(1);
    expect(leader()).toBe("clock");
    await teach({ say: "how loud is the longcase clock?", entity: "vase" });
    say("how loud is the longcase clock?");
    await run(1);
    expect(leader()).toBe("vase");
  });

  it("leads to it, in other words too; before, it led to who said it", async () => {
    say("is the butler on time today?");
    await run(1);
    expect(leader()).toBe("player");
    await teach(
      { say: "ask the butler", entity: "clock" },
      { say: "our butler is never late", entity: "clock" },
    );
    say("is the butler on time today?");
    await run(1);
    expect(leader()).toBe("clock");
    expect(ada.focus?.referents).toEqual(["clock"]);
  });

  it("is the reason that is given", async () => {
    await teach({ say: "ask the butler", entity: "clock" });
    say("ask the butler, Ada");
    await run(1);
    expect(ada.why?.text).toBe(
      'player said "ask the butler, Ada", which is "longcase clock" because it was taught: "ask the butler": chat 1.0',
    );
  });

  it("may name the entity by its label; a label that several bear means them all", async () => {
    await teach({ say: "light up the twins", entity: "Lamp" });
    say("light up the twins");
    await run(0.5);
    expect([...(ada.focus?.referents ?? [])].sort()).toEqual(["lamp-1", "lamp-2"]);
  });

  it("means nothing to an NPC that has not read it", async () => {
    await teach({ say: "ask the butler", entity: "clock" });
    ada.senses.chat = false;
    say("ask the butler");
    await run(1);
    expect(ada.focus?.taught).toBeUndefined();
  });

  it("is what an answer is about", async () => {
    await teach({ say: "who is the butler?", entity: "clock" });
    say("who is the butler?");
    await run(8);
    expect(said).toContain("That is the longcase clock.");
  });

  it("changes no focus of a line that is not like it", async () => {
    say("what is the celadon vase?");
    await run(0.5);
    const before = ada.focus?.entities.map(([id]) => id);
    await teach({ say: "ask the butler", entity: "clock" });
    await run(0.5);
    expect(ada.focus?.entities.map(([id]) => id)).toEqual(before);
    expect(ada.focus?.taught).toBeUndefined();
  });
});

describe("a line that was taught an answer", () => {
  it("is answered so, though it asks something else", async () => {
    await teach({ say: "show me the damage", answer: "tickets" });
    say("show me the damage");
    await run(6);
    expect(said).toContain("Six coins.");
  });

  it("warns where the NPC has no such answer", async () => {
    await teach({ say: "show me the damage", answer: "prices" });
    const warnings: string[] = [];
    perception.onWarningObservable.add((text) => warnings.push(text));
    say("show me the damage");
    await run(3);
    expect(warnings).toEqual([
      expect.stringMatching(/taught the answer "prices", which is none of its answers; add it/),
    ]);
  });
});

describe("not that", () => {
  it("keeps it from what it would look at of its own accord, unless it is asked about", async () => {
    await run(0.5);
    const chance = (id: string) => ada.focus?.entities.find(([other]) => other === id)?.[1] ?? 0;
    const before = chance("lamp-1");
    await teach({ not: "lamp-1" });
    await run(0.5);
    expect(chance("lamp-1")).toBeLessThan(before / 3);
  });
});

describe("what it is taught", () => {
  it("is checked: the field and the remedy are named", async () => {
    const adapter = new FocusAdapter(perception);
    const wrong = (example: object) => expect(adapter.learn([example])).rejects;
    await wrong({ say: "hi", entity: "statue" }).toThrow(/examples\[0\].entity: "statue" is no entity; give/);
    await wrong({ entity: "vase" }).toThrow(/examples\[0\].say is missing/);
    await wrong({ say: "hi" }).toThrow(/must have "entity", "answer" or "not"/);
    await wrong({ say: 3, entity: "vase" }).toThrow(/examples\[0\].say must be a string/);
    await wrong({ say: "hi", entity: "vase", weight: 2 }).toThrow(/examples\[0\].weight is unknown/);
    await expect(adapter.learn("vase" as never)).rejects.toThrow(/examples must be a list/);
    expect(adapter.examples).toEqual([]);
  });

  it("adds to what it knows, and says how well it holds together", async () => {
    const adapter = new FocusAdapter(perception);
    const first = await adapter.learn([{ say: "ask the butler", entity: "clock" }]);
    expect(first).toEqual({ examples: 1, byMeaning: false, leftOutRight: null });
    const second = await adapter.learn([{ say: "ask our butler", entity: "clock" }]);
    expect(second).toEqual({ examples: 2, byMeaning: false, leftOutRight: 1 });
  });
});

describe("its file", () => {
  it("is small, and gives an adapter that does the same", async () => {
    const adapter = await teach({ say: "ask the butler", entity: "clock" }, { not: "lamp" });
    const json = JSON.stringify(adapter);
    expect(json.length).toBeLessThan(1000);
    const again = await FocusAdapter.parse(perception, json);
    expect(again.recall("where's the butler?")).toEqual(adapter.recall("where's the butler?"));
    expect(again.toJSON()).toEqual(adapter.toJSON());
  });

  it("is refused with the field and the remedy", async () => {
    const { format, version, examples, plain } = new FocusAdapter(perception).toJSON();
    const parse = (json: unknown) => expect(FocusAdapter.parse(perception, json)).rejects;
    await parse("{").toThrow(/no JSON/);
    await parse(null).toThrow(/must be an object/);
    await parse({ format: "gltf", version, examples, plain }).toThrow(/adapter.format must be/);
    await parse({ format, version: 2, examples, plain }).toThrow(/adapter.version must be 1, got 2; save/);
    await parse({ format, version, examples: [{}], plain }).toThrow(/adapter.examples\[0\] must have/);
    await parse({ format, version, examples, plain: "" }).toThrow(/adapter.plain must be a list/);
  });
});
