import { GazeBehavior } from "../src/behaviours/gazeBehavior.js";
import { Perception } from "../src/perception.js";
import type { Backend, WorkerReady } from "../src/worker/protocol.js";
import { type ChatLatency, chatLatency } from "./chatLatency.js";
import { frames, type Patience } from "./frames.js";
import { type Spread, spread } from "./statistics.js";
import { addSounds, buildWorld, type World } from "./world.js";
import { yukaFrames } from "./yukaBaseline.js";

export interface MainThread {
  /** Milliseconds a frame in the perception's own code. */
  readonly own: Spread;
  /** The same by what it was spent on. */
  readonly parts: Readonly<Record<string, Spread>>;
  readonly frameWith: Spread;
  readonly frameWithout: Spread;
  readonly yuka: Spread;
  /** Decisions taken while `own` was measured. */
  readonly decisions: number;
  readonly chat: ChatLatency;
  readonly ready: WorkerReady | null;
}

/** @param seconds how long frames are drawn, with and without, each; a slow renderer draws fewer */
export async function mainThread(backend: Backend | "auto", seconds: number): Promise<MainThread> {
  const world = buildWorld();
  await addSounds(world);
  const patience: Patience = { frames: 600, seconds };
  await frames(world, { frames: 30, seconds: seconds / 4 });
  const frameWithout = spread(await frames(world, patience));
  const perception = await attach(world, backend);
  const { own, parts } = watchOwnTime(perception);
  let decisions = 0;
  perception.onDecisionObservable.add(() => decisions++);
  const ready = await perception.ready;
  await frames(world, { frames: 60, seconds: seconds / 2 });
  const all = [own, ...Object.values(parts)];
  decisions = 0;
  for (const times of all) times.length = 0;
  const frameWith = spread(await frames(world, patience, () => all.forEach((times) => void times.push(0))));
  const spreads = Object.fromEntries(Object.entries(parts).map(([name, times]) => [name, spread(times)]));
  const result = { own: spread(own), parts: spreads, frameWith, frameWithout, decisions, ready };
  const yuka = yukaFrames(world, own.length);
  const chat = await chatLatency(world, perception, { tries: 8, seconds: 10 });
  perception.dispose();
  world.engine.dispose();
  return { ...result, yuka, chat };
}

async function attach({ scene, things, people }: World, backend: Backend | "auto"): Promise<Perception> {
  const workerFactory = () =>
    new Worker(new URL("../src/worker/worker.ts", import.meta.url), { type: "module" });
  const perception = await Perception.attach(scene, { model: { workerFactory, backend } });
  for (const [i, { node }] of things.entries()) {
    perception.entities.add(node, { kind: "exhibit", label: `${NAMES[i % NAMES.length]} ${i}` });
  }
  for (const [i, { node, bones }] of people.entries()) {
    perception.addNpc(node, { name: `Guide ${i}`, bones }).addBehavior(new GazeBehavior());
  }
  return perception;
}

const NAMES = ["vase", "statue", "globe", "mask", "clock", "harp"];

/**
 * Milliseconds in what the perception does of itself, by frame: its step after each frame, in which moments are
 * gathered and posted to the worker, and what NPCs do with an answer. The caller opens a frame by pushing 0.
 */
function watchOwnTime(perception: Perception): { own: number[]; parts: Record<string, number[]> } {
  const own: number[] = [];
  const parts: Record<string, number[]> = { sight: [], hearing: [], minds: [], percepts: [] };
  watch(own, perception, "tick");
  watch(parts.sight!, perception.sight, "update");
  watch(parts.hearing!, perception.hearing, "update");
  watch(parts.percepts!, perception, "percepts");
  for (const npc of perception.npcs) {
    watch(own, npc, "receive");
    watch(parts.minds!, npc, "update");
  }
  return { own, parts };
}

/** Adds the milliseconds of each call to the newest entry. */
function watch(times: number[], object: object, method: string): void {
  const original = Reflect.get(object, method) as (...given: unknown[]) => unknown;
  if (typeof original !== "function") throw new Error(`the bench knows no ${method}: name its successor`);
  const timed = (...given: unknown[]) => {
    const start = performance.now();
    try {
      return original.apply(object, given);
    } finally {
      if (times.length > 0) times[times.length - 1]! += performance.now() - start;
    }
  };
  Object.assign(object, { [method]: timed });
}
