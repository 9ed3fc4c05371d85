/** Runs in a browser: renders cases and lets the product's own sight look at them. */
import { Engine } from "@babylonjs/core/Engines/engine.js";
import { FRAME_HEIGHT, FRAME_WIDTH } from "../model/observation.js";
import { SHAPES } from "../model/percepts.js";
import { messageOf, type Observed } from "./caseObserver.js";
import { stageCase } from "./caseScene.js";
import { parseFocusCase } from "./focusCase.js";
import { observeCase } from "./observeCase.js";
import { type PackedPercepts, packPercepts } from "./packPercepts.js";

export type PackedObserved = { readonly percepts: PackedPercepts } | Extract<Observed, { error: string }>;

declare global {
  var observeCases: (cases: readonly unknown[], withholdNames: boolean) => Promise<PackedObserved[]>;
}

const canvas = document.createElement("canvas");
canvas.width = FRAME_WIDTH;
canvas.height = FRAME_HEIGHT;
document.body.append(canvas);
const engine = new Engine(canvas, true);

/** A scene that stays keeps the shaders alive, which else are compiled again for every case. */
const SHAPES_ALL = [...SHAPES, undefined].map((shape, i) => ({ id: `${i}`, shape, position: [i - 2, 1, 5] }));
await stageCase(engine, parseFocusCase({ id: "kept", entities: SHAPES_ALL }), {
  sight: "frame",
  withholdNames: true,
}).then((staged) => staged.perceive());

globalThis.observeCases = async (cases, withholdNames) => {
  const observed: PackedObserved[] = [];
  for (const data of cases) {
    try {
      const percepts = await observeCase(engine, parseFocusCase(data), { sight: "frame", withholdNames });
      observed.push({ percepts: packPercepts(percepts) });
    } catch (error) {
      observed.push({ error: messageOf(error) });
    }
  }
  return observed;
};
