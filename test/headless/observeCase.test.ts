import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FocusCase, parseFocusCase } from "../../src/headless/focusCase.js";
import { observeCase } from "../../src/headless/observeCase.js";

let engine: NullEngine;
beforeAll(() => {
  engine = new NullEngine();
});
afterAll(() => engine.dispose());

const stated = { sight: "attributes", withholdNames: false } as const;
const vase = {
  id: "vase",
  kind: "exhibit",
  label: "vase",
  names: ["urn"],
  colour: "#ff0000",
  position: [0, 1.5, 4],
};
const wall = { id: "wall", position: [0, 1.5, 2], size: [3, 3, 0.2] };
const base = {
  id: "c1",
  entities: [vase],
  viewer: { position: [1, 1.6, 0], forward: [0, 0, 1] },
  npc: { name: "Ada", position: [0, 0, 0], forward: [0, 0, 1] },
};
const observe = (changes: object, options: Parameters<typeof observeCase>[2] = stated) =>
  observeCase(engine, parseFocusCase({ ...base, ...changes }) as FocusCase, options);

describe("what is observed of a case", () => {
  test("is what the case states, and the NPC itself is the last row", async () => {
    const { entities, npcs, viewer } = await observe({});
    expect(entities.map(({ id }) => id)).toEqual(["vase", "npc"]);
    expect(entities[0]).toMatchObject({ kind: "exhibit", label: "vase", names: ["urn"] });
    expect(entities[0]?.appearance).toEqual({ colour: [1, 0, 0], shape: null });
    expect(npcs[0]).toMatchObject({ name: "Ada", entity: "npc", task: "idle", sees: [1, 0] });
    expect(viewer).toEqual({ position: [1, 1.6, 0], forward: [0, 0, 1] });
  });

  test("is sight that a wall stops", async () => {
    const { npcs } = await observe({ entities: [vase, wall] });
    expect(npcs[0]?.sees[0]).toBe(0);
    expect(npcs[0]?.sees[1]).toBe(1);
  });

  test("keeps colour, shape and names back where they are to come from pixels", async () => {
    const options = { sight: "attributes", withholdNames: true } as const;
    const { entities } = await observe({}, options);
    expect(entities[0]).toMatchObject({ label: "", names: [] });
  });

  test("has the past in order and at its time", async () => {
    const { messages, sounds, entities } = await observe({
      chat: [
        { speaker: "player", text: "hello", secondsAgo: 6 },
        { speaker: "npc", text: "good day", secondsAgo: 3.5 },
      ],
      sounds: [{ entity: "vase", sound: "bell", levelDb: 70, startedSecondsAgo: 2, durationSeconds: 5 }],
      events: [{ entity: "vase", event: "shakes", secondsAgo: 0.5 }],
    });
    expect(messages.map(({ speaker, text }) => [speaker, text])).toEqual([
      ["player", "hello"],
      ["npc", "good day"],
    ]);
    expect(messages.map(({ secondsAgo }) => secondsAgo)).toEqual([6, 3.5]);
    expect(sounds).toHaveLength(1);
    expect(sounds[0]).toMatchObject({
      entity: "vase",
      levelDb: 70,
      startedSecondsAgo: 2,
      durationSeconds: 5,
    });
    expect(sounds[0]?.pcm?.every(Number.isFinite)).toBe(true);
    expect(entities[0]?.event).toEqual({ kind: "shakes", secondsAgo: 0.5 });
  });

  test("has a player's own body as the viewer, and it speaks for the player", async () => {
    const { viewerEntity, messages } = await observe({
      entities: [vase, { id: "p1", kind: "player", position: [1.1, 0, 0] }],
      chat: [{ speaker: "player", text: "hello", secondsAgo: 1 }],
    });
    expect(viewerEntity).toBe("p1");
    expect(messages[0]?.speaker).toBe("p1");
  });

  test("has what the NPC attends to, its task, and which senses work", async () => {
    const npc = { ...base.npc, current: "vase", task: "touring" };
    const { npcs } = await observe({ npc, senses: ["hearing"] });
    expect(npcs[0]).toMatchObject({
      attending: "vase",
      task: "leading",
      senses: { sight: false, hearing: true, chat: false },
      sees: [0, 0],
    });
    expect(npcs[0]?.attendingSeconds).toBeCloseTo(1, 0);
  });

  test("an NPC without a stated place sees all there is, and is not the viewer", async () => {
    const { npcs, viewer } = await observe({ npc: undefined, viewer: undefined });
    expect(npcs[0]?.sees[0]).toBe(1);
    expect(viewer).toBe(null);
  });

  test("an entity that is the NPC takes its place", async () => {
    const ada = { id: "e9", kind: "npc", label: "Ada", position: [0, 0, 0] };
    const { entities, npcs } = await observe({ entities: [vase, ada], npc: { ...base.npc, id: "e9" } });
    expect(entities.map(({ id }) => id)).toEqual(["vase", "e9"]);
    expect(npcs[0]?.entity).toBe("e9");
  });

  test.each([
    [{ sounds: [{ entity: "x", sound: "bell", levelDb: 70 }] }, 'case.sounds: "x" is no entity'],
    [{ events: [{ entity: "x", event: "moves" }] }, 'case.events: "x" is no entity'],
    [{ npc: { ...base.npc, current: "x" } }, 'case.npc.current: "x" is no entity'],
    [{ chat: [{ speaker: "x", text: "hi" }] }, '"speaker" must be an entity'],
  ])("names what is not there: %#", async (changes, message) => {
    await expect(observe(changes)).rejects.toThrow(message);
  });

  test("leaves nothing behind on the engine", async () => {
    const before = engine.scenes.length;
    await observe({});
    await observe({ npc: { ...base.npc, current: "x" } }).catch(() => null);
    expect(engine.scenes.length).toBe(before);
  });
});
