import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import { Engine } from "@babylonjs/core/Engines/engine.js";
import { WebGPUEngine } from "@babylonjs/core/Engines/webgpuEngine.js";
import { StandardMaterial } from "@babylonjs/core/Materials/standardMaterial.js";
import { Color3, Color4 } from "@babylonjs/core/Maths/math.color.js";
import { Matrix, Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CreateBox } from "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { CreateSphere } from "@babylonjs/core/Meshes/Builders/sphereBuilder.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import "@babylonjs/core/Meshes/instancedMesh.js";
import "@babylonjs/core/Meshes/thinInstanceMesh.js";
import { Scene } from "@babylonjs/core/scene.js";
import { afterEach, describe, expect, it } from "vitest";
import { commands } from "vitest/browser";
import { FRAME_HEIGHT, FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../src/model/observation.js";
import type { FramePercept } from "../../src/model/percepts.js";
import { Sight } from "../../src/senses/sight/sight.js";
import type { Entity } from "../../src/world/entity.js";
import { EntityRegistry } from "../../src/world/entityRegistry.js";

const engines = ["WebGL2", "WebGPU"] as const;
type Kind = (typeof engines)[number];

interface World {
  engine: AbstractEngine;
  canvas: HTMLCanvasElement;
  scene: Scene;
  camera: FreeCamera;
  entities: EntityRegistry;
  now: number;
}

const worlds: World[] = [];
afterEach(() => {
  for (const { engine, canvas } of worlds.splice(0)) {
    engine.dispose();
    canvas.remove();
  }
});

async function makeWorld(kind: Kind, size: [number, number] = [640, 360]): Promise<World> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = size;
  canvas.style.cssText = `width:${size[0]}px;height:${size[1]}px`;
  document.body.append(canvas);
  let engine: AbstractEngine;
  if (kind === "WebGPU") {
    const gpu = new WebGPUEngine(canvas, { antialias: true });
    await gpu.initAsync();
    engine = gpu;
  } else engine = new Engine(canvas, true, { preserveDrawingBuffer: true });
  const scene = new Scene(engine);
  scene.clearColor = new Color4(0, 0, 0, 1);
  const camera = new FreeCamera("camera", new Vector3(0, 0, -10), scene);
  const world = { engine, canvas, scene, camera, entities: new EntityRegistry(), now: 0 };
  worlds.push(world);
  return world;
}

/** A thing that shines in one flat colour. */
function paint<T extends Mesh>(mesh: T, hex: string, scene: Scene): T {
  const material = new StandardMaterial(hex, scene);
  material.disableLighting = true;
  material.emissiveColor = Color3.FromHexString(hex);
  mesh.material = material;
  return mesh;
}

function boxAt(scene: Scene, name: string, hex: string, at: [number, number, number], size = 2): Mesh {
  const box = CreateBox(name, { size }, scene);
  box.position.set(...at);
  return paint(box, hex, scene);
}

/** Draws frames until `done`; one test's time limit bounds it. */
async function drawUntil(world: World, sight: Sight | null, done: () => boolean): Promise<void> {
  while (!done()) {
    world.engine.beginFrame();
    world.scene.render();
    world.engine.endFrame();
    world.now += 1 / 60;
    sight?.update(world.now, []);
    // The browser's own pace: faster, a GPU in software would fall ever further behind.
    await new Promise((next) => requestAnimationFrame(next));
  }
}

async function nextFrame(world: World, sight: Sight, order: readonly Entity[]): Promise<FramePercept> {
  await world.scene.whenReadyAsync();
  let frame: FramePercept | null = null;
  await drawUntil(world, sight, () => {
    frame ??= sight.takeFrame(order);
    return frame !== null;
  });
  return frame as unknown as FramePercept;
}

function bytes(frame: FramePercept): Uint8Array {
  if (frame.pixels instanceof Uint8Array) return frame.pixels;
  const context = new OffscreenCanvas(FRAME_WIDTH, FRAME_HEIGHT).getContext("2d")!;
  context.drawImage(frame.pixels, 0, 0);
  return new Uint8Array(context.getImageData(0, 0, FRAME_WIDTH, FRAME_HEIGHT).data.buffer);
}

/** Hex colour at a share of width and height. */
function colourAt(frame: FramePercept, x: number, y: number): string {
  const at = (Math.floor(y * FRAME_HEIGHT) * FRAME_WIDTH + Math.floor(x * FRAME_WIDTH)) * 4;
  return `#${[...bytes(frame).subarray(at, at + 3)].map((v) => v.toString(16).padStart(2, "0")).join("")}`;
}

