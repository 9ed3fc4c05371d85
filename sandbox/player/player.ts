import { TargetCamera } from "@babylonjs/core/Cameras/targetCamera.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { turnToKeep } from "./follow.js";
import { keepOut, type Obstacle } from "./obstacles.js";

export const EYES = 1.62;
const SPEED = 1.9;
const RADIUS = 0.28;
const MAX_PITCH = 1.1;
/** Who has not moved for so long leaves the view to the guide, seconds. */
const RESTS = 1.2;

/** The visitor: a body that walks and a camera for its eyes. */
export class Player {
  readonly node: TransformNode;
  readonly camera: TargetCamera;
  yaw = 0;
  pitch = 0;
  /** Wanted walk, -1..1: to the right and ahead. Set by the controls. */
  readonly stride = { right: 0, ahead: 0 };
  /** Metres a second, smoothed. */
  speed = 0;
  /** Persons and other things that move about. */
  movingObstacles: () => readonly Obstacle[] = () => [];
  private bob = 0;
  /** Since the visitor looked or walked about, seconds. */
  private rested = 0;
  private readonly velocity = new Vector3();

  constructor(
    private readonly scene: Scene,
    private readonly obstacles: readonly Obstacle[],
    private readonly calm: boolean,
  ) {
    this.node = new TransformNode("visitor", scene);
    this.camera = new TargetCamera("visitor's eyes", new Vector3(0, EYES, 1), scene);
    this.camera.minZ = 0.06;
    this.camera.maxZ = 60;
    this.camera.fov = 0.95;
    scene.activeCamera = this.camera;
    this.place(0, 1.15, 0);
    scene.onBeforeRenderObservable.add(() =>
      this.update(Math.min(0.1, scene.getEngine().getDeltaTime() / 1000)),
    );
  }

  place(x: number, z: number, yaw: number, pitch = 0): void {
    this.node.position.set(x, 0, z);
    this.yaw = yaw;
    this.pitch = pitch;
    this.velocity.setAll(0);
    this.follow(0);
  }

  /** Turns gently to keep a place in the picture, unless the visitor moves or wants no motion. */
  keepInView(place: { readonly x: number; readonly z: number }, dt: number): void {
    if (!this.calm && this.rested > RESTS) this.yaw += turnToKeep(this.yaw, this.node.position, place, dt);
  }

  look(dYaw: number, dPitch: number): void {
    this.rested = 0;
    this.yaw += dYaw;
    this.pitch = Math.max(-MAX_PITCH, Math.min(MAX_PITCH, this.pitch + dPitch));
  }

  private update(dt: number): void {
    const { right, ahead } = this.stride;
    this.rested = right || ahead ? 0 : this.rested + dt;
    const length = Math.max(1, Math.hypot(right, ahead));
    const [sin, cos] = [Math.sin(this.yaw), Math.cos(this.yaw)];
    const wanted = new Vector3(cos * right + sin * ahead, 0, cos * ahead - sin * right).scaleInPlace(
      SPEED / length,
    );
    Vector3.LerpToRef(this.velocity, wanted, 1 - Math.exp(-dt * 10), this.velocity);
    const from = this.node.position;
    const [x, z] = keepOut(from.x + this.velocity.x * dt, from.z + this.velocity.z * dt, RADIUS, [
      ...this.obstacles,
      ...this.movingObstacles(),
    ]);
    this.speed = dt > 0 ? Math.hypot(x - from.x, z - from.z) / dt : 0;
    from.set(x, 0, z);
    this.follow(dt);
  }

  private follow(dt: number): void {
    // A narrow window sees as much of the room as a wide one: the angle that counts is the horizontal one.
    const aspect = this.scene.getEngine().getAspectRatio(this.camera);
    this.camera.fov = aspect < 1 ? 1.15 : 0.95;
    this.bob += this.speed * dt;
    const sway = this.calm ? 0 : Math.sin(this.bob * 8) * 0.012 * Math.min(1, this.speed);
    this.node.rotation.y = this.yaw;
    this.camera.position.set(this.node.position.x, EYES + sway, this.node.position.z);
    this.camera.rotation.set(this.pitch, this.yaw, 0);
  }
}
