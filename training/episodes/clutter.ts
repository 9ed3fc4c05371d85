/** Everything else that goes on: what must not decide. */

import { gazeAt } from "./finish.js";
import { BEFORE_NPC, BEFORE_PLAYER } from "./phrasings/ask.js";
import { voice } from "./phrasings/voices.js";
import { objects, people, type Scene, type Thing } from "./scene.js";
import { part } from "./split.js";
import type { SoundKind } from "./types.js";

/** A sound that has gone on for long, far below speech: habit has dulled it. */
export function background(scene: Scene): void {
  const random = scene.random;
  const sources = objects(scene);
  const sound = random.pick<SoundKind>(["music", "drone", "drone", "music", "footsteps", "speech"]);
  const source = random.chance(0.8) && sources.length > 0 ? random.pick(sources) : null;
  const talker = sound === "speech" || sound === "footsteps" ? people(scene)[0] : source;
  if (!talker) return;
  scene.sounds.push({
    entity: talker.id,
    sound,
    levelDb: random.between(38, sound === "drone" ? 62 : 58),
    startedSecondsAgo: random.between(15, 240),
    durationSeconds: random.between(260, 900),
  });
}

/** A sound that is over for long. */
export function staleSound(scene: Scene, source: Thing, after = 12): void {
  const random = scene.random;
  const duration = random.between(0.3, 3);
  scene.sounds.push({
    entity: source.id,
    sound: random.pick<SoundKind>(["alarm", "crash", "bell", "knock", "applause"]),
    levelDb: random.between(65, 95),
    startedSecondsAgo: duration + random.between(after, 50),
    durationSeconds: duration,
  });
}

export function staleEvent(scene: Scene, thing: Thing): void {
  const random = scene.random;
  scene.events.push({
    entity: thing.id,
    event: random.pick(["appears", "flashes", "moves", "shakes"] as const),
    secondsAgo: random.between(10, 45),
  });
}

/** Small talk before the line that counts. */
export function earlier(scene: Scene, latest: number): void {
  const random = scene.random;
  let at = latest + random.between(2, 8);
  const lines = [];
  for (let i = random.integer(1, 3); i > 0; i--) {
    const npc = random.chance(0.5);
    lines.push({
      speaker: npc ? "npc" : "player",
      text: npc
        ? random.pick(part(BEFORE_NPC, scene.split))
        : voice(random, random.pick(part(BEFORE_PLAYER, scene.split))),
      secondsAgo: at,
    });
    at += random.between(2, 12);
  }
  scene.chat.unshift(...lines.reverse());
}

/** Gaze somewhere, old noises, a thing stirring: none of it newer or stronger than the words. */
export function distract(scene: Scene, target: Thing | null, strength = 1): void {
  const random = scene.random;
  const rest = objects(scene).filter((t) => t !== target);
  if (random.chance(0.3 * strength)) background(scene);
  if (rest.length > 0 && random.chance(0.15 * strength)) staleSound(scene, random.pick(rest));
  if (rest.length > 0 && random.chance(0.15 * strength)) staleEvent(scene, random.pick(rest));
  if (rest.length > 0 && random.chance(0.15 * strength))
    scene.events.push({
      entity: random.pick(rest).id,
      event: random.pick(["moves", "appears"] as const),
      secondsAgo: random.between(2.5, 8),
    });
  if (scene.npc && rest.length > 0 && random.chance(0.4)) scene.npc.current = random.pick(rest).id;
}

/** Where the viewer looks when it means nothing: often at something else, seldom at the target. */
export function idleGaze(scene: Scene, target: Thing | null): void {
  const random = scene.random;
  const rest = objects(scene).filter((t) => t !== target);
  if (!scene.viewer || !random.chance(0.55)) return;
  if (target && random.chance(0.2)) gazeAt(scene, target);
  else if (rest.length > 0) gazeAt(scene, random.pick(rest));
}
