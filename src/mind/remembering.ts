import type { Focus } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";
import type { Entity } from "../world/entity.js";
import type { MindContext } from "./context.js";
import type { Memory } from "./memory.js";

/** Below this share of the focus an entity counts as not perceived. */
const PERCEIVED = 0.02;
/** Memory of what is attended to is refreshed so often, seconds. */
const MINDED_EVERY = 0.125;

/** Puts into one NPC's memory what its senses deliver and what it attends to. */
export class Remembering {
  private mindedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly npc: string,
    private readonly memory: Memory,
    private readonly context: MindContext,
  ) {}

  perceived(focus: Focus, percepts: Percepts | undefined): void {
    const { now, entities } = this.context;
    for (const [id, share] of focus.entities) {
      const entity = share > PERCEIVED ? entities.get(id) : undefined;
      const seenAt = entity && percepts?.entities.find((each) => each.id === id)?.position;
      if (entity) this.memory.perceive(id, seenAt ?? entity.centre(), share, now);
    }
    const row = percepts?.npcs.find((npc) => npc.id === this.npc);
    if (!percepts || !row) return;
    percepts.entities.forEach(({ id, position }, i) => {
      if (id !== row.entity) this.memory.perceive(id, position, row.sees[i] ?? 0, now);
    });
  }

  /** Bounds of a whole hierarchy cost too much for every frame: now and then, and whenever the target is new. */
  attended(attending: Entity, isNew: boolean): void {
    const { now } = this.context;
    if (!isNew && now - this.mindedAt < MINDED_EVERY) return;
    this.mindedAt = now;
    this.memory.attend(attending.id, attending.centre(), now);
  }
}
