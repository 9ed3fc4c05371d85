/** Ten places in a row, a few people on them: who moves, leaves, or swaps hats? */

import { COLOURS } from "../data/colours.js";
import { CLOTH_COLOURS } from "../data/people.js";
import { finish } from "../finish.js";
import {
  ROW_ALL,
  ROW_BOTH,
  ROW_COMES,
  ROW_GIVES,
  ROW_HE,
  ROW_LEAVES,
  ROW_MOVES,
  ROW_SWAP,
  ROW_TAKES,
  ROW_TWO,
} from "../phrasings/row.js";
import type { Random } from "../random.js";
import { emptyScene, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { fill, type Kind } from "./named.js";

interface Somebody {
  thing: Thing;
  place: number;
  shirt: string;
  hat: string | null;
}

const ROW_COLOURS = CLOTH_COLOURS.filter((c) =>
  ["red", "orange", "yellow", "green", "blue", "purple", "brown", "black", "white", "pink"].includes(c),
);

function describe(random: Random, shirt: string, hat: string | null): string {
  if (!hat)
    return random.pick([
      `person in a ${shirt} shirt`,
      `a person with a ${shirt} shirt and no hat`,
      `person, ${shirt} shirt, no hat`,
      `someone in ${shirt}`,
    ]);
  return random.pick([
    `person in a ${shirt} shirt and a ${hat} hat`,
    `a person with a ${shirt} shirt and a ${hat} hat`,
    `person in ${shirt} with a ${hat} hat`,
    `person, ${shirt} shirt, ${hat} hat`,
    `someone in a ${hat} hat and a ${shirt} shirt`,
  ]);
}

function make(random: Random, count: number): Somebody[] {
  const places = random.sample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], count).sort((a, b) => a - b);
  return places.map((place) => {
    const shirt = random.pick(ROW_COLOURS);
    const hat = random.chance(0.5) ? random.pick(ROW_COLOURS) : null;
    const hex = COLOURS.find((c) => c.name === shirt)?.hex[0] ?? "#808080";
    const thing: Thing = {
      id: "",
      kind: "npc",
      label: "person",
      names: ["person", "man"],
      noun: null,
      colour: null,
      hex,
      shape: "person",
      size: [0.5, 1.75, 0.4],
      position: [place - 5.5, 0, 0],
      yaw: Math.PI,
      place: "floor",
      material: null,
      story: null,
      person: null,
      description: describe(random, shirt, hat),
    };
    return { thing, place, shirt, hat };
  });
}

/** Ways to name one of the row; never one that fits another too. */
function refer(random: Random, all: readonly Somebody[], who: Somebody, places = true): string | null {
  const i = all.indexOf(who);
  const rest = all.filter((s) => s !== who);
  const man = random.pick(["man", "man", "person", "guy", "one", "person"]);
  const ways: string[] = [];
  const shirt = random.pick([
    `in the ${who.shirt} shirt`,
    `in a ${who.shirt} shirt`,
    `with the ${who.shirt} shirt`,
    `in ${who.shirt}`,
    `wearing ${who.shirt}`,
    `with a ${who.shirt} shirt`,
  ]);
  if (rest.every((s) => s.shirt !== who.shirt))
    ways.push(`the ${man} ${shirt}`, `the ${man} ${shirt}`, `the ${who.shirt} shirt ${man}`);
  if (who.hat && rest.every((s) => s.hat !== who.hat))
    ways.push(
      `the ${man} in the ${who.hat} hat`,
      `the ${man} with a ${who.hat} hat`,
      `the ${man} wearing a ${who.hat} hat`,
    );
  if (who.hat && rest.every((s) => s.hat !== who.hat || s.shirt !== who.shirt))
    ways.push(
      `the ${man} in the ${who.hat} hat and ${who.shirt} shirt`,
      `the ${man} with a ${who.shirt} shirt and a ${who.hat} hat`,
    );
  if (!who.hat && rest.every((s) => s.shirt !== who.shirt || s.hat))
    ways.push(`the ${man} in a ${who.shirt} shirt and no hat`, `the hatless ${man} in ${who.shirt}`);
  if (!who.hat && rest.every((s) => s.hat) && rest.length > 0)
    ways.push(`the ${man} without a hat`, `the only ${man} with no hat`);
  if (who.hat && rest.every((s) => !s.hat) && rest.length > 0)
    ways.push(`the ${man} with the hat`, `the only ${man} wearing a hat`);
  if (places && rest.length > 0 && i === 0)
    ways.push(
      `the leftmost ${man}`,
      `the ${man} on the far left`,
      `the first ${man}`,
      `the ${man} on the left end`,
    );
  if (places && rest.length > 0 && i === all.length - 1)
    ways.push(
      `the rightmost ${man}`,
      `the ${man} on the far right`,
      `the last ${man}`,
      `the ${man} on the right end`,
    );
  if (places && all.length === 3 && i === 1) ways.push(`the middle ${man}`, `the ${man} in the middle`);
  if (places && all.length > 2 && i === 1) ways.push(`the second ${man} from the left`);
  if (places && rest.length > 0) ways.push(`the ${man} in position ${who.place}`);
  const left = all[i - 1];
  const right = all[i + 1];
  const unique = (s: Somebody) => all.every((o) => o === s || o.shirt !== s.shirt);
  if (places && left && left.place === who.place - 1 && unique(left))
    ways.push(
      `the ${man} to the right of the ${man} in ${left.shirt}`,
      `the ${man} standing right of the ${left.shirt} shirt`,
    );
  if (places && right && right.place === who.place + 1 && unique(right))
    ways.push(
      `the ${man} to the left of the ${man} in ${right.shirt}`,
      `the ${man} just left of the ${right.shirt} shirt`,
    );
  if (all.length === 1) ways.push(`the ${man}`, "the only person there");
  return ways.length > 0 ? random.pick(ways) : null;
}

