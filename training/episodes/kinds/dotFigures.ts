/** Figures that people see in seven dots, how they tell them, and by which words one of a figure is told from the rest. */
import type { Random } from "../random.js";
import { clear, type Dot } from "./dots.js";

export const gap = (a: Dot, b: Dot) => Math.hypot(a.x - b.x, a.y - b.y);

/** Dots that belong together for the eye; of one alone it is the first that is told. */
export interface Figure {
  readonly dots: readonly Dot[];
  readonly text: string;
}

const SMALL = 0.09;
const LARGE = 0.112;

function shadeOf(random: Random, dots: readonly Dot[], dot: Dot): string {
  const darker = dots.filter((d) => d.shade < dot.shade - 6).length;
  if (darker === 0 || dot.shade < 72)
    return random.pick(["black", "black", "very dark", "almost black", "blackish", "really dark gray"]);
  if (dot.shade < 112) return random.pick(["dark", "dark gray", "dark grey", "darkish", "charcoal"]);
  if (dot.shade < 150) return random.pick(["gray", "medium gray", "med grey", "grey", "medium dark"]);
  if (dot.shade < 180) return random.pick(["light", "light gray", "lite grey", "lighter gray"]);
  return random.pick(["very light", "very light gray", "pale", "really light grey", "faint"]);
}

function sizeOf(random: Random, dot: Dot): string {
  if (dot.size < 0.078) return random.pick(["tiny", "very small", "tiny", "little"]);
  if (dot.size < SMALL) return random.pick(["small", "small", "smallish", "little"]);
  if (dot.size < LARGE) return random.pick(["medium", "medium sized", "med", "mid size", "average"]);
  if (dot.size < 0.123) return random.pick(["large", "big", "medium / large", "larger"]);
  return random.pick(["very large", "huge", "big", "large"]);
}

/** "tiny black", "black medium sized", "gray". */
export function lookOf(random: Random, dots: readonly Dot[], dot: Dot): string {
  const [size, shade] = [sizeOf(random, dot), shadeOf(random, dots, dot)];
  const way = random.next();
  if (way < 0.68) return `${size} ${shade}`;
  return way < 0.84 ? shade : way < 0.92 ? size : `${shade} ${size}`;
}

/** Where b lies from a, as a side, in words or on a clock. */
export function sideOf(random: Random, a: Dot, b: Dot): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (random.chance(0.08)) {
    const hour = Math.round((Math.atan2(dx, dy) / (2 * Math.PI)) * 12);
    return `at ${((hour + 11) % 12) + 1} ${random.pick(["o'clock", "oclock", "o clock"])}`;
  }
  const x = dx < 0 ? "left" : "right";
  const up = dy > 0;
  if (Math.abs(dx) > 2.2 * Math.abs(dy))
    return random.pick([`to the ${x}`, `to its ${x}`, `directly ${x} of it`, `on the ${x}`, `just ${x}`]);
  if (Math.abs(dy) > 2.2 * Math.abs(dx))
    return up
      ? random.pick(["above it", "directly above", "on top of it", "over it", "up top"])
      : random.pick(["below it", "under it", "directly below", "beneath", "straight down"]);
  const y = up ? random.pick(["up", "above", "upper"]) : random.pick(["down", "below", "lower"]);
  if (y === "upper" || y === "lower") return random.pick([`to the ${y} ${x}`, `on its ${y} ${x}`]);
  const little = random.pick(["", "", "a little ", "slightly ", "a bit "]);
  return random.pick([
    `${little}${y} and to the ${x}`,
    `${y} to the ${x}`,
    `to the ${x} and ${little}${y}`,
    `${x} and ${y}`,
  ]);
}

