import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Explanation } from "../src/model/focus.js";
import { Perception } from "../src/perception.js";
import type { DecisionMaker } from "../src/perceptionOptions.js";

/** No model: the rules decide. */
const nobody: DecisionMaker = { start: async () => null, decide: async () => null, dispose: () => {} };
const options = { automatic: false, decisionMaker: nobody } as const;

let engine: NullEngine;
let scene: Scene;
beforeEach(() => {
  engine = new NullEngine();
  scene = new Scene(engine);
  new FreeCamera("camera", new Vector3(0, 1.6, -2), scene);
});
afterEach(() => engine.dispose());

function observerCount(): number {
  const observables = [
    scene.onAfterRenderObservable,
    scene.onBeforeRenderObservable,
    scene.onNewMeshAddedObservable,
    scene.onMeshRemovedObservable,
    scene.onNewTransformNodeAddedObservable,
    scene.onDisposeObservable,
    engine.onContextLostObservable,
    engine.onContextRestoredObservable,
    engine.onEndFrameObservable,
  ];
  return observables.reduce((sum, observable) => sum + observable.observers.length, 0);
}

describe("attaching", () => {
  it("is once a scene; two scenes on one page do not know of each other", async () => {
    const first = await Perception.attach(scene, options);
    await expect(Perception.attach(scene, options)).rejects.toThrow(
      /has a Perception already: use Perception.of/,
    );
    const other = await Perception.attach(new Scene(engine), options);
    first.entities.add(CreateBox("vase", {}, scene));
    expect(first.entities.size).toBe(1);
    expect(other.entities.size).toBe(0);
    expect(Perception.of(scene)).toBe(first);
  });

  it("names the option that is out of range", async () => {
    await expect(Perception.attach(scene, { decisionRateHz: 100 })).rejects.toThrow(
      /"decisionRateHz" must be 0.5 to 20/,
    );
    await expect(Perception.attach(scene, { clock: 3 as never })).rejects.toThrow(
      /"clock" must be a function/,
    );
  });

  it("leaves nothing behind when disposed, and can be attached again", async () => {
    scene.render();
    const before = [
      observerCount(),
      scene.textures.length,
      scene.materials.length,
      scene.customRenderTargets.length,
    ];
    const perception = await Perception.attach(scene, { decisionMaker: nobody });
    perception.addNpc(new TransformNode("Ada", scene));
    for (let i = 0; i < 3; i++) scene.render();
    perception.dispose();
    perception.dispose();
    // Babylon takes observers off at the end of the turn.
    await new Promise((done) => setTimeout(done));
    expect([
      observerCount(),
      scene.textures.length,
      scene.materials.length,
      scene.customRenderTargets.length,
    ]).toEqual(before);
    expect(scene._components.some((component) => component.name === "Perception")).toBe(false);
    expect(Perception.of(scene)).toBeUndefined();
    await expect(Perception.attach(scene, options)).resolves.toBeInstanceOf(Perception);
  });

  it("ends with its scene", async () => {
    const perception = await Perception.attach(scene, { decisionMaker: nobody });
    scene.render();
    scene.dispose();
    expect(perception.isDisposed).toBe(true);
  });
});

describe("time", () => {
  it("passes by the steps that bodies take: a stall, or a page that draws nothing, makes nobody older", async () => {
    const perception = await Perception.attach(scene, options);
    const player = perception.entities.add(new TransformNode("player", scene), { kind: "player" });
    perception.chat.say({ speaker: player, text: "what is this?" });
    for (const step of [0.05, 3, Number.NaN, -1]) perception.update(step);
    expect(perception.now).toBeCloseTo(0.15);
    expect(perception.percepts().messages[0].secondsAgo).toBeCloseTo(0.15);
  });
});

