/** A simulated place: things, people, the player's eyes and the listening NPC, before it becomes a case. */
import type { Shape } from "../../src/model/percepts.js";
import { CLOSE, COLOURS, type ColourName } from "./data/colours.js";
import {
  CLOTH_COLOURS,
  GIVEN_NAMES,
  type GivenName,
  HAIR,
  HATS,
  ROLES,
  SURNAMES,
  TITLES,
  TOPS,
} from "./data/people.js";
import { STORIES, type Story } from "./data/stories.js";
import { allNouns, type Noun, nounsOf, type Place, WORLDS } from "./data/worlds.js";
import { direction, flatDistance, forwardOf, pointFrom } from "./geometry.js";
import type { Random } from "./random.js";
import { part } from "./split.js";
import type { CaseEvent, CaseLine, CaseNpc, CasePose, CaseSound, SenseName, Split, Triple } from "./types.js";

export interface Person {
  name: string;
  /** "Dr Okoro" where the role has a title. */
  title: string | null;
  gender: "m" | "f" | "n";
  role: string;
  top: string;
  topColour: string;
  hat: string | null;
  hatColour: string | null;
  hair: string | null;
}

export interface Thing {
  id: string;
  kind: string;
  label: string;
  names: readonly string[];
  noun: Noun | null;
  colour: ColourName | null;
  hex: string | null;
  shape: Shape | null;
  size: Triple;
  /** Centre; of a person the feet. */
  position: Triple;
  yaw: number | null;
  place: Place;
  material: string | null;
  story: Story | null;
  person: Person | null;
  /** What it says about itself; made by describe(). */
  description: string;
}

export interface Scene {
  random: Random;
  split: Split;
  world: string;
  things: Thing[];
  viewer: CasePose | null;
  /** The player's body, also among `things`. */
  player: Thing | null;
  npc: CaseNpc | null;
  npcThing: Thing | null;
  chat: CaseLine[];
  sounds: CaseSound[];
  events: CaseEvent[];
  senses: SenseName[] | null;
}

export interface SceneOptions {
  /** How many things, people not counted. */
  count?: number;
  /** How many of them are of the same noun. */
  clones?: number;
  people?: number;
  /** Share of things behind the viewer. */
  behind?: number;
  world?: string;
  /** "near": everything in front and in sight. */
  layout?: "room" | "row" | "near";
  player?: boolean;
}

export const closeColours = (a: string, b: string) =>
  a === b || CLOSE.some(([x, y]) => (x === a && y === b) || (x === b && y === a));

/** A colour that nobody would mix up with those taken; any if none is left. */
export function freshColour(random: Random, taken: readonly (ColourName | null)[]): ColourName {
  const free = COLOURS.filter((c) => taken.every((t) => !t || !closeColours(t.name, c.name)));
  return random.pick(free.length > 0 ? free : COLOURS);
}

/** A little off the named colour, never so much that the name would change. */
export function jitter(random: Random, hex: string, by = 8): string {
  const parts = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) + random.integer(-by, by);
    return Math.max(0, Math.min(255, value)).toString(16).padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

const HEIGHT: Record<Place, (random: Random, height: number) => number> = {
  floor: (_, h) => h / 2,
  table: (_, h) => 0.85 + h / 2,
  wall: (random) => random.between(1.3, 2.1),
  hanging: (random) => random.between(2.5, 3.3),
};

export function makeThing(random: Random, noun: Noun, colour: ColourName | null, scale = 1): Thing {
  const wobble = () => scale * random.between(0.93, 1.07);
  const size: Triple = [noun.size[0] * wobble(), noun.size[1] * wobble(), noun.size[2] * wobble()];
  return {
    id: "",
    kind: "prop",
    label: noun.label,
    names: noun.names,
    noun,
    colour,
    hex: colour ? jitter(random, random.pick(colour.hex)) : null,
    shape: noun.shape,
    size,
    position: [0, HEIGHT[noun.place](random, size[1]), 0],
    yaw: random.chance(0.3) ? random.between(-Math.PI, Math.PI) : null,
    place: noun.place,
    material: noun.materials.length > 0 ? random.pick(noun.materials) : null,
    story: null,
    person: null,
    description: "",
  };
}

