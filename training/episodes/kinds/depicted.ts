/** Pictures of things beside the things themselves, and two things asked about at once. */
import { distract, idleGaze } from "../clutter.js";
import { type Field, finish, gazeAt, offGaze } from "../finish.js";
import {
  DEPICTED_CALLED,
  DEPICTED_TOLD,
  NOT_DEPICTED,
  THESE_TWO,
  TWO_COMPARED,
} from "../phrasings/depicted.js";
import type { Random } from "../random.js";
import { buildScene, objects, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { ask, done, fill, type Kind, say, withArticles } from "./named.js";

/** Radians between the two that are looked at and the nearest other. */
const APART = 0.3;

const words = (bearer: Thing, shown: Thing) => ({ N: bearer.label, Y: shown.label, a: "a" });

const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** "the plate with the boat" is the plate, "the boat" the boat. */
export const depicted: Kind = (random, split) => {
  const scene = buildScene(random, split, { count: random.integer(3, 8), people: random.integer(0, 1) });
  if (!scene) return null;
  const pair = twoUnlike(scene);
  if (!pair) return null;
  const [bearer, shown] = pair;
  idleGaze(scene, null);
  bearer.description = capital(
    withArticles(fill(random.pick(part(DEPICTED_TOLD, split)), words(bearer, shown))),
  );
  const isReal = random.chance(0.4);
  // Sometimes there is none of what the picture shows.
  if (!isReal && random.chance(0.3)) scene.things = scene.things.filter((thing) => thing !== shown);
  const target = isReal ? shown : bearer;
  const called = fill(
    random.pick(part(isReal ? NOT_DEPICTED : DEPICTED_CALLED, split)),
    words(bearer, shown),
  );
  distract(scene, target);
  say(scene, ask(scene, withArticles(called), target));
  return done(scene, isReal ? "not the picture" : "bears a picture", target, ["names", "description"]);
};

/** Two things that nothing else here is called like; null where the dice say otherwise. */
function twoUnlike(scene: Scene): readonly [Thing, Thing] | null {
  const [a, b] = scene.random.sample(objects(scene), 2);
  if (!a || !b) return null;
  const nouns = [a.noun, b.noun];
  const alike = scene.things.filter(({ noun }) => noun !== null && nouns.includes(noun));
  return a.noun !== b.noun && alike.every((thing) => thing === a || thing === b) ? [a, b] : null;
}

/** Both are meant. */
export const compared: Kind = (random, split) => {
  const scene = buildScene(random, split, { count: random.integer(3, 8) });
  if (!scene) return null;
  const pair = twoUnlike(scene);
  if (!pair) return null;
  const [first, second] = pair;
  idleGaze(scene, null);
  say(
    scene,
    fill(random.pick(part(TWO_COMPARED, split)), { X: `the ${first.label}`, Y: `the ${second.label}` }),
  );
  return both(scene, "two compared", first, second, ["names"]);
};

/** Both are looked at. */
export const theseTwo: Kind = (random, split) => {
  const scene = buildScene(random, split, { count: random.integer(3, 7), clones: random.integer(0, 2) });
  const [first, second] = scene ? random.sample(objects(scene), 2) : [];
  if (!scene?.viewer || !first || !second) return null;
  putBeside(random, scene, first, second);
  gazeAt(scene, { ...first, position: half(first, second) });
  if (
    scene.things.some((t) => t !== first && t !== second && t !== scene.player && offGaze(scene, t) < APART)
  )
    return null;
  say(scene, random.pick(part(THESE_TWO, split)));
  return both(scene, "gaze: these two", first, second, ["viewer"]);
};

function both(scene: Scene, kind: string, a: Thing, b: Thing, needs: readonly Field[]) {
  const ids = [a.id, b.id];
  return finish(scene, { any: ids, referents: ids, kind }, needs);
}

/** The second comes to stand at the first's side, as the viewer sees them. */
function putBeside(random: Random, { viewer }: Scene, first: Thing, second: Thing): void {
  const [x, , z] = first.position;
  const away = Math.atan2(x - viewer!.position[0], z - viewer!.position[2]);
  const gap = (first.size[0] + second.size[0]) / 2 + random.between(0.1, 0.4);
  const side = random.chance(0.5) ? 1 : -1;
  second.position = [x + side * gap * Math.cos(away), second.position[1], z - side * gap * Math.sin(away)];
}

function half({ position: a }: Thing, { position: b }: Thing): Thing["position"] {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}
