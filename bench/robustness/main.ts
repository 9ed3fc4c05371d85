/**
 * How much of the attention model's score is left under corruption, attack and with senses gone, on held-out episodes:
 *   npm run robustness -- [--parts frames,sound,chat,attacks,missing] [--count 200] [--frames 40]
 *                         [--before FILE.json] [--manifest OTHER_MANIFEST] [--out bench/out/robustness.json]
 * prints tables and writes them as JSON. With --before, an earlier result's figures stand beside the new ones.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { modelAt } from "../eval/models.js";
import { ATTACKS, measureAttack } from "./attacks.js";
import { measureChat, measureFrames, measureSound } from "./corruption.js";
import { heldOut, heldOutFrames, type Observed } from "./episodes.js";
import { measureMissing } from "./missing.js";
import { FRAMES_FILE } from "./render.js";
import { ModelSubject } from "./subject.js";
import { type Robustness, tablesOf } from "./tables.js";

const PARTS = ["frames", "sound", "chat", "attacks", "missing"] as const;
const SOUND_EPISODES = [
  ..."noise quietAgainstDrone askNoise alarmOverTalk talkOverNoise danger whisperedName".split(" "),
];
const ATTACK_SEED = 31;

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      parts: { type: "string", default: PARTS.join(",") },
      count: { type: "string", default: "200" },
      frames: { type: "string", default: "40" },
      before: { type: "string" },
      out: { type: "string", default: "bench/out/robustness.json" },
      manifest: { type: "string" },
    },
  });
  const parts = values.parts.split(",");
  const unknown = parts.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0)
    throw new RangeError(`--parts must name some of ${PARTS.join(", ")}, got ${unknown}`);
  const count = wholeNumber("--count", values.count);
  const frames = wholeNumber("--frames", values.frames);
  const subject = await ModelSubject.start(values.manifest && modelAt(values.manifest).manifestUrl);
  try {
    const result = await measure(subject, parts, count, frames, values.out);
    const before = values.before === undefined ? undefined : readResult(values.before);
    for (const table of tablesOf(result, before)) process.stdout.write(`${table}\n`);
  } finally {
    await subject.dispose();
  }
  return 0;
}

/** Parts that are not asked for stay as they were in the file. */
async function measure(
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

function readResult(file: string): Robustness {
  return JSON.parse(readFileSync(file, "utf8")) as Robustness;
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${option} must be 1 or more, got "${text}"`);
  return value;
}
