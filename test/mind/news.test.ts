import { expect, it } from "vitest";
import { News } from "../../src/mind/news.js";
import type { NpcPercept } from "../../src/model/percepts.js";
import { entity, moment, npc } from "../model/percepts.js";

/** What a second later is a second older. */
function at(time: number, over: Partial<NpcPercept> = {}) {
  const base = {
    entities: [entity("urn", { event: { kind: "moves" as const, secondsAgo: time - 5 } })],
    sounds: [],
    messages: [{ id: 1, speaker: "lin", text: "hello", secondsAgo: time - 4 }],
  };
  return moment({ ...base, time, npcs: [npc("ada", base, over)] });
}

it("is new once", () => {
  const news = new News("ada");
  expect([5.1, 5.2, 6.7].map((time) => news.isIn(at(time)))).toEqual([true, false, false]);
});

it("is nothing that the NPC has not perceived", () => {
  const news = new News("ada");
  expect(news.isIn(at(5.1, { reads: [0], sees: [0] }))).toBe(false);
  expect(news.isIn(at(5.2, { reads: [1], sees: [0] }))).toBe(true);
  expect(news.isIn(at(5.3, { reads: [1], sees: [1] }))).toBe(true);
  expect(new News("bob").isIn(at(6))).toBe(false);
});
