import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Observable } from "@babylonjs/core/Misc/observable.js";
import type { Entity, EntityOptions } from "./entity.js";
import { readEntityMetadata } from "./entityMetadata.js";
import { NodeEntity } from "./nodeEntity.js";
import { validateEntityOptions } from "./validateEntityOptions.js";

/** All that can be perceived in one scene. Order of insertion is the order of the model's rows. */
export class EntityRegistry {
  readonly onAddedObservable = new Observable<Entity>();
  /** Fires also when the entity's node is disposed. */
  readonly onRemovedObservable = new Observable<Entity>();

  private readonly byId = new Map<string, Entity>();
  private readonly byNode = new Map<TransformNode, Entity>();

  get all(): Iterable<Entity> {
    return this.byId.values();
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): Entity | undefined {
    return this.byId.get(id);
  }

  /** The entity of this node or of its nearest ancestor. */
  of(node: { parent: unknown } | null | undefined): Entity | undefined {
    for (let at = node; at; at = at.parent as { parent: unknown } | null) {
      const entity = this.byNode.get(at as TransformNode);
      if (entity) return entity;
    }
    return undefined;
  }

  /**
   * Makes a node perceivable.
   * What `options` leaves open is read from `node.metadata.perception` and from the `perception`
   * extra of a glTF node. A node that is already an entity is replaced.
   * @throws RangeError naming the field, if an option is out of range or an id is taken.
   */
  add(node: TransformNode, options: EntityOptions = {}): Entity {
    const merged = { ...readEntityMetadata(node), ...options };
    validateEntityOptions(merged);
    const known = this.byNode.get(node);
    if (known) this.remove(known);
    const entity = new NodeEntity(this.freeId(merged.id, node.name), node, merged);
    this.byId.set(entity.id, entity);
    this.byNode.set(node, entity);
    node.onDisposeObservable.addOnce(() => {
      if (this.byNode.get(node) === entity) this.remove(entity);
    });
    this.onAddedObservable.notifyObservers(entity);
    return entity;
  }

  /** Adds each node of the list that carries perception metadata. Returns what it added. */
  addFromMetadata(nodes: readonly TransformNode[]): Entity[] {
    return nodes
      .filter((node) => Object.keys(readEntityMetadata(node)).length > 0)
      .map((node) => this.add(node));
  }

  remove(entity: Entity): void {
    if (this.byId.get(entity.id) !== entity) return;
    this.byId.delete(entity.id);
    this.byNode.delete(entity.node);
    this.onRemovedObservable.notifyObservers(entity);
  }

  /** The nearest entity's centre first. */
  nearestTo(point: Vector3): Entity[] {
    const distance = (entity: Entity) =>
      Vector3.DistanceSquared(Vector3.FromArray([...entity.centre()]), point);
    return [...this.all].sort((a, b) => distance(a) - distance(b));
  }

  dispose(): void {
    for (const entity of [...this.all]) this.remove(entity);
    this.onAddedObservable.clear();
    this.onRemovedObservable.clear();
  }

  private freeId(wanted: string | undefined, name: string): string {
    if (wanted !== undefined) {
      if (this.byId.has(wanted))
        throw new RangeError(`entity option "id": "${wanted}" is taken; choose another`);
      return wanted;
    }
    const base = name || "entity";
    let id = base;
    for (let n = 2; this.byId.has(id); n++) id = `${base} ${n}`;
    return id;
  }
}
