/** From the model's outputs to a focus. */
import type { AttentionMap, Focus } from "./focus.js";
import type { Observation } from "./observation.js";

export interface ModelOutputs {
  /** [N, 1 + E]: probabilities, column 0 is "nothing". */
  readonly focus: Float32Array;
  /** [N, E]: probability that the last line is about the entity. */
  readonly referents: Float32Array;
  /** [N, T]: the query's attention over all tokens, mean over heads. */
  readonly attention: Float32Array;
}

/** A referent from here on: on validation episodes better by F1 than .5 and no worse by exactness (calibrate.py). */
const REFERENT = 0.4;
/** Where none is, the likeliest alone, from here on: most lines about a thing are about at least one. */
const LIKELY = 0.2;

/** A focus for each NPC of the observation. Shares are left at null: they come from ablation, afterwards. */
export function decodeFocus(observation: Observation, outputs: ModelOutputs): Focus[] {
  const width = 1 + Math.max(1, observation.entities.length);
  return observation.npcs.map((npc, n) => {
    const masses = outputs.focus.subarray(n * width, (n + 1) * width);
    if (!masses.every(Number.isFinite))
      throw new Error(`the model returned a focus for "${npc}" that is not finite`);
    const ranked = observation.entities
      .map((id, e) => [id, masses[e + 1]] as const)
      .sort((a, b) => b[1] - a[1]);
    return {
      npc,
      entities: ranked,
      nothing: observation.entities.length > 0 ? masses[0] : 1,
      referents: referentsOf(observation, outputs.referents, n),
      shares: null,
      attention: attentionOf(observation, outputs.attention, n),
      source: "model",
    };
  });
}

function referentsOf(observation: Observation, all: Float32Array, n: number): string[] {
  const { entities } = observation;
  if (observation.words.length === 0 || entities.length === 0) return [];
  const width = entities.length;
  const said = entities.map((id, e) => [id, all[n * width + e]] as const);
  const likely = said.filter(([, p]) => p >= REFERENT);
  if (likely.length > 0) return likely.map(([id]) => id);
  const [id, p] = said.reduce((a, b) => (b[1] > a[1] ? b : a));
  return p >= LIKELY ? [id] : [];
}

function attentionOf(observation: Observation, all: Float32Array, n: number): AttentionMap {
  const rows = (name: string) => observation.feeds[name].dims[0];
  const [p, e, s] = [rows("patches"), rows("entities"), rows("sounds")];
  const width = p + e + s + rows("words");
  const own = all.subarray(n * width, (n + 1) * width);
  return {
    patches: observation.usesFrame ? own.slice(0, p) : new Float32Array(0),
    entities: own.slice(p, p + observation.entities.length),
    sounds: own.slice(p + e, p + e + observation.sounds.length),
    words: own.slice(p + e + s, p + e + s + observation.words.length),
    wordTexts: observation.words,
  };
}