/** Every split knows doors: they are part of the room, as the floor is. */
const DOOR: Noun = {
  label: "door",
  names: ["door", "entrance", "doorway"],
  size: [0.9, 2, 0.1],
  shape: "box",
  place: "floor",
  materials: ["oak", "steel"],
  told: "leads outside",
  asked: ["way out", "thing people come in through"],
  world: "any",
};

function makeDoor(random: Random): Thing {
  const door = makeThing(random, DOOR, random.pick(COLOURS));
  door.kind = "door";
  return door;
}

export function makePerson(
  random: Random,
  split: Split,
  world: string,
  taken: readonly Thing[] = [],
  called?: GivenName,
): Thing {
  const free = part(GIVEN_NAMES, split, (n) => n.name).filter(
    (n) => !taken.some((t) => t.person?.name === n.name),
  );
  const given = called ?? random.pick(free);
  const roles = ROLES[world] ?? ROLES.street!;
  const openRoles = roles.filter((r) => !taken.some((t) => t.person?.role === r));
  const role = random.pick(openRoles.length > 0 ? openRoles : roles);
  const surname = random.pick(part(SURNAMES, split));
  const gender = /man$|father/.test(role) ? "m" : /maid|mother|mistress/.test(role) ? "f" : given.gender;
  const hat = random.chance(0.55) ? random.pick(HATS) : null;
  const topColour = random.pick(CLOTH_COLOURS);
  const hatColour = hat ? random.pick(CLOTH_COLOURS.filter((c) => c !== topColour)) : null;
  const person: Person = {
    name: given.name,
    title: TITLES[role] ? `${TITLES[role]} ${surname}` : null,
    gender,
    role,
    top: random.pick(TOPS),
    topColour,
    hat,
    hatColour,
    hair: random.chance(0.4)
      ? random.pick(HAIR.filter((h) => gender !== "f" || !/beard|bald/.test(h)))
      : null,
  };
  const colour = COLOURS.find((c) => c.name === topColour) ?? null;
  return {
    id: "",
    kind: random.chance(0.8) ? "npc" : "player",
    label: random.chance(0.6) ? given.name : role,
    names: [given.name, role, ...(person.title ? [person.title] : [])],
    noun: null,
    colour,
    hex: colour ? jitter(random, colour.hex[0]!) : null,
    shape: "person",
    size: [0.5, random.between(1.5, 1.9), 0.35],
    position: [0, 0, 0],
    yaw: random.between(-Math.PI, Math.PI),
    place: "floor",
    material: null,
    story: null,
    person,
    description: "",
  };
}

