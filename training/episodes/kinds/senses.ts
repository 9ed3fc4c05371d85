/** Sounds and sights that call for a look, against words, against each other, and with senses cut. */

import type { EventKind } from "../../../src/model/percepts.js";
import { background, distract, earlier, idleGaze, staleEvent, staleSound } from "../clutter.js";
import { type Field, finish } from "../finish.js";
import { distance, seenFrom } from "../geometry.js";
import { SMALL_TALK } from "../phrasings/ask.js";
import { TALK_MORE } from "../phrasings/asks.js";
import { HEARD_EVERYDAY } from "../phrasings/everyday.js";
import { HEARD } from "../phrasings/heard.js";
import {
  BY_SOUND,
  DANGER_AT,
  DANGER_BEHIND,
  IGNORE_NOISE,
  OLD_TALK,
  WHAT_NOISE,
} from "../phrasings/situations.js";
import { voice } from "../phrasings/voices.js";
import * as by from "../refer/index.js";
import { buildScene, centreOf, objects, people, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import type { SoundKind, Triple } from "../types.js";
import { ask, done, type Kind, say } from "./named.js";

/** Usual level at 1 m and length in seconds. */
const SOUNDS: Record<SoundKind, readonly [number, number, number, number]> = {
  alarm: [78, 95, 4, 30],
  applause: [66, 80, 2, 8],
  bell: [64, 80, 1, 4],
  crash: [78, 96, 0.4, 1.5],
  drone: [45, 60, 60, 600],
  footsteps: [42, 56, 1, 6],
  knock: [58, 72, 0.6, 2],
  music: [52, 70, 30, 300],
  speech: [55, 66, 1, 6],
  whisper: [32, 42, 1, 3],
};

/** A sound that begins now. */
export function sound(
  scene: Scene,
  source: Thing,
  kind: SoundKind,
  ago = scene.random.between(0.1, 0.9),
): void {
  const [low, high, short, long] = SOUNDS[kind];
  const random = scene.random;
  const place = random.weighted([
    ["entity", 7],
    ["both", 2],
    ["position", source.person ? 0 : 1],
  ] as const);
  scene.sounds.push({
    ...(place !== "position" ? { entity: source.id } : {}),
    ...(place !== "entity"
      ? { position: centreOf(source).map((x) => Math.round(x * 1000) / 1000) as Triple }
      : {}),
    sound: kind,
    levelDb: random.between(low, high),
    startedSecondsAgo: ago,
    durationSeconds: Math.max(random.between(short, long), kind === "crash" ? 0 : ago + 0.3),
  });
}

const EVENTS: readonly EventKind[] = ["appears", "flashes", "moves", "shakes"];
const LOUD: readonly SoundKind[] = ["alarm", "crash", "applause", "bell"];
const BY_PEOPLE: readonly SoundKind[] = ["footsteps", "speech", "whisper", "applause"];
const BY_THINGS: readonly SoundKind[] = ["alarm", "bell", "crash", "knock", "music", "drone"];

const sceneFor = (...args: Parameters<typeof buildScene>) => buildScene(...args);

/** Near enough to be heard well. */
const near = (scene: Scene, thing: Thing) =>
  distance(scene.npc?.position ?? scene.viewer!.position, thing.position) < 9;

/** In sight of the listener. */
export function inSight(scene: Scene, thing: Thing): boolean {
  if (!scene.npc) return true;
  const s = seenFrom(scene.npc, thing.position);
  return s.ahead > 0.3 && Math.abs(s.azimuth) < 0.95;
}

/** What knocks is a door, where there is one. */
const sourceOf = (scene: Scene, kind: SoundKind, drawn: Thing): Thing =>
  kind === "knock" ? (objects(scene).find((t) => t.kind === "door") ?? drawn) : drawn;

/** Somebody or something in hearing, and the noise that it makes. */
function drawNoise(scene: Scene): { kind: SoundKind; target: Thing } | null {
  const { random } = scene;
  const crowd = people(scene);
  const person = crowd.length > 0 && random.chance(0.4);
  const kind = random.pick(person ? BY_PEOPLE : BY_THINGS.filter((k) => k !== "drone"));
  const target = sourceOf(scene, kind, random.pick(person ? crowd : objects(scene)));
  return near(scene, target) ? { kind, target } : null;
}

/** A new noise with nothing else new. */
export const noise: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 3) });
  if (!scene) return null;
  const drawn = drawNoise(scene);
  if (!drawn) return null;
  const { kind, target } = drawn;
  idleGaze(scene, null);
  distract(scene, target, 0.8);
  scene.events = scene.events.filter((e) => e.secondsAgo > 5);
  sound(scene, target, kind, random.between(0.1, 0.7));
  if (random.chance(0.3))
    scene.chat.push({
      speaker: "player",
      text: voice(random, random.pick(part(OLD_TALK, split))),
      secondsAgo: random.between(25, 55),
    });
  return finish(scene, { any: [target.id], kind: `noise: ${kind}` }, ["viewer", "kind"]);
};

