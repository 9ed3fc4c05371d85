import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { EventKind } from "../model/percepts.js";
import type { Entity, EntityOptions } from "./entity.js";
import type { Triple } from "./vector.js";

/** People's eye height above their feet, metres, as the bench has it. */
export const EYE_HEIGHT = 1.6;
const PERSON_SIZE: Triple = [0.5, 1.8, 0.4];

/** Entity of one Babylon node. A node without geometry (an empty, a person's root) gets a stated size. */
export class NodeEntity implements Entity {
  event: { kind: EventKind; at: number } | null = null;
  readonly kind: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly description: string;
  readonly isPerson: boolean;

  constructor(
    readonly id: string,
    readonly node: TransformNode,
    readonly options: EntityOptions,
  ) {
    this.kind = options.kind ?? "prop";
    this.label = options.label ?? "";
    this.names = options.names ?? [];
    this.description = options.description ?? "";
    this.isPerson = this.kind === "player" || this.kind === "npc";
  }

  centre(): Triple {
    const bounds = this.bounds();
    if (bounds) return triple(bounds.min.add(bounds.max).scaleInPlace(0.5));
    const at = this.node.getAbsolutePosition();
    return this.isPerson ? [at.x, at.y + this.size()[1] / 2, at.z] : triple(at);
  }

  size(): Triple {
    if (this.options.size) return this.options.size;
    const bounds = this.bounds();
    if (bounds) return triple(bounds.max.subtract(bounds.min));
    return this.isPerson ? PERSON_SIZE : [0.3, 0.3, 0.3];
  }

  yaw(): number | null {
    if (!(this.options.hasFront ?? this.isPerson)) return null;
    const forward = this.node.getDirection(Vector3.Forward());
    return Math.atan2(forward.x, forward.z);
  }

  /** Null where there is no geometry with an extent, or where it is not finite. */
  private bounds(): { min: Vector3; max: Vector3 } | null {
    const { node } = this;
    // What moved since the last frame was drawn counts too. Unlike getHierarchyBoundingVectors, which works out each
    // matrix anew, this touches only those that changed.
    node.getScene().incrementRenderId();
    node.computeWorldMatrix();
    const min = new Vector3(Infinity, Infinity, Infinity);
    const max = new Vector3(-Infinity, -Infinity, -Infinity);
    for (const mesh of [node, ...node.getChildMeshes(false)]) extend(mesh, min, max);
    const extent = max.subtract(min).length();
    return Number.isFinite(extent) && extent > 0 && extent < 1e6 ? { min, max } : null;
  }
}

function extend(node: TransformNode, min: Vector3, max: Vector3): void {
  if (!(node instanceof AbstractMesh) || node.getTotalVertices() === 0) return;
  node.computeWorldMatrix();
  const { minimumWorld, maximumWorld } = node.getBoundingInfo().boundingBox;
  min.minimizeInPlace(minimumWorld);
  max.maximizeInPlace(maximumWorld);
}

function triple(v: Vector3): Triple {
  return [v.x, v.y, v.z];
}
