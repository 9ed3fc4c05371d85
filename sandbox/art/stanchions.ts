import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Materials } from "./materials.js";
import { ROOMS } from "./plan.js";
import { Modeller } from "./shapes.js";

/** A brass barrier post that can be knocked over. */
export interface Stanchion {
  readonly node: TransformNode;
  readonly room: number;
  /** Knocks it over; it is set up again after some seconds. False if it lies already. */
  fall(): boolean;
  readonly fallen: boolean;
}

const SPOTS: readonly (readonly [room: number, x: number, z: number])[] = [
  [0, -1.75, 0.75],
  [0, 4.6, 8.2],
  [0, -4.7, 8.3],
  [1, 4.7, 0.7],
  [1, -4.7, 8.4],
  [2, -4.6, 0.7],
  [2, 4.6, 8.2],
];

export function setStanchions(scene: Scene, materials: Materials): Stanchion[] {
  return SPOTS.map(
    ([room, x, z], i) =>
      new FallingPost(scene, materials, `barrier post ${i + 1}`, room, x, z + ROOMS[room]!.start),
  );
}

const FALL_SECONDS = 0.55;
const LIES_SECONDS = 9;
const RISE_SECONDS = 1.2;

class FallingPost implements Stanchion {
  readonly node: TransformNode;
  private sinceFall = Number.POSITIVE_INFINITY;

  constructor(
    scene: Scene,
    materials: Materials,
    name: string,
    readonly room: number,
    x: number,
    z: number,
  ) {
    this.node = new TransformNode(name, scene);
    this.node.position.set(x, 0, z);
    this.node.rotation.y = x < 0 ? 0.6 : Math.PI - 0.6;
    const m = new Modeller(scene, this.node);
    const brass = materials.brass();
    m.lathe(
      [
        [0.001, 0],
        [0.17, 0],
        [0.17, 0.015],
        [0.14, 0.035],
        [0.03, 0.06],
        [0.022, 0.1],
      ],
      [0, 0, 0],
      materials.darkBrass(),
      28,
    );
    m.cylinder(0.02, 0.84, [0, 0.48, 0], brass);
    m.cylinder(0.034, 0.04, [0, 0.86, 0], brass);
    m.ball(0.042, [0, 0.94, 0], brass);
    m.tube(
      [
        [0, 0.86, 0.03],
        [0.02, 0.66, 0.06],
        [0.03, 0.52, 0.02],
        [0.02, 0.7, -0.04],
        [0, 0.86, -0.03],
      ],
      0.018,
      materials.velvet(),
    );
    m.finish();
    scene.onBeforeRenderObservable.add(() =>
      this.update(Math.min(0.1, scene.getEngine().getDeltaTime() / 1000)),
    );
  }

  get fallen(): boolean {
    return this.sinceFall < FALL_SECONDS + LIES_SECONDS + RISE_SECONDS;
  }

  fall(): boolean {
    if (this.fallen) return false;
    this.sinceFall = 0;
    return true;
  }

  private update(dt: number): void {
    if (!this.fallen) return;
    this.sinceFall += dt;
    const t = this.sinceFall;
    const flat = Math.PI / 2 - 0.14;
    if (t < FALL_SECONDS) this.node.rotation.x = flat * (t / FALL_SECONDS) ** 2;
    else if (t < FALL_SECONDS + LIES_SECONDS) {
      const ringing = t - FALL_SECONDS;
      this.node.rotation.x = flat - 0.16 * Math.exp(-ringing * 7) * Math.abs(Math.sin(ringing * 18));
    } else
      this.node.rotation.x = flat * Math.max(0, 1 - (t - FALL_SECONDS - LIES_SECONDS) / RISE_SECONDS) ** 2;
    this.node.position.y = 0.1 * Math.sin(Math.min(Math.PI / 2, this.node.rotation.x));
  }
}
