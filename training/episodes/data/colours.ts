/** Colours, the words that people use for them, and how near two must not come in one scene. */

export interface ColourName {
  /** The everyday word. */
  name: string;
  hex: readonly string[];
  /** Other words for it, usable wherever no other colour of the scene answers to them. */
  words: readonly string[];
}

export const COLOURS: readonly ColourName[] = [
  { name: "red", hex: ["#d02020", "#c81e28", "#e03030"], words: ["red", "scarlet", "bright red", "crimson"] },
  {
    name: "dark red",
    hex: ["#7a1018", "#801c20"],
    words: ["dark red", "maroon", "burgundy", "wine red", "wine-coloured"],
  },
  { name: "orange", hex: ["#f07818", "#e87020"], words: ["orange", "tangerine", "pumpkin coloured"] },
  {
    name: "amber",
    hex: ["#f0b020", "#eeaa28"],
    words: ["amber", "golden", "gold", "mustard", "yellow", "yellowish", "orange"],
  },
  {
    name: "yellow",
    hex: ["#f0e020", "#f4e040", "#ffe84a"],
    words: ["yellow", "lemon", "bright yellow", "canary yellow"],
  },
  {
    name: "lime",
    hex: ["#90e030", "#a0e840"],
    words: ["lime", "lime green", "light green", "yellow-green", "neon green"],
  },
  { name: "green", hex: ["#30a030", "#2c9838", "#28a040"], words: ["green", "grass green", "emerald"] },
  {
    name: "dark green",
    hex: ["#14501c", "#1c4820"],
    words: ["dark green", "forest green", "bottle green", "deep green"],
  },
  { name: "teal", hex: ["#1a8a88", "#209090"], words: ["teal", "blue-green", "dark turquoise", "petrol"] },
  { name: "cyan", hex: ["#40d8e0", "#50e0e8"], words: ["cyan", "turquoise", "aqua", "light blue"] },
  {
    name: "sky blue",
    hex: ["#78b8f0", "#80c0f8"],
    words: ["light blue", "sky blue", "pale blue", "baby blue"],
  },
  {
    name: "blue",
    hex: ["#2050d0", "#2458c8", "#3060e0"],
    words: ["blue", "royal blue", "bright blue", "cobalt"],
  },
  { name: "navy", hex: ["#101c58", "#142060"], words: ["navy", "dark blue", "navy blue", "midnight blue"] },
  { name: "purple", hex: ["#8030b0", "#7828a8", "#8838c0"], words: ["purple", "violet", "plum"] },
  { name: "lilac", hex: ["#c8a0e8", "#c090e0"], words: ["lilac", "lavender", "light purple", "pale purple"] },
  { name: "pink", hex: ["#f080b0", "#f090b8", "#ff9ac0"], words: ["pink", "rosy", "bubblegum pink"] },
  {
    name: "magenta",
    hex: ["#d020a0", "#e028a8"],
    words: ["magenta", "hot pink", "fuchsia", "shocking pink"],
  },
  { name: "brown", hex: ["#80481c", "#784420", "#8a5028"], words: ["brown", "chocolate brown", "chestnut"] },
  {
    name: "beige",
    hex: ["#d8c098", "#e0c8a0"],
    words: ["beige", "tan", "sand coloured", "cream", "light brown"],
  },
  { name: "white", hex: ["#f4f4f4", "#fafafa"], words: ["white", "snow white", "whitish"] },
  { name: "grey", hex: ["#888888", "#909090", "#808488"], words: ["grey", "gray", "silver", "greyish"] },
  { name: "black", hex: ["#141414", "#1c1c1c", "#181818"], words: ["black", "jet black", "pitch black"] },
];

/** Pairs that people would not tell apart by the plain word: never both in one scene's clones. */
export const CLOSE: readonly (readonly [string, string])[] = [
  ["red", "dark red"],
  ["orange", "amber"],
  ["amber", "yellow"],
  ["amber", "beige"],
  ["lime", "green"],
  ["lime", "yellow"],
  ["green", "dark green"],
  ["teal", "cyan"],
  ["teal", "green"],
  ["teal", "dark green"],
  ["teal", "blue"],
  ["cyan", "sky blue"],
  ["sky blue", "blue"],
  ["blue", "navy"],
  ["navy", "black"],
  ["purple", "lilac"],
  ["purple", "magenta"],
  ["lilac", "pink"],
  ["pink", "magenta"],
  ["brown", "beige"],
  ["brown", "dark red"],
  ["brown", "orange"],
  ["beige", "white"],
  ["white", "grey"],
  ["dark red", "magenta"],
  ["red", "orange"],
  ["red", "magenta"],
  ["lilac", "magenta"],
  ["cyan", "blue"],
  ["navy", "purple"],
  ["grey", "beige"],
  ["dark green", "black"],
];
