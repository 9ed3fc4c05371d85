/** A world of unit cubes seen by a hovering avatar: which blocks are meant to go? */
import { COLOURS } from "../data/colours.js";
import { finish } from "../finish.js";
import { direction, forwardOf } from "../geometry.js";
import { BLOCK_VERBS } from "../phrasings/blocks.js";
import { ENDINGS, FACINGS, JOINTS, MORE_VERBS, STAYING, WAYS } from "../phrasings/blockTalk.js";
import { voice } from "../phrasings/voices.js";
import type { Random } from "../random.js";
import { emptyScene, type Scene, type Thing } from "../scene.js";
import { part } from "../split.js";
import type { Split, Triple } from "../types.js";
import { BLOCK_COLOURS, type Block, buildBlocks } from "./blockBuild.js";
import { MORE_RULES } from "./blockMoreRules.js";
import { type Chosen, colourWord, type Picture, RULES } from "./blockRules.js";
import { TASK_RULES } from "./blockTasks.js";
import type { Kind } from "./named.js";

/** How many more orders one line gives. */
const ORDERS = [
  [0, 62],
  [1, 26],
  [2, 10],
  [3, 2],
] as const;
const FACING = ["north", "east", "south", "west"] as const;

function toScene(random: Random, split: Split, blocks: Block[]): { scene: Scene; things: Map<Block, Thing> } {
  const scene = emptyScene(random, split, "blocks");
  const things = new Map<Block, Thing>();
  const plainNames = random.pick([["block", "cube"], ["block"], ["cube", "block"]]);
  const exact = random.chance(0.6);
  for (const b of blocks) {
    const base = BLOCK_COLOURS[b.colour]!;
    const thing: Thing = {
      id: "",
      kind: "prop",
      label: plainNames[0]!,
      names: plainNames,
      noun: null,
      colour: COLOURS.find((c) => c.name === b.colour) ?? null,
      hex: base,
      shape: "box",
      size: [1, 1, 1],
      position: [b.x + 0.5, b.y + 0.5, b.z + 0.5],
      yaw: null,
      place: "floor",
      material: null,
      story: null,
      person: null,
      description: "",
    };
    if (!exact) thing.hex = base;
    things.set(b, thing);
  }
  scene.things = [...things.values()].sort(
    (a, b) => a.position[0] - b.position[0] || a.position[1] - b.position[1] || a.position[2] - b.position[2],
  );
  for (const [i, thing] of scene.things.entries()) thing.id = `b${i + 1}`;
  return { scene, things };
}

