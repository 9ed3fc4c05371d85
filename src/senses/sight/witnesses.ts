import type { Entity } from "../../world/entity.js";

/** So much of a thing must be in view, 0..1. */
const IN_VIEW = 0.02;

/** Who has seen a thing since its newest event: events are told to those only. */
export class Witnesses {
  private readonly seen = new WeakMap<Entity, { event: Entity["event"]; npcs: Set<string> }>();

  /**
   * Notes what one NPC sees now.
   * @param sees per entity of `order`, 0..1
   * @returns per entity 1 if the NPC has seen it at any time since its event, else 0
   */
  note(npc: string, order: readonly Entity[], sees: readonly number[]): number[] {
    return order.map((entity, e) => {
      if (!entity.event) return 0;
      const npcs = this.witnessesOf(entity);
      if ((sees[e] ?? 0) > IN_VIEW) npcs.add(npc);
      return npcs.has(npc) ? 1 : 0;
    });
  }

  private witnessesOf(entity: Entity): Set<string> {
    const known = this.seen.get(entity);
    if (known && known.event === entity.event) return known.npcs;
    const npcs = new Set<string>();
    this.seen.set(entity, { event: entity.event, npcs });
    return npcs;
  }
}
