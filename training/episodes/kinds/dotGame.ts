/** A whole game: partners tell figures that only one of them has, find one that both have, and choose a dot of it. */
import { finish } from "../finish.js";
import {
  FIGURE_CHECKED,
  FIGURE_FOUND,
  FIGURE_MISSED,
  FIGURE_PICKED,
  FIGURE_SAID,
  LONE_PICKED,
} from "../phrasings/dotGame.js";
import { ENDS } from "../phrasings/dotTalk.js";
import type { Random } from "../random.js";
import { emptyScene } from "../scene.js";
import { part } from "../split.js";
import type { Split } from "../types.js";
import { type Figure, figureOf, lookOf, pickOf, telling } from "./dotFigures.js";
import { type Dot, makeDots, PARTNERS_NEED, placePartners } from "./dots.js";
import type { Kind } from "./named.js";

const say = (random: Random, split: Split, list: readonly string[], slots: Record<string, string> = {}) =>
  Object.entries(slots).reduce(
    (text, [slot, value]) => text.replace(`{${slot}}`, value),
    random.pick(part(list, split)),
  );

/** Figures that lead nowhere: half of them only the other partner has. */
function missed(random: Random, split: Split, own: readonly Dot[]): string[] {
  const view = random.chance(0.5) ? own : makeDots(random);
  const figure = view && figureOf(random, view, random.pick(view));
  if (!figure) return [];
  return [say(random, split, FIGURE_SAID, { F: figure.text }), say(random, split, FIGURE_MISSED)];
}

/** "is the top one black?" of a figure. */
function checked(random: Random, split: Split, all: readonly Dot[], figure: Figure): string {
  const dot = random.pick(figure.dots);
  const places = figure.dots.length > 1 ? telling(figure.dots, dot).places : [];
  const which = places.length > 0 ? random.pick(places) : "first";
  return say(random, split, FIGURE_CHECKED, { W: `${which} one ${lookOf(random, all, dot)}` });
}

/** The choice and what follows it; null where no words would tell the dot. */
function chosen(
  random: Random,
  split: Split,
  all: readonly Dot[],
  figure: Figure,
  target: Dot,
): string | null {
  const lone = figure.dots.length === 1;
  if (lone && random.chance(0.6)) return say(random, split, LONE_PICKED);
  const which = lone ? `the ${lookOf(random, all, target)} one` : pickOf(random, figure.dots, target);
  return which && say(random, split, FIGURE_PICKED, { W: which });
}

/** The lines of a game, oldest first, and the dot they settle on: any of the figure that both have. */
function game(random: Random, split: Split, all: readonly Dot[]): { lines: string[]; target: Dot } | null {
  const figure = figureOf(random, all, random.pick(all));
  const target = figure && random.pick(figure.dots);
  const choice = figure && target && chosen(random, split, all, figure, target);
  if (!choice) return null;
  const lines: string[] = [];
  for (let i = random.integer(0, 2) * random.integer(0, 1); i > 0; i--)
    lines.push(...missed(random, split, all));
  lines.push(say(random, split, FIGURE_SAID, { F: figure.text }));
  if (random.chance(0.35)) {
    if (random.chance(0.6)) lines.push(checked(random, split, all, figure));
    lines.push(say(random, split, FIGURE_FOUND));
  }
  const found = random.chance(0.4)
    ? `${say(random, split, FIGURE_FOUND)} ${random.pick([".", ",", "!"])} `
    : "";
  lines.push(found + choice);
  if (random.chance(0.6)) lines.push(say(random, split, ENDS));
  return { lines, target };
}

export const dotGame: Kind = (random, split) => {
  const list = makeDots(random);
  if (!list) return null;
  const played = game(random, split, list);
  if (!played) return null;
  const scene = emptyScene(random, split, "dots");
  placePartners(scene, random, list);
  const starts = random.integer(0, 1);
  const step = random.integer(3, 7);
  scene.chat = played.lines.map((text, i) => ({
    speaker: (i + starts) % 2 === 0 ? "player" : "npc",
    text: text.replace(/\ba ([aeiou])/g, "an $1"),
    secondsAgo: 1 + step * (played.lines.length - 1 - i),
  }));
  const id = played.target.thing.id;
  return finish(scene, { any: [id], referents: [id], kind: "dots, a whole game" }, PARTNERS_NEED);
};
