import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import type { Percepts } from "../model/percepts.js";
import { type CaseOptions, stageCase } from "./caseScene.js";
import type { FocusCase } from "./focusCase.js";

/**
 * What the product's senses deliver of a case. The engine is used, not kept: many cases may share it,
 * one after the other.
 * @throws RangeError if the case names something that is not there; Error if no frame arrives.
 */
export async function observeCase(
  engine: AbstractEngine,
  focusCase: FocusCase,
  options: CaseOptions,
): Promise<Percepts> {
  const staged = await stageCase(engine, focusCase, options);
  try {
    const percepts = await staged.perceive();
    return {
      ...percepts,
      // The frame may be taken from elsewhere than the viewer's eyes.
      viewer: focusCase.viewer ?? null,
      // Ids of one service's sounds must not repeat: it remembers what it heard of each.
      sounds: percepts.sounds.map((sound) => ({ ...sound, id: `${focusCase.id} ${sound.id}` })),
    };
  } finally {
    staged.dispose();
  }
}
