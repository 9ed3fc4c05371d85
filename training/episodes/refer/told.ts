/** By what is told of a thing: material, use, story, clothes. */
import { candidates, objects, people, type Scene, type Thing } from "../scene.js";
import { type Head, others, type Ref } from "./refer.js";

const MADE_OF: Record<string, string> = {
  wood: "wooden",
  gold: "golden",
  wool: "woollen",
  stone: "stone",
  clay: "clay",
  silver: "silver",
};
export function byMaterial(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  if (
    !target.material ||
    rest.some((t) => t.material === target.material || t.description.includes(target.material!))
  )
    return null;
  if (!target.description.includes(target.material)) return null;
  // "gold" and "silver" would be heard as colours.
  if (
    ["gold", "silver", "amber", "bronze", "copper"].includes(target.material) &&
    rest.some((t) => t.colour?.words.some((w) => w.startsWith(target.material!)))
  )
    return null;
  const adjective = MADE_OF[target.material] ?? target.material;
  const text = scene.random.pick([
    `the ${adjective} ${head.noun}`,
    `the ${head.noun} made of ${target.material}`,
    `the ${head.noun} that is made out of ${target.material}`,
  ]);
  return { text, needs: ["description", ...head.needs], how: "material", landmarks: [] };
}

/** "thing you …" takes an article, "what you …" does not. */
const phrase = (asked: string) => (/^(what|where)\b/.test(asked) ? asked : `the ${asked}`);

export function byUse(scene: Scene, target: Thing): Ref | null {
  const noun = target.noun;
  if (!noun || noun.asked.length === 0 || objects(scene).some((t) => t !== target && t.noun === noun))
    return null;
  const asked = scene.random.pick(noun.asked);
  // Nothing else may tell the same about itself.
  const words = new Set(asked.split(/\W+/).filter((w) => w.length > 4 && w !== "thing"));
  const clash = candidates(scene).some(
    (t) =>
      t !== target &&
      `${t.names.join(" ")} ${t.noun?.told ?? ""} ${t.noun?.asked.join(" ") ?? ""}`
        .split(/\W+/)
        .some((w) => words.has(w)),
  );
  return clash ? null : { text: phrase(asked), needs: ["description", "names"], how: "use", landmarks: [] };
}

export function byStory(scene: Scene, target: Thing): Ref | null {
  if (!target.story || !target.description.includes(target.story.told)) return null;
  return { text: scene.random.pick(target.story.asked), needs: ["description"], how: "story", landmarks: [] };
}

/** A person by clothes, hair or what they are. */
export function byClothes(scene: Scene, target: Thing): Ref | null {
  const random = scene.random;
  const p = target.person;
  if (!p) return null;
  const rest = people(scene)
    .filter((t) => t !== target)
    .map((t) => t.person!);
  const who =
    p.gender === "m"
      ? random.pick(["man", "guy", "gentleman", "fellow", "bloke", "man"])
      : p.gender === "f"
        ? random.pick(["woman", "lady", "girl", "woman"])
        : random.pick(["person", "one"]);
  const sameSex = rest.filter(
    (r) => who === "person" || who === "one" || r.gender === p.gender || r.gender === "n",
  );
  const wear = random.pick(["in", "wearing", "with", "in"]);
  const ways: string[] = [];
  if (sameSex.length === 0 && who !== "person" && who !== "one" && rest.length > 0) ways.push(`the ${who}`);
  if (sameSex.every((r) => r.topColour !== p.topColour && r.hatColour !== p.topColour))
    ways.push(
      `the ${who} in ${p.topColour}`,
      `the ${who} ${wear} the ${p.topColour} ${p.top}`,
      `the ${who} ${wear} a ${p.topColour} ${p.top}`,
    );
  else if (sameSex.every((r) => r.topColour !== p.topColour))
    ways.push(`the ${who} ${wear} the ${p.topColour} ${p.top}`);
  if (p.hat && sameSex.every((r) => r.hatColour !== p.hatColour))
    ways.push(`the ${who} ${wear} the ${p.hatColour} ${p.hat}`, `the ${who} with a ${p.hatColour} ${p.hat}`);
  if (p.hat && sameSex.every((r) => !r.hat))
    ways.push(`the ${who} with the ${p.hat}`, `the one wearing a ${p.hat}`);
  if (!p.hat && sameSex.length > 0 && sameSex.every((r) => r.hat))
    ways.push(`the ${who} without a hat`, `the one with nothing on the head`);
  if (p.hat && sameSex.every((r) => r.hatColour !== p.hatColour || r.topColour !== p.topColour))
    ways.push(
      `the ${who} in the ${p.hatColour} ${p.hat} and the ${p.topColour} ${p.top}`,
      `the ${who} ${wear} a ${p.topColour} ${p.top} and a ${p.hatColour} ${p.hat}`,
    );
  if (p.hair && target.description.includes(p.hair) && rest.every((r) => r.hair !== p.hair))
    ways.push(`the ${who} with ${p.hair}`, `the one with ${p.hair}`);
  if (ways.length === 0) return null;
  return { text: random.pick(ways), needs: ["description", "kind"], how: "clothes", landmarks: [] };
}