export const blocks: Kind = (random, split) => {
  const built = buildBlocks(random);
  if (built.length < 2) return null;
  const facing = random.integer(0, 3);
  const facingWeighted = random.chance(0.55) ? 0 : facing;
  const told = random.chance(0.55);
  const yawOfViewer =
    told && random.chance(0.5)
      ? random.between(-Math.PI, Math.PI)
      : facingWeighted * (Math.PI / 2) + random.between(-0.3, 0.3);
  // Left and right go by the side that the words name, else by the viewer's own eyes.
  const yaw = told ? facingWeighted * (Math.PI / 2) : Math.round(yawOfViewer / (Math.PI / 2)) * (Math.PI / 2);
  const picture: Picture = {
    blocks: built,
    right: (b) => Math.round(b.x * Math.cos(yaw) - b.z * Math.sin(yaw)),
    away: (b) => Math.round(b.x * Math.sin(yaw) + b.z * Math.cos(yaw)),
    random,
  };
  const verb = random.pick(part(random.chance(0.75) ? BLOCK_VERBS : MORE_VERBS, split));
  const first = random.weighted(ALL_RULES)(picture);
  if (!first) return null;
  // Whole worlds are easy: most of them are drawn again.
  if (first.set.length === built.length && random.chance(0.75)) return null;
  const chosen = new Set(first.set);
  let text = fillVerb(verb, first.text);
  for (let more = random.weighted(ORDERS); more > 0; more--) {
    const next = random.weighted(ALL_RULES)(picture);
    if (!next?.set.every((b) => !chosen.has(b)) || chosen.size + next.set.length >= built.length) continue;
    for (const b of next.set) chosen.add(b);
    text += random.chance(0.35)
      ? ` and ${next.text}`
      : `${random.pick(part(JOINTS, split))}${fillVerb(random.chance(0.7) ? verb : random.pick(part(BLOCK_VERBS, split)), next.text)}`;
  }
  const word = FACING[facingWeighted]!;
  if (random.chance(0.2)) text = withSurroundings(picture, text, chosen, split);
  if (told)
    text = random
      .pick(part(FACINGS, split))
      .replace("{W}", random.chance(0.15) ? capital(word) : word)
      .replace("{T}", text);
  const { scene, things } = toScene(random, split, built);
  const mid: Triple = [0, 1, 2].map(
    (i) => scene.things.reduce((s, t) => s + t.position[i]!, 0) / scene.things.length,
  ) as Triple;
  const away = random.between(3, 8);
  const back = forwardOf(yawOfViewer);
  const eye: Triple = [
    mid[0] - back[0] * away + random.between(-1, 1),
    random.chance(0.4) ? 1.6 : random.between(2, 6),
    mid[2] - back[2] * away + random.between(-1, 1),
  ];
  scene.viewer = { position: eye, forward: direction(eye, mid) };
  scene.chat.push({
    speaker: "player",
    text: random.chance(0.75) ? tidy(random, text) : voice(random, text),
    secondsAgo: 1,
  });
  const ids = [...chosen].map((b) => things.get(b)!.id);
  const episode = finish(scene, { any: ids, referents: ids, kind: "blocks" }, [
    "names",
    "colour",
    "viewer",
    "shape",
    "size",
    "kind",
  ]);
  if (random.chance(0.8)) {
    const cam: Triple = [
      mid[0] - back[0] * (away + 4),
      mid[1] + (away + 4) * 0.45,
      mid[2] - back[2] * (away + 4),
    ];
    const r = (v: Triple) => v.map((x) => Math.round(x * 1000) / 1000) as Triple;
    episode.case.camera = { position: r(cam), forward: r(direction(cam, mid)) };
  }
  return episode;
};

const ALL_RULES: readonly (readonly [(picture: Picture) => Chosen | null, number])[] = [
  ...RULES,
  ...MORE_RULES,
  ...TASK_RULES,
];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Ways there, what stays, what it should look like then: none of them changes what must go. */
function withSurroundings(picture: Picture, text: string, chosen: ReadonlySet<Block>, split: Split): string {
  const { random, blocks } = picture;
  const left = blocks.filter((b) => !chosen.has(b));
  const whole = [...new Set(left.map((b) => b.colour))].filter((c) =>
    blocks.every((b) => b.colour !== c || !chosen.has(b)),
  );
  if (whole.length > 0 && random.chance(0.5)) {
    const colour = random.pick(whole);
    const many = blocks.filter((b) => b.colour === colour).length > 1;
    const kept = `the ${colourWord(picture, colour)} ${many ? "blocks" : "block"}`;
    return `${text}${random.pick([". ", ", ", " "])}${random.pick(part(STAYING, split)).replace("{K}", kept)}`;
  }
  if (random.chance(0.5))
    return `${random.pick(part(WAYS, split)).replace("{W}", random.pick(FACING))} ${text}`;
  return `${text}. ${random.pick(part(ENDINGS, split)).replace("{N}", String(left.length))}`;
}

const fillVerb = (verb: string, x: string) => verb.replace("{X}", x);
function tidy(random: Random, text: string): string {
  const out = random.chance(0.6) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return random.chance(0.6) ? `${out.replace(/[.!]$/, "")}.` : out;
}