/** How b looks beside a: "smaller darker". */
export function besides(random: Random, dots: readonly Dot[], a: Dot, b: Dot): string {
  if (random.chance(0.35)) return lookOf(random, dots, b);
  const shade = b.shade < a.shade - 20 ? "darker" : b.shade > a.shade + 20 ? "lighter" : "";
  const size = b.size > a.size + 0.012 ? "larger" : b.size < a.size - 0.012 ? "smaller" : "";
  const both = [size === "larger" && random.chance(0.5) ? "bigger" : size, shade].filter(Boolean);
  if (both.length === 0) return random.pick(["similar", "same size", "same colored", "matching"]);
  const degree = random.pick(["", "", "", "slightly ", "much "]);
  return degree + random.shuffle(both).join(" ");
}

const noun = (random: Random) => random.pick(["dot", "dot", "one", "circle", ""]);
const article = (random: Random) => random.pick(["a ", "a ", "", "one "]);
const told = (random: Random, dots: readonly Dot[], dot: Dot) =>
  `${article(random)}${lookOf(random, dots, dot)} ${noun(random)}`.trimEnd();

/** Words by which one dot stands out in a group, each certain. */
export interface Telling {
  readonly shades: readonly string[];
  readonly sizes: readonly string[];
  readonly places: readonly string[];
}

export function telling(among: readonly Dot[], dot: Dot): Telling {
  const best = (measure: (d: Dot) => number, least: number) =>
    among.every((d) => d === dot || measure(dot) > measure(d) + least);
  const two = among.length === 2;
  const est = (word: string) => (two ? `${word}er` : `${word}est`);
  const shades: string[] = [];
  const sizes: string[] = [];
  const places: string[] = [];
  if (best((d) => -d.shade, 22)) shades.push(est("dark"), est("dark"), "dark", "black", "darkest");
  if (best((d) => d.shade, 22)) shades.push(est("light"), est("light"), "light", "lightest", "light gray");
  if (best((d) => d.size, 0.012)) sizes.push(two ? "bigger" : "biggest", est("larg"), "big");
  if (best((d) => -d.size, 0.012)) sizes.push(est("small"), "small", "tiny", "little");
  if (best((d) => d.x, 0.12)) places.push("right", "far right", two ? "right hand" : "rightmost");
  if (best((d) => -d.x, 0.12)) places.push("left", "far left", two ? "left hand" : "leftmost");
  if (best((d) => d.y, 0.12)) places.push("top", "upper", two ? "higher" : "highest", "top");
  if (best((d) => -d.y, 0.12)) places.push("bottom", "lower", two ? "lower" : "lowest", "bottom");
  const between = (measure: (d: Dot) => number) =>
    among.some((d) => measure(d) < measure(dot) - 0.12) &&
    among.some((d) => measure(d) > measure(dot) + 0.12);
  if (among.length === 3 && (between((d) => d.x) || between((d) => d.y))) places.push("middle", "center");
  return { shades, sizes, places };
}

/** Something that is true of one of the figure: "top one is lighter". */
function aside(random: Random, dots: readonly Dot[], group: readonly Dot[]): string {
  const dot = random.pick(group);
  const { shades, sizes, places } = telling(group, dot);
  const compared = [...shades, ...sizes].filter((word) => /er$|est$/.test(word));
  if (places.length > 0 && random.chance(0.7))
    return `${random.pick(["", "the "])}${random.pick(places)} one is ${random.pick([...compared, lookOf(random, dots, dot)])}`;
  return `one of them is ${compared.length > 0 ? random.pick(compared) : lookOf(random, dots, dot)}`;
}

function shape(random: Random, group: readonly Dot[]): string {
  const [a, b, c] = group as [Dot, Dot, Dot];
  const area = Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  const longest = Math.max(gap(a, b), gap(b, c), gap(a, c));
  if (area < 0.09 * longest ** 2)
    return random.pick(["three dots in a line", "3 dots almost in a row", "a line of three"]);
  return random.pick([
    "three dots in a triangle",
    "a triangle of dots",
    "3 dots making a triangle",
    "a trio",
  ]);
}

