import type { NpcPercept } from "../percepts.js";
import { Memo } from "../text/memo.js";
import { splitWords } from "../text/ngrams.js";
import { nameCoverage } from "./dialogue.js";

/** How fully a line says an NPC's name, and the name that it says best of all others, 0..1. */
export interface Called {
  readonly named: number;
  readonly otherNamed: number;
}

/** By line: how fully it says each name. The same few lines are read at every decision, by the same crowd. */
const coverages = new Memo<Memo<number>>(50);
const MOST_NAMES = 5000;

/** Reads the line once for all NPCs: comparing each with all others would cost a crowd the square of its number. */
export function calledNames(text: string, npcs: readonly NpcPercept[]): (npc: NpcPercept) => Called {
  const words = splitWords(text);
  const coverage = coverages.get(text, () => new Memo(MOST_NAMES));
  const named = (name: string) =>
    coverage.get(name, () => nameCoverage(words, { names: [splitWords(name)] }));
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
