import { describe, expect, it } from "vitest";
import { disturbed } from "../../../bench/robustness/attacks.js";
import { seededRandom } from "../../../src/headless/seededRandom.js";
import type { Percepts } from "../../../src/model/percepts.js";
import { entity, moment, npc } from "../../model/percepts.js";

const random = seededRandom(3);
const LINE = "what is the red vase?";

function asked(text: string, hearing = true): Percepts {
  const heard = moment({
    entities: [entity("vase"), entity("lamp")],
    messages: [{ id: 1, speaker: "player", text, secondsAgo: 1 }],
  });
  return { ...heard, npcs: [npc("ada", heard, { senses: { sight: true, hearing, chat: true } })] };
}

const all = (percepts: Percepts) => Array.from({ length: 60 }, () => disturbed(percepts, random)!);

describe("a random change within the attacks' budgets", () => {
  it("is two edits of the newest line, or one sound of 40 dB, and nothing else", () => {
    const percepts = asked(LINE);
    for (const { messages, sounds, npcs, entities } of all(percepts)) {
      const added = sounds.length - percepts.sounds.length;
      const isEdited = messages.at(-1)!.text !== percepts.messages.at(-1)!.text;
      expect([0, 1]).toContain(added);
      if (added) expect(npcs[0]!.hears.at(-1)).toBe(40);
      if (added) expect(isEdited).toBe(false);
      expect(Math.abs(messages.at(-1)!.text.length - LINE.length)).toBeLessThanOrEqual(2);
      expect(entities).toEqual(percepts.entities);
    }
  });

  it("leaves alone the senses that are off, and is none where nothing can be changed", () => {
    const deaf = asked(LINE, false);
    expect(all(deaf).every(({ sounds }) => sounds.length === 0)).toBe(true);
    expect(disturbed(asked("", false), random)).toBeNull();
  });

  it("is of the kinds asked for alone", () => {
    const ofWords = Array.from({ length: 20 }, () => disturbed(asked(LINE), random, ["words"])!);
    expect(ofWords.every(({ sounds }) => sounds.length === 0)).toBe(true);
    expect(disturbed(asked(LINE), random, ["patch"])).toBeNull();
  });
});
