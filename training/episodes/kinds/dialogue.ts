/** What is meant depends on what was said before, where somebody looks, or on a correction. */
import { distract, idleGaze } from "../clutter.js";
import { finish, gazeAt, offGaze } from "../finish.js";
import { distance, seenFrom } from "../geometry.js";
import { SMALL_TALK, TO_OTHERS } from "../phrasings/ask.js";
import { NOT_BUT_MORE, TALK_MORE } from "../phrasings/asks.js";
import { NOT_BUT_EVERYDAY, TALK_EVERYDAY, TO_ANOTHER_EVERYDAY } from "../phrasings/everyday.js";
import {
  ABOUT_IT,
  ABOUT_PERSON,
  DEIXIS,
  LANDMARK_FIRST,
  NO_THE,
  NOT_BUT,
  NPC_ABOUT,
  OTHER_ONE,
} from "../phrasings/situations.js";
import { NOT_BUT_TURNS, THIS_TURNS } from "../phrasings/turns.js";
import { voice } from "../phrasings/voices.js";
import * as by from "../refer/index.js";
import { buildScene, candidates, centreOf, objects, people, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import { ask, done, fill, type Kind, say } from "./named.js";

export const deixis: Kind = (random, split) => {
  const scene = buildScene(random, split, { clones: random.integer(0, 3), people: random.integer(0, 2) });
  if (!scene) return null;
  const target = random.pick(objects(scene));
  gazeAt(scene, target);
  const size = Math.max(...target.size) / distance(scene.viewer!.position, centreOf(target));
  if (
    scene.things.some(
      (t) => t !== target && t !== scene.player && offGaze(scene, t) < Math.max(0.16, size / 2 + 0.1),
    )
  )
    return null;
  distract(scene, target);
  let text = random.pick(parts([DEIXIS, THIS_TURNS], split));
  if (random.chance(0.25))
    text = text.replace(
      /\b(this|that)\b( one)?(?=\W*$)/,
      `$1 ${random.chance(0.6) ? target.label : "thing"}`,
    );
  say(scene, text);
  return done(scene, "gaze: this one", target, ["viewer", "names"]);
};

/** Player asks about one thing, the NPC answers; then something that hangs on it. */
export function openingLines(scene: Scene, target: Thing): by.Ref | null {
  const random = scene.random;
  const ref = by.anyRef(scene, target);
  if (!ref) return null;
  let at = random.between(12, 25);
  scene.chat.push({
    speaker: "player",
    text: voice(random, ask(scene, ref.text, target), scene.npc?.name),
    secondsAgo: at,
  });
  if (random.chance(0.7)) {
    at -= random.between(2, 6);
    const spoken = random.chance(0.5) ? ref.text : target.person ? ref.text : `the ${target.label}`;
    scene.chat.push({
      speaker: "npc",
      text: random.pick(part(NPC_ABOUT, scene.split)).replace("{X}", spoken),
      secondsAgo: at,
    });
    if (scene.npc) scene.npc.current = target.id;
  }
  return ref;
}

const last = (scene: Scene, text: string) =>
  scene.chat.push({
    speaker: "player",
    text: voice(scene.random, text),
    secondsAgo: scene.random.between(0.2, 3),
  });

export const it: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(0, 1) });
  if (!scene) return null;
  idleGaze(scene, null);
  const [old, target] = random.sample(objects(scene), 2);
  if (!target || !old) return null;
  // Sometimes another thing was spoken of before.
  if (random.chance(0.3)) {
    const ref = by.anyRef(scene, old);
    if (ref)
      scene.chat.push({
        speaker: "player",
        text: voice(random, ask(scene, ref.text, old)),
        secondsAgo: random.between(30, 50),
      });
  }
  const ref = openingLines(scene, target);
  if (!ref) return null;
  last(scene, random.pick(part(ABOUT_IT, split)));
  distract(scene, target, 0.6);
  return done(scene, "it", target, [...ref.needs, "names"]);
};

