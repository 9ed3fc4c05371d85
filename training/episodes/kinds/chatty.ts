/** Talk as people really talk: around the thing, in sayings, of two things in order, by several looks at once. */
import { background, distract, idleGaze } from "../clutter.js";
import { finish, gazeAt } from "../finish.js";
import { distance } from "../geometry.js";
import { ASK_MORE, THIS_MORE } from "../phrasings/asks.js";
import {
  AFTER_IT,
  ASK_CHATTY,
  ASK_PERSON_CHATTY,
  BACK_TO_FIRST,
  BEFORE_IT,
  NPC_ASIDE,
  NPC_NAMES_TWO,
  PLAYER_NAMES_TWO,
  THE_BIGGER,
  THE_FORMER,
  THE_LATTER,
  THE_SMALLER,
} from "../phrasings/chatty.js";
import { THIS_EVERYDAY } from "../phrasings/everyday.js";
import { IDIOMS } from "../phrasings/idioms.js";
import { SAYINGS } from "../phrasings/sayings.js";
import { ABOUT_IT, NPC_ABOUT } from "../phrasings/situations.js";
import { SAYINGS_TURNS, THIS_TURNS } from "../phrasings/turns.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import * as by from "../refer/index.js";
import { buildScene, closeColours, objects, people, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import { done, fill, type Kind, withArticles } from "./named.js";

/** With a sentence before or behind it that says nothing of what is meant. */
function rambling(scene: Scene, text: string): string {
  const { random, split } = scene;
  let out = text;
  if (random.chance(0.3)) out = `${random.pick(part(BEFORE_IT, split))} ${out}`;
  if (random.chance(0.25)) out = `${out.replace(/[.]$/, "")}, ${random.pick(part(AFTER_IT, split))}`;
  return out;
}

const player = (scene: Scene, text: string, secondsAgo: number) =>
  scene.chat.push({ speaker: "player", text: voice(scene.random, withArticles(text)), secondsAgo });
const listener = (scene: Scene, text: string, secondsAgo: number) =>
  scene.chat.push({ speaker: "npc", text: withArticles(text), secondsAgo });
const now = (random: Random) => random.between(0.3, 1.2);

/** About one thing, the way people ask. */
export const chattyAsk: Kind = (random, split) => {
  const scene = buildScene(random, split, { clones: random.integer(0, 4), people: random.integer(0, 3) });
  if (!scene) return null;
  const crowd = people(scene);
  const target = crowd.length > 0 && random.chance(0.15) ? random.pick(crowd) : random.pick(objects(scene));
  const ref = by.anyRef(scene, target);
  if (!ref) return null;
  idleGaze(scene, target);
  distract(scene, target);
  const lists = target.person ? [ASK_PERSON_CHATTY] : [ASK_CHATTY, ASK_MORE];
  player(scene, rambling(scene, random.pick(parts(lists, split)).replace("{X}", ref.text)), now(random));
  return done(scene, "chatty question", target, ref.needs);
};

/** "Here we have A and B." "Is the latter older?" */
export const ofTwo: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(0, 2), count: random.integer(3, 8) });
  if (!scene) return null;
  const [a, b] = random.sample(objects(scene), 2);
  if (!a || !b) return null;
  const [refA, refB] = [by.byName(scene, a), by.byName(scene, b)];
  if (!refA || !refB) return null;
  idleGaze(scene, null);
  const volume = (t: Thing) => t.size[0] * t.size[1] * t.size[2];
  const way = random.weighted([
    ["former", 2],
    ["latter", 3],
    ["size", 2],
  ] as const);
  const slots = { A: refA.text, B: refB.text };
  let [target, list] = way === "former" ? [a, THE_FORMER] : [b, THE_LATTER];
  if (way === "size") {
    const ratio = volume(a) / volume(b);
    if (ratio < 2.5 && ratio > 0.4) return null;
    const bigger = random.chance(0.5);
    list = bigger ? THE_BIGGER : THE_SMALLER;
    target = bigger === ratio > 1 ? a : b;
  }
  if (random.chance(0.5))
    player(scene, fill(random.pick(part(PLAYER_NAMES_TWO, split)), slots), random.between(7, 10));
  if (scene.chat.length === 0 || random.chance(0.4))
    listener(scene, fill(random.pick(part(NPC_NAMES_TWO, split)), slots), random.between(3, 6));
  player(scene, random.pick(part(list, split)), now(random));
  if (random.chance(0.4)) background(scene);
  return done(scene, "one of the two", target, ["names", "size", ...refA.needs, ...refB.needs]);
};

