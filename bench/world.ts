/** The scene that is measured: 60 entities, 20 NPCs, 12 pillars, 12 sounds. */
import { CreateAudioEngineAsync } from "@babylonjs/core/AudioV2/webAudio/webAudioEngine.js";
import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { Engine } from "@babylonjs/core/Engines/engine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { type BodyDescription, buildBody, buildSurroundings } from "../src/headless/bodies.js";
import { buildJoints } from "../src/headless/npcBody.js";
import { seededRandom } from "../src/headless/seededRandom.js";
import type { NpcBones } from "../src/mind/npcOptions.js";
import { SHAPES } from "../src/model/percepts.js";

export const COUNTS = { npcs: 20, entities: 60, sounds: 12, pillars: 12 } as const;

export interface World {
  readonly engine: Engine;
  readonly scene: Scene;
  /** Entities and NPCs; the pillars only stand in the way. */
  readonly things: readonly { node: TransformNode; body: BodyDescription }[];
  readonly people: readonly { node: TransformNode; bones: NpcBones }[];
  readonly pillars: readonly BodyDescription[];
}

export function buildWorld(): World {
  const canvas = document.createElement("canvas");
  // Small: a GPU in software draws few frames of a large one, and then every other frame holds a decision.
  canvas.width = 320;
  canvas.height = 180;
  document.body.append(canvas);
  const engine = new Engine(canvas, true);
  const scene = new Scene(engine);
  const random = seededRandom(1);
  const place = (height: number) => [random() * 24 - 12, height, random() * 24 - 12] as const;
  const things = Array.from({ length: COUNTS.entities }, (_, i) => {
    const colour = `#${Math.floor(random() * 0xffffff)
      .toString(16)
      .padStart(6, "0")}`;
    const body = {
      id: `thing ${i}`,
      shape: SHAPES[i % 3],
      colour,
      position: place(1),
      size: [0.6, 0.8, 0.6] as const,
    };
    return { body, node: buildBody(scene, body) };
  });
  const pillars = Array.from({ length: COUNTS.pillars }, (_, i) => ({
    id: `pillar ${i}`,
    position: place(1.5),
    size: [0.8, 3, 0.8] as const,
  }));
  for (const pillar of pillars) buildBody(scene, pillar);
  const people = Array.from({ length: COUNTS.npcs }, (_, i) => {
    const body = { id: `npc ${i}`, kind: "npc", position: place(0), yaw: random() * 6 };
    const node = buildBody(scene, body);
    return { node, bones: buildJoints(scene, node, 1.6) };
  });
  buildSurroundings(scene, []);
  const camera = new FreeCamera("camera", new Vector3(0, 1.6, -14), scene);
  camera.setTarget(new Vector3(0, 1.4, 0));
  return { engine, scene, things, people, pillars };
}

/** Real spatial sounds of Babylon's audio engine, each on a thing of the scene. */
export async function addSounds(world: World): Promise<void> {
  const audio = await CreateAudioEngineAsync();
  await audio.unlockAsync();
  const random = seededRandom(2);
  for (let i = 0; i < COUNTS.sounds; i++) {
    const context = new OfflineAudioContext(1, 44100, 44100);
    const buffer = context.createBuffer(1, 44100, 44100);
    const samples = buffer.getChannelData(0);
    for (let t = 0; t < samples.length; t++)
      samples[t] = 0.2 * Math.sin(t * 0.02 * (i + 1)) + 0.05 * random();
    const sound = await audio.createSoundAsync(`sound ${i}`, buffer, { spatialEnabled: true, loop: true });
    await sound.spatial.attach(world.things[i]!.node);
    sound.play();
  }
}