function idAt(frame: FramePercept, x: number, y: number): number {
  return frame.ids[Math.floor(y * ID_MAP_HEIGHT) * ID_MAP_WIDTH + Math.floor(x * ID_MAP_WIDTH)];
}

function differing(a: Uint8Array, b: Uint8Array): number {
  return a.length === b.length
    ? a.reduce((count, value, i) => count + (value === b[i] ? 0 : 1), 0)
    : a.length;
}

/** Keeps a frame and its ids, to be looked at. */
async function keep(name: string, frame: FramePercept): Promise<void> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [FRAME_WIDTH, FRAME_HEIGHT * 2];
  const context = canvas.getContext("2d")!;
  context.putImageData(new ImageData(new Uint8ClampedArray(bytes(frame)), FRAME_WIDTH), 0, 0);
  for (let i = 0; i < frame.ids.length; i++) {
    context.fillStyle = frame.ids[i] < 0 ? "#000" : `hsl(${frame.ids[i] * 67} 80% 50%)`;
    context.fillRect((i % ID_MAP_WIDTH) * 2, FRAME_HEIGHT + Math.floor(i / ID_MAP_WIDTH) * 2, 2, 2);
  }
  const base64 = canvas.toDataURL("image/png").split(",")[1];
  await commands.writeFile(`test/artefacts/${name}.png`, base64, "base64");
}