describe("one moment", () => {
  it("holds entities, viewer and NPCs in the scene's own coordinates", async () => {
    const perception = await Perception.attach(scene, options);
    const vase = CreateBox("vase", { size: 0.5 }, scene);
    vase.position.set(1, 1, 3);
    perception.entities.add(vase, { kind: "exhibit", label: "celadon vase", colour: "#00ff00" });
    perception.addNpc(new TransformNode("Ada", scene), { name: "Ada" });
    scene.render();
    perception.update(0.016);
    const moment = perception.percepts();
    expect(moment.viewer?.position.map((v) => Math.round(v * 1e3) / 1e3 + 0)).toEqual([0, 1.6, -2]);
    expect(moment.entities.map((entity) => entity.id)).toEqual(["vase", "Ada"]);
    expect(moment.entities[0].position).toEqual([1, 1, 3]);
    expect(moment.entities[0].appearance.colour).toEqual([0, 1, 0]);
    expect(moment.npcs[0].sees[0]).toBeGreaterThan(0.9);
    expect(structuredClone(moment)).toEqual(moment);
  });

  it("leaves out a thing whose position is not finite, warns once, and takes it back", async () => {
    const warnings: string[] = [];
    const perception = await Perception.attach(scene, options);
    perception.onWarningObservable.add((text) => warnings.push(text));
    const box = CreateBox("box", {}, scene);
    perception.entities.add(box);
    box.position.x = Number.NaN;
    box.computeWorldMatrix(true);
    expect(perception.percepts().entities).toEqual([]);
    perception.percepts();
    expect(warnings).toEqual([expect.stringMatching(/entity "box" has a position that is not finite/)]);
    box.position.x = 0;
    box.computeWorldMatrix(true);
    expect(perception.percepts().entities).toHaveLength(1);
  });

  it("holds scenery only while something happens to it, it sounds, or a line calls it by name", async () => {
    let now = 100;
    const perception = await Perception.attach(scene, { ...options, clock: () => now });
    const post = perception.entities.add(CreateBox("post", {}, scene), {
      label: "barrier post",
      names: ["rope"],
      scenery: true,
    });
    const held = (seconds = 0) => {
      now += seconds;
      perception.update(0.016);
      return perception.percepts().entities.length === 1;
    };
    expect(held()).toBe(false);
    post.event = { kind: "moves", at: now };
    expect(held(9)).toBe(true);
    expect(held(2)).toBe(false);
    perception.hearing.emit({ entity: post, levelDb: 88, durationSeconds: 1.2 }, now);
    expect(held()).toBe(true);
    expect(held(15)).toBe(false);
    perception.chat.say({ speaker: "player", text: "a nice place, to be sure" });
    expect(held()).toBe(false);
    const ada = perception.addNpc(new TransformNode("Ada", scene), { name: "Ada" });
    perception.chat.say({ speaker: ada.entity, text: "That was the barrier post." });
    expect(perception.percepts().entities.map(({ id }) => id)).toEqual(["Ada"]);
    ada.dispose();
    perception.entities.remove(ada.entity);
    perception.chat.say({ speaker: "player", text: "what are the ropes for?" });
    expect(held()).toBe(true);
  });
});

it("an NPC no longer hears what repeats, unless somebody speaks to it: it may be asked about that", async () => {
  let now = 100;
  const perception = await Perception.attach(scene, { ...options, clock: () => now });
  const clock = perception.entities.add(CreateBox("clock", {}, scene), { label: "clock" });
  perception.addNpc(new TransformNode("Ada", scene), { name: "Ada" });
  const hears = () => {
    perception.update(0.016);
    return Math.max(...perception.percepts().npcs[0].hears) > 0;
  };
  const tick = () => {
    perception.hearing.emit({ entity: clock, levelDb: 40, durationSeconds: 0.3 }, now);
    const moments = Array.from({ length: 8 }, () => {
      now += 0.125;
      return hears();
    });
    return moments[0];
  };
  expect(Array.from({ length: 6 }, tick)).toEqual([true, true, true, false, false, false]);
  perception.chat.say({ speaker: "player", text: "what is that noise?" });
  expect(tick()).toBe(true);
  now += 4;
  expect(tick()).toBe(false);
});

