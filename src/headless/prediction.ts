import type { Focus } from "../model/focus.js";

export interface FocusPrediction {
  readonly id: string;
  /** Best first; the rest of the mass is on nothing. */
  readonly focus: readonly (readonly [string, number])[];
  readonly referents: readonly string[];
}

const DIGITS = 1e6;

/** @param self the NPC's own entity, which is never an answer */
export function focusPrediction(id: string, focus: Focus, self: string | null): FocusPrediction {
  return {
    id,
    focus: focus.entities
      .filter(([entity]) => entity !== self)
      .map(([entity, share]) => [entity, Math.round(share * DIGITS) / DIGITS] as const),
    referents: focus.referents.filter((entity) => entity !== self),
  };
}
