/** Where each entity stands to the things that the dialogue mentions: beside which, on which side, between which. */
import type { Triple } from "../../world/vector.js";
import { LANDMARKS, SIDES } from "../observation.js";
import type { DialogueReading } from "./dialogueReading.js";
import { clamp, signedLog } from "./viewFrame.js";

/** `own`: each entity's phrase. Rivals for "the nearest on that side" are those of the same phrase. */
export function relationFeatures(
  reading: DialogueReading,
  places: readonly Triple[],
  own: readonly number[],
): Record<string, number>[] {
  const marks = landmarks(reading);
  const out = places.map((): Record<string, number> => ({}));
  LANDMARKS.forEach((name, k) => {
    const mark = marks[k];
    if (mark !== null) relateTo(out, `${name}Mark`, mark, places, own);
  });
  const [first, second, , third] = marks;
  between(out, "betweenFirst", first, second, places);
  between(out, "betweenSecond", second, third, places);
  return out;
}

/** First, second, topic, third. */
function landmarks({ last, topics }: DialogueReading): (number | null)[] {
  const alone = (m: number) => {
    const set = last?.mentions[m]?.set;
    return set?.length === 1 ? set[0] : null;
  };
  const top = Math.max(0, ...topics);
  const topic =
    top > 0 && topics.filter((value) => value > 0.99 * top).length === 1 ? topics.indexOf(top) : null;
  return [alone(0), alone(1), topic, alone(2)];
}

function relateTo(
  out: Record<string, number>[],
  prefix: string,
  mark: number,
  places: readonly Triple[],
  own: readonly number[],
): void {
  const offsets = places.map((place) => place.map((v, i) => v - places[mark][i]) as unknown as Triple);
  const distances = offsets.map((offset) => Math.hypot(...offset));
  const sides = offsets.map(sideOf);
  const rivals = (e: number) =>
    places.map((_, i) => i).filter((i) => i !== mark && i !== e && (own[e] < 0 || own[i] === own[e]));
  out.forEach((row, e) => {
    row[`${prefix}Known`] = 1;
    if (e === mark) return;
    row[`${prefix}X`] = signedLog(offsets[e][0]);
    row[`${prefix}Y`] = signedLog(offsets[e][1]);
    row[`${prefix}Z`] = signedLog(offsets[e][2]);
    row[`${prefix}Near`] = Math.exp(-distances[e] / 1.5);
    const others = rivals(e);
    const nearer = others.filter((i) => distances[i] < distances[e] - 0.02).length;
    row[`${prefix}Rank`] = others.length > 0 ? 1 - (2 * nearer) / others.length : 1;
    const first = others.every((i) => sides[i] !== sides[e] || distances[i] > distances[e] - 0.02);
    if (distances[e] > 0.05) row[`${prefix}${SIDES[sides[e]]}`] = first ? 1 : 0.3;
  });
}

/** Index in SIDES of the axis along which the offset is longest. */
function sideOf([x, y, z]: Triple): number {
  const [ax, ay, az] = [Math.abs(x), Math.abs(y), Math.abs(z)];
  if (ay >= ax && ay >= az) return y < 0 ? 2 : 3;
  if (ax >= az) return x < 0 ? 0 : 1;
  return z < 0 ? 4 : 5;
}

/** 1 on the line between both, 0 far off it. */
function between(
  out: Record<string, number>[],
  name: string,
  a: number | null,
  b: number | null,
  places: readonly Triple[],
): void {
  if (a === null || b === null) return;
  const gap = (p: Triple, q: Triple) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  const direct = gap(places[a], places[b]);
  if (direct < 0.1) return;
  out.forEach((row, e) => {
    if (e === a || e === b) return;
    const way = gap(places[e], places[a]) + gap(places[e], places[b]);
    row[name] = clamp(1 - 2 * (way / direct - 1), 0, 1);
  });
}
