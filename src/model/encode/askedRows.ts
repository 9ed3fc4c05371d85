/** How near each entity comes to the end that its phrase asks for, and what all lines together say of it. */
import type { Triple } from "../../world/vector.js";
import type { EntityPercept } from "../percepts.js";
import type { Asked, AskedAxis } from "./asked.js";
import type { DialogueReading } from "./dialogueReading.js";
import type { Mention } from "./mentions.js";
import { lightnessOf, volumeOf } from "./ranks.js";

/** What older lines say counts so much less, line by line; of so many lines and phrases at most. */
const FADING = 0.85;
const MOST_PHRASES = 16;
/** A phrase tells so much of what is at the wrong end. */
const WRONG_END = 0.1;

type Values = Readonly<Record<AskedAxis, readonly number[]>>;

/** `places`: as whoever speaks sees the scene. `own`: each entity's phrase in the last line. */
export function askedFeatures(
  reading: DialogueReading,
  entities: readonly EntityPercept[],
  places: readonly Triple[],
  own: readonly number[],
): Record<string, number>[] {
  const values = valuesOf(entities, places);
  const gathered = gather(reading, entities.length, values);
  const out = gathered.map((row): Record<string, number> => ({ ...row }));
  reading.last?.mentions.forEach((mention, m) => {
    const members = mention.set.filter((e) => own[e] === m);
    if (mention.asked.length === 0 || members.length === 0) return;
    const ranks = mention.asked.map((asked) => ranksToward(asked, mention.set, values));
    const means = mention.set.map((_, i) => ranks.reduce((sum, rank) => sum + rank[i], 0) / ranks.length);
    const best = Math.max(...means);
    const alone = means.filter((value) => value > best - 1e-6).length === 1;
    mention.set.forEach((e, i) => {
      if (own[e] !== m) return;
      Object.assign(out[e], {
        askedKnown: 1,
        askedRank: means[i],
        askedWorst: Math.min(...ranks.map((rank) => rank[i])),
        askedEnd: mention.asked.every((asked) => isNth(asked, mention, e, values)) ? 1 : 0,
        askedFill: fills(mention, e, values) ? 1 : 0,
        askedBest: alone && means[i] > best - 1e-6 ? 1 : 0,
      });
    });
  });
  return out;
}

function valuesOf(entities: readonly EntityPercept[], places: readonly Triple[]): Values {
  return {
    X: places.map((p) => p[0]),
    Y: places.map((p) => p[1]),
    Z: places.map((p) => p[2]),
    Distance: places.map((p) => Math.hypot(...p)),
    East: entities.map((e) => e.position[0]),
    North: entities.map((e) => e.position[2]),
    Volume: entities.map(volumeOf),
    Height: entities.map((e) => e.size?.[1] ?? 0),
    Lightness: entities.map(lightnessOf),
  };
}

const tolerance = (axis: AskedAxis) => (axis === "Lightness" || axis === "Height" ? 0.01 : 0.05);

/** Per member of the set, from -1 (the other end) to 1 (what is asked for). */
function ranksToward({ axis, sign }: Asked, set: readonly number[], values: Values): number[] {
  const own = set.map((e) => values[axis][e]);
  const near = tolerance(axis);
  return own.map((value) => {
    const [below, above] = [count(own, (o) => o < value - near), count(own, (o) => o > value + near)];
    const rank = set.length > 1 ? (below - above) / (set.length - 1) : 0;
    return sign === 0 ? 1 - 2 * Math.abs(rank) : sign * rank;
  });
}

/** Is it of the first level from that end, or of the level that an ordinal names? */
function isNth({ axis, sign }: Asked, { set, ordinal }: Mention, e: number, values: Values): boolean {
  const near = tolerance(axis);
  const own = set.map((other) => values[axis][other]);
  const value = values[axis][e];
  if (sign === 0) {
    const [below, above] = [count(own, (o) => o < value - near), count(own, (o) => o > value + near)];
    return Math.abs(below - above) <= 1;
  }
  const before = own.filter((o) => (o - value) * sign > near).sort((a, b) => a - b);
  const levels = before.filter((o, i) => i === 0 || o > before[i - 1] + near).length;
  return levels === Math.max(1, ordinal) - 1;
}

/** "The three lowest": is it, with all that lie as far out or further, no more than are asked for? */
function fills({ asked, set, cardinal }: Mention, e: number, values: Values): boolean {
  const [{ axis, sign }] = asked;
  if (cardinal === 0 || sign === 0) return false;
  const value = values[axis][e];
  return count(set, (other) => (values[axis][other] - value) * sign > -tolerance(axis)) <= cardinal;
}

/** What each line's phrases say of each entity beyond what they say of all, newest lines first. */
function gather(reading: DialogueReading, entities: number, values: Values): Record<string, number>[] {
  const sums = new Float64Array(entities);
  let weight = 1;
  let phrases = 0;
  for (const { mentions } of reading.lines) {
    for (const mention of mentions) {
      if (mention.negated || phrases++ >= MOST_PHRASES) continue;
      const scores = scoresOf(mention, values);
      const whole = scores.reduce((a, b) => a + b, 0);
      if (whole > 0)
        scores.forEach((score, e) => {
          sums[e] += weight * Math.max(0, score / whole - 1 / entities);
        });
    }
    if (mentions.length > 0) weight *= FADING;
  }
  const most = Math.max(...sums);
  const whole = sums.reduce((a, b) => a + b, 0);
  return Array.from(
    sums,
    (sum): Record<string, number> => ({
      gathered: whole > 0 ? sum / most : 0,
      gatheredShare: whole > 0 ? sum / whole : 0,
    }),
  );
}

function scoresOf({ fit, asked }: Mention, values: Values): number[] {
  const scores = fit.map((value) => (value >= 0.3 ? value : 0));
  const set = scores.flatMap((score, e) => (score > 0 ? [e] : []));
  for (const one of asked) {
    const ranks = ranksToward(one, set, values);
    set.forEach((e, i) => {
      scores[e] *= WRONG_END + (1 - WRONG_END) * ((1 + ranks[i]) / 2) ** 2;
    });
  }
  return scores;
}

function count(list: readonly number[], fits: (value: number) => boolean): number {
  let n = 0;
  for (const value of list) if (fits(value)) n++;
  return n;
}
