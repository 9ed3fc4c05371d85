/** Noises, sights and words at once, in rooms where much goes on: what is new, what is asked for, what is urgent. */
import type { EventKind } from "../../../src/model/percepts.js";
import { background, idleGaze, staleEvent, staleSound } from "../clutter.js";
import { type Field, finish } from "../finish.js";
import { distance } from "../geometry.js";
import { ASK_MORE } from "../phrasings/asks.js";
import { ASK_CHATTY } from "../phrasings/chatty.js";
import { HEARD_EVERYDAY } from "../phrasings/everyday.js";
import { NEVER_MIND_NOISE, PERILS, REMARKS, SAID_OF_SOUND } from "../phrasings/happenings.js";
import { HEARD } from "../phrasings/heard.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import * as by from "../refer/index.js";
import { buildScene, objects, people, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import type { SoundKind, Split } from "../types.js";
import { done, type Kind } from "./named.js";
import { inSight, sound } from "./senses.js";

/** What words for a kind of sound would fit as well. */
const ALIKE: Readonly<Record<SoundKind, readonly SoundKind[]>> = {
  alarm: ["bell", "drone"],
  bell: ["alarm", "crash"],
  crash: ["knock", "alarm"],
  knock: ["crash", "footsteps"],
  speech: ["whisper", "music"],
  whisper: ["speech", "footsteps"],
  music: ["speech"],
  drone: ["alarm", "music"],
  footsteps: ["knock", "whisper"],
  applause: ["music"],
};
const ALL = Object.keys(ALIKE) as SoundKind[];
const LONG: readonly SoundKind[] = ["music", "drone"];
const HUMAN: readonly SoundKind[] = ["footsteps", "speech", "whisper", "applause"];
const DOORS = ["front", "back", "garden", "side", "cellar", "kitchen", "stage", "loading", "emergency"];
const EVENTS: readonly EventKind[] = ["appears", "flashes", "moves", "shakes"];

const room = (random: Random, split: Split) =>
  buildScene(random, split, { people: random.integer(0, 4), count: random.integer(3, 9) });

const ears = (scene: Scene) => scene.npc?.position ?? scene.viewer!.position;
const audible = (scene: Scene, thing: Thing) => distance(ears(scene), thing.position) < 9;

/** Turns some things into doors, so that there is more than one to knock at. */
function addDoors(scene: Scene): Thing[] {
  const { random } = scene;
  const words = random.shuffle(DOORS);
  const count = random.integer(1, Math.min(3, objects(scene).length));
  return random.sample(objects(scene), count).map((thing, i) => {
    const label = count === 1 && random.chance(0.5) ? "door" : `${words[i]} door`;
    Object.assign(thing, { kind: "door", label, names: [label], description: "", noun: null, shape: "box" });
    return thing;
  });
}

function sourceOf(scene: Scene, kind: SoundKind): Thing | undefined {
  const { random } = scene;
  if (kind === "knock") return random.pick(addDoors(scene));
  const list = HUMAN.includes(kind) ? people(scene) : objects(scene);
  const free = list.filter((t) => scene.sounds.every((s) => s.entity !== t.id) && audible(scene, t));
  return free.length > 0 ? random.pick(free) : undefined;
}

/** A sound that began `ago` and may go on. */
function add(scene: Scene, thing: Thing, kind: SoundKind, ago: number, over = false): void {
  sound(scene, thing, kind, ago);
  const own = scene.sounds[scene.sounds.length - 1]!;
  own.entity = thing.id;
  delete own.position;
  if (!over && LONG.includes(kind)) own.durationSeconds = ago * 2 + 100;
  if (over) own.durationSeconds = Math.min(ago - 0.2, scene.random.between(0.4, 1.5));
  if (LONG.includes(kind)) own.levelDb = scene.random.between(kind === "music" ? 60 : 44, 86);
}

/** "Where does that bleeping come from?", while other things sound too, some of them louder or newer. */
export const askedOfSound: Kind = (random, split) => {
  const scene = room(random, split);
  if (!scene) return null;
  const kind = random.pick(ALL);
  const target = sourceOf(scene, kind);
  if (!target || !audible(scene, target)) return null;
  idleGaze(scene, target);
  const goesOn = LONG.includes(kind) || (kind === "alarm" && random.chance(0.6));
  if (goesOn) {
    add(scene, target, kind, random.between(10, LONG.includes(kind) ? 4000 : 60));
    const own = scene.sounds[0]!;
    own.durationSeconds = own.startedSecondsAgo + random.between(20, 900);
  } else add(scene, target, kind, random.between(0.9, 3.2), random.chance(0.7));
  const others = random.shuffle(ALL.filter((k) => k !== kind && !ALIKE[kind].includes(k) && k !== "knock"));
  for (const other of others.slice(0, random.integer(1, 3))) {
    const source = sourceOf(scene, other);
    if (!source || source === target) continue;
    add(
      scene,
      source,
      other,
      LONG.includes(other) ? random.between(30, 4000) : random.between(0.4, 9),
      random.chance(0.5) && !LONG.includes(other),
    );
  }
  if (random.chance(0.3)) staleEvent(scene, random.pick(objects(scene)));
  if (random.chance(0.25))
    scene.events.push({
      entity: random.pick(objects(scene)).id,
      event: random.pick(EVENTS),
      secondsAgo: random.between(0.2, 4),
    });
  scene.sounds = random.shuffle(scene.sounds);
  scene.chat.push({
    speaker: "player",
    text: voice(
      random,
      random.pick(parts([SAID_OF_SOUND[kind] ?? [], HEARD[kind]!, HEARD_EVERYDAY[kind]!], split)),
    ),
    secondsAgo: random.between(0.2, 1),
  });
  if (scene.npc && random.chance(0.4)) scene.npc.current = random.pick(objects(scene)).id;
  return done(scene, `asked of ${kind}`, target, ["viewer", "kind"]);
};

/** How much a new sound calls for a look. */
const URGENCY: Readonly<Record<SoundKind, number>> = {
  alarm: 5,
  crash: 5,
  bell: 3,
  knock: 3,
  applause: 3,
  speech: 2.4,
  footsteps: 1.4,
  whisper: 1,
  music: 2,
  drone: 0,
};

/** Something new among what has gone on for long, and among fainter news. */
export const newest: Kind = (random, split) => {
  const scene = room(random, split);
  if (!scene) return null;
  const kind = random.pick(ALL.filter((k) => k !== "drone" && k !== "music"));
  const target = sourceOf(scene, kind);
  if (!target || !audible(scene, target)) return null;
  idleGaze(scene, null);
  add(scene, target, kind, random.between(0.1, 0.7));
  const loud = scene.sounds[0]!.levelDb - 6 * Math.log2(Math.max(1, distance(ears(scene), target.position)));
  // Old ones may be louder; an alarm that has rung for half a minute is no news.
  for (let i = random.integer(0, 2); i > 0; i--) {
    const old = random.pick(["music", "drone", "alarm"] as const);
    const source = sourceOf(scene, old);
    if (source && source !== target)
      add(scene, source, old, random.between(old === "alarm" ? 35 : 20, old === "alarm" ? 90 : 3000));
    const own = scene.sounds[scene.sounds.length - 1]!;
    if (own.sound === "alarm") own.durationSeconds = own.startedSecondsAgo + random.between(5, 60);
  }
  const fainter = ALL.filter((k) => URGENCY[k] < URGENCY[kind] - 1 && k !== "drone" && k !== "music");
  if (fainter.length > 0 && random.chance(0.35) && loud > 55) {
    const faint = random.pick(fainter);
    const source = sourceOf(scene, faint);
    if (source && source !== target) add(scene, source, faint, random.between(0.1, 0.9));
  }
  if (random.chance(0.3)) staleSound(scene, random.pick(objects(scene).filter((t) => t !== target)));
  for (const thing of random.sample(objects(scene), random.integer(0, 2)))
    if (thing !== target) staleEvent(scene, thing);
  remark(scene, target);
  scene.sounds = random.shuffle(scene.sounds);
  return finish(scene, { any: [target.id], kind: `new among old: ${kind}` }, ["viewer", "kind", "npc"]);
};

/** A remark a while ago, which is answered by now. */
function remark(scene: Scene, target: Thing): void {
  const { random } = scene;
  if (!random.chance(0.5)) return;
  const thing = random.pick(objects(scene).filter((t) => t !== target));
  const text = random.pick(part(REMARKS, scene.split)).replace("{X}", `the ${thing?.label ?? "place"}`);
  scene.chat.push({ speaker: "player", text: voice(random, text), secondsAgo: random.between(9, 25) });
}

/** Something happens in sight; faint noises and old stirs beside it. */
export const sightOverFaint: Kind = (random, split) => {
  const scene = room(random, split);
  if (!scene) return null;
  const seen = [...objects(scene), ...people(scene)].filter((t) => inSight(scene, t));
  if (seen.length === 0) return null;
  const target = random.pick(seen);
  idleGaze(scene, null);
  scene.events.push({ entity: target.id, event: random.pick(EVENTS), secondsAgo: random.between(0.1, 0.6) });
  const rest = objects(scene).filter((t) => t !== target);
  // One that stirs again and again has lost its charm.
  if (rest.length > 0 && random.chance(0.5)) {
    const dull = random.pick(rest);
    for (const ago of [6.2, 4.2, 2.2])
      scene.events.push({ entity: dull.id, event: random.pick(["moves", "flashes"]), secondsAgo: ago });
  }
  const talker = people(scene).find((t) => t !== target && distance(ears(scene), t.position) > 3.5);
  if (talker && random.chance(0.5))
    add(scene, talker, random.pick(["whisper", "footsteps"]), random.between(0.2, 1.5));
  if (random.chance(0.4)) background(scene);
  if (rest.length > 0 && random.chance(0.3)) staleSound(scene, random.pick(rest));
  remark(scene, target);
  scene.events = random.shuffle(scene.events);
  return finish(scene, { any: [target.id], kind: "sight over faint noise" }, ["viewer", "kind", "npc"]);
};

/** "Quick, the pan's on fire!", over music, bells and talk. */
export const peril: Kind = (random, split) => {
  const scene = room(random, split);
  if (!scene) return null;
  const target = random.pick(objects(scene));
  const ref = by.anyRef(scene, target);
  if (!ref) return null;
  idleGaze(scene, random.chance(0.5) ? target : null);
  remark(scene, target);
  const needs: Field[] = ["viewer", "kind", ...ref.needs];
  if (random.chance(0.35))
    scene.events.push({ entity: target.id, event: "shakes", secondsAgo: random.between(0.3, 1.2) });
  if (random.chance(0.6)) {
    const kind = random.pick(["music", "bell", "speech", "drone"] as const);
    const source = sourceOf(scene, kind);
    if (source && source !== target)
      add(scene, source, kind, LONG.includes(kind) ? 100 : random.between(0.1, 2));
  }
  const text = random.pick(part(PERILS, split)).replace("{X}", ref.text);
  scene.chat.push({ speaker: "player", text: voice(random, text), secondsAgo: random.between(0.1, 0.8) });
  return done(scene, "peril told", target, needs);
};

/** A question stays a question, whatever hums, rings for long or stirs a little. */
export const questionThroughNoise: Kind = (random, split) => {
  const scene = room(random, split);
  if (!scene) return null;
  const target = random.pick(objects(scene));
  const ref = by.anyRef(scene, target);
  if (!ref) return null;
  idleGaze(scene, random.chance(0.3) ? target : null);
  const told = random.chance(0.4);
  const kind = told
    ? random.pick(["alarm", "bell", "crash"] as const)
    : random.pick([...LONG, "alarm"] as const);
  const source = sourceOf(scene, kind);
  if (!source || source === target) return null;
  add(scene, source, kind, told ? random.between(1.5, 12) : random.between(35, 3000));
  const own = scene.sounds[0]!;
  own.durationSeconds = Math.max(own.durationSeconds, told ? 0 : own.startedSecondsAgo + 60);
  const crowd = people(scene);
  if (crowd.length > 0 && random.chance(0.4))
    add(scene, random.pick(crowd), "footsteps", random.between(0.2, 3));
  if (random.chance(0.4))
    scene.events.push({
      entity: random.pick(objects(scene).filter((t) => t !== target)).id,
      event: random.pick(["moves", "appears"] as const),
      secondsAgo: random.between(1.5, 6),
    });
  const lists = told ? [NEVER_MIND_NOISE] : [ASK_CHATTY, ASK_MORE];
  const text = random.pick(parts(lists, split)).replace("{X}", ref.text);
  scene.chat.push({ speaker: "player", text: voice(random, text), secondsAgo: random.between(0.2, 0.9) });
  return done(scene, "question through noise", target, ["viewer", "kind", ...ref.needs]);
};
