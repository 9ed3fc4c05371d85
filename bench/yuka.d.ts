/** What the bench uses of yuka, which brings no types. */
declare module "yuka" {
  export class Vector3 {
    x: number;
    y: number;
    z: number;
    set(x: number, y: number, z: number): this;
    copy(other: Vector3): this;
  }
  export class Matrix4 {}
  export class Ray {}
  export class GameEntity {
    position: Vector3;
    rotation: { fromEuler(x: number, y: number, z: number): unknown };
    get worldMatrix(): Matrix4;
    lineOfSightTest(ray: Ray, intersection: Vector3): Vector3 | null;
  }
  export class MeshGeometry {
    constructor(vertices: Float32Array);
    intersectRay(ray: Ray, world: Matrix4, closest: boolean, intersection: Vector3): Vector3 | null;
  }
  export class Vision {
    constructor(owner: GameEntity);
    fieldOfView: number;
    range: number;
    addObstacle(obstacle: GameEntity): this;
    visible(point: Vector3): boolean;
  }
  export class MemorySystem {
    constructor(owner: GameEntity);
    hasRecord(entity: GameEntity): boolean;
    createRecord(entity: GameEntity): this;
    getRecord(entity: GameEntity): { visible: boolean; timeLastSensed: number; lastSensedPosition: Vector3 };
  }
}
