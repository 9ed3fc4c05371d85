/** What the last line says of each entity: which phrase fits it, how it ranks among what that fits, and counts. */
import type { Triple } from "../../world/vector.js";
import type { EntityPercept } from "../percepts.js";
import type { DialogueReading } from "./dialogueReading.js";
import type { Line, Mention } from "./mentions.js";
import { lightnessOf, ranksWithin, rivalsOf, volumeOf } from "./ranks.js";

/** Phrases that have features of their own. */
const PHRASES = 3;

/** Each entity's own phrase: the one that fits it best, the first of those. -1 for none. */
export function ownPhrases(line: Line | null, count: number): number[] {
  return Array.from({ length: count }, (_, e) => {
    let own = -1;
    line?.mentions.forEach((mention, m) => {
      const better = own < 0 || mention.fit[e] > line.mentions[own].fit[e] + 0.2;
      if (mention.set.includes(e) && better) own = m;
    });
    return own;
  });
}

/** `places`: as whoever speaks sees the scene, x right, y up, z ahead. */
export function mentionFeatures(
  reading: DialogueReading,
  entities: readonly EntityPercept[],
  places: readonly Triple[],
  own: readonly number[],
): Record<string, number>[] {
  const { last } = reading;
  const calls = callFeatures(last, entities.length);
  const ranks = rankFeatures(last, entities, places, own);
  return entities.map((_, e) => {
    const out: Record<string, number> = {
      ...calls[e],
      ...ranks[e],
      topic: reading.topics[e],
      spokenOf: reading.spokenOf[e],
      topicLast: reading.latter.has(e) ? 1 : 0,
    };
    for (let m = 0; m < PHRASES; m++) {
      const mention = last?.mentions[m];
      if (mention) out[`phrase${m + 1}`] = mention.fit[e];
    }
    const mention = own[e] < 0 ? null : last?.mentions[own[e]];
    if (mention) Object.assign(out, ownFeatures(mention, own[e], last!.mentions.length));
    return out;
  });
}

function ownFeatures(mention: Mention, index: number, count: number): Record<string, number> {
  return {
    mentioned: 1,
    mentionedAlone: mention.set.length === 1 ? 1 : 0,
    mentionedFew: 1 / mention.set.length,
    mentionedLast: index === count - 1 ? 1 : 0,
    mentionNegated: mention.negated ? 1 : 0,
    countFits: mention.cardinal === 0 ? 0 : mention.cardinal === mention.set.length ? 1 : -1,
  };
}

function callFeatures(line: Line | null, count: number): Record<string, number>[] {
  const calls = line?.calls ?? [];
  return Array.from({ length: count }, (_, e): Record<string, number> => {
    const own = calls.filter((call) => call.entity === e);
    if (own.length === 0) return {};
    const best = own.reduce((a, b) => (b.strength > a.strength ? b : a));
    const sharers = new Set(
      calls.filter(({ from, to }) => from === best.from && to === best.to).map((call) => call.entity),
    );
    return {
      called: best.strength,
      calledAlone: sharers.size === 1 ? best.strength : 0,
      calledFirst: calls.every((call) => call.from >= best.from) ? 1 : 0,
      calledLast: calls.every((call) => call.from <= best.from) ? 1 : 0,
    };
  });
}

const ENDS = ["Left", "Right", "Top", "Bottom", "Near", "Far"] as const;

/** Ranks among those that the same phrase fits: "the second red one from the left", "the first two". */
function rankFeatures(
  line: Line | null,
  entities: readonly EntityPercept[],
  places: readonly Triple[],
  own: readonly number[],
): Record<string, number>[] {
  const rivals = rivalsOf(own.map(String));
  const axes = {
    X: places.map((p) => p[0]),
    Y: places.map((p) => p[1]),
    Z: places.map((p) => p[2]),
    Distance: places.map((p) => Math.hypot(...p)),
    Volume: entities.map(volumeOf),
    Height: entities.map((e) => e.size?.[1] ?? 0),
    Lightness: entities.map(lightnessOf),
  };
  const ranks = Object.entries(axes).map(
    ([name, values]) => [name, ranksWithin(rivals, values, name === "Lightness" ? 0.01 : 0.02)] as const,
  );
  const ends = ENDS.map((_, k) => {
    const values = [axes.X, axes.Y, axes.Z][k >> 1];
    return [0, 3, 4].includes(k) ? values : values.map((value) => -value);
  });
  return entities.map((_, e) => {
    if (own[e] < 0) return {};
    const mention = line!.mentions[own[e]];
    const out: Record<string, number> = {};
    for (const [name, values] of ranks) out[`phrase${name}`] = values[e];
    ENDS.forEach((end, k) => {
      const before = levelsBelow(ends[k], mention.set, e);
      out[`nth${end}`] = before === Math.max(1, mention.ordinal) - 1 ? 1 : 0;
      out[`within${end}`] = before < Math.max(1, mention.cardinal) ? 1 : 0;
    });
    return out;
  });
}

/** How many different values in the set lie clearly below this one's: 0 for the first row, 1 for the second. */
function levelsBelow(values: readonly number[], set: readonly number[], e: number): number {
  const below = set.map((other) => values[other]).filter((value) => value < values[e] - 0.05);
  below.sort((a, b) => a - b);
  return below.filter((value, i) => i === 0 || value > below[i - 1] + 0.05).length;
}
