/** The last line is about nothing here: who speaks deserves the look, whatever was attended to before. */
import { distract, idleGaze } from "../clutter.js";
import { COLOURS } from "../data/colours.js";
import { allNouns } from "../data/worlds.js";
import { finish } from "../finish.js";
import { ASK_ABSENT, PLACE_TALK, TO_ONE } from "../phrasings/absent.js";
import { SMALL_TALK } from "../phrasings/ask.js";
import { TALK_MORE } from "../phrasings/asks.js";
import { TALK_EVERYDAY } from "../phrasings/everyday.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import { buildScene, candidates, objects, people, type Scene, type Thing } from "../scene.js";
import { part, parts } from "../split.js";
import type { Episode } from "../types.js";
import { openingLines } from "./dialogue.js";
import { fill, type Kind, withArticles } from "./named.js";

/** A name that no word of the scene could be taken for. */
export function absentName(scene: Scene): string {
  const random = scene.random;
  const told = scene.things
    .map(
      (t) => `${t.names.join(" ")} ${t.noun?.told ?? ""} ${t.noun?.asked.join(" ") ?? ""} ${t.description}`,
    )
    .join(" ")
    .toLowerCase();
  const free = allNouns(scene.split).filter(
    (noun) => !noun.names.some((name) => name.split(" ").some((word) => told.includes(word.slice(0, 5)))),
  );
  const noun = random.pick(free);
  const colour = random.chance(0.15) ? `${random.pick(COLOURS).words[0]} ` : "";
  return colour + (random.chance(0.7) ? noun.label : random.pick(noun.names));
}

/** Whom the listener attended to before: often the wrong thing, or the speaker. */
function before(scene: Scene, speaker: Thing | null): void {
  const random = scene.random;
  if (!scene.npc || !random.chance(0.75)) return;
  const thing = random.pick(objects(scene));
  scene.npc.current = speaker && random.chance(0.3) ? speaker.id : thing.id;
}

function speaking(scene: Scene, random: Random): { speaker: Thing | null; word: string } {
  const others = people(scene);
  const speaker = others.length > 0 && random.chance(0.35) ? random.pick(others) : scene.player;
  const asPlayer = speaker === scene.player;
  return { speaker, word: asPlayer && (!speaker || random.chance(0.8)) ? "player" : speaker!.id };
}

/** A speaker without a body leaves nobody to look at. */
function end(scene: Scene, speaker: Thing | null, kind: string): Episode {
  if (speaker) return finish(scene, { any: [speaker.id], referents: [], kind }, ["viewer", "kind", "names"]);
  scene.sounds = scene.sounds.filter((s) => s.startedSecondsAgo > 15);
  scene.events = scene.events.filter((e) => e.secondsAgo > 9);
  return finish(scene, { none: true, referents: [], kind: `${kind}, no body` }, ["viewer", "names"]);
}

/** "What does a ticket cost?", "where is the kettle?" where there is none. */
export const absent: Kind = (random, split) => {
  const scene = buildScene(random, split, {
    people: random.integer(0, 2),
    count: random.integer(2, 14),
    player: random.chance(0.85),
  });
  if (!scene) return null;
  const { speaker, word } = speaking(scene, random);
  idleGaze(scene, null);
  if (random.chance(0.35)) openingLines(scene, random.pick(objects(scene)));
  distract(scene, speaker, 0.8);
  const thing = random.chance(0.5);
  const name = thing ? absentName(scene) : "";
  const text = thing
    ? withArticles(fill(random.pick(part(ASK_ABSENT, split)), { X: `the ${name}`, A: `a ${name}` }))
    : random.pick(parts([PLACE_TALK, TALK_MORE, TALK_EVERYDAY], split));
  before(scene, speaker);
  scene.chat.push({
    speaker: word,
    text: voice(random, text, scene.npc?.name),
    secondsAgo: random.between(0.2, 2.5),
  });
  return end(scene, speaker, thing ? "absent thing" : "about nothing here");
};

/** Another is spoken to by name. */
export const addressed: Kind = (random, split) => {
  const scene = buildScene(random, split, {
    people: random.integer(1, 3),
    count: random.integer(2, 6),
    player: true,
  });
  if (!scene) return null;
  const listener = random.pick(people(scene));
  const speakers = candidates(scene).filter((t) => t.person && t !== listener);
  const speaker = speakers.length > 0 && random.chance(0.3) ? random.pick(speakers) : scene.player!;
  idleGaze(scene, null);
  distract(scene, speaker, 0.6);
  before(scene, speaker);
  const name = scene.npc?.name && random.chance(0.35) ? scene.npc.name : listener.person!.name;
  const text = random.pick(part(TO_ONE, split)).replaceAll("{N}", name);
  scene.chat.push({
    speaker: speaker === scene.player && random.chance(0.8) ? "player" : speaker.id,
    text: voice(random, text),
    secondsAgo: random.between(0.2, 2.5),
  });
  return finish(scene, { any: [speaker.id], kind: "spoken to by name" }, ["viewer", "kind", "names"]);
};

/** True if a word of the text is, or begins like, a word of a thing's name. */
const touches = (scene: Scene, text: string) => {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const names = scene.things.flatMap((t) => [t.label, ...t.names]).flatMap((n) => n.toLowerCase().split(" "));
  return words.some((word) => names.some((name) => name.length > 2 && word.slice(0, 5) === name.slice(0, 5)));
};

/** Talk of anything but what is here, one time in two by a voice without a body, often after talk of a thing. */
export const talk: Kind = (random, split) => {
  const scene = buildScene(random, split, {
    people: random.integer(0, 2),
    count: random.integer(2, 12),
    player: random.chance(0.5),
  });
  if (!scene) return null;
  const text = random.pick(parts([TALK_EVERYDAY, TALK_MORE, PLACE_TALK, SMALL_TALK], split));
  if (touches(scene, text)) return null;
  const { speaker, word } = speaking(scene, random);
  idleGaze(scene, null);
  if (random.chance(0.4)) openingLines(scene, random.pick(objects(scene)));
  distract(scene, speaker, 0.8);
  before(scene, speaker);
  scene.chat.push({
    speaker: word,
    text: voice(random, text, scene.npc?.name),
    secondsAgo: random.between(0.2, 2.5),
  });
  return end(scene, speaker, "about nothing here");
};
