import type { EntityPercept, NpcPercept, Percepts } from "../percepts.js";
import { hasWitnessed } from "../witnessed.js";

/** NPCs that share one context: same senses, same lines read. What none of them perceives is not in it. */
export interface Group {
  readonly npcs: readonly NpcPercept[];
  readonly percepts: Percepts;
  /** Where the group's sounds and messages stand in the whole moment's lists. */
  readonly sounds: readonly number[];
  readonly messages: readonly number[];
}

/** Contexts of one kind of perceiver that differ by the events seen: each is a run of the model. */
const MOST_BY_EVENTS = 3;

/** A sense that is cut off must not leak through the shared context, hence a context for each kind of NPC. */
export function groupByPerception(percepts: Percepts): Group[] {
  const kinds = split(percepts.npcs, ({ senses, reads }) => {
    const { sight, hearing, chat } = senses;
    return `${+sight}${+hearing}${chat ? reads.map((read) => +(read > 0)).join("") : "-"}`;
  });
  const events = indicesWhere(percepts.entities, (e) => percepts.entities[e].event !== null);
  return kinds.flatMap((kind) => byEvents(kind, events)).map((npcs) => groupOf(npcs, percepts));
}

/** Those who saw the same happen; where opinions are too many, the rest share what all of them saw. */
function byEvents(npcs: readonly NpcPercept[], events: readonly number[]): (readonly NpcPercept[])[] {
  const groups = split(npcs, (npc) => events.map((e) => +hasWitnessed(npc, e)).join(""));
  if (groups.length <= MOST_BY_EVENTS) return groups;
  const bySize = groups.sort((a, b) => b.length - a.length);
  return [...bySize.slice(0, MOST_BY_EVENTS - 1), bySize.slice(MOST_BY_EVENTS - 1).flat()];
}

/** In the order in which the keys come first. */
function split(npcs: readonly NpcPercept[], keyOf: (npc: NpcPercept) => string): NpcPercept[][] {
  const byKey = new Map<string, NpcPercept[]>();
  for (const npc of npcs) {
    const key = keyOf(npc);
    const group = byKey.get(key);
    if (group) group.push(npc);
    else byKey.set(key, [npc]);
  }
  return [...byKey.values()];
}

function groupOf(npcs: readonly NpcPercept[], percepts: Percepts): Group {
  const { sight, hearing, chat } = npcs[0].senses;
  const sounds = indicesWhere(percepts.sounds, (i) => hearing && npcs.some((npc) => npc.hears[i] > 0));
  const messages = indicesWhere(percepts.messages, (i) => chat && npcs[0].reads[i] > 0);
  return {
    npcs,
    sounds,
    messages,
    percepts: {
      ...percepts,
      npcs,
      viewer: sight ? percepts.viewer : null,
      entities: percepts.entities.map((entity, e) => (sight ? withoutNews(entity, e, npcs) : unseen(entity))),
      sounds: sounds.map((i) => percepts.sounds[i]),
      messages: messages.map((i) => percepts.messages[i]),
      frame: sight ? percepts.frame : null,
    },
  };
}

function indicesWhere(list: readonly unknown[], keep: (index: number) => boolean): number[] {
  return list.map((_, i) => i).filter(keep);
}

/** An event is told only where everybody of the group has seen it. */
function withoutNews(entity: EntityPercept, index: number, npcs: readonly NpcPercept[]): EntityPercept {
  const isTold = entity.event === null || npcs.every((npc) => hasWitnessed(npc, index));
  return isTold ? entity : { ...entity, event: null };
}

/** Where things stand and what they are called is known without looking; how they look and stir is not. */
function unseen(entity: EntityPercept): EntityPercept {
  return { ...entity, appearance: { colour: null, shape: null }, visible: null, event: null };
}