it("an NPC's own newest line is no news to it, but it is to others", async () => {
  const perception = await Perception.attach(scene, options);
  const [ada, teo] = ["Ada", "Teo"].map((name) =>
    perception.addNpc(new TransformNode(name, scene), { name }),
  );
  perception.update(0.016);
  perception.chat.say({ speaker: teo.entity, text: "what is that?" });
  ada.say("A vase.");
  const { npcs } = perception.percepts();
  expect(npcs.map((npc) => npc.reads)).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

it("an event is told to who has seen the thing since, not to who has the back turned", async () => {
  const perception = await Perception.attach(scene, options);
  const [ada, teo] = ["Ada", "Teo"].map((name) =>
    perception.addNpc(new TransformNode(name, scene), { name }),
  );
  teo.turn(Math.PI);
  const urn = CreateBox("urn", {}, scene);
  urn.position.set(0, 1.6, 3);
  const entity = perception.entities.add(urn);
  const witnesses = () => {
    perception.update(0.016);
    return perception.percepts().npcs.map(({ witnessed }) => witnessed![2]);
  };
  expect(witnesses()).toEqual([0, 0]);
  entity.event = { kind: "moves", at: perception.now };
  expect(witnesses()).toEqual([1, 0]);
  ada.turn(Math.PI);
  expect(witnesses()).toEqual([1, 0]);
  teo.turn(Math.PI);
  expect(witnesses()).toEqual([1, 1]);
  entity.event = { kind: "moves", at: perception.now };
  expect(witnesses()).toEqual([0, 1]);
});

describe("deciding", () => {
  it("goes by rules while there is no model, and reaches the NPC", async () => {
    const perception = await Perception.attach(scene, options);
    const ada = perception.addNpc(new TransformNode("Ada", scene), { name: "Ada" });
    const lin = new TransformNode("Lin", scene);
    lin.position.z = 2;
    perception.setPlayer(lin);
    perception.update(0.016);
    perception.chat.say({ speaker: lin, text: "hello Ada" });
    const [focus] = await perception.decide();
    expect(focus.source).toBe("rules");
    expect(focus.entities[0][0]).toBe("Lin");
    expect(ada.focus).toBe(focus);
  });

  it("asks for a reason only when an NPC has turned, and gives the decision out without it", async () => {
    const asked: string[] = [];
    let answer: (explanations: Explanation[]) => void = () => {};
    const maker: DecisionMaker = {
      ...nobody,
      decide: async ({ npcs }) => ({
        focuses: npcs.map(({ id }) => ({
          npc: id,
          entities: [["box", 0.9]] as const,
          nothing: 0.1,
          referents: [],
          shares: null,
          attention: null,
          source: "model" as const,
        })),
        timings: { encode: 0, run: 0, total: 0 },
      }),
      explain: (queries) => {
        asked.push(...queries.map(({ npc, target }) => `${npc}: ${target}`));
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    };
    const perception = await Perception.attach(scene, { ...options, decisionMaker: maker });
    const ada = perception.addNpc(new TransformNode("Ada", scene));
    perception.entities.add(CreateBox("box", {}, scene));
    for (let i = 0; i < 10; i++) {
      await perception.decide();
      perception.update(0.05);
    }
    expect(ada.attending?.id).toBe("box");
    expect(asked).toEqual(["Ada: box"]);
    expect(ada.why?.shares).toBeNull();
    const shares = { sight: 1, hearing: 0, chat: 0 };
    answer([{ npc: "Ada", target: "box", shares }]);
    await perception.explained();
    expect(ada.why?.shares).toEqual(shares);
  });

  it("falls back to rules with one warning when a decision fails", async () => {
    const failing: DecisionMaker = { ...nobody, decide: () => Promise.reject(new Error("device lost")) };
    const perception = await Perception.attach(scene, { ...options, decisionMaker: failing });
    const warnings: string[] = [];
    perception.onWarningObservable.add((text) => warnings.push(text));
    perception.addNpc(new TransformNode("Ada", scene));
    const [focus] = await perception.decide();
    await perception.decide();
    expect(focus.source).toBe("rules");
    expect(warnings).toEqual(["a decision failed, simple rules decide: device lost"]);
  });

  it("survives the attended entity's disposal", async () => {
    const perception = await Perception.attach(scene, options);
    const ada = perception.addNpc(new TransformNode("Ada", scene));
    const box = CreateBox("box", {}, scene);
    ada.attend(perception.entities.add(box));
    perception.update(0.05);
    expect(ada.attending?.id).toBe("box");
    box.dispose();
    perception.update(0.05);
    expect(ada.attending).toBeNull();
    await expect(perception.decide()).resolves.toHaveLength(1);
  });
});