describe.each(engines)("sight of the frame on %s", (kind) => {
  it("captures colours the right way up, with the ids of the same moment", async () => {
    const world = await makeWorld(kind);
    const { scene, entities } = world;
    const order = [
      entities.add(boxAt(scene, "upper left", "#c03020", [-4, 2, 0])),
      entities.add(boxAt(scene, "lower right", "#2060d0", [4, -2, 0])),
    ];
    boxAt(scene, "no entity", "#30a040", [4, 2, 0]);
    const sight = new Sight(scene, entities);
    const frame = await nextFrame(world, sight, order);
    await keep(`sight ${kind}`, frame);
    expect(frame.ids.length).toBe(ID_MAP_WIDTH * ID_MAP_HEIGHT);
    expect(bytes(frame).length).toBe(FRAME_WIDTH * FRAME_HEIGHT * 4);
    const [left, right, up, down] = [0.5 - 0.272, 0.5 + 0.272, 0.5 - 0.24, 0.5 + 0.24];
    expect(colourAt(frame, left, up)).toBe("#c03020");
    expect(colourAt(frame, right, down)).toBe("#2060d0");
    expect(colourAt(frame, right, up)).toBe("#30a040");
    expect(colourAt(frame, left, down)).toBe("#000000");
    expect([
      idAt(frame, left, up),
      idAt(frame, right, down),
      idAt(frame, right, up),
      idAt(frame, left, down),
    ]).toEqual([0, 1, -1, -1]);
    expect(sight.takeFrame(order)).toBeNull();
    sight.dispose();
  });

  it("learns colours and shapes from the picture, unless the author states them", async () => {
    const world = await makeWorld(kind);
    const { scene, entities } = world;
    const ball = paint(CreateSphere("ball", { diameter: 2 }, scene), "#2060d0", scene);
    ball.position.x = 3;
    const order = [
      entities.add(boxAt(scene, "crate", "#c03020", [-3, 0, 0])),
      entities.add(ball),
      entities.add(boxAt(scene, "stated", "#ffffff", [0, 2, 0], 1), { colour: "#102030", shape: "cylinder" }),
    ];
    const sight = new Sight(scene, entities);
    await nextFrame(world, sight, order);
    const close = (hex: string) =>
      [1, 3, 5].map((at) => expect.closeTo(Number.parseInt(hex.slice(at, at + 2), 16) / 255, 2));
    expect(order.map((entity) => sight.appearance(entity))).toEqual([
      { colour: close("#c03020"), shape: "box" },
      { colour: close("#2060d0"), shape: "sphere" },
      { colour: close("#102030"), shape: "cylinder" },
    ]);
    sight.dispose();
  });

  it("tells how much of a thing the frame shows: all, half, none", async () => {
    const world = await makeWorld(kind);
    const { scene, entities } = world;
    const [open, half, hidden, beyond] = [
      entities.add(boxAt(scene, "open", "#c03020", [0, 0, 0])),
      entities.add(boxAt(scene, "half hidden", "#c03020", [4, 0, 0])),
      entities.add(boxAt(scene, "hidden", "#c03020", [-4, 0, 0])),
      entities.add(boxAt(scene, "beyond the frame", "#c03020", [40, 0, 0])),
    ];
    boxAt(scene, "pillar", "#808080", [-3.3, 0, -2], 2.4);
    const screen = boxAt(scene, "screen", "#808080", [0, 0, -2], 2);
    screen.scaling.set(0.5, 2, 0.01);
    screen.position.x = 3.6;
    const sight = new Sight(scene, entities);
    expect(sight.visible(open)).toBeNull();
    await keep(`sight hidden ${kind}`, await nextFrame(world, sight, [open, half, hidden, beyond]));
    expect(sight.visible(open)).toBe(1);
    expect(sight.visible(half)).toBeGreaterThan(0.3);
    expect(sight.visible(half)).toBeLessThan(0.7);
    expect(sight.visible(hidden)).toBeLessThan(0.05);
    expect(sight.visible(beyond)).toBe(0);
    sight.dispose();
  });

  it("tells instances apart, and takes thin instances for one thing", async () => {
    const world = await makeWorld(kind);
    const { scene, entities } = world;
    const source = boxAt(scene, "source", "#c03020", [-4, 0, 0]);
    const left = source.createInstance("left");
    left.position.set(0, 0, 0);
    const right = source.createInstance("right");
    right.position.set(4, 0, 0);
    const crowd = boxAt(scene, "crowd", "#2060d0", [0, 0, 0], 1);
    crowd.thinInstanceAdd([Matrix.Translation(-4, -3, 0), Matrix.Translation(4, -3, 0)]);
    const order = [entities.add(right), entities.add(source), entities.add(crowd)];
    const sight = new Sight(scene, entities);
    const frame = await nextFrame(world, sight, order);
    await keep(`sight instances ${kind}`, frame);
    expect([0.228, 0.5, 0.772].map((x) => idAt(frame, x, 0.5))).toEqual([1, -1, 0]);
    expect([0.228, 0.772].map((x) => idAt(frame, x, 0.86))).toEqual([2, 2]);
    sight.dispose();
  });

  it("keeps to the canvas's shape", async () => {
    const world = await makeWorld(kind, [300, 600]);
    const { scene, entities } = world;
    const order = [entities.add(boxAt(scene, "box", "#c03020", [0, 0, 0], 3))];
    const sight = new Sight(scene, entities);
    const frame = await nextFrame(world, sight, order);
    for (const x of [0.05, 0.15, 0.5, 0.85, 0.95])
      expect(colourAt(frame, x, 0.5) === "#c03020").toBe(idAt(frame, x, 0.5) === 0);
    expect(sight.visible(order[0])).toBe(1);
    sight.dispose();
  });

  it("lets a frame stand for what is seen until the next one, for two seconds at most", async () => {
    const world = await makeWorld(kind);
    const order = [world.entities.add(boxAt(world.scene, "box", "#c03020", [0, 0, 0]))];
    const sight = new Sight(world.scene, world.entities);
    expect(sight.frameHolds(world.now)).toBe(false);
    await nextFrame(world, sight, order);
    expect(sight.frameHolds(world.now)).toBe(true);
    expect(sight.frameHolds(world.now + 3)).toBe(false);
    sight.rebuild();
    expect(sight.frameHolds(world.now)).toBe(false);
    sight.dispose();
  });

  it("hands over bitmaps where it is asked to and the browser can", async () => {
    const world = await makeWorld(kind);
    const order = [world.entities.add(boxAt(world.scene, "box", "#c03020", [0, 0, 0]))];
    const sight = new Sight(world.scene, world.entities);
    sight.prefer = "bitmap";
    for (let n = 0; n < 6; n++) {
      const frame = await nextFrame(world, sight, order);
      expect(colourAt(frame, 0.5, 0.5)).toBe("#c03020");
      if (frame.pixels instanceof ImageBitmap) frame.pixels.close();
    }
    expect(sight.appearance(order[0]).shape).toBe("box");
    sight.dispose();
  });

  it("adds nothing to the picture and leaves nothing behind", async () => {
    const world = await makeWorld(kind);
    const { engine, scene, entities } = world;
    boxAt(scene, "behind", "#2060d0", [-2, 1, 5], 4);
    const instance = boxAt(scene, "box", "#c03020", [-2, 1, 0]).createInstance("instance");
    instance.position.set(2, 1, 0);
    entities.add(instance);
    const draw = (count: number, sight: Sight | null) => {
      let frames = 0;
      return drawUntil(world, sight, () => frames++ >= count);
    };
    const picture = async (sight: Sight | null) => {
      let read: Promise<ArrayBufferView> | null = null;
      scene.onAfterRenderObservable.addOnce(() => {
        read = engine.readPixels(0, 0, world.canvas.width, world.canvas.height);
      });
      await draw(1, sight);
      return new Uint8Array((await read!).buffer).slice();
    };
    const count = () => ({
      textures: scene.textures.length,
      loaded: engine.getLoadedTexturesCache().length,
      materials: scene.materials.length,
      cameras: scene.cameras.length,
      meshes: scene.meshes.length,
      targets: scene.customRenderTargets.length,
      observers: [
        engine.onEndFrameObservable,
        engine.onContextLostObservable,
        engine.onContextRestoredObservable,
        scene.onBeforeRenderObservable,
        scene.onAfterRenderObservable,
        scene.onNewMeshAddedObservable,
        entities.onAddedObservable,
        entities.onRemovedObservable,
      ].map((observable) => observable.observers.length),
      passes: (engine as unknown as { _renderPassNames?: (string | undefined)[] })._renderPassNames?.filter(
        Boolean,
      ).length,
    });
    await scene.whenReadyAsync();
    await draw(5, null);
    const before = count();
    const without = await picture(null);
    const sight = new Sight(scene, entities);
    await keep(`sight picture ${kind}`, await nextFrame(world, sight, []));
    // Captures come every 7 or 8 frames: some of these are captured ones.
    for (let n = 0; n < 16; n++) expect(differing(await picture(sight), without)).toBe(0);
    sight.dispose();
    sight.dispose();
    await draw(5, null);
    expect(count()).toEqual(before);
    expect(differing(await picture(null), without)).toBe(0);
  });

  it("sees again after it was rebuilt", async () => {
    const world = await makeWorld(kind);
    const order = [world.entities.add(boxAt(world.scene, "box", "#c03020", [0, 0, 0]))];
    const sight = new Sight(world.scene, world.entities);
    await nextFrame(world, sight, order);
    sight.rebuild();
    expect(sight.takeFrame(order)).toBeNull();
    expect(colourAt(await nextFrame(world, sight, order), 0.5, 0.5)).toBe("#c03020");
    sight.dispose();
  });

  it("sees a flash that only the picture shows", async () => {
    const world = await makeWorld(kind);
    const box = boxAt(world.scene, "box", "#202020", [0, 0, 0]);
    const entity = world.entities.add(box);
    const sight = new Sight(world.scene, world.entities);
    await nextFrame(world, sight, [entity]);
    box.material = paint(CreateBox("other", {}, world.scene), "#202020", world.scene).material;
    await nextFrame(world, sight, [entity]);
    expect(entity.event).toBeNull();
    const lit = new StandardMaterial("lit", world.scene);
    lit.disableLighting = true;
    lit.emissiveColor = Color3.FromHexString("#202020");
    box.material = lit;
    world.scene.getMeshByName("other")?.dispose();
    lit.emissiveColor = Color3.White();
    await nextFrame(world, sight, [entity]);
    expect(entity.event).toMatchObject({ kind: "flashes" });
    sight.dispose();
  });

  it("waits without a camera, says so once, and sees when one comes", async () => {
    const world = await makeWorld(kind);
    const warnings: string[] = [];
    const order = [world.entities.add(boxAt(world.scene, "box", "#c03020", [0, 0, 0]))];
    const sight = new Sight(world.scene, world.entities, {}, (text) => warnings.push(text));
    world.scene.activeCamera = null;
    for (let n = 0; n < 30; n++) sight.update(n / 60, []);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("camera");
    world.scene.activeCamera = world.camera;
    expect(idAt(await nextFrame(world, sight, order), 0.5, 0.5)).toBe(0);
    sight.dispose();
  });
});

