import type { EntityPercept, NpcPercept, Percepts } from "../percepts.js";

/** NPCs that share one context: same senses, same lines read. What none of them perceives is not in it. */
export interface Group {
  readonly npcs: readonly NpcPercept[];
  readonly percepts: Percepts;
  /** Where the group's sounds and messages stand in the whole moment's lists. */
  readonly sounds: readonly number[];
  readonly messages: readonly number[];
}

/** A sense that is cut off must not leak through the shared context, hence a context for each kind of NPC. */
export function groupByPerception(percepts: Percepts): Group[] {
  const bySignature = new Map<string, NpcPercept[]>();
  for (const npc of percepts.npcs) {
    const { sight, hearing, chat } = npc.senses;
    const key = `${+sight}${+hearing}${chat ? npc.reads.map((read) => +(read > 0)).join("") : "-"}`;
    const group = bySignature.get(key);
    if (group) group.push(npc);
    else bySignature.set(key, [npc]);
  }
  return [...bySignature.values()].map((npcs) => groupOf(npcs, percepts));
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
      entities: sight ? percepts.entities : percepts.entities.map(unseen),
      sounds: sounds.map((i) => percepts.sounds[i]),
      messages: messages.map((i) => percepts.messages[i]),
      frame: sight ? percepts.frame : null,
    },
  };
}

function indicesWhere(list: readonly unknown[], keep: (index: number) => boolean): number[] {
  return list.map((_, i) => i).filter(keep);
}

/** Where things stand and what they are called is known without looking; how they look and stir is not. */
function unseen(entity: EntityPercept): EntityPercept {
  return { ...entity, appearance: { colour: null, shape: null }, visible: null, event: null };
}