/** A quiet new sound beside a louder one that has gone on for long. */
export const quietAgainstDrone: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(1, 3) });
  if (!scene) return null;
  const person = random.chance(0.5);
  const target = random.pick(person ? people(scene) : objects(scene));
  const source = random.pick(
    objects(scene)
      .filter((t) => t !== target)
      .concat([]),
  );
  if (!source || distance(scene.npc?.position ?? scene.viewer!.position, target.position) > 4.5) return null;
  idleGaze(scene, null);
  const kind: SoundKind = person
    ? random.pick(["whisper", "footsteps", "speech"] as const)
    : random.pick(["knock", "bell"] as const);
  sound(scene, target, kind);
  scene.sounds[0]!.levelDb = Math.max(scene.sounds[0]!.levelDb, 42);
  scene.sounds.push({
    entity: source.id,
    sound: random.pick(["music", "drone"] as const),
    levelDb: random.between(58, 74),
    startedSecondsAgo: random.between(30, 300),
    durationSeconds: random.between(310, 900),
  });
  scene.sounds = random.shuffle(scene.sounds);
  return finish(scene, { any: [target.id], kind: "quiet new against loud old" }, ["viewer", "kind"]);
};

/** "What was that?" */
export const askNoise: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 3) });
  if (!scene) return null;
  const drawn = drawNoise(scene);
  if (!drawn) return null;
  const { kind, target } = drawn;
  idleGaze(scene, target);
  distract(scene, target);
  const ongoing = kind === "music" && random.chance(0.5);
  if (ongoing) scene.sounds = [];
  sound(scene, target, kind, ongoing ? random.between(8, 60) : random.between(1, 3.5));
  const own = scene.sounds[scene.sounds.length - 1]!;
  own.durationSeconds = ongoing ? own.startedSecondsAgo + 60 : own.durationSeconds;
  // A second sound that the words do not fit.
  let text = ongoing
    ? random.pick(parts([BY_SOUND.music!, HEARD.music!, HEARD_EVERYDAY.music!], split))
    : random.pick(part(WHAT_NOISE, split));
  const rest = objects(scene).filter((t) => t !== target);
  if (!ongoing && random.chance(0.55)) {
    text = random.pick(parts([BY_SOUND[kind]!, HEARD[kind]!, HEARD_EVERYDAY[kind]!], split));
    const clash = {
      alarm: ["bell"],
      bell: ["alarm"],
      speech: ["whisper"],
      whisper: ["speech"],
      crash: ["knock"],
      knock: ["crash"],
      applause: [],
      footsteps: [],
      music: [],
      drone: [],
    } as Record<SoundKind, SoundKind[]>;
    const decoy = random.pick(
      (["alarm", "bell", "crash", "knock", "music"] as SoundKind[]).filter(
        (k) => k !== kind && !clash[kind].includes(k),
      ),
    );
    if (rest.length > 0 && random.chance(0.5)) sound(scene, random.pick(rest), decoy, random.between(1, 4));
  }
  scene.sounds = random.shuffle(scene.sounds);
  scene.chat.push({ speaker: "player", text: voice(random, text), secondsAgo: random.between(0.2, 0.9) });
  return done(scene, "what was that noise?", target, ["viewer", "kind"]);
};

