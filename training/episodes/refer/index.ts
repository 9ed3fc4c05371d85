/** Ways to pick one thing out of a scene by words. Each gives null where a listener could go wrong. */
import { COLOURS } from "../data/colours.js";
import { closeColours, type Scene, type Thing } from "../scene.js";
import { byRelation } from "./landmark.js";
import { byOrdinal, byViewerPlace } from "./place.js";
import { byColour, byName, bySize, type Head, headOf, type Ref } from "./refer.js";
import { byClothes, byMaterial, byStory, byUse } from "./told.js";

export * from "./landmark.js";
export { byCompass, byNpcPlace, byOrdinal, bySurface, byViewerPlace } from "./place.js";
export * from "./refer.js";
export * from "./told.js";

export type Way = (scene: Scene, target: Thing, head: Head) => Ref | null;

/** Colour first, then another way among those of that colour: "the big red one". */
export function combined(way: Way): Way {
  return (scene, target, head) => {
    if (!target.colour) return null;
    const word = target.colour.words[0] as string;
    const same = head.rivals.filter((t) => t.colour?.name === target.colour!.name);
    if (same.length < 2 || same.length === head.rivals.length) return null;
    const rest = head.rivals.filter((t) => !same.includes(t));
    if (rest.some((t) => !t.colour || closeColours(t.colour.name, target.colour!.name))) return null;
    const ref = way(scene, target, {
      noun: `${word} ${head.noun}`,
      rivals: same,
      needs: ["colour", ...head.needs],
    });
    return ref && { ...ref, how: `colour and ${ref.how}` };
  };
}

/** Any way that works, in the order of the draw. */
export function anyRef(scene: Scene, target: Thing): Ref | null {
  const random = scene.random;
  if (target.person) {
    const ways = random.shuffle([byName, byClothes]);
    for (const way of ways) {
      const ref = way(scene, target);
      if (ref) return ref;
    }
    return null;
  }
  const ways: Way[] = random.shuffle([
    byName,
    byName,
    byColour,
    byColour,
    bySize,
    byViewerPlace,
    byMaterial,
    (s, t) => byUse(s, t),
    (s, t) => byStory(s, t),
    byRelation,
    byOrdinal,
  ]);
  for (const way of ways) {
    const head = headOf(scene, target, random.chance(0.25));
    const ref = head && way(scene, target, head);
    if (ref) return ref;
  }
  return null;
}

export const plainColours = COLOURS.filter((c) => !c.name.includes(" "));
