/** The listener attends to what was asked for a moment ago, and the same speaker goes on to another thing. */
import { distract, idleGaze } from "../clutter.js";
import { gazeAt, offGaze } from "../finish.js";
import { FIRST, NEXT, NEXT_POINTED, ROOM_ANSWERS } from "../phrasings/goesOn.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import * as by from "../refer/index.js";
import { buildScene, objects, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import { done, type Kind, withArticles } from "./named.js";

/** Many exhibits of few kinds are told apart by a number, a letter or a title. */
function numbered(scene: Scene, random: Random): void {
  const counts = new Map<string, number>();
  const style = random.pick(["number", "number", "letter", "no"]);
  const from = random.integer(0, 1);
  for (const thing of scene.things) {
    if (thing.person || !thing.noun) continue;
    const n = counts.get(thing.label) ?? 0;
    counts.set(thing.label, n + 1);
    const tag =
      style === "letter" && n < 26
        ? String.fromCharCode(65 + n)
        : `${style === "no" ? "no " : ""}${n + from}`;
    thing.label = `${thing.label} ${tag}`;
    thing.names = [thing.label];
  }
}

const nameOf = (thing: Thing, random: Random) => `${random.chance(0.3) ? "the " : ""}${thing.label}`;

function referTo(
  scene: Scene,
  thing: Thing,
  isNumbered: boolean,
): { text: string; needs: by.Ref["needs"] } | null {
  if (isNumbered) return { text: nameOf(thing, scene.random), needs: ["names"] };
  return by.anyRef(scene, thing);
}

export const goesOn: Kind = (random, split) => {
  const many = random.chance(0.4);
  const count = many ? random.integer(14, 26) : random.integer(3, 9);
  const isNumbered = random.chance(many ? 0.6 : 0.2);
  const scene = buildScene(random, split, {
    count,
    clones: isNumbered ? random.integer(3, many ? 12 : 4) : random.integer(0, 3),
    people: random.integer(0, 2),
    layout: "room",
  });
  if (!scene?.npc) return null;
  if (isNumbered) numbered(scene, random);
  idleGaze(scene, null);
  const list = random.sample(objects(scene), random.integer(2, 3));
  const target = list.at(-1)!;
  if (list.length < 2) return null;
  const needs: string[] = ["names", "npc"];
  let at = random.between(0.2, 3);
  const lines: { text: string; secondsAgo: number; speaker: string }[] = [];
  const pointed = !isNumbered && random.chance(0.2);
  const speaker = scene.player && random.chance(0.3) ? scene.player.id : "player";
  const push = (text: string) => {
    lines.unshift({ speaker, text: voice(random, withArticles(text), scene.npc?.name), secondsAgo: at });
    at += random.between(2, 10);
  };
  if (pointed) {
    gazeAt(scene, target);
    const crowdAt = (t: Thing) => t !== target && offGaze(scene, t) < 0.2;
    if (scene.things.some((t) => t !== scene.player && crowdAt(t))) return null;
    push(random.pick(part(NEXT_POINTED, split)));
    needs.push("viewer");
  } else {
    const ref = referTo(scene, target, isNumbered);
    if (!ref) return null;
    needs.push(...ref.needs);
    // A bare repetition of the order is the commonest.
    push(random.pick(part(random.chance(0.35) ? FIRST : NEXT, split)).replace("{X}", ref.text));
  }
  for (const before of list.slice(0, -1).reverse()) {
    const ref = referTo(scene, before, isNumbered);
    if (!ref) return null;
    needs.push(...ref.needs);
    if (random.chance(0.25))
      lines.unshift({
        speaker: "npc",
        text: random.pick(part(ROOM_ANSWERS, split)),
        secondsAgo: at - random.between(0.5, 1.5),
      });
    push(random.pick(part(FIRST, split)).replace("{X}", ref.text));
  }
  scene.chat.push(...lines);
  if (random.chance(0.85)) scene.npc.current = list.at(-2)!.id;
  distract(scene, target, 0.4);
  return done(scene, "goes on to another", target, needs as Parameters<typeof done>[3]);
};
