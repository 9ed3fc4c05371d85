/** Scores under each kind and strength of corruption. */
import { seededRandom } from "../../src/headless/seededRandom.js";
import { lineOf, pixelsOf, withLine, withPixels, withSamples } from "./changes.js";
import { CHAT_KINDS, STRENGTHS } from "./chat.js";
import type { Observed } from "./episodes.js";
import { corruptFrame, FRAME_KINDS, SEVERITIES } from "./frame/corruptions.js";
import type { Score } from "./score.js";
import { SOUND_KINDS } from "./sound.js";
import { type Decide, scoreOf } from "./subject.js";

export interface CorruptionScores {
  readonly clean: Score;
  /** By kind: one for each severity, mildest first. */
  readonly kinds: Readonly<Record<string, readonly Score[]>>;
}

export async function measureFrames(
  decide: Decide,
  episodes: readonly Observed[],
): Promise<CorruptionScores> {
  const kinds: Record<string, Score[]> = {};
  for (const kind of Object.keys(FRAME_KINDS)) {
    kinds[kind] = [];
    for (const severity of SEVERITIES)
      kinds[kind].push(
        await scoreOf(decide, episodes, (percepts, i) =>
          withPixels(percepts, corruptFrame(pixelsOf(percepts), kind, severity, i)),
        ),
      );
  }
  kinds.black = [await scoreOf(decide, episodes, (percepts) => withPixels(percepts, flat(percepts)))];
  return { clean: await scoreOf(decide, episodes), kinds };
}

/** What a capture that failed looks like. */
function flat(percepts: Observed["percepts"]): Uint8Array {
  return pixelsOf(percepts).map((_, i) => (i % 4 === 3 ? 255 : 0));
}

export async function measureSound(decide: Decide, episodes: readonly Observed[]): Promise<CorruptionScores> {
  const kinds: Record<string, Score[]> = {};
  for (const [kind, corrupt] of Object.entries(SOUND_KINDS)) {
    kinds[kind] = [];
    for (const severity of SEVERITIES)
      kinds[kind].push(
        await scoreOf(decide, episodes, (percepts, i) => {
          const random = seededRandom(i);
          return withSamples(percepts, (pcm) => corrupt(pcm, severity, random));
        }),
      );
  }
  return { clean: await scoreOf(decide, episodes), kinds };
}

/** Only lines that a kind changes count: clean is taken for each kind by itself, as its first score. */
export async function measureChat(decide: Decide, episodes: readonly Observed[]): Promise<CorruptionScores> {
  const kinds: Record<string, Score[]> = {};
  for (const [kind, corrupt] of Object.entries(CHAT_KINDS)) {
    kinds[kind] = [];
    const changed = episodes.filter(
      ({ percepts }, i) => corrupt(lineOf(percepts), 2, seededRandom(i)) !== lineOf(percepts),
    );
    kinds[kind].push(await scoreOf(decide, changed));
    for (const strength of STRENGTHS)
      kinds[kind].push(
        await scoreOf(decide, changed, (percepts, i) =>
          withLine(percepts, (text) => corrupt(text, strength, seededRandom(i))),
        ),
      );
  }
  return { clean: await scoreOf(decide, episodes), kinds };
}
