import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { EventKind, Shape } from "../model/percepts.js";
import type { Triple } from "./vector.js";

/** What an author says of a thing. Everything is optional. */
export interface EntityOptions {
  /** Default: the node's name, made unique. */
  readonly id?: string;
  /** "exhibit", "player", "npc", "prop", "door", …  Default "prop". */
  readonly kind?: string;
  /** What people call it. Default "". */
  readonly label?: string;
  readonly names?: readonly string[];
  readonly description?: string;
  /** "#rrggbb", where pixels can't tell (headless) or must not (an author's word outranks them). */
  readonly colour?: string;
  readonly shape?: Shape;
  /** Metres; default: the bounding box of the node and its children. */
  readonly size?: Triple;
  /**
   * Scenery (posts, chairs, lamps) is perceived only while something happens to it, it sounds, or a line calls it by its
   * label or one of its names. Default false.
   */
  readonly scenery?: boolean;
  /** Does it have a front (its +z)? Default: true for player and npc. */
  readonly hasFront?: boolean;
}

/** A thing in the scene that can be perceived: a Babylon node and what its author says of it. */
export interface Entity {
  readonly id: string;
  readonly node: TransformNode;
  readonly kind: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly description: string;
  readonly options: EntityOptions;
  /** Centre of its bounds, world metres. */
  centre(): Triple;
  /** Full extents along its own axes, metres. */
  size(): Triple;
  /** Null if it has no front. */
  yaw(): number | null;
  /** The newest event and its time on the perception's clock. */
  event: { kind: EventKind; at: number } | null;
}
