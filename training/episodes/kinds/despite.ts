/** Somebody asks for a thing just as something slight stirs elsewhere: a knock, a bell, a flash. The words decide. */
import { idleGaze } from "../clutter.js";
import { URGENT } from "../phrasings/despite.js";
import { voice } from "../phrasings/voices.js";
import * as by from "../refer/index.js";
import { buildScene, objects, people, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import type { SoundKind } from "../types.js";
import { ask, done, type Kind, withArticles } from "./named.js";

/** Kinds that are no alarm. */
const SLIGHT: readonly SoundKind[] = ["bell", "knock", "music", "applause", "drone"];
const OF_PEOPLE: readonly SoundKind[] = ["speech", "footsteps", "whisper"];

export const despite: Kind = (random, split) => {
  const scene = buildScene(random, split, { clones: random.integer(0, 3), people: random.integer(0, 2) });
  const target = scene && random.pick(objects(scene));
  const ref = target && by.anyRef(scene, target);
  if (!ref) return null;
  idleGaze(scene, random.chance(0.4) ? target : null);
  const rest = objects(scene).filter((thing) => thing !== target);
  if (rest.length === 0) return null;
  const way = random.integer(0, 2);
  if (way !== 1) soundElsewhere(scene, rest);
  if (way !== 0)
    scene.events.push({
      entity: random.pick(rest).id,
      event: random.pick(["flashes", "shakes", "moves", "appears"] as const),
      secondsAgo: random.between(0.1, 1.2),
    });
  const text = random.chance(0.25)
    ? random.pick(part(URGENT, split)).replace("{X}", ref.text)
    : ask(scene, ref.text, target);
  scene.chat.push({
    speaker: "player",
    text: voice(random, withArticles(text), scene.npc?.name),
    secondsAgo: random.between(0.2, 1.2),
  });
  return done(scene, "asked while something stirs", target, ["viewer", "kind", ...ref.needs]);
};

function soundElsewhere(scene: Scene, things: readonly Thing[]): void {
  const { random } = scene;
  const walker = random.chance(0.3) ? people(scene)[0] : undefined;
  const startedSecondsAgo = random.between(0.1, 2);
  scene.sounds.push({
    entity: (walker ?? random.pick(things)).id,
    sound: random.pick(walker ? OF_PEOPLE : SLIGHT),
    levelDb: random.between(45, 78),
    startedSecondsAgo,
    durationSeconds: startedSecondsAgo + random.between(0.2, 8),
  });
}
