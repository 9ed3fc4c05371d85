import type { Observable } from "@babylonjs/core/Misc/observable.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Npc } from "../../mind/npc.js";
import type { Focus } from "../../model/focus.js";
import type { Percepts } from "../../model/percepts.js";
import type { Decision, WorkerReady } from "../../worker/protocol.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";

/** One decision, as the overlay reads it. */
export interface OverlayDecision {
  readonly percepts: Percepts;
  readonly focuses: readonly Focus[];
  /** Null: the rules decided. */
  readonly decision: Decision | null;
}

/** What the overlay needs of a Perception, which is one. */
export interface OverlaySource {
  readonly scene: Scene;
  readonly npcs: readonly Npc[];
  readonly entities: EntityRegistry;
  readonly onDecisionObservable: Observable<OverlayDecision>;
  readonly onUpdateObservable: Observable<number>;
  readonly ready: Promise<WorkerReady | null>;
}