/** The answer names another thing on the way; "it" stays what was asked about. Or: back to what was asked first. */
export const aside: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(0, 2), count: random.integer(3, 8) });
  if (!scene) return null;
  const [target, other, third] = random.sample(objects(scene), 3);
  if (!target || !other || !third) return null;
  const [ref, aside, later] = [target, other, third].map((t) => by.byName(scene, t));
  if (!ref || !aside || !later) return null;
  idleGaze(scene, random.chance(0.3) ? other : null);
  const question = (text: string) => random.pick(parts([ASK_CHATTY, ASK_MORE], split)).replace("{X}", text);
  if (random.chance(0.55)) {
    player(scene, question(ref.text), random.between(8, 12));
    listener(scene, fill(random.pick(part(NPC_ASIDE, split)), { B: aside.text }), random.between(3, 6));
    player(scene, random.pick(part(ABOUT_IT, split)), now(random));
    return done(scene, "it, past an aside", target, ["names", ...ref.needs, ...aside.needs]);
  }
  player(scene, question(ref.text), random.between(22, 28));
  if (random.chance(0.7)) listener(scene, random.pick(part(NPC_ABOUT, split)).replace("{X}", ref.text), 19);
  player(scene, question(later.text), random.between(9, 13));
  if (random.chance(0.6)) listener(scene, random.pick(part(NPC_ABOUT, split)).replace("{X}", later.text), 6);
  if (scene.npc) scene.npc.current = third.id;
  player(scene, random.pick(part(BACK_TO_FIRST, split)), now(random));
  return done(scene, "back to the first", target, ["names", ...ref.needs, ...later.needs]);
};

/** A saying that holds a thing's name: it is no more than talk. */
export const idiom: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(0, 2), count: random.integer(3, 8) });
  if (!scene) return null;
  const [word, text] = random.pick(parts([IDIOMS, SAYINGS, SAYINGS_TURNS], split, ([w]) => w));
  const thing = random.pick(objects(scene));
  if (random.chance(0.75)) Object.assign(thing, { label: word, names: [word], description: "" });
  idleGaze(scene, null);
  const others = people(scene);
  const speaker = scene.player ?? (others.length > 0 && random.chance(0.5) ? random.pick(others) : null);
  scene.chat.push({
    speaker: !speaker || (speaker === scene.player && random.chance(0.7)) ? "player" : speaker.id,
    text: voice(random, text),
    secondsAgo: now(random),
  });
  if (random.chance(0.3)) background(scene);
  if (!speaker)
    return finish(scene, { none: true, referents: [], kind: "saying, no body" }, ["viewer", "kind"]);
  return finish(scene, { any: [speaker.id], referents: [], kind: "saying" }, ["viewer", "kind"]);
};

const SHAPES: Readonly<Record<string, readonly string[]>> = {
  box: ["square", "boxy", "square-shaped", "rectangular"],
  sphere: ["round", "ball-shaped", "circular"],
  cylinder: ["tube-shaped", "cylindrical", "barrel-shaped"],
};
interface Trait {
  word: string;
  fits: (thing: Thing) => boolean;
}

