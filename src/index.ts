/** The public names of babylon-perception. */

export type { Why } from "./explain/why.js";
export type { MindContext, Utterance } from "./mind/context.js";
export { type AttendingChange, Npc } from "./mind/npc.js";
export type { NpcOptions } from "./mind/npcOptions.js";
export type { AttentionMap, Focus, ModalityShares } from "./model/focus.js";
export type {
  EntityPercept,
  MessagePercept,
  NpcPercept,
  Percepts,
  SoundPercept,
  Task,
} from "./model/percepts.js";
export { type DecisionTaken, Perception } from "./perception.js";
export type { DecisionMaker, PerceptionOptions } from "./perceptionOptions.js";
export type { Backend, Decision, WorkerReady } from "./worker/protocol.js";
export type { Entity, EntityOptions } from "./world/entity.js";
export { EntityRegistry } from "./world/entityRegistry.js";
export type { Pose, Triple } from "./world/vector.js";
