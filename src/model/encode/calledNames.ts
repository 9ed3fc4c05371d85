import type { NpcPercept } from "../percepts.js";
import { splitWords } from "../text/ngrams.js";
import { nameCoverage } from "./dialogue.js";

/** How fully a line says an NPC's name, and the name that it says best of all others, 0..1. */
export interface Called {
  readonly named: number;
  readonly otherNamed: number;
}

/** Reads the line once for all NPCs: comparing each with all others would cost a crowd the square of its number. */
export function calledNames(text: string, npcs: readonly NpcPercept[]): (npc: NpcPercept) => Called {
  const words = splitWords(text);
  const coverage = new Map<string, number>();
  const named = (name: string): number => {
    let known = coverage.get(name);
    if (known === undefined) {
      known = nameCoverage(words, { names: [splitWords(name)] });
      coverage.set(name, known);
    }
    return known;
  };
  let best = { id: "", named: 0 };
  let second = 0;
  for (const { id, name } of npcs) {
    const coverage = named(name);
    if (id === best.id) {
      best = { id, named: Math.max(best.named, coverage) };
    } else if (coverage > best.named) {
      second = best.named;
      best = { id, named: coverage };
    } else {
      second = Math.max(second, coverage);
    }
  }
  return ({ id, name }) => ({ named: named(name), otherNamed: id === best.id ? second : best.named });
}
