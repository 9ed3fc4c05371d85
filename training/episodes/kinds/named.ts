/** One thing or person is meant by words; each kind by another way of referring. */
import { distract, earlier, idleGaze } from "../clutter.js";
import { type Field, finish } from "../finish.js";
import { ASK_PERSON, ASK_THING, FETCH, LOOK } from "../phrasings/ask.js";
import { ASK_MORE } from "../phrasings/asks.js";
import { ADDRESS } from "../phrasings/situations.js";
import { misspell, voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import * as by from "../refer/index.js";
import {
  buildScene,
  describe,
  objects,
  people,
  type Scene,
  type SceneOptions,
  type Thing,
} from "../scene.js";
import { part } from "../split.js";
import type { Episode, Split } from "../types.js";

export type Kind = (random: Random, split: Split) => Episode | null;

/** A sentence about one thing. */
export function ask(scene: Scene, text: string, target: Thing): string {
  const list = target.person
    ? ASK_PERSON
    : scene.random.weighted([
        [ASK_THING, 5],
        [ASK_MORE, 4],
        [LOOK, 2],
        [FETCH, 3],
      ] as const);
  return scene.random.pick(part(list, scene.split)).replace("{X}", text);
}

export const fill = (template: string, slots: Readonly<Record<string, string>>) =>
  withArticles(template.replace(/\{(\w+)\}/g, (_, key: string) => slots[key] ?? ""));

/** "an orange", whatever came to stand after the article. */
export const withArticles = (text: string) => text.replace(/\b(a) (?=(?:[aeio]|u[^n]|unu|umb)\w)/gi, "$1n ");

/** The player says it, a moment ago. */
export function say(scene: Scene, text: string): void {
  const random = scene.random;
  const last = random.between(0.2, 3);
  const speaker = scene.player && random.chance(0.3) ? scene.player.id : "player";
  scene.chat.push({ speaker, text: voice(random, withArticles(text), scene.npc?.name), secondsAgo: last });
  if (random.chance(0.25)) earlier(scene, last);
}

/** One referent: the usual end of a kind. */
export function done(scene: Scene, kind: string, target: Thing, needs: Iterable<Field>): Episode {
  return finish(scene, { any: [target.id], referents: [target.id], kind }, needs);
}

interface Recipe {
  options?: (random: Random) => SceneOptions;
  /** Who may be meant. */
  among?: (scene: Scene) => Thing[];
  /** Share of cases with "thing" or "one" for a noun. */
  generic?: number;
  adapt?: (scene: Scene, target: Thing) => void;
}

/** A kind that refers in one way. */
function referring(kind: string, way: by.Way, recipe: Recipe = {}): Kind {
  return (random, split) => {
    const scene = buildScene(random, split, recipe.options?.(random) ?? {});
    if (!scene) return null;
    const all = (recipe.among ?? objects)(scene);
    if (all.length === 0) return null;
    idleGaze(scene, null);
    for (const target of random.sample(all, 6)) {
      recipe.adapt?.(scene, target);
      const head = by.headOf(scene, target, random.chance(recipe.generic ?? 0));
      const ref = head && way(scene, target, head);
      if (!ref) continue;
      distract(scene, target);
      say(scene, ask(scene, ref.text, target));
      return done(scene, kind, target, ref.needs);
    }
    return null;
  };
}

const clones = (low: number, high: number) => (random: Random) => {
  const n = random.integer(low, high);
  return { clones: n, count: n + random.integer(0, 6) };
};

/** Makes sure that the description tells its story or material. */
const tell = (scene: Scene, target: Thing) => {
  for (let i = 0; i < 6; i++) {
    target.description = describe(target, scene.random);
    if (target.description.includes(target.noun?.told ?? "")) return;
  }
};

/** Puts the target on, under or over another thing. */
function stack(scene: Scene, target: Thing): void {
  const random = scene.random;
  const marks = objects(scene).filter(
    (t) => t !== target && t.noun !== target.noun && t.place !== "hanging" && t.size[1] > 0.2,
  );
  if (marks.length === 0) return;
  const mark = random.pick(marks);
  const way = random.weighted([
    ["on", 5],
    ["under", 3],
    ["above", 2],
  ] as const);
  if (way === "under")
    mark.position[1] = Math.max(
      mark.position[1],
      target.size[1] + mark.size[1] / 2 + random.between(0.1, 0.5),
    );
  target.position = [mark.position[0], 0, mark.position[2]];
  const top = mark.position[1] + mark.size[1] / 2;
  target.position[1] =
    way === "on"
      ? top + target.size[1] / 2
      : way === "above"
        ? top + 0.3 + target.size[1] / 2
        : target.size[1] / 2;
}

/** Moves the target to where a relation may hold. */
function beside(scene: Scene, target: Thing): void {
  const random = scene.random;
  const marks = objects(scene).filter((t) => t.noun !== target.noun);
  if (marks.length === 0 || !scene.viewer) return;
  const mark = random.pick(marks);
  const angle =
    random.integer(0, 3) * (Math.PI / 2) +
    Math.atan2(scene.viewer.forward[0], scene.viewer.forward[2]) +
    random.between(-0.25, 0.25);
  const gap =
    random.between(0.5, 1) +
    Math.max(mark.size[0], mark.size[2]) / 2 +
    Math.max(target.size[0], target.size[2]) / 2;
  target.position = [
    mark.position[0] + Math.sin(angle) * gap,
    target.position[1],
    mark.position[2] + Math.cos(angle) * gap,
  ];
}

function amid(scene: Scene, target: Thing): void {
  const marks = scene.random.sample(
    objects(scene).filter((t) => t.noun !== target.noun),
    2,
  );
  if (marks.length < 2) return;
  const share = scene.random.between(0.4, 0.6);
  const [a, b] = marks as [Thing, Thing];
  target.position = [
    a.position[0] * share + b.position[0] * (1 - share),
    target.position[1],
    a.position[2] * share + b.position[2] * (1 - share),
  ];
}

export const named: Kind = referring("name", by.byName);
export const typo: Kind = (random, split) => {
  const scene = buildScene(random, split);
  const target = scene && random.pick(objects(scene));
  if (!scene || !target) return null;
  idleGaze(scene, target);
  const ref = by.byName(scene, target);
  if (!ref || !/[a-z]{5}/.test(ref.text)) return null;
  const text = misspell(random, ref.text, random.integer(1, 2));
  if (text === ref.text) return null;
  distract(scene, target);
  say(scene, ask(scene, text, target));
  return done(scene, "name misspelt", target, ref.needs);
};
export const colour: Kind = referring("colour", by.byColour, { options: clones(2, 5), generic: 0.35 });
export const shape: Kind = referring("shape", by.byShape, {
  options: (r) => ({ count: r.integer(3, 5) }),
  generic: 1,
});
export const size: Kind = referring(
  "size",
  (s, t, h) => by.bySize(s, t, h) ?? by.combined(by.bySize)(s, t, h),
  { options: clones(2, 4), generic: 0.2 },
);
export const viewerPlace: Kind = referring("viewer place", by.byViewerPlace, {
  options: (r) => ({ ...clones(2, 4)(r), layout: r.pick(["row", "near", "near", "room"] as const) }),
  generic: 0.2,
});
/** "The thing on the right", among unlike things. */
export const thingPlace: Kind = referring(
  "place among unlike things",
  (s, t, h) => by.byViewerPlace(s, t, h) ?? by.bySurface(s, t, h),
  {
    options: (r) => ({
      count: r.integer(2, 7),
      clones: 0,
      behind: 0,
      people: r.integer(0, 2),
      layout: r.pick(["row", "near", "near"] as const),
    }),
    generic: 1,
  },
);
export const surface: Kind = referring("surface", by.bySurface, {
  options: (r) => ({ count: r.integer(3, 7) }),
  generic: 0.8,
});
export const npcPlace: Kind = referring("NPC's place", by.byNpcPlace, {
  options: clones(2, 3),
  generic: 0.2,
});
export const relation: Kind = referring("relation", by.byRelation, {
  options: clones(2, 3),
  adapt: beside,
  generic: 0.15,
});
export const stacked: Kind = referring("on, under", by.byStack, {
  options: clones(1, 3),
  adapt: stack,
  generic: 0.4,
});
export const between: Kind = referring("between", by.byBetween, { options: clones(2, 3), adapt: amid });
export const compass: Kind = referring("compass", by.byCompass, { options: clones(2, 3) });
export const ordinal: Kind = referring("ordinal", by.byOrdinal, {
  options: (r) => ({ ...clones(3, 6)(r), layout: "row" }),
});
export const material: Kind = referring("material", by.byMaterial, { options: clones(2, 3), generic: 0.3 });
export const use: Kind = referring("use", (s, t) => by.byUse(s, t), {
  adapt: tell,
  options: (r) => ({ count: r.integer(3, 9) }),
});
export const story: Kind = referring("story", (s, t) => by.byStory(s, t), {
  options: (r) => ({ count: r.integer(3, 9), clones: r.integer(0, 3) }),
});
export const twoColours: Kind = referring(
  "colour and place",
  by.combined((s, t, h) => by.byViewerPlace(s, t, h) ?? by.bySize(s, t, h)),
  {
    options: clones(3, 5),
    adapt: (scene, target) => {
      // Give one clone the target's colour, so that colour alone does not do.
      const twin = objects(scene).find((t) => t !== target && t.noun === target.noun);
      if (twin) {
        twin.colour = target.colour;
        twin.hex = target.hex;
      }
    },
  },
);
export const clothes: Kind = referring("clothes", (s, t) => by.byClothes(s, t), {
  options: (r) => ({ people: r.integer(2, 5), count: r.integer(2, 5) }),
  among: people,
});
export const person: Kind = (random, split) => {
  const scene = buildScene(random, split, { people: random.integer(1, 4), count: random.integer(2, 6) });
  if (!scene) return null;
  const target = random.pick(people(scene));
  idleGaze(scene, null);
  const ref = by.byName(scene, target);
  if (!ref) return null;
  distract(scene, target);
  const list = random.chance(0.5) ? ADDRESS : ASK_PERSON;
  say(scene, random.pick(part(list, split)).replace("{X}", ref.text));
  return done(scene, "person", target, ref.needs);
};
