/** The public names of babylon-perception. */

export { ConversationBehavior, type ConversationOptions } from "./behaviours/conversationBehavior.js";
export { EyeContactBehavior, type EyeContactOptions } from "./behaviours/eyeContactBehavior.js";
export { GazeBehavior, type GazeOptions } from "./behaviours/gazeBehavior.js";
export { GuidedTourBehavior } from "./behaviours/guidedTourBehavior.js";
export { learnedOrder } from "./behaviours/learnedOrder.js";
export type { Navigation } from "./behaviours/navigation.js";
export type { GuidedTourOptions } from "./behaviours/tourOptions.js";
export { VoiceBehavior } from "./behaviours/voiceBehavior.js";
export type { DecisionTaken } from "./decisions.js";
export { PerceptionOverlay, type PerceptionOverlayOptions } from "./explain/overlay.js";
export type { Why } from "./explain/why.js";
export { type WhyNot, type WhyNotCause, whyNot } from "./explain/whyNot.js";
export {
  type AdapterContext,
  type AdapterJson,
  FocusAdapter,
  type Learned,
} from "./focusAdapter.js";
export { Answers, type KnownAnswer } from "./knowledge/answers.js";
export { type Fact, Facts } from "./knowledge/facts.js";
export { NextStop, type NextStopOptions, type StopWeight } from "./knowledge/nextStop/nextStop.js";
export type { Stop, Tour } from "./knowledge/nextStop/stops.js";
export type { Example, Outcome, Recall, Recalled } from "./knowledge/taught.js";
export type { TourStop } from "./knowledge/tourPlan.js";
export type { MindContext, Utterance } from "./mind/context.js";
export { type AttendingChange, Npc } from "./mind/npc.js";
export type { NpcOptions } from "./mind/npcOptions.js";
export type { AttentionMap, Focus, ModalityShares, Taught } from "./model/focus.js";
export type {
  EntityPercept,
  MessagePercept,
  NpcPercept,
  Percepts,
  SoundPercept,
  Task,
} from "./model/percepts.js";
export type { Picture } from "./model/saliency/picture.js";
export type { SaliencyMap } from "./model/saliency/saliency.js";
export { saliencyShares } from "./model/saliency/shares.js";
export { Perception } from "./perception.js";
export type { DecisionMaker, PerceptionOptions } from "./perceptionOptions.js";
export { AttentionClient, type AttentionClientOptions } from "./worker/attentionClient.js";
export type { Backend, Decision, WorkerReady } from "./worker/protocol.js";
export type { Entity, EntityOptions } from "./world/entity.js";
export { EntityRegistry } from "./world/entityRegistry.js";
export type { Pose, Triple } from "./world/vector.js";
