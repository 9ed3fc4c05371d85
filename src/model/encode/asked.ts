/** Which end a phrase asks for: "the top left one", "the darkest dot", "the blocks furthest to the west". */
import { COMPASS, isFacing } from "./nominal.js";

export type AskedAxis = "X" | "Y" | "Z" | "Distance" | "East" | "North" | "Volume" | "Height" | "Lightness";

/** Along an axis, toward more (1), less (-1) or the middle (0). */
export interface Asked {
  readonly axis: AskedAxis;
  readonly sign: -1 | 0 | 1;
}

/** How near a rank (-1 lowest to 1 highest) comes to what is asked for: -1 the other end, 1 that end or the middle. */
export function towards({ sign }: Asked, rank: number): number {
  return sign === 0 ? 1 - 2 * Math.abs(rank) : sign * rank;
}

const WORDS: Readonly<Record<string, Asked>> = Object.fromEntries(
  (
    [
      ["X", -1, "left leftmost lefthand"],
      ["X", 1, "right rightmost righthand"],
      ["Y", 1, "top topmost upper uppermost higher highest"],
      ["Y", -1, "bottom bottommost lower lowermost lowest ground floor"],
      ["Z", -1, "front frontmost"],
      ["Z", 1, "back rear rearmost"],
      ["Distance", -1, "nearest closest nearer closer"],
      ["Distance", 1, "furthest farthest"],
      ["Volume", 1, "big bigger biggest large larger largest huge giant"],
      ["Volume", -1, "small smaller smallest tiny tiniest little littlest"],
      ["Volume", 0, "medium"],
      ["Height", 1, "tall taller tallest"],
      ["Height", -1, "short shorter shortest"],
      ["Lightness", -1, "dark darker darkest blackest"],
      ["Lightness", 1, "light lighter lightest bright brighter brightest pale paler palest"],
      ["X", 0, "middle centre center central"],
    ] as const
  ).flatMap(([axis, sign, words]) => words.split(" ").map((word) => [word, { axis, sign }])),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
/** After these a side is that of another thing, or no side at all: "to the left of", "right above". */
const RELATING = set("of above below under underneath beneath next beside on in behind");
/** "Right there" is no side. */
const AFTER_RIGHT = set("now away there here after before");
const LIGHTED = set(
  "dot dots circle circles ball balls one ones gray grey shade colored coloured colour color",
);
const LEVEL = set("row rows layer layers level levels shelf");
const DENYING = set("off not don't dont doesn't isn't aren't above without over your");
const NEAREST_TO = set("to the from");
/** Words after a phrase that may still tell its side, and before it where none follows. */
const AFTER = 9;
const BEFORE = 5;

/** What one word asks for, given its neighbours; null for nothing. */
function askedAt(words: readonly string[], w: number): Asked | null {
  const word = words[w];
  const next = words[w + 1] ?? "";
  const compass = COMPASS[word.replace(/(ern)?(most)?(ward)?$/, "")];
  if (compass !== undefined) return isFacing(words, w) ? null : sideOf(compass);
  const asked = WORDS[word];
  if (!asked || words.slice(Math.max(0, w - 3), w).some((before) => DENYING.has(before))) return null;
  if (word === "right" && (w === 0 || AFTER_RIGHT.has(next))) return null;
  if (asked.axis === "Lightness" && /^(light|pale|bright)$/.test(word) && !LIGHTED.has(next)) return null;
  if (asked.axis === "X" || asked.axis === "Y") {
    if (RELATING.has(next) && word !== "ground" && word !== "floor" && asked.sign !== 0) return null;
    if (asked.sign === 0 && LEVEL.has(next)) return { axis: "Y", sign: 0 };
  }
  if (asked.axis === "Z" && next === "of") return null;
  if (asked.axis === "Distance" && NEAREST_TO.has(next) && !/^(me|you|us)$/.test(words[w + 2] ?? ""))
    return null;
  return asked;
}

function sideOf(yaw: number): Asked | null {
  const [sin, cos] = [Math.round(Math.sin(yaw)), Math.round(Math.cos(yaw))];
  if (sin !== 0 && cos !== 0) return null;
  return sin !== 0 ? { axis: "East", sign: sin > 0 ? 1 : -1 } : { axis: "North", sign: cos > 0 ? 1 : -1 };
}

/** For each phrase, in order, what its own words and those up to the next phrase ask for; else those before it. */
export function askedOf(words: readonly string[], spans: readonly { from: number; to: number }[]): Asked[][] {
  const within = (from: number, to: number) => {
    const found: Asked[] = [];
    for (let w = Math.max(0, from); w < Math.min(words.length, to); w++) {
      const asked = askedAt(words, w);
      if (asked && !found.some(({ axis }) => axis === asked.axis)) found.push(asked);
    }
    return found;
  };
  return spans.map(({ from, to }, i) => {
    const end = Math.min(to + 1 + AFTER, spans[i + 1]?.from ?? words.length);
    const own = within(from, end);
    if (own.length > 0) return own;
    const start = Math.max(from - BEFORE, (spans[i - 1]?.to ?? -1) + 1);
    return i === 0 ? within(start, from) : [];
  });
}
