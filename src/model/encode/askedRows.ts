/** How near each entity comes to the end that its phrase asks for, and what all lines together say of it. */
import type { Triple } from "../../world/vector.js";
import type { EntityPercept } from "../percepts.js";
import { type Asked, type AskedAxis, towards } from "./asked.js";
import type { DialogueReading } from "./dialogueReading.js";
import type { Mention } from "./mentions.js";
import { nearFeatures } from "./nearRows.js";
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
  const asking = reading.lines
    .flatMap(({ mentions }) => mentions)
    .find((mention) => mention.asked.length > 0);
  const near = nearFeatures(
    entities.map(({ label }) => label),
    values,
    gathered.map((row) => row.gathered),
    asking?.asked ?? [],
  );
  const out = gathered.map((row, e): Record<string, number> => ({ ...row, ...near[e] }));
  reading.last?.mentions.forEach((mention, m) => {
    const members = mention.set.filter((e) => own[e] === m);
    if (mention.asked.length === 0 || members.length === 0) return;
    const along = mention.asked.map((asked) => new Along(asked, mention.set, values));
    const at = (k: number, e: number) => values[mention.asked[k].axis][e];
    const ranks = along.map((axis, k) => mention.set.map((e) => axis.rank(at(k, e))));
    const means = mention.set.map((_, i) => ranks.reduce((sum, rank) => sum + rank[i], 0) / ranks.length);
    const best = Math.max(...means);
    const alone = means.filter((value) => value > best - 1e-6).length === 1;
    mention.set.forEach((e, i) => {
      if (own[e] !== m) return;
      Object.assign(out[e], {
        askedKnown: 1,
        askedRank: means[i],
        askedWorst: Math.min(...ranks.map((rank) => rank[i])),
        askedEnd: along.every((axis, k) => axis.isNth(at(k, e), mention.ordinal)) ? 1 : 0,
        askedFill: along[0].fills(at(0, e), mention.cardinal) ? 1 : 0,
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

/** The members of a phrase's set along one axis that it asks for. */
class Along {
  private readonly sorted: readonly number[];
  private readonly near: number;

  constructor(
    private readonly asked: Asked,
    set: readonly number[],
    values: Values,
  ) {
    this.near = tolerance(asked.axis);
    this.sorted = set.map((e) => values[asked.axis][e]).sort((a, b) => a - b);
  }

  /** From -1 (the other end) to 1 (what is asked for). */
  rank(value: number): number {
    const rank =
      this.sorted.length > 1 ? (this.below(value) - this.above(value)) / (this.sorted.length - 1) : 0;
    return towards(this.asked, rank);
  }

  /** Of the first level from that end, or of the level that an ordinal names; of the middle one. */
  isNth(value: number, ordinal: number): boolean {
    const { sign } = this.asked;
    if (sign === 0) return Math.abs(this.below(value) - this.above(value)) <= 1;
    const outer =
      sign > 0
        ? this.sorted.slice(this.sorted.length - this.above(value))
        : this.sorted.slice(0, this.below(value));
    const levels = outer.filter((other, i) => i === 0 || other > outer[i - 1] + this.near).length;
    return levels === Math.max(1, ordinal) - 1;
  }

  /** "The three lowest": no more than these lie as far out or further. */
  fills(value: number, cardinal: number): boolean {
    const { sign } = this.asked;
    if (cardinal === 0 || sign === 0) return false;
    const beyond = sign > 0 ? this.below(value) : this.above(value);
    return this.sorted.length - beyond <= cardinal;
  }

  private below(value: number): number {
    return firstAtLeast(this.sorted, value - this.near);
  }

  private above(value: number): number {
    return this.sorted.length - firstAtLeast(this.sorted, value + this.near, true);
  }
}

/** Place of the first that is no less, or that is more. */
function firstAtLeast(sorted: readonly number[], value: number, more = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (more ? sorted[middle] > value : sorted[middle] >= value) high = middle;
    else low = middle + 1;
  }
  return low;
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
    const along = new Along(one, set, values);
    for (const e of set)
      scores[e] *= WRONG_END + (1 - WRONG_END) * ((1 + along.rank(values[one.axis][e])) / 2) ** 2;
  }
  return scores;
}
