/** Commands to a robot in a house: rooms, household things, everything mentioned is a referent. */

import { GIVEN_NAMES } from "../data/people.js";
import { allNouns, type Noun, nounsOf, roomsOf } from "../data/worlds.js";
import { finish } from "../finish.js";
import { COMMANDS_MORE, TOLD_AFTER, TOLD_OF_THINGS, TWO_SENSES } from "../phrasings/houses.js";
import { ARTICLES, COMMANDS, FOR_ME, OPEN, WITH_ME } from "../phrasings/robot.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import { describe, emptyScene, makeThing, name, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import type { Episode, Split } from "../types.js";
import { absentName } from "./absent.js";
import { fill, type Kind } from "./named.js";
import { plural } from "./sets.js";

/** What goes before a noun to make a longer name of it. */
const MODIFIERS =
  "coffee tea kitchen bedside dining paper travel garden bathroom office beach baby pet toy winter sports milk wine bread fruit shoe book wall desk floor night hand steam washing storage spare picnic party camping music guest study laundry".split(
    " ",
  );

/** A name near to one on the map that is not there: "coffee table" beside "kitchen table", "milk" beside "milk jug". */
function nearName(random: Random, scene: Scene): string | null {
  const words = scene.things.flatMap((t) => t.names.map((name) => name.toLowerCase()));
  const long = words.filter((name) => /^\w+ \w+$/.test(name));
  if (long.length === 0) return null;
  const [first, last] = random.pick(long).split(" ") as [string, string];
  const other = random.chance(0.6) ? `${random.pick(MODIFIERS)} ${last}` : first;
  const told = words.some((name) => name === other || name === last || name === first);
  return told ? null : other;
}

/** Gives a thing a longer name, at times beside one that has the short name. */
function lengthen(random: Random, thing: Thing, taken: ReadonlySet<string>): void {
  const name = `${random.pick(MODIFIERS)} ${thing.label}`;
  if (taken.has(name) || thing.label.includes(" ")) return;
  thing.label = name;
  thing.names = random.chance(0.7) ? [name] : [name, ...thing.names];
}

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

const isUser = (thing: Thing) => thing.names.includes("me");

const PERSON_WORDS: readonly (readonly string[])[] = [
  ["person", "guy", "friend"],
  ["person", "man"],
  ["woman", "lady"],
  ["child", "kid", "boy"],
  ["user", "me"],
  ["person", "user", "me"],
  ["person", "user", "me"],
  ["person", "me"],
  ["owner", "user", "me"],
  ["neighbour", "visitor"],
  ["girl", "daughter"],
  ["grandfather", "grandpa"],
];

/** How many things have a name that means something else as well. */
const HOMONYMS = [
  [0, 6],
  [1, 3],
  [2, 2],
] as const;

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
  const small = draw(smalls, random.integer(2, 5)).map(asThing);
  const big = draw(bigs, random.integer(2, 5)).map(asThing);
  for (const thing of [...small, ...big]) if (random.chance(0.3)) lengthen(random, thing, used);
  // The short name and a longer one that holds it: "table", "coffee table".
  if (random.chance(0.2)) {
    const twin = { ...random.pick([...small, ...big]) };
    const before = twin.label;
    lengthen(random, twin, used);
    if (twin.label !== before) {
      twin.names = [twin.label];
      pose(random, twin, taken);
      big.push(twin);
    }
  }
  // "Can you bring the can?"
  for (const names of random.sample(
    part(TWO_SENSES, split, ([n]) => n!),
    random.weighted(HOMONYMS),
  )) {
    if (names.some((n) => used.has(n))) continue;
    const thing = base(random, "prop", names);
    pose(random, thing, taken);
    (random.chance(0.4) ? small.unshift : small.push).call(small, thing);
  }
  const rooms = random.sample(roomsOf(split), random.integer(1, 3)).map((r) => {
    const thing = base(random, random.chance(0.85) ? "room" : "prop", r.names);
    pose(random, thing, taken);
    return thing;
  });
  const people = random.chance(0.65)
    ? [base(random, random.pick(["npc", "player"]), random.pick(PERSON_WORDS))]
    : [];
  for (const person of people) {
    if (person.names.length > 1 && isUser(person)) person.kind = "player";
  }
  if (people.length > 0 && !isUser(people[0]!) && random.chance(0.35)) {
    const given = random.pick(part(GIVEN_NAMES, split, (n) => n.name)).name;
    people[0]!.label = given;
    people[0]!.names = [given, "person"];
  }
  for (const p of people) pose(random, p, taken);
  scene.things = [...small, ...big, ...rooms, ...people];
  if (random.chance(0.6))
    scene.npc = { position: [random.integer(0, 15), 0, random.integer(0, 15)], forward: [0, 0, 1] };
  name(scene);
  return { scene, small, big, rooms, people };
}