/** The figure around `first`: itself if it stands alone or is told alone, else with one or two neighbours. */
export function figureOf(random: Random, dots: readonly Dot[], first: Dot): Figure | null {
  const near = dots.filter((d) => d !== first).sort((a, b) => gap(a, first) - gap(b, first));
  const lone = gap(near[0]!, first) > 0.5;
  if (lone || (clear(dots, first) && random.chance(0.15))) {
    const tail = lone
      ? random.pick([
          " all alone",
          " by itself",
          " , nothing around it",
          " far from the others",
          " off on its own",
        ])
      : "";
    return { dots: [first], text: `${told(random, dots, first)}${tail}${edge(random, first)}` };
  }
  const size = random.integer(2, 3);
  const group = [first, ...near.slice(0, size - 1)];
  if (gap(first, group.at(-1)!) > 0.8) return null;
  return { dots: group, text: groupText(random, dots, group) };
}

function groupText(random: Random, dots: readonly Dot[], group: readonly Dot[]): string {
  const [first, ...rest] = group as [Dot, ...Dot[]];
  const two = rest.length === 1;
  if (random.chance(0.3)) {
    const close =
      gap(first, rest.at(-1)!) < 0.4 ? random.pick([" close together", " next to each other", ""]) : "";
    const kind = two
      ? random.pick(["two dots", "2 dots", "a pair", "a couple of dots"])
      : shape(random, group);
    const asides = random.integer(1, 2);
    return Array.from({ length: asides }, () => aside(random, dots, group)).reduce(
      (text, said) => `${text}${random.pick([" , ", " . ", " , and "])}${said}`,
      `${kind}${close}${random.chance(0.3) ? edge(random, first) : ""}`,
    );
  }
  const joints = [" with a ", " and a ", " . a ", " , then a ", " next to a "];
  return rest.reduce(
    (text, other) => {
      const it = `${besides(random, dots, first, other)} ${noun(random)}`.trimEnd();
      const side = sideOf(random, first, other);
      return random.chance(0.3)
        ? `${text} . ${side} is ${article(random)}${it}`
        : `${text}${random.pick(joints)}${it} ${side}`;
    },
    told(random, dots, first),
  );
}

/** Where on the disc, if it lies out there or in the middle. */
function edge(random: Random, dot: Dot): string {
  const far = Math.hypot(dot.x, dot.y);
  if (far < 0.25) return random.pick([" near the middle", " close to center", ""]);
  if (far < 0.55) return "";
  const side = dot.x < -0.35 ? "left" : dot.x > 0.35 ? "right" : "";
  const height = dot.y > 0.35 ? "top" : dot.y < -0.35 ? "bottom" : "";
  const place = [height, side].filter(Boolean).join(" ");
  return random.pick([` on the ${place}`, ` at the ${place} edge`, ` way over ${place}`, ` ${place}`, ""]);
}

/** "the smaller black one": which of a figure, with its article; null where no word would tell it. */
export function pickOf(random: Random, among: readonly Dot[], dot: Dot): string | null {
  const { shades, sizes, places } = telling(among, dot);
  const one = () => random.pick(["one", "dot", "one", "dot", "circle", ""]);
  const the = random.pick(["the ", "the ", "the ", "", "that "]);
  const looks = [shades, sizes].filter((words) => words.length > 0);
  if (looks.length > 0 && (places.length === 0 || random.chance(0.6))) {
    // A second look beside the first, where it is true as well.
    const told = random.chance(0.4) ? random.shuffle(looks) : [random.pick(looks)];
    const place = places.length > 0 && random.chance(0.15) ? ` on the ${places[0]}` : "";
    return `${the}${told.map((words) => random.pick(words)).join(" ")} ${one()}`.trimEnd() + place;
  }
  if (places.length === 0) return null;
  const place = random.pick(places);
  if (/^(left|right|top|bottom|middle|center)$/.test(place) && random.chance(0.2))
    return `the one ${place === "middle" || place === "center" ? "in" : "on"} the ${place}`;
  return `${the}${place} ${one()}`.trimEnd();
}