/** Takes the GPU away from the engine, which gets it back by itself (WebGPU) or is given it back. */
async function loseGpu({ canvas, engine }: World): Promise<() => void> {
  const lost = new Promise((done) => engine.onContextLostObservable.addOnce(done));
  if (engine instanceof WebGPUEngine) {
    engine._device.destroy();
    await lost;
    return () => {};
  }
  const loss = canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!;
  loss.loseContext();
  await lost;
  // The browser allows it only after the event of the loss is over.
  await new Promise((later) => setTimeout(later));
  return () => loss.restoreContext();
}

it.each(engines)("sees again after %s lost its GPU and got it back", async (kind) => {
  const world = await makeWorld(kind);
  const order = [world.entities.add(boxAt(world.scene, "box", "#c03020", [0, 0, 0]))];
  const sight = new Sight(world.scene, world.entities);
  await nextFrame(world, sight, order);
  const restored = new Promise((done) => world.engine.onContextRestoredObservable.addOnce(done));
  const giveBack = await loseGpu(world);
  for (let n = 0; n < 5; n++) sight.update(world.now, []);
  expect(sight.takeFrame(order)).toBeNull();
  giveBack();
  await restored;
  expect(colourAt(await nextFrame(world, sight, order), 0.5, 0.5)).toBe("#c03020");
  sight.dispose();
});