export const him: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(2, 4), count: random.integer(2, 5) });
  const target = scene && people(scene).find((t) => t.person!.gender !== "n");
  if (!scene || !target) return null;
  idleGaze(scene, null);
  const ref = openingLines(scene, target);
  if (!ref) return null;
  const male = target.person!.gender === "m";
  last(
    scene,
    fill(random.pick(part(ABOUT_PERSON, split)), male ? { he: "he", him: "him" } : { he: "she", him: "her" }),
  );
  distract(scene, target, 0.6);
  return done(scene, "him, her", target, [...ref.needs, "names", "kind"]);
};

export const other: Kind = (random, split) => {
  const scene = buildScene(random, split, { clones: 2, count: random.integer(3, 8) });
  if (!scene) return null;
  idleGaze(scene, null);
  const target = random.pick(objects(scene));
  const twins = objects(scene).filter((t) => t !== target && t.noun === target.noun);
  if (twins.length !== 1) return null;
  const before = twins[0]!;
  const ref = openingLines(scene, before);
  if (!ref) return null;
  last(scene, fill(random.pick(part(OTHER_ONE, split)), { N: target.label }));
  distract(scene, target, 0.6);
  return done(scene, "the other one", target, [...ref.needs, "names"]);
};

export const correction: Kind = (random, split) => {
  const clones = random.integer(2, 4);
  const scene = buildScene(random, split, {
    clones,
    count: clones + random.integer(1, 5),
    layout: random.pick(["near", "row"] as const),
  });
  if (!scene) return null;
  idleGaze(scene, null);
  const target = random.pick(objects(scene));
  const twins = objects(scene).filter((t) => t !== target && t.noun === target.noun);
  if (twins.length === 0) return null;
  const ref = openingLines(scene, random.pick(twins));
  const head = by.headOf(scene, target, false);
  if (!ref || !head) return null;
  const one = { ...head, noun: random.chance(0.6) ? "one" : head.noun };
  const way = random.pick([by.byColour, by.byColour, by.bySize, by.byViewerPlace, by.byOrdinal]);
  const next = way(scene, target, one);
  if (!next) return null;
  last(scene, random.pick(part(NO_THE, split)).replace("{X}", next.text));
  distract(scene, target, 0.6);
  return done(scene, "no, the red one", target, [...ref.needs, ...next.needs]);
};

export const nextToIt: Kind = (random, split) => {
  const scene = buildScene(random, split, { layout: random.pick(["row", "near"] as const), people: 0 });
  if (!scene?.viewer) return null;
  idleGaze(scene, null);
  const mark = random.pick(objects(scene));
  const rest = objects(scene).filter((t) => t !== mark);
  const gap = (t: Thing) => distance(centreOf(t), centreOf(mark));
  const sorted = [...rest].sort((a, b) => gap(a) - gap(b));
  const [target, second] = sorted;
  if (!target || gap(target) > 2.2 || (second && gap(second) < gap(target) * 1.5 + 0.3)) return null;
  const ref = openingLines(scene, mark);
  if (!ref) return null;
  const t = seenFrom(scene.viewer, centreOf(target));
  const m = seenFrom(scene.viewer, centreOf(mark));
  const side =
    Math.abs(t.right - m.right) > 1.5 * Math.abs(t.ahead - m.ahead) && m.ahead > 0.6 && t.ahead > 0.6
      ? t.right < m.right
        ? "left"
        : "right"
      : null;
  const lines = [
    "and the one next to it?",
    "what about the thing beside it?",
    "and its neighbour?",
    "what's that next to it?",
    "the one right next to it",
    "and the thing by its side?",
    "tell me about the thing next to it too",
    "now the one beside that",
  ];
  if (side)
    lines.push(
      `and the one to the ${side} of it?`,
      `what is ${side} of it?`,
      `the one on its ${side}, what's that?`,
      `and the thing ${side} of that?`,
    );
  last(scene, random.pick(lines));
  return done(scene, "next to it", target, [...ref.needs, "viewer"]);
};