/** Something happens in sight. */
export const event: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 3) });
  if (!scene) return null;
  const all = [...objects(scene), ...people(scene)].filter((t) => inSight(scene, t));
  if (all.length === 0) return null;
  const target = random.pick(all);
  idleGaze(scene, null);
  const rest = objects(scene).filter((t) => t !== target);
  if (random.chance(0.4)) background(scene);
  if (random.chance(0.25) && rest.length > 0) staleSound(scene, random.pick(rest));
  // Several old ones, one new.
  for (const thing of random.sample(rest, random.integer(0, 2))) staleEvent(scene, thing);
  scene.events.push({ entity: target.id, event: random.pick(EVENTS), secondsAgo: random.between(0.05, 0.9) });
  scene.events = random.shuffle(scene.events);
  if (random.chance(0.25))
    scene.chat.push({
      speaker: "player",
      text: voice(random, random.pick(part(OLD_TALK, split))),
      secondsAgo: random.between(25, 55),
    });
  return finish(scene, { any: [target.id], kind: "event" }, ["viewer", "npc"]);
};

/** Alarm or crash right now against a question. */
export const alarmOverTalk: Kind = (random, split) => {
  const scene = sceneFor(random, split);
  if (!scene) return null;
  const [source, asked] = random.sample(objects(scene), 2);
  if (!source || !asked || !near(scene, source)) return null;
  const ref = by.anyRef(scene, asked);
  if (!ref) return null;
  idleGaze(scene, asked);
  const speaker = random.chance(0.6) ? "player" : (people(scene)[0]?.id ?? "player");
  const small = random.chance(0.35);
  scene.chat.push({
    speaker,
    text: voice(
      random,
      small ? random.pick(parts([SMALL_TALK, TALK_MORE], split)) : ask(scene, ref.text, asked),
    ),
    secondsAgo: random.between(1, 5),
  });
  sound(scene, source, random.pick(["alarm", "crash"] as const), random.between(0.05, 0.7));
  scene.sounds[0]!.levelDb = random.between(84, 97);
  return finish(scene, { any: [source.id], referents: small ? [] : [asked.id], kind: "alarm over talk" }, [
    ...ref.needs,
    "viewer",
    "kind",
  ]);
};

/** The alarm has gone on for long, is far off, or is only spoken of: the question wins. */
export const talkOverNoise: Kind = (random, split) => {
  const scene = sceneFor(random, split, { clones: random.integer(0, 3) });
  if (!scene) return null;
  const [source, target] = random.sample(objects(scene), 2);
  if (!source || !target) return null;
  idleGaze(scene, null);
  const ref = by.anyRef(scene, target);
  if (!ref) return null;
  const way = random.integer(0, 2);
  sound(
    scene,
    source,
    way === 0 ? "alarm" : random.pick(LOUD),
    way === 2 ? random.between(0.3, 1.5) : random.between(15, 60),
  );
  const own = scene.sounds[0]!;
  if (way === 0) own.durationSeconds = own.startedSecondsAgo + random.between(10, 60);
  if (way === 2) {
    // Far out of the room: at the ears it is faint.
    source.position = [
      source.position[0] + 60 * (random.chance(0.5) ? 1 : -1),
      source.position[1],
      source.position[2] + random.between(-30, 30),
    ];
    if (own.position) own.position = source.position.map((x) => Math.round(x * 1000) / 1000) as Triple;
    own.levelDb = random.between(62, 76);
    if (ref.how !== "name" && ref.how !== "use" && ref.how !== "story" && ref.how !== "material") return null;
  }
  const text =
    way === 0 && random.chance(0.6)
      ? random.pick(part(IGNORE_NOISE, split)).replace("{X}", ref.text)
      : ask(scene, ref.text, target);
  say(scene, text);
  return done(scene, "talk over noise", target, ref.needs);
};

