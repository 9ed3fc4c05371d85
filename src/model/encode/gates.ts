import { SHUT } from "../observation.js";
import type { NpcPercept } from "../percepts.js";

export interface TokenCounts {
  readonly patches: number;
  readonly entities: number;
  readonly sounds: number;
  readonly words: number;
}

/** Level at the ears that opens a sound's gate fully, dB SPL: talk at arm's length. */
const FULL_LEVEL = 60;
/** What is known of a thing that is out of sight: it may still be meant. */
const UNSEEN = 0.05;

/**
 * [N, T]: log of how well each NPC can perceive each token, SHUT where not at all.
 * `owners` is the entity index of each patch (-1 background); `wordMessages` the message index of each word.
 */
export function gateRows(
  npcs: readonly NpcPercept[],
  counts: TokenCounts,
  indices: {
    sounds: readonly number[];
    owners: ArrayLike<number>;
    wordMessages: readonly number[];
  },
): Float32Array {
  const width = counts.patches + counts.entities + counts.sounds + counts.words;
  const out = new Float32Array(npcs.length * width).fill(SHUT);
  npcs.forEach((npc, n) => {
    let at = n * width;
    const { owners } = indices;
    const own = at + counts.patches;
    for (let entity = 0; entity < npc.sees.length; entity++)
      out[own + entity] = Math.log(Math.max(UNSEEN, npc.senses.sight ? npc.sees[entity] : 0));
    if (npc.senses.sight)
      for (let i = 0; i < owners.length; i++) out[at + i] = owners[i] < 0 ? 0 : out[own + owners[i]];
    at = own + counts.entities;
    indices.sounds.forEach((sound, i) => {
      const level = npc.senses.hearing ? npc.hears[sound] : 0;
      if (level > 0) out[at + i] = Math.log(Math.min(1, level / FULL_LEVEL));
    });
    at += counts.sounds;
    if (!npc.senses.chat) return;
    const reads = npc.reads.map((read) => (read > 0 ? Math.log(Math.min(1, read)) : SHUT));
    indices.wordMessages.forEach((message, i) => {
      out[at + i] = reads[message];
    });
  });
  return out;
}
