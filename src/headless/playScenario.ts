import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import { Scene } from "@babylonjs/core/scene.js";
import { LocalAttention, type LocalAttentionOptions } from "./localAttention.js";
import type { Scenario } from "./scenario.js";
import { ScenarioPlayer } from "./scenarioPlayer.js";
import type { TraceLine } from "./traceLine.js";

const DECISION_SECONDS = 1 / 8;

/**
 * Plays a scenario without a screen and without a clock: every decision is over before the step after it,
 * so that the same scenario gives the same trace everywhere.
 */
export async function* playScenario(
  scenario: Scenario,
  engine: AbstractEngine,
  model: Omit<LocalAttentionOptions, "warn">,
): AsyncGenerator<TraceLine> {
  const scene = new Scene(engine);
  scene.useConstantAnimationDeltaTime = true;
  let warn: (text: string) => void = () => {};
  const attention = new LocalAttention({ ...model, warn: (text) => warn(text) });
  try {
    const player = await ScenarioPlayer.create(scenario, scene, {
      perception: { automatic: false, decisionMaker: attention },
      workerFault: (kind, until) => attention.fault(kind, until),
    });
    warn = (text) => player.perception.warn(text);
    await attention.settle();
    let decision: Promise<unknown> = Promise.resolve();
    let decidedAt = Number.NEGATIVE_INFINITY;
    while (!player.isOver) {
      player.advance();
      attention.advance(player.now);
      await attention.settle();
      if (!attention.isStuck) await decision;
      scene.render();
      player.perception.update(scenario.step);
      if (player.now - decidedAt >= DECISION_SECONDS - 1e-9) {
        decidedAt = player.now;
        decision = player.perception.decide();
        if (!attention.isStuck) await decision;
      }
      // The reason belongs to the step that it explains.
      if (!attention.isStuck) await player.perception.explained();
      yield player.record();
    }
  } finally {
    scene.dispose();
    attention.dispose();
  }
}
