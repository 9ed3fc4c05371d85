/** The suite's parts, one after the other, each kept as soon as it is measured. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ATTACKS, measureAttack } from "./attacks.js";
import { measureChat, measureFrames, measureSound } from "./corruption.js";
import { heldOut, heldOutFrames, type Observed } from "./episodes.js";
import { measureMissing } from "./missing.js";
import { FRAMES_FILE } from "./render.js";
import type { ModelSubject } from "./subject.js";
import type { Robustness } from "./tables.js";

export const PARTS = ["frames", "sound", "chat", "attacks", "missing"] as const;
const SOUND_EPISODES = [
  ..."noise quietAgainstDrone askNoise alarmOverTalk talkOverNoise danger whisperedName".split(" "),
];
const ATTACK_SEED = 31;

/**
 * Parts that are not asked for stay as they were in the file.
 * @param count episodes; half as many with sounds alone
 * @param frames episodes with rendered frames
 */
export async function measure(
  { decide }: ModelSubject,
  parts: readonly string[],
  count: number,
  frames: number,
  file: string,
): Promise<Robustness> {
  const result: Robustness = existsSync(file) ? readResult(file) : {};
  const save = () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
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

export function readResult(file: string): Robustness {
  return JSON.parse(readFileSync(file, "utf8")) as Robustness;
}
