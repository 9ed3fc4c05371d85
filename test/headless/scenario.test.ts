import { describe, expect, test } from "vitest";
import { parseScenario } from "../../src/headless/scenario.js";

const vase = { id: "vase", position: [0, 1, 4] };
const ada = { id: "ada", position: [0, 0, 0], forward: [0, 0, 1] };
const lin = { id: "lin", position: [0, 0, -2] };
const base = { duration: 5, entities: [vase], npcs: [ada], players: [lin] };
const withLine = (line: object) => ({ ...base, timeline: [line] });

describe("a scenario", () => {
  test("has defaults for all but its duration", () => {
    expect(parseScenario({ duration: 1 })).toEqual({
      name: "scenario",
      duration: 1,
      step: 1 / 60,
      seed: 1,
      entities: [],
      npcs: [],
      players: [],
      timeline: [],
    });
  });

  test("walks at 1.2 m/s and follows at 1.4 with a gap of 1.5 m, unless told otherwise", () => {
    const actions = (move: object) => parseScenario(withLine({ at: 0, move })).timeline[0]?.actions;
    expect(actions({ who: "lin", to: [1, 0, 1] })).toEqual([
      { type: "walk", who: "lin", to: [1, 0, 1], speed: 1.2 },
    ]);
    expect(actions({ who: "lin", follow: "ada" })).toEqual([
      { type: "follow", who: "lin", whom: "ada", gap: 1.5, speed: 1.4 },
    ]);
  });

  test.each([
    [{ ...base, duration: undefined }, "scenario.duration must be"],
    [{ ...base, duration: Number.NaN }, "scenario.duration must be"],
    [{ ...base, step: 0 }, "scenario.step must be more than 0"],
    [{ ...base, npcs: [vase, ada] }, 'the id "vase" is there twice'],
    [
      { ...base, npcs: [{ ...ada, tour: { stops: [] } }] },
      "scenario.npcs[0].tour.stops must be a list of at least one",
    ],
    [
      { ...base, npcs: [{ ...ada, tour: { stops: [{ entity: "urn" }] } }] },
      'scenario.npcs[0].tour.stops[0].entity: "urn" is no entity',
    ],
    [
      { ...base, npcs: [{ ...ada, facts: [["vase", "madeIn"]] }] },
      "scenario.npcs[0].facts must be a list of [subject",
    ],
    [{ ...base, npcs: [{ ...ada, role: "cook" }] }, "scenario.npcs[0].role must be one of guide, visitor"],
    [
      withLine({ chat: { speaker: "lin", text: "hi" } }),
      'scenario.timeline[0] must have either "at" or "when"',
    ],
    [withLine({ at: 1 }), "scenario.timeline[0] must have one of chat, move"],
    [
      withLine({ at: 1, chat: { speaker: "bob", text: "hi" } }),
      'scenario.timeline[0].chat.speaker: "bob" is no player',
    ],
    [
      withLine({ at: 1, move: { who: "ada", to: [0, 0, 0] } }),
      'scenario.timeline[0].move.who: "ada" is no player',
    ],
    [
      withLine({ at: 1, move: { who: "lin" } }),
      'scenario.timeline[0].move must have either "to" or "follow"',
    ],
    [
      withLine({ at: 1, sound: { sound: "boing", levelDb: 60 } }),
      "scenario.timeline[0].sound.sound must be one of alarm",
    ],
    [withLine({ at: 1, fault: "fire" }), "scenario.timeline[0].fault must be one of worker-crash"],
    [
      withLine({ at: 1, order: { npc: "ada", start: "dance" } }),
      "scenario.timeline[0].order.start must be one of tour",
    ],
    [
      withLine({ when: { npc: "ada", task: "sleeping" }, fault: "frame-nan" }),
      "scenario.timeline[0].when.task must be one of idle",
    ],
  ])("says which field is wrong: %#", (data, message) => {
    expect(() => parseScenario(data)).toThrow(message);
  });
});
