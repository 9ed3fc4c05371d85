import { describe, expect, test } from "vitest";
import { parseFocusCase } from "../../src/headless/focusCase.js";

const least = { id: "c1", task: "focus", entities: [{ id: "e1", position: [0, 1, 2] }] };

describe("a focus case", () => {
  test("may have nothing but an id and entities with a place", () => {
    expect(parseFocusCase(least)).toEqual({
      id: "c1",
      entities: [{ id: "e1", position: [0, 1, 2] }],
      chat: [],
      sounds: [],
      events: [],
      senses: ["sight", "hearing", "chat"],
    });
  });

  test("keeps directions at length 1", () => {
    const parsed = parseFocusCase({ ...least, viewer: { position: [0, 1.6, 0], forward: [0, 0, 5] } });
    expect(parsed.viewer?.forward).toEqual([0, 0, 1]);
  });

  test.each([
    [{ ...least, entities: "none" }, "case.entities must be a list"],
    [{ ...least, entities: [{ id: "e1" }] }, "case.entities[0].position must be three finite numbers"],
    [{ ...least, entities: [...least.entities, ...least.entities] }, 'the id "e1" is there twice'],
    [
      { ...least, entities: [{ ...least.entities[0], colour: "red" }] },
      'case.entities[0].colour must be "#rrggbb", got "red"',
    ],
    [
      { ...least, entities: [{ ...least.entities[0], size: [1, -1, 1] }] },
      "case.entities[0].size must be three lengths",
    ],
    [
      { ...least, viewer: { position: [0, 0, 0], forward: [0, 0, 0] } },
      "case.viewer.forward must be a direction",
    ],
    [
      { ...least, events: [{ entity: "e1", event: "explodes" }] },
      "case.events[0].event must be one of appears",
    ],
    [
      { ...least, chat: [{ speaker: "player", text: "hi", secondsAgo: -1 }] },
      "case.chat[0].secondsAgo must be a number of 0 or more",
    ],
    [{ ...least, senses: ["smell"] }, "case.senses must be a list of sight, hearing, chat"],
    [[], "case must be an object"],
  ])("says which field is wrong: %#", (data, message) => {
    expect(() => parseFocusCase(data)).toThrow(message);
  });
});
