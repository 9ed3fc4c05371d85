import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Explanation, WhyQuery } from "./model/focus.js";
import type { Percepts } from "./model/percepts.js";
import type { Picture } from "./model/saliency/picture.js";
import type { SaliencyMap } from "./model/saliency/saliency.js";
import type { ReadSentences } from "./model/text/sentence.js";
import type { ChatOptions } from "./senses/chat/chatOptions.js";
import type { HearingOptions } from "./senses/hearing/hearingOptions.js";
import type { SightOptions } from "./senses/sight/sight.js";
import type { AttentionClientOptions } from "./worker/attentionClient.js";
import type { Decision, WorkerReady } from "./worker/protocol.js";

/** Whatever decides: the client of the worker, or a service in the same thread. */
export interface DecisionMaker {
  start(): Promise<WorkerReady | null>;
  /** Null: no model just now, the rules decide. */
  decide(percepts: Percepts): Promise<Decision | null>;
  /** Why focuses of the last decision lie where they do. Without it the model's shares stay unknown. */
  explain?(queries: readonly WhyQuery[]): Promise<readonly Explanation[]>;
  /** What sentences say; null: no encoder now. Left out: sentences are compared by their words only. */
  read?: ReadSentences;
  /** Where a picture draws the eye; null: no model now. Left out: that is not told. */
  look?(picture: Picture): Promise<SaliencyMap | null>;
  dispose(): void;
}

/** Every option has a default. */
export interface PerceptionOptions {
  /** The player's body; its entity is made if it has none. Default: none, the camera is the player. */
  readonly player?: TransformNode;
  readonly sight?: SightOptions;
  readonly hearing?: HearingOptions;
  readonly chat?: ChatOptions;
  /** Worker, files and backend of the model. */
  readonly model?: Omit<AttentionClientOptions, "warn">;
  /** Decides instead of the worker: for Node and tests. */
  readonly decisionMaker?: DecisionMaker;
  /** Decisions a second, 0.5..20. Default 8. */
  readonly decisionRateHz?: number;
  /** Seconds; default: the sum of update()'s steps, so that minds live in the time in which bodies move. */
  readonly clock?: () => number;
  /** 0..1; default Math.random. */
  readonly random?: () => number;
  /** Update after each rendered frame. Default true; false: the caller calls update(). */
  readonly automatic?: boolean;
}

/** @throws RangeError naming the field. */
export function validatePerceptionOptions(options: PerceptionOptions): void {
  const rate = options.decisionRateHz;
  if (rate !== undefined && !(rate >= 0.5 && rate <= 20)) {
    throw new RangeError(`perception option "decisionRateHz" must be 0.5 to 20, got ${rate}`);
  }
  for (const field of ["clock", "random"] as const) {
    const value = options[field];
    if (value !== undefined && typeof value !== "function") {
      throw new RangeError(`perception option "${field}" must be a function that returns a number`);
    }
  }
}
