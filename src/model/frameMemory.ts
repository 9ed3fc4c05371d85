import type { FramePercept, Percepts } from "./percepts.js";

interface Remembered {
  readonly frame: FramePercept;
  /** By which the frame's ids count. */
  readonly entities: readonly string[];
}

/**
 * Frames and decisions come at rates of their own: between two frames the last one is what is seen, else every
 * other decision would be made blind.
 */
export class FrameMemory {
  private last: Remembered | null = null;

  /** The moment with the frame that came with it, else with the last one where that still holds. */
  complete(percepts: Percepts): Percepts {
    const { frame, frameHolds = false, entities } = percepts;
    if (frame) this.last = { frame, entities: entities.map(({ id }) => id) };
    if (frame || !frameHolds || !this.last) return percepts;
    return { ...percepts, frame: recalled(this.last, entities) };
  }
}

/** Its ids count by the entities of now; what is gone shows nothing. */
function recalled({ frame, entities: before }: Remembered, now: Percepts["entities"]): FramePercept {
  const places = new Map(now.map(({ id }, i) => [id, i]));
  const moved = before.map((id) => places.get(id) ?? -1);
  if (moved.every((place, i) => place === i)) return frame;
  return { ...frame, ids: frame.ids.map((id) => (id < 0 ? -1 : (moved[id] ?? -1))) };
}
