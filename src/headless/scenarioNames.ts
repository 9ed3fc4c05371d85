import type { Scenario } from "./scenario.js";

/**
 * Every id is there once, and every name used is the id of something that fits.
 * @throws RangeError that names the field.
 */
export function checkNames({ entities, npcs, players, timeline }: Scenario): void {
  const npcIds = new Set(npcs.map(({ id }) => id));
  const playerIds = new Set(players.map(({ id }) => id));
  const all = new Set<string>();
  for (const { id } of [...entities, ...npcs, ...players]) {
    if (all.has(id)) throw new RangeError(`scenario: the id "${id}" is there twice`);
    all.add(id);
  }
  const check = (path: string, id: string | undefined, known: Set<string>, what: string) => {
    if (id !== undefined && !known.has(id))
      throw new RangeError(`${path}: "${id}" is no ${what} of this scenario`);
  };
  for (const [n, { tour }] of npcs.entries()) {
    const path = `scenario.npcs[${n}].tour`;
    for (const [s, { entity }] of (tour?.stops ?? []).entries())
      check(`${path}.stops[${s}].entity`, entity, all, "entity");
    for (const [f, id] of (tour?.follow ?? []).entries())
      check(`${path}.follow[${f}]`, id, all, "player or NPC");
  }
  for (const [n, { when, actions }] of timeline.entries()) {
    const path = `scenario.timeline[${n}]`;
    check(`${path}.when.npc`, when?.npc, npcIds, "NPC");
    check(`${path}.when.stop`, when?.stop, all, "entity");
    check(`${path}.when.attending`, when?.attending, all, "entity");
    for (const action of actions) {
      if (action.type === "chat") check(`${path}.chat.speaker`, action.speaker, all, "player, NPC or entity");
      if (action.type === "walk" || action.type === "follow")
        check(`${path}.move.who`, action.who, playerIds, "player");
      if (action.type === "follow") check(`${path}.move.follow`, action.whom, all, "player, NPC or entity");
      if (action.type === "look") {
        check(`${path}.look.who`, action.who, playerIds, "player");
        check(`${path}.look.at`, action.at, all, "entity");
      }
      if (action.type === "sound" || action.type === "event")
        check(`${path}.${action.type}.entity`, action.entity, all, "entity");
      if (action.type === "attend" || action.type === "start")
        check(`${path}.order.npc`, action.npc, npcIds, "NPC");
      if (action.type === "attend") check(`${path}.order.attend`, action.target, all, "entity");
    }
  }
}
