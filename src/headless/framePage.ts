/** Runs in a browser: renders cases and lets the product's own sight look at them. */
import { Engine } from "@babylonjs/core/Engines/engine.js";
import { FRAME_HEIGHT, FRAME_WIDTH } from "../model/observation.js";
import { messageOf, type Observed } from "./caseObserver.js";
import { parseFocusCase } from "./focusCase.js";
import { observeCase } from "./observeCase.js";
import { type PackedPercepts, packPercepts } from "./packPercepts.js";

export type PackedObserved = { readonly percepts: PackedPercepts } | Extract<Observed, { error: string }>;

declare global {
  var observeCases: (cases: readonly unknown[], withholdNames: boolean) => Promise<PackedObserved[]>;
}

const canvas = document.createElement("canvas");
canvas.width = FRAME_WIDTH * 2;
canvas.height = FRAME_HEIGHT * 2;
document.body.append(canvas);
const engine = new Engine(canvas, true);

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
