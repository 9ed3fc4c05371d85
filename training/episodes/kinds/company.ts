/** Several people talk: who wants the listener, who only talks in hearing, who must be helped. */
import { background, distract } from "../clutter.js";
import { GIVEN_NAMES, SURNAMES } from "../data/people.js";
import { finish } from "../finish.js";
import { SMALL_TALK } from "../phrasings/ask.js";
import {
  AMONG_THEM,
  COURTESY,
  CRIES,
  NOT_HIM_YOU,
  NOT_YOU_HIM,
  NPC_SAID,
  TO_ANOTHER,
  WANTS_YOU,
} from "../phrasings/company.js";
import { AMONG_MORE, TO_ANOTHER_MORE, WANTS_MORE } from "../phrasings/crowds.js";
import { AMONG_EVERYDAY, TO_ANOTHER_EVERYDAY } from "../phrasings/everyday.js";
import { misspell, typed } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import { buildScene, objects, people, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import type { Split } from "../types.js";
import { fill, type Kind } from "./named.js";

const TITLED =
  "Dr|Professor|Mrs|Mr|Miss|Captain|Nurse|Sister|Coach|Keeper|Old|Young|Big|Auntie|Uncle|Chef|Constable|Sergeant|Father|Lady|Sir|Marshal|Ranger|Porter|Nanny|Skipper|Madame|Brother".split(
    "|",
  );
const ROLE_CALLS = "waiter|miss|sir|boss|madam|teacher|nurse|doctor|driver|officer".split("|");

/** A room with people in it, some of them nameless, some all alike ("student", "student"). */
function company(random: Random, split: Split, least = 2): Scene | null {
  // Each has a name of its own, the listener and the player too.
  const names = part(GIVEN_NAMES, split, (n) => n.name).length;
  const scene = buildScene(random, split, {
    people: random.integer(least, Math.min(7, names - 3)),
    count: random.integer(1, 6),
    player: random.chance(0.3),
  });
  if (!scene?.npc) return null;
  const way = random.integer(0, 3);
  const crowd = people(scene);
  const alike = crowd[0]!.person!.role;
  for (const thing of crowd) {
    const { name, role } = thing.person!;
    if (way === 0) [thing.label, thing.names] = [role, [role]];
    if (way === 1 && random.chance(0.8)) [thing.label, thing.names] = [alike, [alike]];
    if (way === 2) [thing.label, thing.names] = [name, [name]];
    if (random.chance(0.7)) thing.description = "";
    if (way < 2) thing.kind = random.chance(0.7) ? "player" : "npc";
  }
  titleNpc(scene);
  // Who is not the player's own eyes is as present as the player.
  if (random.chance(0.5)) scene.viewer = null;
  return scene;
}

/** "Professor Lindqvist" where it was "Kenji". */
function titleNpc(scene: Scene): void {
  const { random, npc } = scene;
  if (!npc?.name || !random.chance(0.45)) return;
  const last = random.chance(0.6) ? random.pick(part(SURNAMES, scene.split)) : npc.name;
  npc.name = `${random.pick(TITLED)} ${last}`;
  if (scene.npcThing) [scene.npcThing.label, scene.npcThing.names] = [npc.name, [npc.name]];
}

/** What somebody calls the listener: the whole name or a part of it. */
function shortName(random: Random, name: string): string {
  const parts = name.split(" ");
  const called = parts.length > 1 ? random.pick([name, name, parts[0]!, parts[1]!]) : name;
  return random.chance(0.12) ? misspell(random, called) : called;
}

/** A wish to the listener, by name or by courtesy. */
function wish(scene: Scene, ...lists: readonly (readonly string[])[]): string {
  const { random, npc } = scene;
  const text = random.pick(parts(lists, scene.split));
  const name = npc?.name ? shortName(random, npc.name) : null;
  if (name && random.chance(0.65))
    return random.pick([
      `${name}, ${text}`,
      `${name}, ${text}`,
      `${name}? ${text}`,
      `hey ${name}, ${text}`,
      `${name}, sorry, ${text}`,
      `excuse me ${name}, ${text}`,
      `${text.replace(/[?!.]$/, "")}, ${name}?`,
      `${name}!`,
    ]);
  const role = random.chance(0.25) ? ` ${random.pick(ROLE_CALLS)},` : "";
  return `${random.pick(part(COURTESY, scene.split))}${role} ${text}`;
}

const line = (scene: Scene, speaker: Thing | string, text: string, secondsAgo: number) =>
  scene.chat.push({
    speaker: typeof speaker === "string" ? speaker : speaker.id,
    text: typed(scene.random, text),
    secondsAgo,
  });

/** How others call each other. */
const callOf = (random: Random, thing: Thing) =>
  thing.names.includes(thing.person!.name) || random.chance(0.3)
    ? thing.person!.name
    : random.pick(["mum", "dad", "you two", "love", "mate", thing.label]);

/** Talk that leaves the listener out. */
function idleTalk(scene: Scene, speaker: Thing, secondsAgo: number): void {
  const { random } = scene;
  const rest = people(scene).filter((t) => t !== speaker);
  const named = rest.length > 0 && random.chance(0.4);
  const text = named
    ? fill(random.pick(parts([TO_ANOTHER, TO_ANOTHER_MORE, TO_ANOTHER_EVERYDAY], scene.split)), {
        N: callOf(random, random.pick(rest)),
      })
    : random.pick(parts([AMONG_THEM, AMONG_MORE, AMONG_EVERYDAY], scene.split));
  line(scene, speaker, text, secondsAgo);
}

function unrest(scene: Scene, target: Thing): void {
  const { random } = scene;
  if (random.chance(0.5)) distract(scene, target, 0.7);
  if (random.chance(0.3)) background(scene);
  if (scene.npc && random.chance(0.5)) scene.npc.task = random.pick(["touring", "idle", "talking"]);
}

const NEEDS = ["viewer", "kind", "npc", "names"] as const;

/** Somebody asks the listener; before and after it others talk among themselves. */
export const addressed: Kind = (random, split) => {
  const scene = company(random, split);
  if (!scene) return null;
  const [asker, ...rest] = random.shuffle(people(scene));
  if (!asker || rest.length === 0) return null;
  const after = random.weighted([
    [0, 3],
    [1, 5],
    [2, 2],
  ] as const);
  const asked = after === 0 ? random.between(0.2, 2) : random.between(1.6, 3.5);
  let at = asked + random.between(1, 3);
  for (let i = random.integer(0, 2); i > 0; i--) {
    idleTalk(scene, random.pick(rest), at);
    at += random.between(0.8, 4);
  }
  scene.chat.reverse();
  line(
    scene,
    asker,
    random.chance(0.85) ? wish(scene, WANTS_YOU, WANTS_MORE) : wish(scene, SMALL_TALK),
    asked,
  );
  for (let i = after; i > 0; i--) idleTalk(scene, random.pick(rest), (asked * i) / (after + 1));
  unrest(scene, asker);
  return finish(scene, { any: [asker.id], kind: "addressed in company" }, NEEDS);
};

/** The listener's partner has asked something; another speaks to somebody else. */
export const partner: Kind = (random, split) => {
  const scene = company(random, split);
  if (!scene?.npc) return null;
  const [own, talker, ...rest] = random.shuffle(people(scene));
  if (!own || !talker) return null;
  scene.npc.current = own.id;
  scene.npc.task = "talking";
  if (random.chance(0.5)) line(scene, own, wish(scene, WANTS_YOU, WANTS_MORE), random.between(9, 14));
  if (random.chance(0.5))
    scene.chat.push({
      speaker: "npc",
      text: random.pick(part(NPC_SAID, split)),
      secondsAgo: random.between(5, 8),
    });
  line(scene, own, random.pick(parts([WANTS_YOU, WANTS_MORE], split)), random.between(1.6, 3.5));
  const other = rest.length > 0 ? callOf(random, random.pick(rest)) : "mate";
  const text = fill(random.pick(parts([TO_ANOTHER, TO_ANOTHER_MORE, TO_ANOTHER_EVERYDAY], split)), {
    N: other,
  });
  const loud = scene.player && random.chance(0.3) ? "player" : talker;
  line(scene, loud, text, random.between(0.3, 1.3));
  if (random.chance(0.4)) background(scene);
  return finish(scene, { any: [own.id], kind: "partner against others" }, NEEDS);
};

/** In the middle of a talk another cries for help or calls the listener's name. */
export const interrupted: Kind = (random, split) => {
  const scene = company(random, split);
  if (!scene?.npc) return null;
  const [own, caller] = random.shuffle(people(scene));
  if (!own || !caller) return null;
  if (random.chance(0.6)) scene.npc.current = own.id;
  scene.npc.task = "talking";
  line(
    scene,
    own,
    random.pick(random.chance(0.7) ? parts([WANTS_YOU, WANTS_MORE], split) : part(SMALL_TALK, split)),
    random.between(2.5, 6),
  );
  const cry = random.chance(0.7);
  const text = cry ? random.pick(part(CRIES, split)) : wish(scene, WANTS_YOU, WANTS_MORE);
  line(scene, caller, text, random.between(0.2, 1));
  if (random.chance(0.3)) idleTalk(scene, random.pick([own, caller]), random.between(6, 9));
  scene.chat.sort((a, b) => b.secondsAgo - a.secondsAgo);
  if (random.chance(0.5)) background(scene);
  return finish(scene, { any: [caller.id], kind: "called away" }, NEEDS);
};

/** The player meant one of two who could answer. */
export const notYou: Kind = (random, split) => {
  const scene = company(random, split, 1);
  if (!scene?.npc?.name) return null;
  const other = random.pick(people(scene));
  const [name, rival] = [shortName(random, scene.npc.name), other.person!.name];
  [other.label, other.names] = [rival, [rival]];
  const asker = scene.player ?? people(scene).find((t) => t !== other);
  if (!asker) return null;
  const speaker = asker === scene.player && scene.viewer ? "player" : asker;
  line(scene, speaker, random.pick(parts([WANTS_YOU, WANTS_MORE], split)), random.between(5, 9));
  const meant = random.chance(0.65);
  if (meant) line(scene, other, random.pick(part(NPC_SAID, split)), random.between(2, 4));
  else scene.chat.push({ speaker: "npc", text: random.pick(part(NPC_SAID, split)), secondsAgo: 3 });
  const list = meant ? NOT_HIM_YOU : NOT_YOU_HIM;
  line(scene, speaker, fill(random.pick(part(list, split)), { N: name, M: rival }), random.between(0.3, 1));
  if (meant) return finish(scene, { any: [asker.id], kind: "I was asking you" }, NEEDS);
  return finish(scene, { any: [other.id], referents: [other.id], kind: "not you, the other" }, NEEDS);
};

/** Everybody talks to everybody else: whoever spoke last draws the eye. */
export const crowd: Kind = (random, split) => {
  const scene = company(random, split, 3);
  if (!scene) return null;
  const all = people(scene);
  let at = random.between(6, 12);
  for (let i = random.integer(1, 4); i > 0; i--, at *= 0.6) idleTalk(scene, random.pick(all), at);
  const speaker = random.pick(all);
  idleTalk(scene, speaker, random.between(0.2, Math.min(1.5, at)));
  if (objects(scene).length > 0 && random.chance(0.3)) background(scene);
  return finish(scene, { any: [speaker.id], kind: "talk all around" }, NEEDS);
};
