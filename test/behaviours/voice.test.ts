import { expect, it } from "vitest";
import { VoiceBehavior } from "../../src/behaviours/voiceBehavior.js";
import { World } from "../mind/world.js";

it("without speech synthesis the NPC speaks by subtitles alone, and says so once", () => {
  const world = new World();
  const ada = world.npc("ada", [0, 0, 0]);
  const voice = new VoiceBehavior();
  ada.addBehavior(voice).addBehavior(new VoiceBehavior());
  ada.say("Hello.");
  expect(world.said).toHaveLength(1);
  expect(world.warnings).toEqual(["voice: there is no speech synthesis here; NPCs speak by subtitles alone"]);
  ada.removeBehavior(voice);
  expect(voice.attachedNode).toBeNull();
  world.dispose();
});
