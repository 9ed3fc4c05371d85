/** Commands to a robot in a house: rooms, household things, everything mentioned is a referent. */

import { GIVEN_NAMES } from "../data/people.js";
import { allNouns, type Noun, nounsOf, roomsOf } from "../data/worlds.js";
import { finish } from "../finish.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import { describe, emptyScene, makeThing, name, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import type { Episode, Split } from "../types.js";
import { fill, type Kind } from "./named.js";

/** {A} something to carry, {B} furniture, {R} a room, {P} a person. */
const COMMANDS: readonly string[] = [
  "bring me {A}",
  "bring {A} here",
  "bring me {A} from {R}",
  "bring {A} to {R}",
  "bring {A} to {P}",
  "get me {A}",
  "get {A} from {R}",
  "fetch {A}",
  "fetch {A} from {B}",
  "grab {A} from {B}",
  "grab {A} and go to {R}",
  "take {A}",
  "take {A} to {R}",
  "take {A} from {B}",
  "take {A} from {B} to {R}",
  "take {A} off {B} and put it on {B2}",
  "take {A} and {A2} to {R}",
  "carry {A} to {B}",
  "carry {A} over to {R}",
  "pick up {A}",
  "pick up {A} next to {B}",
  "put {A} on {B}",
  "put {A} down on {B} in {R}",
  "put {A} back in {R}",
  "place {A} beside {B}",
  "drop {A} in {R}",
  "leave {A} by {B}",
  "move {A} to {B}",
  "hand {A} to {P}",
  "give {P} {A}",
  "find {A}",
  "find {A} in {R}",
  "find me {A} please",
  "look for {A}",
  "look for {A} in {R}",
  "look for {A} near {B}",
  "search for {A}",
  "search {R} for {A}",
  "search {R}",
  "where did I leave {A}? check {R}",
  "I lost {A}, can you look near {B}?",
  "go to {R}",
  "go into {R}",
  "go to {B}",
  "go to {B} in {R}",
  "go near {B}",
  "go and stand next to {B}",
  "walk to {R}",
  "drive to {R}",
  "drive to {B}",
  "move to {B}",
  "move along to {R}",
  "come to {R}",
  "wait in {R}",
  "wait next to {B}",
  "enter {R}",
  "leave {R} and go to {R2}",
  "follow {P}",
  "follow {P} to {R}",
  "go with {P} into {R}",
  "follow {P} slowly please",
  "ask {P} to come to {R}",
  "check {B}",
  "check if {A} is in {R}",
  "clean {B}",
  "clean {R}",
  "wipe {B} with {A}",
  "inspect {B} in {R}",
  "turn towards {B}",
  "release {A}",
  "let go of {A}",
  "throw {A} away",
  "this is {R}",
  "this is {B}",
  "there is {A} in {R}",
  "there is {B} in {R}",
  "{A} is on {B}",
  "{A} belongs in {R}",
  "{B} is in {R}",
  "{B} is next to {B2}",
  "{B} is on your left",
  "on the right you have {B}",
  "in {R} there is {B}",
  "I want {A}",
  "I'd love to have {A}",
  "I need {A} from {R}",
  "I think {A} is on {B}",
  "could we have {A} in {R}?",
  "would you be so kind as to fetch {A} from {B}?",
  "my mother needs {A} in {R}",
  "go to {R}, find {A} and bring it to {B}",
  "go to {R} then come back with {A}",
  "take {A}, it is on {B} in {R}",
];
const OPEN = [
  "robot",
  "hey robot",
  "hello robot",
  "please",
  "can you",
  "could you please",
  "would you",
  "now",
  "ok robot",
] as const;
/** About nothing on the map: the listener has a speaker or nobody to look at. */
const ARTICLES = ["the", "the", "the", "my", "that", "a"] as const;

function pose(random: Random, thing: Thing, taken: Set<string>): void {
  let x = 0;
  let z = 0;
  do {
    x = random.integer(0, 15);
    z = random.integer(0, 15);
  } while (taken.has(`${x},${z}`));
  taken.add(`${x},${z}`);
  thing.position = [x, 0, z];
}

function base(random: Random, kind: string, names: readonly string[]): Thing {
  return {
    id: "",
    kind,
    label: names[0] as string,
    names: random.chance(0.3) ? [names[0] as string] : names,
    noun: null,
    colour: null,
    hex: null,
    shape: null,
    size: [1, 1, 1],
    position: [0, 0, 0],
    yaw: null,
    place: "floor",
    material: null,
    story: null,
    person: null,
    description: "",
  };
}

const PERSON_WORDS: readonly (readonly string[])[] = [
  ["person", "guy", "friend"],
  ["person", "man"],
  ["woman", "lady"],
  ["child", "kid", "boy"],
  ["user", "me"],
  ["neighbour", "visitor"],
  ["girl", "daughter"],
  ["grandfather", "grandpa"],
];