/** "A man in a red shirt and a blue hat." in one of several wordings. */
export function clothesOf(person: Person, random: Random): string {
  const who = person.gender === "m" ? "man" : person.gender === "f" ? "woman" : "person";
  const top = `${person.topColour} ${person.top}`;
  const hat = person.hat ? `${person.hatColour} ${person.hat}` : null;
  const hair = person.hair ? ` with ${person.hair}` : "";
  const a = (words: string) => (/^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`);
  const both = hat ? `${top} and ${a(hat)}` : top;
  return random.pick([
    `A ${who}${hair} in ${a(both)}.`,
    `${who} wearing ${a(both)}${hair}`,
    hat ? `${who} in ${hat} and ${top}${hair}` : `${who} in ${top}${hair}`,
    `Wears ${a(both)}${hair ? `, a ${who}${hair}` : ""}.`,
  ]);
}

const ARTICLE = (word: string) => (/^[aeiou]/.test(word) ? "An" : "A");

/** Writes what an author would put into `description`. */
export function describe(thing: Thing, random: Random): string {
  if (thing.person)
    return `${clothesOf(thing.person, random)}${random.chance(0.3) ? ` ${thing.person.role}.` : ""}`;
  const noun = thing.noun;
  if (!noun) return "";
  const bits: string[] = [];
  if (random.chance(0.75))
    bits.push(
      random.pick([
        `${ARTICLE(noun.label)} ${noun.label}: ${noun.told}.`,
        `${noun.told}.`,
        `This ${noun.label}, ${noun.told}.`,
      ]),
    );
  if (thing.material)
    bits.push(
      random.pick([`Made of ${thing.material}.`, `${thing.material}.`, `Material: ${thing.material}.`]),
    );
  if (thing.story) bits.push(thing.story.told);
  return random.shuffle(bits).join(" ");
}

const radius = (thing: Thing) => Math.max(thing.size[0], thing.size[2], 0.25) / 2;

/** Puts things before the viewer without overlap; false if there is no room. */
function scatter(scene: Scene, pose: CasePose, options: SceneOptions): boolean {
  const random = scene.random;
  const spread = options.layout === "near" ? 0.55 : 0.95;
  const far = options.layout === "near" ? 6 : 9;
  const rowDepth = random.between(2.5, 6);
  const placed: Thing[] = [];
  for (const thing of scene.things) {
    let done = false;
    for (let attempt = 0; attempt < 60 && !done; attempt++) {
      const back = random.chance(options.behind ?? (options.layout === "room" ? 0.12 : 0));
      let ahead: number;
      let right: number;
      if (options.layout === "row") {
        ahead = rowDepth;
        right = random.between(-0.6, 0.6) * (rowDepth + scene.things.length * 0.5);
      } else {
        const angle = random.between(-spread, spread);
        const away = random.between(1.5 + radius(thing), far);
        ahead = Math.cos(angle) * away * (back ? -1 : 1);
        right = Math.sin(angle) * away;
      }
      const at = pointFrom(pose, right, ahead, thing.position[1]);
      done = placed.every((p) => flatDistance(p.position, at) > radius(p) + radius(thing) + 0.3);
      if (done) thing.position = at;
    }
    if (!done) return false;
    placed.push(thing);
  }
  return true;
}

function pickThings(scene: Scene, options: SceneOptions): Thing[] {
  const random = scene.random;
  const count =
    options.count ??
    random.weighted([
      [random.integer(3, 6), 4],
      [random.integer(5, 9), 4],
      [random.integer(8, 16), 2],
      [random.integer(14, 26), 0.6],
    ]);
  const clones = Math.min(count, options.clones ?? 0);
  const own = nounsOf(scene.world, scene.split);
  const others = allNouns(scene.split).filter((n) => n.world !== scene.world);
  const pool = own.length >= count ? own : [...own, ...random.sample(others, count)];
  const nouns: Noun[] = [];
  for (const noun of random.shuffle(pool)) {
    if (nouns.length >= Math.max(1, count - Math.max(0, clones - 1))) break;
    if (nouns.every((n) => n.names.every((name) => !noun.names.includes(name)))) nouns.push(noun);
  }
  const colours: (ColourName | null)[] = [];
  const things: Thing[] = [];
  const scales = random.shuffle([0.6, 1, 1.6, 0.45, 2.1, 1.3]);
  const sameSize = random.chance(0.35);
  const add = (noun: Noun, scale: number, fresh: boolean) => {
    const colour = fresh ? freshColour(random, colours) : random.pick(COLOURS);
    colours.push(colour);
    things.push(makeThing(random, noun, colour, scale));
  };
  for (let i = 1; i < clones; i++) add(nouns[0]!, sameSize ? 1 : scales[i % 6]!, true);
  for (const [i, noun] of nouns.entries())
    add(
      noun,
      i === 0 && clones > 1 && !sameSize ? scales[0]! : random.between(0.85, 1.2),
      i === 0 || random.chance(0.4),
    );
  const shownMaterials = new Set<string>();
  for (const thing of things) {
    const free = thing.noun!.materials.filter((m) => !shownMaterials.has(m));
    if (free.length > 0) thing.material = random.pick(free);
    if (thing.material) shownMaterials.add(thing.material);
  }
  const stories = random.sample(
    part(STORIES, scene.split, (s) => s.told),
    things.length,
  );
  for (const [i, thing] of things.entries()) if (random.chance(0.5)) thing.story = stories[i] ?? null;
  return things;
}

function placeNpc(scene: Scene, pose: CasePose): void {
  const random = scene.random;
  const called = random.pick(
    part(GIVEN_NAMES, scene.split, (n) => n.name).filter(
      (n) => !scene.things.some((t) => t.person?.name === n.name),
    ),
  );
  const name = called.name;
  let at: Triple | null = null;
  for (let attempt = 0; attempt < 40 && !at; attempt++) {
    const p = pointFrom(pose, random.between(-2.5, 2.5), random.between(1, 3.5), 0);
    if (scene.things.every((t) => flatDistance(t.position, p) > radius(t) + 0.4)) at = p;
  }
  if (!at) return;
  const eyes: Triple = [at[0], 1.6, at[2]];
  const toViewer = direction(eyes, pose.position);
  const forward: Triple = random.chance(0.6)
    ? forwardOf(Math.atan2(toViewer[0], toViewer[2]))
    : forwardOf(random.between(-Math.PI, Math.PI));
  scene.npc = { position: at, forward };
  if (random.chance(0.8)) scene.npc.name = name;
  if (random.chance(0.5)) scene.npc.task = random.pick(["touring", "idle", "talking"]);
  if (random.chance(0.6)) {
    const body = makePerson(random, scene.split, scene.world, scene.things, called);
    body.kind = "npc";
    body.label = name;
    body.names = [name];
    body.person = { ...body.person!, name, title: null };
    body.position = at;
    body.yaw = Math.atan2(forward[0], forward[2]);
    scene.npcThing = body;
    scene.things.push(body);
  }
}

export function emptyScene(random: Random, split: Split, world: string): Scene {
  return {
    random,
    split,
    world,
    things: [],
    viewer: null,
    player: null,
    npc: null,
    npcThing: null,
    chat: [],
    sounds: [],
    events: [],
    senses: null,
  };
}

/** A fresh scene; null where its draws left no room. */
export function buildScene(random: Random, split: Split, options: SceneOptions = {}): Scene | null {
  const world = options.world ?? random.pick(WORLDS);
  const scene = emptyScene(random, split, world);
  const pose: CasePose = {
    position: [random.between(-5, 5), 1.6, random.between(-5, 5)],
    forward: forwardOf(random.between(-Math.PI, Math.PI), random.between(-0.1, 0.25)),
  };
  scene.things = pickThings(scene, options);
  const people =
    options.people ??
    random.weighted([
      [0, 5],
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
  if (random.chance(0.2)) scene.things.push(makeDoor(random));
  const exhibits = (scene.world === "museum" || scene.world === "harbour") && random.chance(0.6);
  if (exhibits) for (const thing of scene.things) if (thing.kind === "prop") thing.kind = "exhibit";
  for (let i = 0; i < people; i++) scene.things.push(makePerson(random, split, world, scene.things));
  if (!scatter(scene, pose, { layout: random.chance(0.5) ? "room" : "near", ...options })) return null;
  scene.viewer = pose;
  placeNpc(scene, pose);
  if (options.player ?? random.chance(0.5)) {
    const body = makePerson(random, split, world, scene.things);
    body.kind = "player";
    body.position = [
      pose.position[0] + random.between(-0.1, 0.1),
      0,
      pose.position[2] + random.between(-0.1, 0.1),
    ];
    body.yaw = Math.atan2(pose.forward[0], pose.forward[2]);
    if (random.chance(0.5)) {
      body.label = "player";
      body.names = ["player"];
    }
    scene.player = body;
    scene.things.push(body);
  }
  for (const thing of scene.things) thing.description = describe(thing, random);
  return name(scene);
}

/** Shuffles and gives ids. */
export function name(scene: Scene, prefix = "e"): Scene {
  scene.things = scene.random.shuffle(scene.things);
  for (const [i, thing] of scene.things.entries()) thing.id = `${prefix}${i + 1}`;
  if (scene.npc && scene.npcThing) scene.npc.id = scene.npcThing.id;
  return scene;
}

/** What may be asked about: neither the listener's nor the viewer's own body. */
export const candidates = (scene: Scene) =>
  scene.things.filter((t) => t !== scene.npcThing && t !== scene.player);
export const objects = (scene: Scene) => candidates(scene).filter((t) => !t.person);
export const people = (scene: Scene) => candidates(scene).filter((t) => t.person);

/** Centre of the body, for persons 0.85 m above the feet. */
export const centreOf = (thing: Thing): Triple =>
  thing.person ? [thing.position[0], thing.size[1] / 2, thing.position[2]] : thing.position;
