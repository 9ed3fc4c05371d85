/** Several things at once. */
import { distract, idleGaze } from "../clutter.js";
import { type Field, finish } from "../finish.js";
import { seenFrom } from "../geometry.js";
import { ASK_MANY } from "../phrasings/ask.js";
import * as by from "../refer/index.js";
import { buildScene, centreOf, closeColours, objects, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { type Kind, say } from "./named.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

export function plural(noun: string): string {
  if (
    /\b(keys|goggles|scissors|pliers|crutches|binoculars|scales|earrings|sandals|berries|playing cards|test papers|test tubes|crayons|hiking boots|curtain|hay bale)$/.test(
      noun,
    )
  )
    return noun.endsWith("s") ? noun : `${noun}s`;
  if (/ of /.test(noun)) return noun.replace(/^(\S+)/, (w) => plural(w));
  if (/knife$/.test(noun)) return noun.replace(/fe$/, "ves");
  if (/(loaf|shelf|scarf)$/.test(noun)) return noun.replace(/f$/, "ves");
  if (/mouse$/.test(noun)) return noun.replace(/mouse$/, "mice");
  if (/goose$/.test(noun)) return noun.replace(/goose$/, "geese");
  if (/(sheep|deer|fish|aircraft)$/.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, "ies");
  if (/(s|x|ch|sh|potato|tomato)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

interface Chosen {
  text: string;
  set: Thing[];
  needs: Field[];
}

/** Picks a set of the clones by one of many ways of quantifying. */
function choose(scene: Scene, all: Thing[]): Chosen | null {
  const random = scene.random;
  const group = all.filter((t) => t.noun === all[0]?.noun);
  const lead = group[0];
  if (!lead) return null;
  const one = lead.label;
  const many = plural(one);
  const n = group.length;
  const number = random.chance(0.7) ? (NUMBERS[n] ?? String(n)) : String(n);
  const way = random.integer(0, 7);
  if (way === 0)
    return {
      text: random.pick([
        `all the ${many}`,
        `all of the ${many}`,
        `every ${one}`,
        `each ${one}`,
        `the ${many}`,
        `all ${many}`,
        ...(n === 2
          ? [`both ${many}`, `both of the ${many}`, `the pair of ${many}`]
          : [`the ${number} ${many}`, `all ${number} ${many}`]),
      ]),
      set: group,
      needs: ["names"],
    };
  const colour = random.pick(group).colour;
  const same = group.filter((t) => t.colour?.name === colour?.name);
  const clear =
    colour && group.every((t) => same.includes(t) || (t.colour && !closeColours(t.colour.name, colour.name)));
  const word = colour?.words[0] ?? "";
  const count = NUMBERS[same.length] ?? String(same.length);
  if (way <= 2 && clear && same.length > 1)
    return {
      text: random.pick([
        `the ${word} ${many}`,
        `the ${count} ${word} ${many}`,
        `all the ${word} ${many}`,
        `all of the ${word} ${many}`,
        `every ${word} ${one}`,
        ...(same.length === 2 ? [`both ${word} ${many}`, `both of the ${word} ones`] : []),
      ]),
      set: same,
      needs: ["names", "colour"],
    };
  const rest = group.filter((t) => !same.includes(t));
  if (way === 3 && clear && rest.length > 1)
    return {
      text: random.pick([
        `all the ${many} except the ${word} ${same.length > 1 ? "ones" : "one"}`,
        `every ${one} but the ${word} ${same.length > 1 ? "ones" : "one"}`,
        `all ${many} that are not ${word}`,
        `all the non-${word} ${many}`,
        `the ${many} that aren't ${word}`,
        `the ${many}, but not the ${word} ${same.length > 1 ? "ones" : "one"}`,
      ]),
      set: rest,
      needs: ["names", "colour"],
    };
  const other = all.find((t) => t.noun !== lead.noun && by.byName(scene, t));
  if (way === 4 && other) {
    const name = by.byName(scene, other);
    if (name)
      return {
        text: random.pick([
          `the ${many} and ${name.text}`,
          `${name.text} and all the ${many}`,
          `${name.text} as well as the ${many}`,
        ]),
        set: [...group, other],
        needs: ["names", "description"],
      };
  }
  if (way === 5 && all.length <= 8)
    return {
      text: random.pick([
        "everything",
        "all of it",
        "all these things",
        "every single thing in here",
        "all the things here",
        "everything you see here",
      ]),
      set: all,
      needs: [],
    };
  const pair = random.sample(all, 2);
  if (way === 6 && pair.length === 2) {
    const [a, b] = pair.map((t) => by.anyRef(scene, t!));
    if (a && b)
      return {
        text: random.pick([
          `${a.text} and ${b.text}`,
          `both ${a.text} and ${b.text}`,
          `${a.text} plus ${b.text}`,
        ]),
        set: pair as Thing[],
        needs: [...a.needs, ...b.needs],
      };
  }
  if (way === 7 && n >= 3 && scene.viewer) {
    const seen = group
      .map((t) => ({ t, s: seenFrom(scene.viewer!, centreOf(t)) }))
      .sort((a, b) => a.s.azimuth - b.s.azimuth);
    if (seen.some((e) => e.s.ahead < 0.5 || Math.abs(e.s.azimuth) > 1)) return null;
    const k = random.integer(2, n - 1);
    const leftwards = random.chance(0.5);
    const ordered = leftwards ? seen : [...seen].reverse();
    if (
      Math.abs(ordered[k]!.s.azimuth - ordered[k - 1]!.s.azimuth) < 0.12 ||
      Math.abs(ordered[k]!.s.right - ordered[k - 1]!.s.right) < 0.25
    )
      return null;
    const side = leftwards ? "left" : "right";
    return {
      text: random.pick([
        `the ${NUMBERS[k]} ${many} on the ${side}`,
        `the ${NUMBERS[k]} ${side}most ${many}`,
        `the first ${NUMBERS[k]} ${many} from the ${side}`,
        `the ${NUMBERS[k]} ${many} furthest to the ${side}`,
      ]),
      set: ordered.slice(0, k).map((e) => e.t),
      needs: ["names", "viewer"],
    };
  }
  return null;
}

export const sets: Kind = (random, split) => {
  const n = random.integer(2, 7);
  const scene = buildScene(random, split, {
    clones: n,
    count: n + random.integer(0, 5),
    people: random.integer(0, 1),
    layout: random.pick(["near", "row", "room"] as const),
  });
  if (!scene) return null;
  idleGaze(scene, null);
  const cloned = objects(scene).filter((t) => objects(scene).some((u) => u !== t && u.noun === t.noun));
  const first = cloned[0];
  if (!first) return null;
  // Two or three colours among the clones, so that a colour may mean several.
  if (random.chance(0.6)) {
    const colours = random.sample([...new Set(cloned.map((t) => t.colour))], random.integer(2, 3));
    for (const thing of cloned) {
      thing.colour = random.pick(colours);
      thing.hex = thing.colour ? thing.colour.hex[0]! : thing.hex;
    }
  }
  const chosen = choose(scene, [first, ...objects(scene).filter((t) => t !== first)]);
  if (!chosen || chosen.set.length < 1) return null;
  distract(scene, first);
  say(scene, random.pick(part(ASK_MANY, split)).replace("{X}", chosen.text));
  const ids = chosen.set.map((t) => t.id);
  return finish(scene, { any: ids, referents: ids, kind: "set" }, chosen.needs);
};
