/** People on ten places in a row: what they wear, and how one of them is told from the others. */
import { COLOURS } from "../data/colours.js";
import { CLOTH_COLOURS } from "../data/people.js";
import type { Random } from "../random.js";
import type { Thing } from "../scene.js";

export interface Somebody {
  thing: Thing;
  /** 1 to 10, from the left. */
  place: number;
  shirt: string;
  hat: string | null;
}

export const ROW_COLOURS = CLOTH_COLOURS.filter((c) =>
  ["red", "orange", "yellow", "green", "blue", "purple", "brown", "black", "white", "pink"].includes(c),
);

/** One author words all of them alike: `wording` 0..1, else each as it comes. */
function describe(random: Random, shirt: string, hat: string | null, wording: number): string {
  const ways = waysToDescribe(shirt, hat);
  return wording < 0.8 ? ways[Math.floor((wording / 0.8) * ways.length)]! : random.pick(ways);
}

function waysToDescribe(shirt: string, hat: string | null): string[] {
  if (!hat)
    return [
      `person in a ${shirt} shirt`,
      `a person with a ${shirt} shirt and no hat`,
      `person, ${shirt} shirt, no hat`,
      `someone in a ${shirt} shirt without a hat`,
    ];
  return [
    `person in a ${shirt} shirt and a ${hat} hat`,
    `a person with a ${shirt} shirt and a ${hat} hat`,
    `person in ${shirt} with a ${hat} hat`,
    `person, ${shirt} shirt, ${hat} hat`,
    `someone in a ${shirt} shirt with a ${hat} hat`,
  ];
}

const hexOf = (shirt: string) => COLOURS.find((c) => c.name === shirt)?.hex[0] ?? "#808080";

export function makeSomebody(place: number, shirt: string, hat: string | null): Somebody {
  return { thing: bodyOf(shirt), place, shirt, hat };
}

function bodyOf(shirt: string): Thing {
  return {
    id: "",
    kind: "npc",
    label: "person",
    names: ["person", "man"],
    noun: null,
    colour: null,
    hex: hexOf(shirt),
    shape: "person",
    size: [0.5, 1.75, 0.4],
    position: [0, 0, 0],
    yaw: Math.PI,
    place: "floor",
    material: null,
    story: null,
    person: null,
    description: "",
  };
}

/** Puts everybody where they now stand, as they now look. */
export function settle(random: Random, list: readonly Somebody[], wording: number, names: string[]): void {
  for (const { thing, place, shirt, hat } of list) {
    thing.position = [place - 5.5, 0, 0];
    thing.names = names;
    thing.description = describe(random, shirt, hat, wording);
  }
}

/** Ways to name one of the row; never one that fits another too. */
export function refer(random: Random, all: readonly Somebody[], who: Somebody, places = true): string | null {
  const i = all.indexOf(who);
  const rest = all.filter((s) => s !== who);
  const man = random.pick(["man", "man", "person", "guy", "one", "person", "woman"]);
  const ways: string[] = [];
  const shirt = random.pick([
    `in the ${who.shirt} shirt`,
    `in a ${who.shirt} shirt`,
    `with the ${who.shirt} shirt`,
    `in ${who.shirt}`,
    `wearing ${who.shirt}`,
    `with a ${who.shirt} shirt`,
  ]);
  if (rest.every((s) => s.shirt !== who.shirt && s.hat !== who.shirt))
    ways.push(`the ${who.shirt} ${man}`, `the ${man} in ${who.shirt}`, who.shirt, `${who.shirt} ${man}`);
  if (who.hat && rest.every((s) => s.hat !== who.hat))
    ways.push(`the ${who.hat} hat`, `the ${who.hat} hat ${man}`, `the ${man} whose hat is ${who.hat}`);
  if (who.hat === who.shirt && rest.every((s) => s.hat !== s.shirt))
    ways.push(`the ${man} all in ${who.shirt}`, `the ${man} whose hat matches the shirt`);
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
      `the ${man} in a ${who.hat} hat and a ${who.shirt} shirt`,
      `${man} with ${who.shirt} shirt and ${who.hat} hat`,
      `the ${man} in ${who.shirt} with the ${who.hat} hat`,
      ...(who.hat === who.shirt
        ? [`the ${man} with the ${who.shirt} shirt and hat`, `the ${man} in the ${who.hat} hat and shirt`]
        : []),
    );
  if (!who.hat && rest.every((s) => s.shirt !== who.shirt || s.hat))
    ways.push(
      `the ${man} in a ${who.shirt} shirt and no hat`,
      `the hatless ${man} in ${who.shirt}`,
      `the ${man} with no hat and a ${who.shirt} shirt`,
      `the ${man} in ${who.shirt} without a hat`,
    );
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
  if (places && rest.length > 0 && random.chance(0.3)) ways.push(`the ${man} in position ${who.place}`);
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