/** "Watch out for the barrel!", "behind you!" */
export const danger: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 2), player: true });
  if (!scene?.npc) return null;
  const talker = people(scene)[0]?.id ?? "player";
  const speaker = random.chance(0.6) ? "player" : talker;
  const rest = objects(scene);
  idleGaze(scene, null);
  const npc = scene.npc;
  const behind = rest.filter((t) => {
    const s = seenFrom(npc, t.position);
    return s.ahead < -0.8 && Math.abs(s.azimuth) > 2.1;
  });
  let target: Thing;
  let text: string;
  const needs: Field[] = ["npc", "kind"];
  if (random.chance(0.5)) {
    if (behind.length !== 1) return null;
    target = behind[0]!;
    text = random.pick(part(DANGER_BEHIND, split));
  } else {
    target = random.pick(rest);
    const ref = by.anyRef(scene, target);
    if (!ref || speaker !== "player") return null;
    needs.push(...ref.needs);
    text = random.pick(part(DANGER_AT, split)).replace("{X}", ref.text);
  }
  // Meanwhile another asks an ordinary question, or music plays.
  const asked = random.pick(rest);
  const ref = asked !== target ? by.byName(scene, asked) : null;
  if (ref && random.chance(0.5))
    scene.chat.push({
      speaker: "player",
      text: voice(random, ask(scene, ref.text, asked)),
      secondsAgo: random.between(2, 6),
    });
  if (random.chance(0.4)) background(scene);
  scene.chat.push({ speaker, text: voice(random, text), secondsAgo: random.between(0.1, 1) });
  return done(scene, "danger told", target, needs);
};

/** A whispered name against loud music. */
export const whisperedName: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(1, 3) });
  if (!scene?.npc?.name) return null;
  const speaker = random.pick(people(scene));
  const source = random.pick(objects(scene));
  if (distance(scene.npc.position, speaker.position) > 6) return null;
  idleGaze(scene, null);
  const n = scene.npc.name;
  const text = random.pick([
    `psst, ${n}`,
    `${n}`,
    `${n}!`,
    `hey ${n}`,
    `${n.toLowerCase()}...`,
    `${n}, over here`,
    `${n}? can you hear me?`,
    `pssst ${n} come closer`,
  ]);
  scene.chat.push({ speaker: speaker.id, text, secondsAgo: random.between(0.2, 1.5) });
  sound(scene, speaker, "whisper", random.between(0.2, 1));
  scene.sounds.push({
    entity: source.id,
    sound: random.pick(["music", "drone", "applause"] as const),
    levelDb: random.between(64, 80),
    startedSecondsAgo: random.between(20, 200),
    durationSeconds: random.between(210, 500),
  });
  return finish(scene, { any: [speaker.id], referents: [], kind: "name whispered" }, [
    "viewer",
    "npc",
    "kind",
  ]);
};

/** One sense is cut: what it would have told must not matter. */
export const cut: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 2) });
  if (!scene) return null;
  const [a, b, c] = random.sample(objects(scene), 3);
  if (!a || !b || !c || !near(scene, a)) return null;
  const ref = by.byName(scene, b);
  if (!ref) return null;
  idleGaze(scene, null);
  const alarm = () => sound(scene, a, random.pick(["alarm", "crash"] as const), random.between(0.1, 0.6));
  const flash = (thing: Thing) =>
    scene.events.push({
      entity: thing.id,
      event: random.pick(EVENTS),
      secondsAgo: random.between(0.05, 0.6),
    });
  const question = () => say(scene, ask(scene, ref.text, b));
  const way = random.integer(0, 8);
  const end = (senses: Scene["senses"], expected: Thing | null, referents?: Thing[]) => {
    scene.senses = senses;
    const kind = `senses cut: ${["sight", "hearing", "chat"].filter((s) => !senses?.includes(s as "sight")).join(" and ")}`;
    return finish(
      scene,
      expected
        ? { any: [expected.id], ...(referents ? { referents: referents.map((t) => t.id) } : {}), kind }
        : { none: true, kind },
      [...ref.needs, "viewer", "kind", "npc"],
    );
  };
  if (way === 0) {
    alarm();
    question();
    return end(["sight", "chat"], b, [b]);
  }
  if (way === 1) {
    alarm();
    return end(["sight", "chat"], null);
  }
  if (way === 2) {
    question();
    alarm();
    return end(["sight", "hearing"], a);
  }
  if (way === 3) {
    question();
    return end(["sight", "hearing"], null);
  }
  if (way === 4 && inSight(scene, c)) {
    question();
    flash(c);
    return end(["sight", "hearing"], c);
  }
  if (way === 5) {
    flash(c);
    return end(["hearing", "chat"], null);
  }
  if (way === 6) {
    flash(c);
    question();
    return end(["hearing", "chat"], b, [b]);
  }
  if (way === 7) {
    flash(c);
    question();
    alarm();
    return end(["hearing"], a);
  }
  if (way === 8 && inSight(scene, c)) {
    flash(c);
    question();
    alarm();
    return end(["sight"], c);
  }
  return null;
};

