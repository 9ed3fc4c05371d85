/** Renders the frames that the suite is measured on:   node scripts/node.mjs bench/robustness/render.ts [--frames 40] */
import { parseArgs } from "node:util";
import { heldOutFrames } from "./episodes.js";

export const FRAMES_FILE = "bench/out/robustness-frames.jsonl";

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { frames: { type: "string", default: "40" } } });
  const frames = await heldOutFrames(Number(values.frames), FRAMES_FILE);
  console.error(`${frames.length} frames in ${FRAMES_FILE}`);
  return 0;
}
