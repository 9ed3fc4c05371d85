import type { Percepts } from "../model/percepts.js";
import { hasWitnessed } from "../model/witnessed.js";

/** A time that is worked out from ages wobbles in its last digits, seconds. */
const WOBBLE = 1e-3;

/** Tells of each moment whether an NPC has read, heard or seen something new: then a focus may go elsewhere for a reason. */
export class News {
  private newest = Number.NEGATIVE_INFINITY;

  constructor(private readonly npc: string) {}

  /** Once a moment. */
  isIn(percepts: Percepts): boolean {
    const at = happenedAt(this.npc, percepts);
    const isNew = at > this.newest + WOBBLE;
    this.newest = Math.max(this.newest, at);
    return isNew;
  }
}

/** When the newest thing that it perceives began, seconds on the perception's clock; -Infinity: nothing has. */
function happenedAt(npc: string, percepts: Percepts): number {
  const row = percepts.npcs.find(({ id }) => id === npc);
  if (!row) return Number.NEGATIVE_INFINITY;
  let youngest = Number.POSITIVE_INFINITY;
  const tell = (age: number) => {
    if (age < youngest) youngest = age;
  };
  for (const [i, { secondsAgo }] of percepts.messages.entries())
    if ((row.reads[i] ?? 0) > 0) tell(secondsAgo);
  for (const [i, sound] of percepts.sounds.entries())
    if ((row.hears[i] ?? 0) > 0) tell(sound.startedSecondsAgo);
  for (const [e, { event }] of percepts.entities.entries())
    if (event && hasWitnessed(row, e)) tell(event.secondsAgo);
  return percepts.time - youngest;
}
