import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NpcPercept, Percepts, SoundPercept } from "../../src/model/percepts.js";
import { ruleFocus } from "../../src/model/ruleFocus.js";
import { entity, moment, npc } from "./percepts.js";

const vase = entity("vase", { position: [3, 1, 5] });
const bell = entity("bell", { position: [-4, 1, -5] });
const visitor = entity("visitor", { kind: "player", position: [0, 0.9, 6] });
const entities = [vase, bell, visitor];

const ring: SoundPercept = {
  id: "ring",
  entity: "bell",
  position: [-4, 1, -5],
  levelDb: 80,
  startedSecondsAgo: 0.1,
  durationSeconds: 1,
  pcm: null,
  sampleRate: 48_000,
};
const said = (text: string, speaker = "visitor", secondsAgo = 0.5) => ({ id: 1, speaker, text, secondsAgo });

/** The focus of Ada, who sees nothing unless told otherwise. */
function focusOf(scene: Partial<Percepts>, over: Partial<NpcPercept> = {}, others: NpcPercept[] = []) {
  const all = moment({ entities, ...scene });
  const ada = npc("ada", all, { name: "Ada", sees: [0, 0, 0], ...over });
  return ruleFocus({ ...all, npcs: [ada, ...others] })[0];
}

const leader = (focus: ReturnType<typeof focusOf>) => {
  const best = focus.entities[0];
  return best && best[1] > focus.nothing ? best[0] : "nothing";
};

describe("ruleFocus", () => {
  it("is on nothing where there is nothing", () => {
    expect(ruleFocus(moment({ npcs: [npc("ada", moment())] }))).toEqual([
      {
        npc: "ada",
        entities: [],
        nothing: 1,
        referents: [],
        shares: { sight: 0, hearing: 0, chat: 0 },
        attention: null,
        source: "rules",
      },
    ]);
  });

  it("turns to who spoke, because of chat", () => {
    const focus = focusOf({ messages: [said("good morning")] });
    expect(leader(focus)).toBe("visitor");
    expect(focus.shares).toEqual({ sight: 0, hearing: 0, chat: 1 });
  });

  it("takes the speaker `player` for the body of the player, whatever its id", () => {
    expect(leader(focusOf({ messages: [said("good morning", "player")] }))).toBe("visitor");
  });

  it("turns to a thing that the line names rather than to the speaker", () => {
    const focus = focusOf({ messages: [said("What is that VASE?")] });
    expect(leader(focus)).toBe("vase");
    expect(focus.referents).toEqual(["vase"]);
  });

  it("finds names as whole words only", () => {
    expect(leader(focusOf({ messages: [said("what are those vases?")] }))).toBe("visitor");
  });

  it("gives more to a line that calls it by name, less to one that calls another", () => {
    const bob = npc("bob", moment({ entities }), { name: "Bob" });
    const mass = (text: string) => focusOf({ messages: [said(text)] }, {}, [bob]).nothing;
    expect(mass("Ada, hello")).toBeLessThan(mass("hello"));
    expect(mass("hello")).toBeLessThan(mass("Bob, hello"));
  });

  it("does not turn to itself, and a line of its own moves it not", () => {
    const focus = focusOf({ messages: [said("welcome", "visitor")] }, { entity: "visitor" });
    expect(focus.entities).toEqual([]);
  });

  it("turns to a new loud sound, and not to an old or a quiet one", () => {
    const focus = focusOf({ sounds: [ring] });
    expect(leader(focus)).toBe("bell");
    expect(focus.shares).toEqual({ sight: 0, hearing: 1, chat: 0 });
    expect(leader(focusOf({ sounds: [{ ...ring, startedSecondsAgo: 20 }] }))).toBe("nothing");
    expect(leader(focusOf({ sounds: [ring] }, { hears: [30] }))).toBe("nothing");
  });

  it("turns to what moved if it sees it", () => {
    const moved = { ...vase, event: { kind: "moves", secondsAgo: 0.2 } as const };
    expect(leader(focusOf({ entities: [moved, bell, visitor] }, { sees: [1, 0, 0] }))).toBe("vase");
    expect(leader(focusOf({ entities: [moved, bell, visitor] }))).toBe("nothing");
  });

  it("turns to a person close by, not to one far off, not to a thing close by", () => {
    const near = (kind: string, z: number) => {
      const thing = entity("x", { kind, position: [0, 1, z] });
      return leader(focusOf({ entities: [thing] }, { sees: [1] }));
    };
    expect(near("player", 1)).toBe("x");
    expect(near("player", 9)).toBe("nothing");
    expect(near("exhibit", 1)).toBe("nothing");
  });

  it("tires of what it has attended to", () => {
    expect(leader(focusOf({ sounds: [ring] }, { habituation: [0, 1, 0] }))).toBe("nothing");
  });

  it.each([
    ["chat", { messages: [said("hello")] }, {}],
    ["hearing", { sounds: [ring] }, {}],
    ["sight", { entities: [{ ...vase, event: { kind: "shakes", secondsAgo: 0 } as const }] }, { sees: [1] }],
  ] as const)("without %s it draws nothing from it", (sense, scene, over) => {
    const senses = { sight: true, hearing: true, chat: true, [sense]: false };
    expect(leader(focusOf(scene, over))).not.toBe("nothing");
    expect(focusOf(scene, { ...over, senses }).entities).toEqual([]);
  });

  it("does not read what was said out of range", () => {
    expect(focusOf({ messages: [said("hello")] }, { reads: [0] }).entities).toEqual([]);
  });

  it("always returns a distribution, whatever numbers come, and the same one twice", () => {
    const number = fc.double();
    fc.assert(
      fc.property(number, number, number, number, number, (x, sees, hears, ago, habituation) => {
        const scene: Percepts = moment({
          entities: [
            { ...vase, position: [x, 1, 1], event: { kind: "moves", secondsAgo: ago } },
            bell,
            visitor,
          ],
          sounds: [{ ...ring, startedSecondsAgo: ago }],
          messages: [{ ...said("Ada, the vase"), secondsAgo: ago }],
        });
        const over = { sees: [sees, sees, sees], hears: [hears], habituation: [habituation, 0, habituation] };
        const focus = focusOf(scene, over);
        const mass = focus.entities.reduce((sum, [, p]) => sum + p, focus.nothing);
        expect(mass).toBeCloseTo(1, 9);
        for (const [, p] of focus.entities) expect(p).toBeGreaterThan(0);
        const { sight, hearing, chat } = focus.shares!;
        expect(sight + hearing + chat).toBeCloseTo(focus.entities.length > 0 ? 1 : 0, 9);
        expect(focusOf(scene, over)).toEqual(focus);
      }),
    );
  });
});