function traitsOf(scene: Scene, target: Thing): Trait[] {
  const { random } = scene;
  const all = objects(scene);
  const volume = (t: Thing) => t.size[0] * t.size[1] * t.size[2];
  const slim = (t: Thing) => t.size[1] / Math.max(t.size[0], t.size[2]);
  const middle = [...all.map(volume)].sort((x, y) => x - y)[all.length >> 1]!;
  const traits: Trait[] = [];
  if (volume(target) > 3 * middle)
    traits.push({
      word: random.pick(["massive", "big", "huge", "giant", "enormous"]),
      fits: (t) => volume(t) > 1.5 * middle,
    });
  if (volume(target) < middle / 3)
    traits.push({
      word: random.pick(["tiny", "little", "teeny tiny", "small"]),
      fits: (t) => volume(t) < middle / 1.5,
    });
  if (slim(target) > 1.6)
    traits.push({ word: random.pick(["tall", "tall skinny", "thin", "narrow"]), fits: (t) => slim(t) > 1.2 });
  if (slim(target) < 0.5)
    traits.push({ word: random.pick(["flat", "low", "wide"]), fits: (t) => slim(t) < 0.8 });
  const shape = target.shape && SHAPES[target.shape];
  if (shape) traits.push({ word: random.pick(shape), fits: (t) => t.shape === target.shape });
  if (target.colour)
    traits.push({
      word: random.pick(target.colour.words),
      fits: (t) => !t.colour || closeColours(t.colour.name, target.colour!.name),
    });
  return traits;
}

/** "The tall skinny blue one", where each word alone would leave a doubt. */
export const severalLooks: Kind = (random, split) => {
  const scene = buildScene(random, split, {
    clones: random.integer(0, 4),
    count: random.integer(4, 9),
    people: 0,
  });
  if (!scene) return null;
  for (const target of random.shuffle(objects(scene))) {
    const traits = random.sample(traitsOf(scene, target), random.integer(2, 3));
    const fitting = objects(scene).filter((t) => traits.every(({ fits }) => fits(t)));
    if (traits.length < 2 || fitting.length !== 1) continue;
    idleGaze(scene, null);
    distract(scene, target);
    const named = random.chance(0.3) && objects(scene).some((t) => t !== target && t.label === target.label);
    const noun = named ? target.label : random.pick(["one", "thing", "thing", "one over there"]);
    const phrase = `${random.pick(["the", "the", "that"])} ${traits.map((t) => t.word).join(" ")} ${noun}`;
    player(
      scene,
      rambling(scene, random.pick(parts([ASK_CHATTY, ASK_MORE], split)).replace("{X}", phrase)),
      now(random),
    );
    return done(scene, "several looks", target, [
      "size",
      "shape",
      "colour",
      ...(named ? (["names"] as const) : []),
    ]);
  }
  return null;
};

const THIS: readonly string[] = [
  "explain this one to me like I'm five",
  "is that right?? it says something else on the sign",
  "mm, may I smell it",
  "right here beside me, is it wound up",
  "whoa, look at the size of that",
  "aw I want it",
  "can I sit here",
  "how much is this one, there's no tag",
  "why's it all scratched",
  "that's never an original, is it",
  "did you make this yourself",
  "the one I'm squinting at, what's it called",
  "I'll have that please",
  "and what's going on with this one here",
  "do you think my wife would like that",
  "urgh, what's that smell? is it this?",
  "hm. this looks brand new to me",
  "who left that here",
  "what does it say on it, I can't read it from here",
  "is it meant to be upside down",
  "I don't get this one at all",
  "oh my days, is that for sale",
  "mind if I pick this up",
  "has this been cleaned, it looks filthy",
  "who's that a picture of",
  "wow. just wow. tell me everything about that",
];

/** Looks at it and speaks of it, with things close to the line of sight. */
export const pointed: Kind = (random, split) => {
  const scene = buildScene(random, split, { clones: random.integer(0, 3), people: random.integer(0, 3) });
  if (!scene?.viewer) return null;
  const target = random.pick(objects(scene));
  gazeAt(scene, target);
  const { position, forward } = scene.viewer;
  const off = (t: Thing) => {
    const d = t.position.map((x, i) => x - position[i]!);
    const dot = d.reduce((sum, x, i) => sum + x * forward[i]!, 0) / (Math.hypot(...d) || 1);
    return Math.acos(Math.max(-1, Math.min(1, dot)));
  };
  const rest = objects(scene).filter((t) => t !== target);
  if (rest.some((t) => off(t) < Math.max(0.1, 3 * off(target)))) return null;
  if (Math.max(...target.size) / distance(position, target.position) > 1.2) return null;
  distract(scene, target);
  player(
    scene,
    rambling(scene, random.pick(parts([THIS, THIS_MORE, THIS_EVERYDAY, THIS_TURNS], split))),
    now(random),
  );
  return done(scene, "looked at and spoken of", target, ["viewer", "names"]);
};
