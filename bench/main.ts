/** What is measured in the page; scripts/bench.mjs calls it and prints the figures. */
import { GazeBehavior } from "../src/behaviours/gazeBehavior.js";
import type { Percepts } from "../src/model/percepts.js";
import { Perception } from "../src/perception.js";
import { ModelService } from "../src/worker/modelService.js";
import type { Backend } from "../src/worker/protocol.js";
import { sampleMoment } from "../src/worker/sampleMoment.js";
import { workerHost } from "../src/worker/workerHost.js";
import { type Spread, spread } from "./statistics.js";
import { addSounds, buildWorld, type World } from "./world.js";
import { yukaFrames } from "./yukaBaseline.js";

const FRAMES = 300;
const WARM_UP = 60;

export interface MainThread {
  readonly own: Spread;
  readonly frameWith: Spread;
  readonly frameWithout: Spread;
  readonly yuka: Spread;
  readonly backend: string;
}

const bench = { mainThread, model };
declare global {
  var perceptionBench: typeof bench;
}
globalThis.perceptionBench = bench;

async function mainThread(): Promise<MainThread & { chat: { milliseconds: number[]; unmoved: number } }> {
  const world = buildWorld();
  await addSounds(world);
  await frames(world, WARM_UP);
  const frameWithout = spread(await frames(world, FRAMES));
  const perception = await attach(world);
  const own = watchOwnTime(perception);
  const ready = await perception.ready;
  await frames(world, WARM_UP);
  own.length = 0;
  const frameWith = spread(await frames(world, FRAMES, () => own.push(0)));
  const result = { own: spread(own), frameWith, frameWithout, yuka: yukaFrames(world, FRAMES) };
  const chat = await chatLatency(world, perception);
  perception.dispose();
  world.engine.dispose();
  return { ...result, chat, backend: ready?.backend ?? "rules" };
}

async function attach({ scene, things, people }: World): Promise<Perception> {
  const perception = await Perception.attach(scene, {
    model: {
      workerFactory: () =>
        new Worker(new URL("../src/worker/worker.ts", import.meta.url), { type: "module" }),
    },
  });
  for (const [i, { node }] of things.entries()) {
    perception.entities.add(node, { kind: "exhibit", label: `${NAMES[i % NAMES.length]} ${i}` });
  }
  for (const [i, { node, bones }] of people.entries()) {
    perception.addNpc(node, { name: `Guide ${i}`, bones }).addBehavior(new GazeBehavior());
  }
  return perception;
}

const NAMES = ["vase", "statue", "globe", "mask", "clock", "harp"];

/** Milliseconds in what the perception does of itself, by frame; the caller opens a frame by pushing 0. */
function watchOwnTime(perception: Perception): number[] {
  const own: number[] = [];
  const watch = <T extends object>(object: T, method: keyof T & string) => {
    const original = object[method] as (...given: unknown[]) => unknown;
    const timed = (...given: unknown[]) => {
      const start = performance.now();
      try {
        return original.apply(object, given);
      } finally {
        if (own.length > 0) own[own.length - 1]! += performance.now() - start;
      }
    };
    Object.assign(object, { [method]: timed });
  };
  watch(perception, "update");
  watch(perception, "percepts");
  for (const npc of perception.npcs) watch(npc, "receive");
  return own;
}

/** Milliseconds of the main thread in each frame's drawing, its observers included. */
function frames({ engine, scene }: World, count: number, begin: () => void = () => {}): Promise<number[]> {
  return new Promise((done) => {
    const times: number[] = [];
    const frame = () => {
      begin();
      const start = performance.now();
      engine.beginFrame();
      scene.render();
      engine.endFrame();
      times.push(performance.now() - start);
      if (times.length < count) requestAnimationFrame(frame);
      else done(times);
    };
    requestAnimationFrame(frame);
  });
}

/** From a message to the first NPC whose attention changes. */
async function chatLatency(
  world: World,
  perception: Perception,
): Promise<{ milliseconds: number[]; unmoved: number }> {
  const milliseconds: number[] = [];
  const tries = 10;
  for (let i = 0; i < tries; i++) {
    const thing = world.things[(i * 7) % world.things.length]!;
    const label = perception.entities.of(thing.node)?.label ?? "";
    let changed: number | null = null;
    const observers = perception.npcs.map((npc) =>
      npc.onAttendingChangedObservable.add(({ to }) => {
        if (to?.label === label) changed ??= performance.now();
      }),
    );
    const start = performance.now();
    perception.chat.say({ speaker: "player", text: `look at ${label}` });
    for (let waited = 0; waited < 30 && changed === null; waited++) await frames(world, 10);
    if (changed !== null) milliseconds.push(changed - start);
    for (const [n, npc] of perception.npcs.entries())
      npc.onAttendingChangedObservable.remove(observers[n] ?? null);
  }
  return { milliseconds, unmoved: tries - milliseconds.length };
}

/** The model by itself, in this page: no worker, no scene. */
async function model(backend: Backend, npcCounts: readonly number[], decisions: number) {
  const service = new ModelService(workerHost(() => {}));
  const ready = await service.start({ backend, countGpuWork: backend === "webgpu" });
  const counts = [];
  for (const npcs of npcCounts) {
    const runs: number[] = [];
    const totals: number[] = [];
    let gpu: unknown = null;
    // The first decision also finds its reasons.
    for (let i = 0; i <= decisions; i++) {
      const decision = await service.decide(momentWith(npcs));
      if (i === 0) continue;
      runs.push(decision.timings.run);
      totals.push(decision.timings.total);
      gpu = decision.gpu ?? null;
    }
    counts.push({ npcs, run: spread(runs), total: spread(totals), gpu });
  }
  await service.dispose();
  return {
    backend: ready.backend,
    threads: ready.threads,
    modelBytes: ready.modelBytes,
    notes: ready.notes,
    counts,
  };
}

function momentWith(npcs: number): Percepts {
  const moment = sampleMoment();
  const rows = Array.from({ length: npcs }, (_, i) => {
    const row = moment.npcs[i % moment.npcs.length]!;
    return { ...row, id: `npc ${i}`, name: `Guide ${i}` };
  });
  return { ...moment, npcs: rows };
}
