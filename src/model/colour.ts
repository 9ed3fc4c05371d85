/** Colours and the words for them. */
import type { Triple } from "../world/vector.js";
import { oklab } from "./oklab.js";

/** The eleven basic colour terms of English (Berlin & Kay 1969), with prototypes chosen by us. */
export const BASIC_COLOURS = [
  "black",
  "white",
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "pink",
  "brown",
] as const;

/** Each basic colour in full and paled: in a lit scene the mean of a thing's pixels is duller than its paint. */
const PROTOTYPES: Record<string, readonly string[]> = {
  black: ["#141414", "#2a2a2a"],
  white: ["#f6f6f6", "#ffffff"],
  gray: ["#808080", "#a8a8a8", "#585858"],
  red: ["#d02020", "#a81818", "#f03030", "#b86860"],
  orange: ["#f08020", "#e8700c", "#f0a030", "#d09860"],
  yellow: ["#f0e020", "#f0b020", "#c89020", "#ffe860", "#d8cc80"],
  green: ["#30a030", "#206820", "#60c860", "#8fb08f"],
  blue: ["#2050d0", "#2080e0", "#183080", "#7f9fc4"],
  purple: ["#8030b0", "#602080", "#a060d0", "#9880a8"],
  pink: ["#f080b0", "#f0b0c8", "#e85098"],
  brown: ["#704020", "#8a5a30", "#4a2c16", "#8f7058"],
  grey: ["#808080", "#a8a8a8", "#585858"],
  crimson: ["#b01030"],
  scarlet: ["#e02818"],
  maroon: ["#701818"],
  ruby: ["#b01040"],
  rust: ["#a84820"],
  copper: ["#b06840"],
  bronze: ["#8a6830", "#6e5a32"],
  gold: ["#d8a828"],
  golden: ["#d8a828"],
  amber: ["#f0b020"],
  brass: ["#b8963c"],
  mustard: ["#c8a020"],
  cream: ["#f4e8c8"],
  ivory: ["#f2ecdc"],
  beige: ["#d8c8a0"],
  tan: ["#c8a070"],
  sand: ["#d8c090"],
  khaki: ["#a89860"],
  olive: ["#6e7020"],
  lime: ["#90d820"],
  mint: ["#98e0b8"],
  emerald: ["#18a060"],
  jade: ["#48a880"],
  celadon: ["#a8c8a8"],
  turquoise: ["#30c0b8"],
  teal: ["#187878"],
  cyan: ["#20d0e0"],
  aqua: ["#40d0d0"],
  azure: ["#3090e0"],
  navy: ["#182858"],
  indigo: ["#382878"],
  cobalt: ["#1848a8"],
  violet: ["#7838c0"],
  lilac: ["#b898d8"],
  lavender: ["#b8a8e0"],
  mauve: ["#a078a0"],
  magenta: ["#d020b0"],
  plum: ["#683060"],
  burgundy: ["#681830"],
  salmon: ["#f09080"],
  coral: ["#f07858"],
  peach: ["#f8c0a0"],
  rose: ["#e07090"],
  silver: ["#b8bcc0"],
  charcoal: ["#383c40"],
  slate: ["#586878"],
  dark: ["#202020", "#383838"],
  light: ["#d8d8d8", "#b8b8b8"],
  pale: ["#e0e0d8"],
};

const LABS = new Map(
  Object.entries(PROTOTYPES).map(([word, hexes]) => [word, hexes.map((hex) => oklab(parseColour(hex)))]),
);

/** Spread of a colour term in OKLab, where lightness counts half: light changes more than paint does. */
const SPREAD = 0.09;

/** "#rrggbb" to sRGB 0..1. */
export function parseColour(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function colourWords(): Iterable<string> {
  return LABS.keys();
}

export function isColourWord(word: string): boolean {
  return LABS.has(word);
}

/** How well a word names a colour, 0..1; 0 for a word that names none. */
export function colourMatch(word: string, colour: Triple): number {
  const prototypes = LABS.get(word);
  if (!prototypes) return 0;
  const lab = oklab(colour);
  return Math.max(...prototypes.map((prototype) => closeness(lab, prototype)));
}

/** A thing's colour is asked for several times in a moment, and again for each kind of perceiver. */
const memberships = new WeakMap<Triple, readonly number[]>();

/** Membership in each basic colour, sums to 1. */
export function colourMemberships(colour: Triple): readonly number[] {
  let known = memberships.get(colour);
  if (!known) {
    const raw = BASIC_COLOURS.map((word) => colourMatch(word, colour) + 1e-6);
    const sum = raw.reduce((a, b) => a + b, 0);
    known = raw.map((value) => value / sum);
    memberships.set(colour, known);
  }
  return known;
}

function closeness(a: Triple, b: Triple): number {
  const distance = Math.hypot((a[0] - b[0]) / 2, a[1] - b[1], a[2] - b[2]);
  return Math.exp(-((distance / SPREAD) ** 2));
}
