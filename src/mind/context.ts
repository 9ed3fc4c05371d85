import type { Observable } from "@babylonjs/core/Misc/observable.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Recall } from "../knowledge/taught.js";
import type { ReadSentences } from "../model/text/sentence.js";
import type { Chat } from "../senses/chat/chat.js";
import type { Entity } from "../world/entity.js";
import type { EntityRegistry } from "../world/entityRegistry.js";
import type { Npc } from "./npc.js";

/** A sentence that an NPC says; subtitles, speech synthesis and traces listen to it. */
export interface Utterance {
  readonly speaker: Entity;
  /** Whom it is said to; null: to all in range. */
  readonly to: Entity | null;
  readonly text: string;
  /** Id of the known answer that it comes from. */
  readonly answer?: string;
  /** How long it takes to say, seconds. */
  readonly seconds: number;
}

/** What a mind and its behaviours may use of the perception that they live in. */
export interface MindContext {
  readonly scene: Scene;
  /** Seconds on the perception's clock: never read another clock. */
  readonly now: number;
  /** From one decision to the next, seconds: the newest interval or the one under way. 0: unknown. */
  readonly decisionSeconds: number;
  /** 0..1, seeded where a run must be repeatable: never use Math.random. */
  readonly random: () => number;
  readonly entities: EntityRegistry;
  readonly npcs: readonly Npc[];
  readonly chat: Chat;
  /** Once a frame after the senses, with the seconds since the last frame (0..0.1). Behaviours act here. */
  readonly onUpdateObservable: Observable<number>;
  readonly onSaidObservable: Observable<Utterance>;
  /** What sentences say; null: nobody here reads them. */
  readonly read: ReadSentences | null;
  /** What a line recalls of what the scene was taught; null: nothing was. */
  readonly recall: (text: string, meaning?: Float32Array) => Recall | null;
  /** A message for the developer; each text is reported once. */
  warn(text: string): void;
}
