import type { NpcPercept } from "./percepts.js";

/** Has this NPC seen the entity since something happened to it? What happens behind its back is no news to it. */
export function hasWitnessed(npc: NpcPercept, entity: number): boolean {
  if (!npc.senses.sight) return false;
  return (npc.witnessed?.[entity] ?? npc.sees[entity] ?? 0) > 0;
}
