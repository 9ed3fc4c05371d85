/** Two partners name several dots, each by the one before it, and settle on one: the whole talk counts. */
import { finish } from "../finish.js";
import { ENDS, GROUP_SAID, PICK_OF, WHICH } from "../phrasings/dotTalk.js";
import type { Random } from "../random.js";
import { emptyScene } from "../scene.js";
import { part } from "../split.js";
import { type Dot, looks, makeDots, PARTNERS_NEED, placePartners } from "./dots.js";
import type { Kind } from "./named.js";

const gap = (a: Dot, b: Dot) => Math.hypot(a.x - b.x, a.y - b.y);

/** Where b lies, from a. */
function side(random: Random, a: Dot, b: Dot): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const x = dx < 0 ? "left" : "right";
  if (Math.abs(dx) > 2 * Math.abs(dy))
    return random.pick([`to the ${x} of it`, `to its ${x}`, `on its ${x}`]);
  const y = dy > 0 ? random.pick(["above", "on top of"]) : random.pick(["below", "under"]);
  if (Math.abs(dy) > 2 * Math.abs(dx)) return random.pick([`${y} it`, `right ${y} it`, `directly ${y} it`]);
  return random.pick([
    `${dy > 0 ? "above" : "below"} and to the ${x} of it`,
    `up to the ${x}`.replace("up", dy > 0 ? "up" : "down"),
    `to the ${dy > 0 ? "upper" : "lower"} ${x}`,
  ]);
}

/** How b looks beside a. */
function compared(random: Random, a: Dot, b: Dot): string {
  const shade = b.shade < a.shade - 20 ? "darker" : b.shade > a.shade + 20 ? "lighter" : "";
  const size = b.size > a.size + 0.012 ? "bigger" : b.size < a.size - 0.012 ? "smaller" : "";
  return (
    [size, shade].filter(Boolean).join(random.pick([" ", " , "])) ||
    random.pick(["similar", "same sized", "like colored"])
  );
}

/** A word that tells one of the group from the rest. */
function telling(random: Random, group: readonly Dot[], dot: Dot): string | null {
  const best = (measure: (d: Dot) => number, least: number) =>
    group.every((d) => d === dot || measure(dot) > measure(d) + least);
  const words: string[] = [];
  const two = group.length === 2;
  if (best((d) => -d.shade, 22)) words.push(two ? "darker" : "darkest", "dark", "black");
  if (best((d) => d.shade, 22)) words.push(two ? "lighter" : "lightest", "light", "light gray");
  if (best((d) => d.size, 0.012)) words.push(two ? "larger" : "largest", "big", two ? "bigger" : "biggest");
  if (best((d) => -d.size, 0.012)) words.push(two ? "smaller" : "smallest", "small", "tiny");
  if (best((d) => d.x, 0.1)) words.push("right", "one on the right , the right", two ? "right" : "rightmost");
  if (best((d) => -d.x, 0.1)) words.push("left", two ? "left" : "leftmost", "far left");
  if (best((d) => d.y, 0.1)) words.push("top", "upper", two ? "higher" : "highest");
  if (best((d) => -d.y, 0.1)) words.push("bottom", "lower", two ? "lower" : "lowest");
  const between = (measure: (d: Dot) => number) =>
    group.some((d) => measure(d) < measure(dot) - 0.12) &&
    group.some((d) => measure(d) > measure(dot) + 0.12);
  if (group.length === 3 && (between((d) => d.x) || between((d) => d.y)) && random.chance(0.5))
    words.push("middle", "center");
  return words.length > 0 ? random.pick(words) : null;
}

export const dotsTalk: Kind = (random, split) => {
  const list = makeDots(random);
  if (!list) return null;
  const first = random.pick(list);
  const near = list.filter((d) => d !== first).sort((a, b) => gap(a, first) - gap(b, first));
  const size = random.integer(2, 3);
  const group = [first, ...near.slice(0, size - 1)];
  if (gap(first, group.at(-1)!) > 0.75) return null;
  const target = random.pick(group);
  const word = telling(random, group, target);
  if (!word) return null;
  const close = gap(first, group.at(-1)!) < 0.45;
  const dot = () => random.pick(["dot", "one", "circle", "dot"]);
  const a = (text: string) => text.replace(/\ba ([aeiou])/g, "an $1");
  let text = `a ${looks(random, list, first, false)} ${dot()}`;
  if (random.chance(0.75))
    for (const other of group.slice(1))
      text += `${random.pick([" with a ", " and a ", " , there is a ", " next to a "])}${compared(random, first, other)} ${dot()} ${side(random, first, other)}`;
  else
    text = `${size === 2 ? random.pick(["two dots", "a pair of dots", "2 dots"]) : random.pick(["three dots", "a triangle of dots", "3 dots in a bunch", "a cluster of three"])}${close ? random.pick([" close together", " near each other", ""]) : ""} , the ${telling(random, group, first) ?? "first"} one is ${looks(random, list, first, false)}`;
  const lines = [random.pick(part(GROUP_SAID, split)).replace("{G}", a(text))];
  if (random.chance(0.6)) {
    const other = random.pick(group);
    lines.push(
      random
        .pick(part(WHICH, split))
        .replace("{D}", a(`a ${looks(random, list, other, false)} one`))
        .replace(
          "{W}",
          telling(
            random,
            group,
            group.reduce((d, o) => (o.shade < d.shade ? o : d)),
          ) ?? "left",
        ),
    );
  }
  const [head, again] = [random.pick(part(PICK_OF, split)).replace("{W}", word), random.chance(0.2)];
  if (random.chance(0.3) && lines.length === 1) lines[0] += ` . ${head}`;
  else lines.push(head);
  if (again)
    lines.push(random.pick(part(PICK_OF, split)).replace("{W}", telling(random, group, target) ?? word));
  if (random.chance(0.65)) lines.push(random.pick(part(ENDS, split)));
  const scene = emptyScene(random, split, "dots");
  placePartners(scene, random, list);
  const starts = random.integer(0, 1);
  scene.chat = lines.map((line, i) => ({
    speaker: (i + starts) % 2 === 0 ? "player" : "npc",
    text: random.chance(0.7) ? line.toLowerCase() : line,
    secondsAgo: 1 + 4 * (lines.length - 1 - i),
  }));
  const { id } = target.thing;
  return finish(scene, { any: [id], referents: [id], kind: "dots, several told" }, PARTNERS_NEED);
};
