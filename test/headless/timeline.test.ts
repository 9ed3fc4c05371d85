import { describe, expect, test } from "vitest";
import type { Action, TimelineEntry } from "../../src/headless/scenario.js";
import { type Doing, Timeline } from "../../src/headless/timeline.js";

const say = (text: string): Action => ({ type: "chat", speaker: "lin", text });
const at = (seconds: number, text: string): TimelineEntry => ({
  at: seconds,
  when: null,
  actions: [say(text)],
});
const idle: Doing = { task: "idle", stop: null, attending: null };

describe("a timeline", () => {
  test("hands out each action once, at its time, in order of time", () => {
    const timeline = new Timeline([at(2, "second"), at(1, "first"), at(1, "and then")]);
    expect(timeline.due(0.99, () => idle)).toEqual([]);
    expect(timeline.due(1, () => idle)).toEqual([say("first"), say("and then")]);
    expect(timeline.due(5, () => idle)).toEqual([say("second")]);
    expect(timeline.due(9, () => idle)).toEqual([]);
  });

  test("waits until a condition has held without a break", () => {
    const when = { npc: "ada", task: "presenting", stop: "vase", for: 2 } as const;
    const timeline = new Timeline([{ at: null, when, actions: [say("now")] }]);
    const presenting: Doing = { task: "presenting", stop: "vase", attending: "vase" };
    expect(timeline.due(0, () => presenting)).toEqual([]);
    expect(timeline.due(1, () => ({ ...presenting, stop: "urn" }))).toEqual([]);
    expect(timeline.due(2, () => presenting)).toEqual([]);
    expect(timeline.due(3.9, () => presenting)).toEqual([]);
    expect(timeline.due(4, () => presenting)).toEqual([say("now")]);
    expect(timeline.due(5, () => presenting)).toEqual([]);
  });

  test("never holds for an NPC that is gone", () => {
    const timeline = new Timeline([{ at: null, when: { npc: "ada", for: 0 }, actions: [say("now")] }]);
    expect(timeline.due(0, () => undefined)).toEqual([]);
    expect(timeline.due(1, () => idle)).toEqual([say("now")]);
  });
});
