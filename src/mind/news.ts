import type { Percepts } from "../model/percepts.js";
import { hasWitnessed } from "../model/witnessed.js";

/**
 * When the newest thing happened that this NPC has read, heard or seen, seconds on the perception's clock: from
 * then on a focus may go somewhere else for a reason. -Infinity: nothing has.
 */
export function newsAt(npc: string, percepts: Percepts): number {
  const row = percepts.npcs.find(({ id }) => id === npc);
  if (!row) return Number.NEGATIVE_INFINITY;
  const ages = [
    ...percepts.messages.filter((_, i) => (row.reads[i] ?? 0) > 0).map(({ secondsAgo }) => secondsAgo),
    ...percepts.sounds.filter((_, i) => (row.hears[i] ?? 0) > 0).map((sound) => sound.startedSecondsAgo),
    ...percepts.entities.filter((_, e) => hasWitnessed(row, e)).map(({ event }) => event?.secondsAgo),
  ];
  const finite = ages.filter((age) => age !== undefined && Number.isFinite(age)) as number[];
  return percepts.time - Math.min(Number.POSITIVE_INFINITY, ...finite);
}
