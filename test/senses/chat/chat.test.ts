import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Chat } from "../../../src/senses/chat/chat.js";
import type { ChatOptions } from "../../../src/senses/chat/chatOptions.js";
import type { DroppedMessage, Message } from "../../../src/senses/chat/message.js";
import type { Entity } from "../../../src/world/entity.js";
import { EntityRegistry } from "../../../src/world/entityRegistry.js";
import type { Triple } from "../../../src/world/vector.js";

let engine: NullEngine;
let scene: Scene;
let entities: EntityRegistry;
let now: number;
let warnings: string[];
let dropped: DroppedMessage[];

function person(name: string, x: number): Entity {
  const node = new TransformNode(name, scene);
  node.position.x = x;
  return entities.add(node, { kind: "npc" });
}

function newChat(options?: ChatOptions): Chat {
  const chat = new Chat(
    entities,
    options,
    () => now,
    (text) => warnings.push(text),
  );
  chat.onDroppedObservable.add((drop) => void dropped.push(drop));
  return chat;
}

function at(...position: [number, number, number]): { eyes: { position: Triple; forward: Triple } } {
  return { eyes: { position, forward: [0, 0, 1] } };
}

beforeEach(() => {
  engine = new NullEngine();
  scene = new Scene(engine);
  entities = new EntityRegistry();
  now = 0;
  warnings = [];
  dropped = [];
});

afterEach(() => {
  scene.dispose();
  engine.dispose();
});

describe("saying", () => {
  it("takes in a message with speaker, time and the speaker's place", () => {
    const lin = person("lin", 3);
    now = 12.5;
    const chat = newChat();
    const heard: Message[] = [];
    chat.onMessageObservable.add((message) => void heard.push(message));
    const message = chat.say({ speaker: lin, text: " what  is that? " });
    expect(message).toEqual({
      id: 1,
      speaker: "lin",
      text: "what is that?",
      at: 12.5,
      position: [3, 0.9, 0],
      cut: false,
    });
    expect(heard).toEqual([message]);
    expect(chat.messages).toEqual([message]);
  });

  it("knows a speaker by entity, by its node, by a node under it and by id", () => {
    const lin = person("lin", 0);
    const head = new TransformNode("head", scene);
    head.parent = lin.node;
    const chat = newChat();
    const speakers = [lin, lin.node, head, "lin"].map(
      (speaker) => chat.say({ speaker, text: "hi" })?.speaker,
    );
    expect(speakers).toEqual(["lin", "lin", "lin", "lin"]);
  });

  it("takes the viewer who is no entity as player, from nowhere", () => {
    expect(newChat().say({ speaker: "player", text: "hi" })).toMatchObject({
      speaker: "player",
      position: null,
    });
  });

  it("refuses a speaker that nobody knows, naming the field and the remedy", () => {
    const chat = newChat();
    expect(() => chat.say({ speaker: "ghost", text: "boo" })).toThrow(/"speaker".*"ghost".*entities\.add/);
    expect(() => chat.say({ speaker: new TransformNode("box", scene), text: "hi" })).toThrow(
      /"speaker".*"box"/,
    );
    expect(() => chat.say({ speaker: undefined as unknown as string, text: "hi" })).toThrow(/"speaker"/);
    const gone = person("gone", 0);
    gone.node.dispose();
    expect(() => chat.say({ speaker: gone, text: "hi" })).toThrow(/"speaker".*"gone"/);
    expect(chat.messages).toEqual([]);
  });

  it("refuses a text that is no string", () => {
    expect(() => newChat().say({ speaker: "player", text: 7 as unknown as string })).toThrow(
      /"text" must be a string/,
    );
  });

  it("drops what is empty after hygiene, with the reason", () => {
    expect(newChat().say({ speaker: "player", text: "\u200B \n" })).toBeNull();
    expect(dropped).toEqual([{ speaker: "player", reason: "empty", at: 0 }]);
    expect(warnings).toEqual([]);
  });

  it("takes 10,000 characters as 500 and says that it was cut; emoji alone are a message", () => {
    const chat = newChat();
    expect(chat.say({ speaker: "player", text: "x".repeat(10_000) })).toMatchObject({
      text: "x".repeat(500),
      cut: true,
    });
    expect(chat.say({ speaker: "player", text: "😀👩🏽‍🚀" })).toMatchObject({ text: "😀👩🏽‍🚀", cut: false });
  });

  it("takes a place that is no place as unknown, and warns once", () => {
    const chat = newChat();
    for (let i = 0; i < 3; i++)
      expect(chat.say({ speaker: "player", text: "hi", position: [0, Number.NaN, 0] })?.position).toBeNull();
    const lost = person("lost", Number.NaN);
    expect(chat.say({ speaker: lost, text: "hi" })?.position).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('"position"');
  });

  it("refuses options that make no sense, by name", () => {
    expect(() => newChat({ range: -1 })).toThrow(/"range"/);
    expect(() => newChat({ burst: Number.NaN })).toThrow(/"burst"/);
  });
});

