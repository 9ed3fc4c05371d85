import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import type { Percepts } from "../model/percepts.js";
import { type CaseOptions, type StagedCase, stageCase } from "./caseScene.js";
import type { FocusCase } from "./focusCase.js";

/** Frames that a capture may take to arrive before it counts as failed. */
const PATIENCE = 200;

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
    const percepts = options.sight === "frame" ? await perceiveFrame(staged) : perceiveUndrawn(staged);
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

/** Nothing is drawn, so no shader needs to be made: places are all that counts. */
function perceiveUndrawn({ scene, perception }: StagedCase): Percepts {
  for (const node of [...scene.transformNodes, ...scene.meshes]) node.computeWorldMatrix(true);
  perception.update(0);
  return perception.percepts();
}

function perceive({ scene, perception }: StagedCase): Percepts {
  const engine = scene.getEngine();
  engine.beginFrame();
  scene.render();
  perception.update(0);
  engine.endFrame();
  return perception.percepts();
}

async function perceiveFrame(staged: StagedCase): Promise<Percepts> {
  await staged.scene.whenReadyAsync();
  const first = perceive(staged);
  for (let frame = 0; frame < PATIENCE; frame++) {
    const percepts = perceive(staged);
    // Samples of a sound are handed out once.
    if (percepts.frame) return { ...percepts, sounds: first.sounds };
    await new Promise((done) => setTimeout(done, 2));
  }
  throw new Error("no frame arrived: does this engine draw?");
}