export const notThis: Kind = (random, split) => {
  const clones = random.integer(0, 3);
  const scene = buildScene(random, split, { clones, layout: "near" });
  if (!scene) return null;
  idleGaze(scene, null);
  const [a, b] = random.sample(objects(scene), 2);
  if (!a || !b) return null;
  const first = by.anyRef(scene, a);
  const second = by.anyRef(scene, b);
  if (!first || !second) return null;
  distract(scene, b);
  say(
    scene,
    fill(random.pick(parts([NOT_BUT, NOT_BUT_MORE, NOT_BUT_EVERYDAY, NOT_BUT_TURNS], split)), {
      A: first.text,
      B: second.text,
    }),
  );
  return done(scene, "not A but B", b, [...first.needs, ...second.needs]);
};

/** The landmark is named first, and is not what is asked about. */
export const landmark: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: 0, layout: "near" });
  if (!scene?.viewer) return null;
  idleGaze(scene, null);
  for (const target of random.shuffle(objects(scene))) {
    const head = by.headOf(scene, target, true);
    const ref = head && by.byRelation(scene, target, head);
    const match = ref && /^the \w+ (.+?) (the .+)$/.exec(ref.text);
    if (!ref || !match) continue;
    const noun = random.pick(["a thing", "something", "this object", "one more thing"]);
    const text = fill(random.pick(part(LANDMARK_FIRST, split)), { T: noun, L: match[2]!, REL: match[1]! });
    distract(scene, target);
    say(scene, text);
    return done(scene, "landmark first", target, ref.needs);
  }
  return null;
};

/** Small talk to the listener: the speaker counts. */
export const smallTalk: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(0, 3), count: random.integer(2, 8) });
  if (!scene) return null;
  const others = people(scene);
  const speaker = others.length > 0 && random.chance(0.55) ? random.pick(others) : scene.player;
  idleGaze(scene, null);
  const text = voice(
    random,
    random.pick(parts([SMALL_TALK, TALK_MORE, TALK_EVERYDAY], split)),
    scene.npc?.name,
  );
  distract(scene, speaker);
  const asPlayer = speaker === scene.player;
  const word = asPlayer && (!speaker || random.chance(0.8)) ? "player" : speaker!.id;
  scene.chat.push({ speaker: word, text, secondsAgo: random.between(0.2, 2.5) });
  // Without a body there is nobody to look at.
  if (!speaker) {
    scene.sounds = scene.sounds.filter((s) => s.startedSecondsAgo > 15);
    scene.events = scene.events.filter((e) => e.secondsAgo > 9);
    return finish(scene, { none: true, referents: [], kind: "small talk, no body" }, ["viewer"]);
  }
  return finish(scene, { any: [speaker.id], referents: [], kind: "small talk" }, ["viewer", "kind"]);
};

/** Two others chat with each other: who speaks draws the eye. */
export const chatter: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(2, 4), count: random.integer(2, 6) });
  if (!scene) return null;
  const [speaker, listener] = random.sample(people(scene), 2);
  if (!speaker || !listener) return null;
  idleGaze(scene, null);
  distract(scene, speaker, 0.6);
  const text = random
    .pick(parts([TO_OTHERS, TO_ANOTHER_EVERYDAY], split))
    .replace("{N}", listener.person!.name);
  scene.chat.push({ speaker: speaker.id, text: voice(random, text), secondsAgo: random.between(0.2, 2.5) });
  return finish(scene, { any: [speaker.id], kind: "chatter among others" }, ["kind", "names"]);
};

/** Another person, not the player, asks about a thing. */
export const bystander: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(1, 3), count: random.integer(3, 8) });
  if (!scene) return null;
  const speaker = random.pick(people(scene));
  const target = random.pick(candidates(scene).filter((t) => t !== speaker));
  const ways: by.Way[] = [by.byName, by.byColour, by.byMaterial, (s, t) => by.byUse(s, t)];
  const head = by.headOf(scene, target, false);
  const ref = target.person ? by.byName(scene, target) : head && random.pick(ways)(scene, target, head);
  if (!ref) return null;
  idleGaze(scene, target);
  distract(scene, target);
  scene.chat.push({
    speaker: speaker.id,
    text: voice(random, ask(scene, ref.text, target), scene.npc?.name),
    secondsAgo: random.between(0.2, 2.5),
  });
  return done(scene, "asked by a bystander", target, [...ref.needs, "kind"]);
};