/** All that happened is over: nothing deserves attention. */
export const stale: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 2) });
  if (!scene) return null;
  idleGaze(scene, null);
  const [a, b] = random.sample(objects(scene), 2);
  if (!a || !b) return null;
  if (random.chance(0.6)) staleSound(scene, a, 18);
  if (random.chance(0.5)) {
    staleEvent(scene, b);
    for (const e of scene.events) e.secondsAgo += 10;
  }
  if (random.chance(0.6)) {
    const ref = by.anyRef(scene, b);
    const line = ref && random.chance(0.4) ? ask(scene, ref.text, b) : random.pick(part(OLD_TALK, split));
    scene.chat.push({ speaker: "player", text: voice(random, line), secondsAgo: random.between(38, 59) });
  }
  if (random.chance(0.4)) background(scene);
  return finish(scene, { none: true, kind: "all stale" }, ["viewer"]);
};

/** Nothing at all, or a boring hum. */
export const boring: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 2) });
  if (!scene) return null;
  idleGaze(scene, null);
  if (random.chance(0.6)) background(scene);
  return finish(scene, { none: true, kind: "nothing worth it" }, ["viewer"]);
};

/** Something stale, and one thing that is of now. */
export const currentOverStale: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: random.integer(0, 2) });
  if (!scene) return null;
  const [old, target, third] = random.sample(objects(scene), 3);
  if (!old || !target || !third) return null;
  idleGaze(scene, null);
  staleSound(scene, old, 15);
  if (random.chance(0.6)) staleEvent(scene, old);
  const ref = by.anyRef(scene, third);
  if (ref && random.chance(0.6))
    scene.chat.push({
      speaker: "player",
      text: voice(random, ask(scene, ref.text, third)),
      secondsAgo: random.between(35, 58),
    });
  if (random.chance(0.5)) {
    if (!near(scene, target)) return null;
    sound(scene, target, random.pick(["knock", "bell", "crash"] as const));
  } else {
    if (!inSight(scene, target)) return null;
    scene.events.push({
      entity: target.id,
      event: random.pick(EVENTS),
      secondsAgo: random.between(0.05, 0.8),
    });
  }
  return finish(scene, { any: [target.id], kind: "now over then" }, ["viewer", "npc"]);
};

/** A near stir against a far one at the same moment; a stir against a louder call. */
export const eventsCompete: Kind = (random, split) => {
  const scene = sceneFor(random, split, { people: 0 });
  if (!scene) return null;
  const [target, decoy] = random.sample(
    objects(scene).filter((t) => inSight(scene, t)),
    2,
  );
  if (!target || !decoy) return null;
  idleGaze(scene, null);
  const way = random.chance(0.5);
  if (way) {
    // Words about a thing, a mild stir elsewhere: the words.
    const ref = by.anyRef(scene, target);
    if (!ref) return null;
    scene.events.push({
      entity: decoy.id,
      event: random.pick(["moves", "appears"] as const),
      secondsAgo: random.between(0.8, 2.5),
    });
    scene.chat.push({
      speaker: "player",
      text: voice(random, ask(scene, ref.text, target)),
      secondsAgo: random.between(0.1, 0.8),
    });
    if (random.chance(0.3)) earlier(scene, 1);
    return done(scene, "words over a stir", target, ref.needs);
  }
  // A crash over a mild stir elsewhere.
  sound(scene, target, random.pick(["crash", "alarm"] as const), random.between(0.1, 0.5));
  scene.events.push({ entity: decoy.id, event: "moves", secondsAgo: random.between(0.3, 1.5) });
  return finish(scene, { any: [target.id], kind: "crash over a stir" }, ["viewer", "npc"]);
};
