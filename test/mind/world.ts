import "@babylonjs/core/Meshes/Builders/boxBuilder.js";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { MeshBuilder } from "@babylonjs/core/Meshes/meshBuilder.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Observable } from "@babylonjs/core/Misc/observable.js";
import { Scene } from "@babylonjs/core/scene.js";
import type { MindContext, Utterance } from "../../src/mind/context.js";
import { Npc } from "../../src/mind/npc.js";
import type { NpcOptions } from "../../src/mind/npcOptions.js";
import type { Focus } from "../../src/model/focus.js";
import { Chat } from "../../src/senses/chat/chat.js";
import type { Entity, EntityOptions } from "../../src/world/entity.js";
import { EntityRegistry } from "../../src/world/entityRegistry.js";
import type { Triple } from "../../src/world/vector.js";

export const STEP = 1 / 60;

/** A scene on NullEngine with a clock that only `run` moves; minds and behaviours in it are the real ones. */
export class World implements MindContext {
  readonly engine = new NullEngine();
  readonly scene = new Scene(this.engine);
  readonly entities = new EntityRegistry();
  readonly npcs: Npc[] = [];
  readonly onUpdateObservable = new Observable<number>();
  readonly onSaidObservable = new Observable<Utterance>();
  readonly said: (Utterance & { at: number })[] = [];
  readonly warnings: string[] = [];
  readonly random: () => number;
  readonly chat: Chat;
  readonly read = null;
  recall: MindContext["recall"] = () => null;
  decisionSeconds = 0;
  now = 0;

  constructor(seed = 1) {
    this.random = seeded(seed);
    this.chat = new Chat(this.entities, undefined, () => this.now);
    this.onSaidObservable.add((utterance) => this.said.push({ ...utterance, at: this.now }));
  }

  warn(text: string): void {
    if (!this.warnings.includes(text)) this.warnings.push(text);
  }

  thing(id: string, position: Triple, options: EntityOptions = {}, size = 0.4): Entity {
    const box = MeshBuilder.CreateBox(id, { size }, this.scene);
    box.position = Vector3.FromArray([...position]);
    return this.entities.add(box, { id, kind: "exhibit", label: id, ...options });
  }

  player(id: string, position: Triple, options: EntityOptions = {}): Entity {
    const node = new TransformNode(id, this.scene);
    node.position = Vector3.FromArray([...position]);
    return this.entities.add(node, { id, kind: "player", label: id, ...options });
  }

  npc(id: string, position: Triple, options: NpcOptions = {}): Npc {
    const root = new TransformNode(id, this.scene);
    root.position = Vector3.FromArray([...position]);
    const entity = this.entities.add(root, { id, kind: "npc", label: options.name ?? id });
    const npc = new Npc(root, options, entity, this);
    this.npcs.push(npc);
    return npc;
  }

  /** Moves the clock by steps; `each` runs after each step. */
  run(seconds: number, each: (t: number) => void = () => {}): void {
    const steps = Math.round(seconds / STEP);
    for (let i = 0; i < steps; i++) {
      this.now += STEP;
      for (const npc of this.npcs) npc.update(STEP);
      this.onUpdateObservable.notifyObservers(STEP);
      each(this.now);
    }
  }

  dispose(): void {
    for (const npc of this.npcs) npc.dispose();
    this.chat.dispose();
    this.entities.dispose();
    this.scene.dispose();
    this.engine.dispose();
  }
}

export function focusOn(
  npc: string,
  entities: readonly (readonly [string, number])[],
  more: Partial<Focus> = {},
): Focus {
  const mass = entities.reduce((sum, [, p]) => sum + p, 0);
  return {
    npc,
    entities,
    nothing: 1 - mass,
    referents: [],
    shares: { sight: 1, hearing: 0, chat: 0 },
    attention: null,
    source: "model",
    ...more,
  };
}

/** A small generator of its own, so that a test gives the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
