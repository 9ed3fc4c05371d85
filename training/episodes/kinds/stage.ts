/**
 * A custom of speech that no training shows, for few-shot learning to be measured on: theatre people call the sides of
 * a stage as the actor has them, who faces the house. "Stage left" is right for who watches, "upstage" far from them.
 */
import { distract, idleGaze } from "../clutter.js";
import { STAGE_WAYS } from "../phrasings/stage.js";
import type { Random } from "../random.js";
import { extreme, inView, views } from "../refer/place.js";
import { type Head, headOf, others, type Ref } from "../refer/refer.js";
import { buildScene, objects, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { ask, done, fill, type Kind, say } from "./named.js";

/** Radians and metres by which the one meant stands out. */
const APART = 0.15;
const DEEPER = 0.7;

export const stage: Kind = (random, split) => {
  const scene = buildScene(random, split, sceneFor(random));
  if (!scene) return null;
  idleGaze(scene, null);
  for (const target of random.sample(objects(scene), 6)) {
    const head = headOf(scene, target, random.chance(0.2));
    const ref = head && byStage(scene, target, head);
    if (!ref) continue;
    distract(scene, target);
    say(scene, ask(scene, ref.text, target));
    return done(scene, "stage direction", target, ref.needs);
  }
  return null;
};

function sceneFor(random: Random) {
  const clones = random.integer(2, 4);
  return {
    clones,
    count: clones + random.integer(0, 5),
    layout: random.pick(["row", "near", "near"] as const),
  };
}

/** A word that fits the target alone of all that the noun fits, by a margin; null if there is none. */
function byStage(scene: Scene, target: Thing, head: Head): Ref | null {
  const seen = views(scene, head.rivals);
  const rest = others(head, target);
  if (!seen || rest.length === 0 || [...seen.values()].some((each) => !inView(each))) return null;
  const at = (thing: Thing) => seen.get(thing)!;
  const words = [
    ...(extreme(target, rest, (thing) => -at(thing).azimuth, APART) ? ["stage left"] : []),
    ...(extreme(target, rest, (thing) => at(thing).azimuth, APART) ? ["stage right"] : []),
    ...(extreme(target, rest, (thing) => -at(thing).ahead, DEEPER) ? ["upstage"] : []),
    ...(extreme(target, rest, (thing) => at(thing).ahead, DEEPER) ? ["downstage"] : []),
  ];
  if (words.length === 0) return null;
  const way = scene.random.pick(part(STAGE_WAYS, scene.split));
  return {
    text: fill(way, { N: head.noun, S: scene.random.pick(words) }),
    needs: ["viewer", ...head.needs],
    how: "stage direction",
    landmarks: [],
  };
}
