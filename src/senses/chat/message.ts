import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Entity } from "../../world/entity.js";
import type { Triple } from "../../world/vector.js";

/** Speaker of the viewer's messages where the player is no entity. */
export const PLAYER = "player";

/** What a game says. */
export interface Saying {
  /** An entity, its node (or a node under it), its id, or "player" for the viewer. */
  readonly speaker: Entity | TransformNode | string;
  readonly text: string;
  /** World metres. Default: the speaker's centre. */
  readonly position?: Triple;
}

/** What has been said, after hygiene. */
export interface Message {
  /** Grows by one with each message. */
  readonly id: number;
  /** Entity id, or "player". */
  readonly speaker: string;
  readonly text: string;
  /** When, seconds on the perception's clock. */
  readonly at: number;
  /** Where; null: nowhere, so that everybody hears it. */
  readonly position: Triple | null;
  /** The text was longer than allowed and has lost its end. */
  readonly cut: boolean;
}

/** "empty": nothing is left after hygiene. "rate": this speaker, "flood": all together send too much. */
export type DropReason = "empty" | "rate" | "flood" | "disposed";

export interface DroppedMessage {
  readonly speaker: string;
  readonly reason: DropReason;
  readonly at: number;
}
