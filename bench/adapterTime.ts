import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { FocusAdapter } from "../src/focusAdapter.js";
import type { Example } from "../src/knowledge/taught.js";
import { ModelService } from "../src/worker/modelService.js";
import type { Backend } from "../src/worker/protocol.js";
import { workerHost } from "../src/worker/workerHost.js";
import { EntityRegistry } from "../src/world/entityRegistry.js";

/** What can be taught, thing by thing. */
export type Lessons = Readonly<Record<string, readonly string[]>>;

export interface AdapterTime {
  readonly examples: number;
  readonly milliseconds: number;
}

/** How long an adapter takes to learn so many examples, each time a new one whose lines nobody has read yet. */
export async function adapterTime(
  backend: Backend,
  lessons: Lessons,
  counts: readonly number[],
): Promise<AdapterTime[]> {
  const service = new ModelService(workerHost(() => {}));
  await service.start({ backend });
  const engine = new NullEngine();
  const scene = new Scene(engine);
  const entities = new EntityRegistry();
  for (const thing of Object.keys(lessons)) entities.add(new TransformNode(thing, scene), { label: thing });
  const taken: AdapterTime[] = [];
  for (const count of counts) {
    const adapter = new FocusAdapter({ entities, read: (texts) => service.read(texts), warn: () => {} });
    const start = performance.now();
    const { examples } = await adapter.learn(turnByTurn(lessons, count));
    taken.push({ examples, milliseconds: performance.now() - start });
  }
  engine.dispose();
  await service.dispose();
  return taken;
}

function turnByTurn(lessons: Lessons, count: number): Example[] {
  const most = Math.max(...Object.values(lessons).map(({ length }) => length));
  const rounds = Array.from({ length: most }, (_, round) =>
    Object.entries(lessons).flatMap(([entity, lines]) =>
      lines[round] === undefined ? [] : [{ say: lines[round], entity }],
    ),
  );
  return rounds.flat().slice(0, count);
}