interface Home {
  scene: Scene;
  small: Thing[];
  big: Thing[];
  rooms: Thing[];
  people: Thing[];
}

function home(random: Random, split: Split): Home {
  const scene = emptyScene(random, split, "home");
  const ownSmall = (n: Noun) => Math.max(...n.size) < 0.6;
  const pool = [...nounsOf("home", split), ...nounsOf("kitchen", split), ...nounsOf("office", split)];
  const more = allNouns(split);
  const bigs = pool.filter((n) => !ownSmall(n));
  const smalls = [...pool.filter(ownSmall), ...random.sample(more.filter(ownSmall), 4)];
  const taken = new Set<string>();
  const used = new Set<string>();
  const draw = (list: readonly Noun[], count: number) =>
    random
      .shuffle(list)
      .filter((n) => {
        if (n.names.some((x) => used.has(x))) return false;
        for (const x of n.names) used.add(x);
        return true;
      })
      .slice(0, count);
  const asThing = (n: Noun) => {
    const thing = makeThing(random, n, null);
    if (random.chance(0.3)) thing.names = [n.label];
    thing.description = random.chance(0.15) ? describe(thing, random) : "";
    pose(random, thing, taken);
    return thing;
  };
  const small = draw(smalls, random.integer(2, 4)).map(asThing);
  const big = draw(bigs, random.integer(2, 4)).map(asThing);
  const rooms = random.sample(roomsOf(split), random.integer(1, 3)).map((r) => {
    const thing = base(random, random.chance(0.85) ? "room" : "prop", r.names);
    pose(random, thing, taken);
    return thing;
  });
  const people = random.chance(0.4)
    ? [base(random, random.pick(["npc", "player"]), random.pick(PERSON_WORDS))]
    : [];
  if (people.length > 0 && random.chance(0.35)) {
    const given = random.pick(part(GIVEN_NAMES, split, (n) => n.name)).name;
    people[0]!.label = given;
    people[0]!.names = [given, "person"];
  }
  for (const p of people) pose(random, p, taken);
  scene.things = [...small, ...big, ...rooms, ...people];
  if (random.chance(0.35))
    scene.npc = { position: [random.integer(0, 15), 0, random.integer(0, 15)], forward: [0, 0, 1] };
  name(scene);
  return { scene, small, big, rooms, people };
}

function article(random: Random, thing: Thing): string {
  const word = random.chance(0.7) ? thing.label : random.pick(thing.names);
  if (word === "me" || /^[A-Z]/.test(word)) return word;
  if (/^the /.test(word)) return word;
  if (thing.kind === "room") return `the ${word}`;
  const a = random.pick(ARTICLES);
  return `${a === "a" && /^[aeiou]/.test(word) ? "an" : a} ${word}`;
}

export const robot: Kind = (random, split): Episode | null => {
  const { scene, small, big, rooms, people } = home(random, split);
  const template = random.pick(part(COMMANDS, split));
  const slots: Record<string, string> = {};
  const named: Thing[] = [];
  const lists: Record<string, Thing | undefined> = {
    A: small[0],
    A2: small[1],
    B: big[0],
    B2: big[1],
    R: rooms[0],
    R2: rooms[1],
    P: people[0],
  };
  for (const [, key] of template.matchAll(/\{(\w+)\}/g)) {
    const thing = lists[key as string];
    if (!thing) return null;
    slots[key as string] = article(random, thing);
    named.push(thing);
  }
  // A second thing of the same name is as much meant as the first.
  const twin = named.find((t) => small.includes(t) && t.noun);
  if (twin && random.chance(0.06)) {
    const copy = {
      ...twin,
      id: `e${scene.things.length + 1}`,
      position: [random.integer(0, 15), 0, 16] as [number, number, number],
    };
    scene.things.push(copy);
    named.push(copy);
  }
  let text = fill(template, slots).replace(/\bfollow me\b/, "follow me");
  if (random.chance(0.3)) text = `${random.pick(OPEN)} ${text}`;
  const speaker = people[0] && random.chance(0.2) && !named.includes(people[0]) ? people[0].id : "player";
  scene.chat.push({
    speaker,
    text: random.chance(0.5) ? text.toLowerCase().replace(/[?,.!]/g, "") : voice(random, text),
    secondsAgo: 1,
  });
  const ids = [...new Set(named.map((t) => t.id))];
  for (const thing of scene.things) thing.shape = null;
  if (random.chance(0.8))
    return withoutSizes(finish(scene, { any: ids, referents: ids, kind: "robot command" }, ["names"]));
  return finish(scene, { any: ids, referents: ids, kind: "robot command" }, ["names"]);
};

/** A map says where things are, seldom how large. */
function withoutSizes(episode: Episode): Episode {
  for (const e of episode.case.entities) {
    delete e.size;
    delete e.yaw;
  }
  return episode;
}
