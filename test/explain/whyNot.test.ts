import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whyNot } from "../../src/explain/whyNot.js";
import type { Npc } from "../../src/mind/npc.js";
import type { NpcPercept, Percepts } from "../../src/model/percepts.js";
import type { Entity } from "../../src/world/entity.js";
import { focusOn, STEP, World } from "../mind/world.js";
import { entity, moment, npc } from "../model/percepts.js";

let world: World;
let ada: Npc;
let urn: Entity;
let vase: Entity;
beforeEach(() => {
  world = new World();
  ada = world.npc("ada", [0, 0, 0], { name: "Ada" });
  vase = world.thing("vase", [0, 1.6, 2], { label: "celadon vase" });
  urn = world.thing("urn", [0, 1.6, -3], { label: "clay urn" });
});
afterEach(() => world.dispose());

const crash = {
  id: "s1",
  entity: "urn",
  position: null,
  levelDb: 60.4,
  startedSecondsAgo: 0,
  durationSeconds: 1,
  pcm: null,
  sampleRate: 48_000,
};

/** One moment of the vase in front and the urn behind, which clatters and is not heard. */
function perceived(over: Partial<NpcPercept> = {}): Percepts {
  const base = {
    entities: [entity("vase", { position: vase.centre() }), entity("urn", { position: urn.centre() })],
    sounds: [crash],
    messages: [{ id: 1, speaker: "lin", text: "what is that?", secondsAgo: 0 }],
  };
  const row = npc("ada", base, { sees: [1, 0], hears: [0], eyes: ada.eyes, ...over });
  return moment({ ...base, npcs: [row] });
}

function attend(entities: [string, number][], percepts?: Percepts, referents: string[] = []): void {
  world.run(1, () => ada.receive(focusOn("ada", entities, { referents }), percepts));
}

describe("why an NPC does not attend to a thing", () => {
  it("behind its back that it neither hears nor was asked about", () => {
    attend(
      [
        ["vase", 0.8],
        ["urn", 0.1],
      ],
      perceived(),
    );
    expect(whyNot(ada, urn)).toEqual({
      causes: ["outranked", "unseen", "unheard", "unmentioned"],
      text: [
        '"celadon vase" has 0.80 of its focus, "clay urn" 0.10',
        'Ada does not see "clay urn" (180° off its gaze, or hidden)',
        'Ada hears nothing of "clay urn" (60 dB, but not at its ears)',
        'nothing that Ada has read is about "clay urn"',
      ].join("; "),
    });
  });

  it("names only the senses that let nothing through", () => {
    const percepts = perceived({ sees: [1, 0.4], hears: [50] });
    attend([["vase", 0.8]], percepts, ["urn"]);
    expect(whyNot(ada, urn).causes).toEqual(["outranked"]);
  });

  it("says that it is used to the sound", () => {
    for (let n = 0; n < 6; n++) ada.soundHabits.unfamiliar([{ ...crash, id: `s${n}` }], [40], n);
    attend([["vase", 0.8]], perceived());
    expect(whyNot(ada, urn).text).toMatch(
      /Ada hears nothing of "clay urn" any more: it is used to that sound/,
    );
  });

  it("says which senses are off", () => {
    const senses = { sight: false, hearing: false, chat: false };
    attend([["vase", 0.8]], perceived({ senses, reads: [0] }));
    const { text } = whyNot(ada, urn);
    for (const off of ["its sight is off", "its hearing is off", "it does not read the chat"])
      expect(text).toContain(off);
  });

  it("that it is used to", () => {
    ada.attend(urn);
    world.run(12);
    ada.release();
    attend([["vase", 0.8]]);
    expect(whyNot(ada, urn).text).toMatch(/Ada is used to "clay urn" \(0\.\d\d\)$/);
  });

  it("while its task asks for another", () => {
    ada.task = "presenting";
    ada.intend(vase);
    attend([["urn", 0.9]]);
    expect(whyNot(ada, urn).text).toMatch(/^Ada is presenting: "celadon vase"; "clay urn" leads with 0\.90/);
  });

  it("that leads and loses again and again", () => {
    let tick = 0;
    world.run(4, () => {
      const leads = Math.floor(tick++ / 15) % 2 === 0 ? "vase" : "urn";
      ada.receive(focusOn("ada", [[leads, 0.9]]));
    });
    const other = ada.attending === urn ? vase : urn;
    ada.receive(focusOn("ada", [[other.id, 0.9]]));
    expect(whyNot(ada, other).causes).toEqual(["alternates"]);
  });

  it("while a script holds its attention, before any decision, and for what is no question at all", () => {
    expect(whyNot(ada, urn)).toEqual({
      causes: ["undecided"],
      text: "nothing has been decided for Ada yet",
    });
    ada.attend(vase);
    world.run(STEP);
    expect(whyNot(ada, urn).text).toBe('a script has Ada attend to "celadon vase"');
    expect(whyNot(ada, vase).causes).toEqual(["attending"]);
    expect(whyNot(ada, ada.entity).causes).toEqual(["self"]);
    urn.node.dispose();
    expect(whyNot(ada, urn).text).toBe('"clay urn" is not in the scene');
  });
});
