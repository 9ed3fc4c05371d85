/** The suite's parts, one after the other, each kept as soon as it is measured. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Model } from "../eval/models.js";
import { ATTACKS, measureAttack } from "./attacks.js";
import { measureChat, measureFrames, measureSound } from "./corruption.js";
import { heldOut, heldOutFrames, type Observed } from "./episodes.js";
import { measureMissing } from "./missing.js";
import { FRAMES_FILE } from "./render.js";
import { ModelSubject } from "./subject.js";
import type { Measured, Robustness } from "./tables.js";

export const PARTS = ["frames", "sound", "chat", "attacks", "missing"] as const;
const SOUND_EPISODES = [
  ..."noise quietAgainstDrone askNoise alarmOverTalk talkOverNoise danger whisperedName".split(" "),
];
const ATTACK_SEED = 31;

/**
 * Parts that are not asked for stay as they were in the file, if it is of the same model and the same counts.
 * @param count episodes; half as many with sounds alone
 * @param frames episodes with rendered frames
 */
export async function measure(
  { name, manifestUrl }: Model,
  parts: readonly string[],
  { count, frames }: Pick<Measured, "count" | "frames">,
  file: string,
): Promise<Robustness> {
  const subject = await ModelSubject.start(manifestUrl);
  try {
    return await measureParts(subject, parts, { model: name, count, frames }, file);
  } finally {
    await subject.dispose();
  }
}

async function measureParts(
  { decide }: ModelSubject,
  parts: readonly string[],
  about: Measured,
  file: string,
): Promise<Robustness> {
  const { count, frames } = about;
  const kept = existsSync(file) ? readResult(file) : null;
  const result: Robustness = kept && JSON.stringify(kept.about) === JSON.stringify(about) ? kept : { about };
  const save = () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(result)}\n`);
  };
  const wants = (part: string) => parts.includes(part);
  const general = once(() => heldOut(count));
  const sounding = once(() => heldOut(Math.ceil(count / 2), SOUND_EPISODES));
  const seen = once(() => heldOutFrames(frames, FRAMES_FILE));
  if (wants("chat")) result.chat = await measureChat(decide, withChat(await general()));
  save();
  if (wants("sound")) result.sound = await measureSound(decide, await sounding());
  save();
  if (wants("missing")) result.missing = await measureMissing(decide, await general());
  save();
  if (wants("attacks"))
    result.attacks = {
      words: await measureAttack(decide, withChat(await general()), ATTACKS.words, ATTACK_SEED),
      sound: await measureAttack(decide, await general(), ATTACKS.sound, ATTACK_SEED),
      patch: await measureAttack(decide, await seen(), ATTACKS.patch, ATTACK_SEED),
    };
  save();
  if (wants("frames")) result.frames = await measureFrames(decide, await seen());
  save();
  return result;
}

function withChat(episodes: readonly Observed[]): Observed[] {
  return episodes.filter(({ percepts }) => percepts.messages.length > 0 && percepts.npcs[0].senses.chat);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** @throws Error naming the file if it can't be read or is of another version */
export function readResult(file: string): Robustness {
  const result = JSON.parse(readFileSync(file, "utf8")) as Robustness;
  if (!result.about)
    throw new Error(`${file} is no result of this version of the suite: delete it, or measure it again`);
  return result;
}