/** Names in two words become one, and the other way round; some things are spoken of in the plural. */
function respelled(random: Random, word: string): string {
  if (/[A-Z]/.test(word)) return word;
  if (/^\w+ \w+$/.test(word) && random.chance(0.15)) return word.replace(" ", random.pick(["", "-"]));
  return random.chance(0.06) && !/s$/.test(word) ? plural(word) : word;
}

/** Another name than those on the map. */
function synonym(random: Random, thing: Thing): string | null {
  const others = thing.noun?.names.filter((n) => n !== thing.label) ?? [];
  if (others.length === 0 || !random.chance(0.12)) return null;
  const word = random.pick(others);
  thing.names = thing.names.filter((n) => n !== word);
  return word;
}

function article(random: Random, thing: Thing): string {
  const plain = plainly(random, thing);
  if (!/^(the|my|that) /.test(plain)) return plain;
  const told = random.chance(0.08)
    ? plain.replace(/^(the|my|that) /, `$1 ${random.pick(TOLD_OF_THINGS)} `)
    : plain;
  return random.chance(0.05) ? `${told} ${random.pick(TOLD_AFTER)}` : told;
}

function plainly(random: Random, thing: Thing): string {
  const whole = synonym(random, thing) ?? (random.chance(0.7) ? thing.label : random.pick(thing.names));
  const word = respelled(random, whole);
  if (word === "me" || /^[A-Z]/.test(word)) return word;
  if (/^the /.test(word)) return word;
  if (thing.kind === "room") return `the ${word}`;
  const a = random.pick(ARTICLES);
  return `${a === "a" && /^[aeiou]/.test(word) ? "an" : a} ${word}`;
}

/** The same wish, with the speaker in it. */
function forMe(random: Random, text: string): string {
  if (/^(bring|get|fetch|grab|take|find|carry) /.test(text) && random.chance(0.5))
    return text.replace(/^\w+ /, `${random.pick(["bring", "give", "get", "fetch", "find", "pass"])} me `);
  if (/\?$/.test(text)) return text;
  return `${text} ${random.pick(FOR_ME)}`;
}

/** It has a name and is called by it: "robot can you bring me a towel", "Zuri go to the hall". */
function called(random: Random, scene: Scene, text: string): string {
  if (!scene.npc || random.chance(0.3)) return text;
  const name = random.chance(0.5) ? "robot" : random.pick(part(GIVEN_NAMES, scene.split, (n) => n.name)).name;
  scene.npc.name = name;
  return random.weighted([
    [text, 2],
    [`${name} ${text}`, 4],
    [`${name}, ${text}`, 1],
    [`${random.pick(["please", "hey", "ok", "now"])} ${name} ${text}`, 1],
    [`${text.replace(/[?.!]$/, "")} ${name}`, 1],
  ]);
}

export const robot: Kind = (random, split): Episode | null => {
  const { scene, small, big, rooms, people } = home(random, split);
  const wordings = random.chance(0.15) ? [WITH_ME] : [COMMANDS, COMMANDS_MORE];
  const template = random.pick(parts(wordings, split));
  const slots: Record<string, string> = {};
  const named: Thing[] = [];
  const lists: Record<string, Thing | undefined> = {
    A: small[0],
    A2: small[1],
    A3: small[2],
    B: big[0],
    B2: big[1],
    R: rooms[0],
    R2: rooms[1],
    P: people[0],
  };
  for (const [, key] of template.matchAll(/\{(\w+)\}/g)) {
    const thing = lists[key as string];
    if (!thing) return null;
    // At times something is spoken of that is not on the map.
    if (named.length > 0 && thing.kind === "prop" && random.chance(0.1)) {
      const near = random.chance(0.6) ? nearName(random, scene) : null;
      slots[key as string] = `the ${near ?? absentName(scene)}`;
      continue;
    }
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
  let text = fill(template, slots);
  if (!/\bme\b/.test(text) && random.chance(people.some(isUser) ? 0.6 : 0.15)) text = forMe(random, text);
  if (random.chance(0.4)) text = `${random.pick(OPEN)} ${text}`;
  text = called(random, scene, text);
  // Who is called "me" is named by the word.
  const user = people.find(isUser);
  if (user && /\bme\b/i.test(text)) named.push(user);
  const speaks =
    people[0] && (isUser(people[0]) ? random.chance(0.8) : random.chance(0.2) && !named.includes(people[0]));
  const speaker = people[0] && speaks ? people[0].id : "player";
  scene.chat.push({
    speaker,
    text: random.chance(0.5) ? text.toLowerCase().replace(/[?,.!]/g, "") : voice(random, text),
    secondsAgo: 1,
  });
  if (named.length === 0) return null;
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