function toScene(random: Random, list: readonly Somebody[], scene: Scene): void {
  scene.things = random.shuffle(list.map((s) => s.thing));
  for (const [i, t] of scene.things.entries()) t.id = `p${i + 1}`;
  scene.viewer = { position: [0, 1.6, -random.between(7, 10)], forward: [0, -0.02, 1] };
}

const END = [
  "to the left end",
  "to the right end",
  "to the far left",
  "to the far right",
  "one space to the left",
  "one space to the right",
  "two spaces right",
  "to the middle",
  "to the other end",
  "three places to the left",
  "to position five",
] as const;

/** Where somebody now stands, as the end of a move that has just been made. */
function arrived(random: Random, all: readonly Somebody[], who: Somebody): string {
  const ways = [
    `to position ${who.place}`,
    "one space to the left",
    "one space to the right",
    "two spaces to the left",
    "two spaces to the right",
  ];
  if (who.place === 1) ways.push("to the left end", "to the far left", "all the way to the left");
  if (who.place === 10) ways.push("to the right end", "to the far right", "all the way to the right");
  for (const o of all)
    if (o !== who && Math.abs(o.place - who.place) === 1 && all.every((s) => s === o || s.shirt !== o.shirt))
      ways.push(
        `to the ${who.place < o.place ? "left" : "right"} of the person in ${o.shirt}`,
        `next to the one in the ${o.shirt} shirt`,
      );
  return random.pick(ways);
}

export const row: Kind = (random, split) => {
  const list = make(
    random,
    random.weighted([
      [1, 2],
      [2, 4],
      [3, 4],
      [4, 2],
      [5, 1],
    ] as const),
  );
  const scene = emptyScene(random, split, "row");
  toScene(random, list, scene);
  const who = random.pick(list);
  const other = random.pick(list.filter((s) => s !== who).concat(list.length === 1 ? list : []));
  const partner = other === who ? null : other;
  const fresh = refer(random, list, who);
  const worn = refer(random, list, who, false);
  if (!fresh) return null;
  const lines: string[] = [];
  let set = [who];
  let text: string;
  const came = (s: Somebody, ref: string) =>
    fill(random.pick(part(random.chance(0.6) ? ROW_MOVES : ROW_COMES, split)), {
      X: ref,
      A: ref.replace(/^the (only )?(one )?/, (_, __, one) => (one ? "somebody " : "a ")),
      TO: arrived(random, list, s),
    });
  const acts = () => random.pick(part(random.chance(0.55) ? ROW_MOVES : ROW_LEAVES, split));
  const way = random.integer(0, 11);
  if (way <= 3 && worn) {
    lines.push(came(who, worn));
    text = fill(random.pick(part(ROW_HE, split)), { TO: random.pick(END) });
  } else if (way <= 6 && partner) {
    const them = refer(random, list, partner);
    if (!them) return null;
    const places = random.chance(0.25);
    const choices = places
      ? ROW_TWO
      : who.hat && partner.hat && who.hat !== partner.hat
        ? ROW_SWAP
        : who.hat && !partner.hat
          ? ROW_GIVES
          : !who.hat && partner.hat
            ? ROW_TAKES
            : null;
    if (!choices) return null;
    set = [who, partner];
    const before = worn && random.chance(0.35) ? worn : null;
    if (before) lines.push(came(who, before));
    text = fill(random.pick(part(choices, split)), { X: before ? "he" : fresh, Y: them });
  } else if (way === 7 && list.length > 1) {
    set = [...list];
    text = random.pick(part(list.length === 2 ? [...ROW_ALL, ...ROW_BOTH] : ROW_ALL, split));
  } else {
    const them = partner && random.chance(0.45) ? refer(random, list, partner, false) : null;
    if (partner && them) lines.push(came(partner, them));
    text = fill(acts(), { X: fresh, TO: random.pick(END) });
  }
  if (random.chance(0.2) && lines.length > 0)
    lines.unshift(
      random.pick([
        "a person in a grey shirt leaves",
        "somebody appears and leaves again",
        "the person with no hat leaves",
        "someone else goes away",
      ]),
    );
  let at = 1;
  scene.chat.push({
    speaker: "player",
    text: random.chance(0.5) ? text : text.charAt(0).toUpperCase() + text.slice(1),
    secondsAgo: at,
  });
  for (const line of lines.reverse()) {
    at += random.between(3, 9);
    scene.chat.unshift({ speaker: "player", text: line, secondsAgo: at });
  }
  const ids = set.map((s) => s.thing.id);
  return finish(scene, { any: ids, referents: ids, kind: "row of people" }, [
    "viewer",
    "colour",
    "description",
    "names",
    "kind",
  ]);
};
