import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import { Scene } from "@babylonjs/core/scene.js";
import { PerceptionOverlay } from "../src/explain/overlay.js";
import { parseScenario } from "../src/headless/scenario.js";
import { ScenarioPlayer } from "../src/headless/scenarioPlayer.js";
import type { PerceptionOptions } from "../src/perceptionOptions.js";
import { roomReflections } from "./art/light.js";
import { Materials } from "./art/materials.js";
import { PersonAnimator } from "./art/people/animate.js";
import { ADA, MINA, TEO } from "./art/people/looks.js";
import { buildPerson } from "./art/people/person.js";
import { Subtitles } from "./ui/subtitles.js";

const DECISION_SECONDS = 1 / 8;

/** Plays a scenario file in real time, in a scene of its own, with the museum's people. */
export async function playScenarioFile(
  url: string,
  engine: AbstractEngine,
  ui: HTMLElement,
  mindHome: HTMLElement,
  model: PerceptionOptions["model"],
): Promise<ScenarioPlayer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`scenario "${url}" could not be loaded (${answer.status})`);
  const scenario = parseScenario(await answer.json());
  const scene = new Scene(engine);
  scene.environmentTexture = roomReflections(scene);
  const materials = new Materials(scene, true);
  const animators: PersonAnimator[] = [];
  const looks = [ADA, TEO, MINA];
  const player = await ScenarioPlayer.create(scenario, scene, {
    perception: { automatic: false, ...(model ? { model } : {}) },
    buildNpc: (stage, npc) => {
      const look = looks[animators.length % looks.length] ?? ADA;
      const person = buildPerson(stage, materials, { ...look, height: npc.eyeHeight + 0.11 });
      person.root.name = npc.id;
      person.root.position.set(...npc.position);
      person.root.rotation.y = Math.atan2(npc.forward[0], npc.forward[2]);
      animators.push(new PersonAnimator(person, false, animators.length));
      const { head, neck, face } = person;
      return { root: person.root, bones: { head, neck, leftEye: face.leftEye, rightEye: face.rightEye } };
    },
  });
  const { perception } = player;
  const subtitles = new Subtitles();
  ui.append(subtitles.element);
  perception.onSaidObservable.add(({ speaker, text, seconds }) =>
    subtitles.show(speaker.label || speaker.id, text, seconds, "#efb960"),
  );
  new PerceptionOverlay(perception, { container: mindHome });
  runInRealTime(engine, scene, player, animators);
  return player;
}

/** As many steps a frame as time has passed; a slow machine plays it slower, never in leaps. */
function runInRealTime(
  engine: AbstractEngine,
  scene: Scene,
  player: ScenarioPlayer,
  animators: readonly PersonAnimator[],
): void {
  const { step } = player.scenario;
  let owed = 0;
  let decidedAt = Number.NEGATIVE_INFINITY;
  engine.runRenderLoop(() => {
    owed = Math.min(owed + engine.getDeltaTime() / 1000, 0.1);
    for (; owed >= step && !player.isOver; owed -= step) {
      player.advance();
      player.perception.update(step);
      player.record();
      for (const animator of animators) animator.step(step);
    }
    scene.render();
    if (player.now - decidedAt < DECISION_SECONDS) return;
    decidedAt = player.now;
    void player.perception.decide();
  });
}
