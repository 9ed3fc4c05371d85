/** What attention returns for one NPC. */
import type { SenseSet } from "./percepts.js";

/** Share of the reason, sums to 1 (all 0 if nothing drew it). */
export interface ModalityShares {
  readonly sight: number;
  readonly hearing: number;
  readonly chat: number;
}

export interface Focus {
  readonly npc: string;
  /** Entity id and probability, best first; the rest of the mass is on nothing. */
  readonly entities: readonly (readonly [string, number])[];
  readonly nothing: number;
  /** What the newest message is about. */
  readonly referents: readonly string[];
  /** Of the first entity. Null: not asked for yet; the model's come afterwards, as an Explanation. */
  readonly shares: ModalityShares | null;
  /** Attention of the NPC's query over tokens, by kind; each array parallel to its tokens. */
  readonly attention: AttentionMap | null;
  /** "model" or "rules". */
  readonly source: "model" | "rules";
  /** Its first entity leads because an adapter was taught so. Left out: it does not. */
  readonly taught?: Taught;
}

/** What an adapter made of a line: an entity, by an example that is alike. */
export interface Taught {
  readonly entity: string;
  /** The taught line. */
  readonly say: string;
  /** Share of the focus, 0..1. */
  readonly weight: number;
}

export interface AttentionMap {
  /** PATCH_ROWS × PATCH_COLUMNS, row 0 at the top; empty without a frame. */
  readonly patches: Float32Array;
  readonly entities: Float32Array;
  readonly sounds: Float32Array;
  readonly words: Float32Array;
  readonly wordTexts: readonly string[];
}

/** Why does this NPC's focus lie on this entity? */
export interface WhyQuery {
  readonly npc: string;
  readonly target: string;
}

export interface Explanation extends WhyQuery {
  readonly shares: ModalityShares;
}

/** Focus of one NPC with one modality cut off: how the reason is found. */
export type Ablation = keyof SenseSet;