describe("rate limit", () => {
  it("lets a speaker say five at once, then one a second, and warns once", () => {
    const chat = newChat();
    const say = () => chat.say({ speaker: "player", text: "hi" }) !== null;
    expect(Array.from({ length: 7 }, say)).toEqual([true, true, true, true, true, false, false]);
    now = 1;
    expect([say(), say()]).toEqual([true, false]);
    now = 100;
    expect(Array.from({ length: 6 }, say)).toEqual([true, true, true, true, true, false]);
    expect(dropped.map(({ reason }) => reason)).toEqual(["rate", "rate", "rate", "rate"]);
    expect(warnings).toHaveLength(1);
  });

  it("does not let one speaker's flood silence another", () => {
    const lin = person("lin", 0);
    const chat = newChat();
    for (let i = 0; i < 500; i++) chat.say({ speaker: "player", text: "spam" });
    expect(chat.say({ speaker: lin, text: "hello" })).not.toBeNull();
  });

  it("caps all speakers together: of 500 messages a second few pass, history stays bounded", () => {
    const crowd = Array.from({ length: 100 }, (_, i) => person(`p${i}`, i));
    const chat = newChat();
    for (let i = 0; i < 5000; i++) {
      now = i / 500;
      chat.say({ speaker: crowd[i % 100]!, text: `message ${i}` });
    }
    // 40 at once and 20 a second for ten seconds.
    expect(5000 - dropped.length).toBeGreaterThan(200);
    expect(5000 - dropped.length).toBeLessThanOrEqual(240);
    expect(chat.messages).toHaveLength(200);
    expect(warnings.length).toBeLessThanOrEqual(2);
  });
});

describe("reading", () => {
  it("gives the newest twelve of the last minute, oldest first", () => {
    const chat = newChat({ burst: 100, totalBurst: 100 });
    for (let i = 0; i < 20; i++) {
      now = i * 10;
      chat.say({ speaker: "player", text: `${i}` });
    }
    expect(chat.percepts(190).map(({ text, secondsAgo }) => [text, secondsAgo])).toEqual([
      ["13", 60],
      ["14", 50],
      ["15", 40],
      ["16", 30],
      ["17", 20],
      ["18", 10],
      ["19", 0],
    ]);
    for (let i = 0; i < 20; i++) chat.say({ speaker: "player", text: `again ${i}` });
    expect(chat.percepts(190).map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, i) => 29 + i));
  });

  it("reads what is said within 12 m, and what comes from nowhere", () => {
    const chat = newChat();
    chat.say({ speaker: "player", text: "near", position: [0, 0, 0] });
    chat.say({ speaker: "player", text: "from nowhere" });
    const messages = chat.percepts(0);
    expect(chat.reads(at(12, 0, 0), messages)).toEqual([1, 1]);
    expect(chat.reads(at(12.1, 0, 0), messages)).toEqual([0, 1]);
    expect(chat.reads(at(Number.NaN, 0, 0), messages)).toEqual([0, 1]);
    expect(newChat({ range: 2 }).reads(at(0, 0, 0), messages)).toEqual([0, 0]);
  });

  it("keeps what an NPC has read when it walks away, and does not give it later what it missed", () => {
    const chat = newChat();
    chat.say({ speaker: "player", text: "psst", position: [0, 0, 0] });
    const messages = chat.percepts(0);
    expect(chat.reads({ ...at(1, 0, 0), id: "ada" }, messages)).toEqual([1]);
    expect(chat.reads({ ...at(50, 0, 0), id: "ada" }, messages)).toEqual([1]);
    expect(chat.reads({ ...at(50, 0, 0), id: "bo" }, messages)).toEqual([0]);
    expect(chat.reads({ ...at(1, 0, 0), id: "bo" }, messages)).toEqual([0]);
  });
});

describe("end", () => {
  it("says and keeps nothing after dispose, which may be called twice", () => {
    const chat = newChat();
    chat.say({ speaker: "player", text: "hi" });
    chat.dispose();
    chat.dispose();
    expect(chat.say({ speaker: "player", text: "hi" })).toBeNull();
    expect([chat.messages, chat.percepts(0)]).toEqual([[], []]);
    expect(chat.onMessageObservable.hasObservers()).toBe(false);
  });
});
