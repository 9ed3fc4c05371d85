import type { Perception } from "../src/perception.js";
import { frames } from "./frames.js";
import type { World } from "./world.js";

export interface ChatLatency {
  /** From a message to the first NPC that attends to the thing named. */
  readonly milliseconds: readonly number[];
  /** Messages after which no NPC did. */
  readonly unmoved: number;
}

/** @param options.seconds how long is waited for each message */
export async function chatLatency(
  world: World,
  perception: Perception,
  { tries, seconds }: { readonly tries: number; readonly seconds: number },
): Promise<ChatLatency> {
  const milliseconds: number[] = [];
  for (let i = 0; i < tries; i++) {
    const thing = world.things[(i * 7) % world.things.length]!;
    const label = perception.entities.of(thing.node)?.label ?? "";
    const taken = await oneMessage(world, perception, label, seconds);
    if (taken !== null) milliseconds.push(taken);
  }
  return { milliseconds, unmoved: tries - milliseconds.length };
}

async function oneMessage(
  world: World,
  perception: Perception,
  label: string,
  seconds: number,
): Promise<number | null> {
  let changed: number | null = null;
  const observers = perception.npcs.map((npc) =>
    npc.onAttendingChangedObservable.add(({ to }) => {
      if (to?.label === label) changed ??= performance.now();
    }),
  );
  const start = performance.now();
  perception.chat.say({ speaker: "player", text: `look at ${label}` });
  while (changed === null && performance.now() < start + 1000 * seconds) {
    await frames(world, { frames: 1, seconds });
  }
  for (const [n, npc] of perception.npcs.entries())
    npc.onAttendingChangedObservable.remove(observers[n] ?? null);
  return changed === null ? null : changed - start;
}
